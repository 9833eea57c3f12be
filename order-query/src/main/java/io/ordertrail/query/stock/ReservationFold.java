package io.ordertrail.query.stock;

import io.ordertrail.api.stock.StockEvent;
import io.ordertrail.api.stock.StockEvent.BackorderFilled;
import io.ordertrail.api.stock.StockEvent.ReservationSet;
import io.ordertrail.api.stock.StockEvent.StockDispatched;
import io.ordertrail.api.stock.StockEvent.StockReturned;
import io.ordertrail.axon.unknown.UnknownEvents;
import io.ordertrail.query.projection.fold.EventFold;
import io.ordertrail.query.projection.fold.Recorded;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.jspecify.annotations.Nullable;

/** How each event of a stock item changes the reservation of one line of an order. */
final class ReservationFold implements EventFold<ReservationRow> {

    private static final Set<Class<?>> CONCERNED =
            Set.of(ReservationSet.class, BackorderFilled.class, StockDispatched.class, StockReturned.class);

    @Override
    public boolean concerns(EventMessage<?> event) {
        return CONCERNED.contains(event.getPayloadType()) || UnknownEvents.mayBe(event, CONCERNED);
    }

    @Override
    public List<String> keys(EventMessage<?> event) {
        Object payload = UnknownEvents.known(event, Object.class);
        if (payload instanceof ReservationSet it) {
            return List.of(ReservationRow.id(it.itemId(), it.orderId(), it.lineId()));
        }
        if (payload instanceof BackorderFilled it) {
            return List.of(ReservationRow.id(it.itemId(), it.orderId(), it.lineId()));
        }
        if (payload instanceof StockReturned it) {
            return List.of(ReservationRow.id(it.itemId(), it.orderId(), it.lineId()));
        }
        // Units without a reservation may leave too.
        return payload instanceof StockDispatched it && it.reserved() + it.backordered() > 0
                ? List.of(ReservationRow.id(it.itemId(), it.orderId(), it.lineId()))
                : List.of();
    }

    @Override
    public @Nullable ReservationRow fold(String key, @Nullable ReservationRow row, EventMessage<?> event) {
        Recorded<StockEvent> recorded = Recorded.of((DomainEventMessage<?>) event, StockEvent.class);
        return row != null && recorded.version() <= row.version()
                ? row
                : next(row, recorded.event(), recorded.version());
    }

    private static @Nullable ReservationRow next(@Nullable ReservationRow row, StockEvent event, long version) {
        if (event instanceof StockReturned) {
            // Units that were never promised may come back too.
            return row == null ? null : row.knows(version);
        }
        if (event instanceof ReservationSet it) {
            return set(row, it, version);
        }
        ReservationRow promised = Objects.requireNonNull(row, () -> "Nothing was promised before " + event);
        if (event instanceof BackorderFilled it) {
            return promised.keeps(it.number(), it.reserved(), it.backordered(), version);
        }
        StockDispatched left = (StockDispatched) event;
        return promised.keeps(
                promised.number(),
                promised.reserved() - left.reserved(),
                promised.backordered() - left.backordered(),
                version);
    }

    /**
     * A reservation that has ended and is asked for again is a new one. One that was refused at the first ask was never
     * open.
     */
    private static ReservationRow set(@Nullable ReservationRow row, ReservationSet it, long version) {
        return row != null && row.open()
                ? row.keeps(it.number(), it.reserved(), it.backordered(), version)
                : new ReservationRow(
                        it.itemId(),
                        it.orderId(),
                        it.lineId(),
                        row == null ? it.number() : Math.max(row.number(), it.number()),
                        it.reserved(),
                        it.backordered(),
                        it.at(),
                        version,
                        version,
                        row == null ? List.of(version) : row.and(version));
    }

    @Override
    public long version(ReservationRow row) {
        return row.version();
    }
}
