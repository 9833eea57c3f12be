package io.ordertrail.query.stock;

import io.ordertrail.api.stock.StockEvent;
import io.ordertrail.api.stock.StockEvent.BackorderFilled;
import io.ordertrail.api.stock.StockEvent.BackorderRecorded;
import io.ordertrail.api.stock.StockEvent.ReservationConfirmed;
import io.ordertrail.api.stock.StockEvent.ReservationReleased;
import io.ordertrail.api.stock.StockEvent.StockDispatched;
import io.ordertrail.api.stock.StockEvent.StockReserved;
import io.ordertrail.query.projection.Feed;
import io.ordertrail.query.projection.Recorded;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.jspecify.annotations.Nullable;

/** What each event of a stock item does to what is promised to one line of an order. */
final class ReservationFeed implements Feed<ReservationRow> {

    private static final Set<Class<?>> CONCERNED = Set.of(
            StockReserved.class,
            BackorderRecorded.class,
            BackorderFilled.class,
            ReservationConfirmed.class,
            ReservationReleased.class,
            StockDispatched.class);

    @Override
    public boolean concerns(EventMessage<?> event) {
        return CONCERNED.contains(event.getPayloadType());
    }

    @Override
    public List<String> keys(EventMessage<?> event) {
        Object payload = event.getPayload();
        if (payload instanceof StockReserved it) {
            return List.of(ReservationRow.id(it.itemId(), it.orderId(), it.lineId()));
        }
        if (payload instanceof BackorderRecorded it) {
            return List.of(ReservationRow.id(it.itemId(), it.orderId(), it.lineId()));
        }
        if (payload instanceof BackorderFilled it) {
            return List.of(ReservationRow.id(it.itemId(), it.orderId(), it.lineId()));
        }
        if (payload instanceof ReservationConfirmed it) {
            return List.of(ReservationRow.id(it.itemId(), it.orderId(), it.lineId()));
        }
        if (payload instanceof ReservationReleased it) {
            return List.of(ReservationRow.id(it.itemId(), it.orderId(), it.lineId()));
        }
        // What was promised to nobody may leave too.
        return payload instanceof StockDispatched it && it.reserved() + it.backordered() > 0
                ? List.of(ReservationRow.id(it.itemId(), it.orderId(), it.lineId()))
                : List.of();
    }

    @Override
    public ReservationRow fold(String key, @Nullable ReservationRow row, EventMessage<?> event) {
        Recorded<StockEvent> recorded = Recorded.of((DomainEventMessage<?>) event, StockEvent.class);
        return row != null && recorded.version() <= row.version()
                ? row
                : next(row, recorded.event(), recorded.version());
    }

    private static ReservationRow next(@Nullable ReservationRow row, StockEvent event, long version) {
        if (event instanceof StockReserved it) {
            return asked(row, it.itemId(), it.orderId(), it.lineId(), it.until(), it.at(), version)
                    .plus(it.quantity(), 0, it.until(), version);
        }
        if (event instanceof BackorderRecorded it) {
            return asked(row, it.itemId(), it.orderId(), it.lineId(), it.until(), it.at(), version)
                    .plus(0, it.quantity(), it.until(), version);
        }
        ReservationRow promised = Objects.requireNonNull(row, () -> "Nothing was promised before " + event);
        if (event instanceof BackorderFilled it) {
            return promised.minus(-it.quantity(), it.quantity(), version);
        }
        if (event instanceof ReservationReleased it) {
            return promised.minus(it.quantity() - it.backordered(), it.backordered(), version);
        }
        if (event instanceof StockDispatched it) {
            return promised.minus(it.reserved(), it.backordered(), version);
        }
        return promised.confirm(version);
    }

    /** One that is over and is asked for again is a new one. */
    private static ReservationRow asked(
            @Nullable ReservationRow row,
            String itemId,
            String orderId,
            String lineId,
            Instant until,
            Instant at,
            long version) {
        return row != null && row.open() ? row : ReservationRow.begun(itemId, orderId, lineId, until, at, version);
    }

    @Override
    public long version(ReservationRow row) {
        return row.version();
    }
}
