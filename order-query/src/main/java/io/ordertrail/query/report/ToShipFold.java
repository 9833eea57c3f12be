package io.ordertrail.query.report;

import static io.ordertrail.query.projection.table.RowValues.micros;

import io.ordertrail.api.order.OrderCourseEvent.OrderCancelled;
import io.ordertrail.api.order.OrderCourseEvent.OrderCompleted;
import io.ordertrail.api.order.OrderCourseEvent.OrderConfirmed;
import io.ordertrail.api.order.OrderCourseEvent.OrderCreated;
import io.ordertrail.api.order.OrderCourseEvent.OrderEdited;
import io.ordertrail.api.order.OrderCourseEvent.OrderHeld;
import io.ordertrail.api.order.OrderCourseEvent.OrderLinesCancelled;
import io.ordertrail.api.order.OrderCourseEvent.OrderReleased;
import io.ordertrail.api.order.OrderEvent;
import io.ordertrail.api.order.OrderGoodsEvent.OrderShipped;
import io.ordertrail.api.order.OrderGoodsEvent.ShipmentResolved;
import io.ordertrail.api.order.value.CancelledLine;
import io.ordertrail.api.order.value.LineQuantity;
import io.ordertrail.api.order.value.OrderLine;
import io.ordertrail.axon.unknown.UnknownEvents;
import io.ordertrail.query.projection.fold.EventFold;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.jspecify.annotations.Nullable;

/**
 * One row for each order, from the few events that matter to the warehouse. An event that a row has already changes
 * nothing.
 */
final class ToShipFold implements EventFold<ToShipRow> {

    private static final Set<Class<?>> EVENTS = Set.of(
            OrderCreated.class,
            OrderConfirmed.class,
            OrderHeld.class,
            OrderReleased.class,
            OrderEdited.class,
            OrderLinesCancelled.class,
            OrderShipped.class,
            ShipmentResolved.class,
            OrderCompleted.class,
            OrderCancelled.class);

    @Override
    public boolean concerns(EventMessage<?> event) {
        return EVENTS.contains(event.getPayloadType()) || UnknownEvents.mayBe(event, EVENTS);
    }

    @Override
    public Collection<String> keys(EventMessage<?> event) {
        return List.of(((DomainEventMessage<?>) event).getAggregateIdentifier());
    }

    @Override
    public ToShipRow fold(String key, @Nullable ToShipRow row, EventMessage<?> event) {
        OrderEvent payload = UnknownEvents.known(event, OrderEvent.class);
        long version = ((DomainEventMessage<?>) event).getSequenceNumber();
        if (row != null) {
            return version <= row.version() ? row : next(row, payload).at(version);
        }
        if (payload instanceof OrderCreated order) {
            return first(order, version);
        }
        throw new IllegalStateException(key + " cannot begin with " + payload);
    }

    @Override
    public long version(ToShipRow row) {
        return row.version();
    }

    private static ToShipRow first(OrderCreated order, long version) {
        return new ToShipRow(
                order.orderId(),
                order.number(),
                order.customerId(),
                units(order.lines()),
                0,
                false,
                false,
                micros(order.at()),
                version);
    }

    private static ToShipRow next(ToShipRow row, OrderEvent event) {
        if (event instanceof OrderConfirmed) {
            return row.confirm(micros(event.at()));
        }
        if (event instanceof OrderHeld) {
            return row.hold(true);
        }
        if (event instanceof OrderReleased) {
            return row.hold(false);
        }
        if (event instanceof OrderEdited edited) {
            return row.want(units(edited.lines()));
        }
        if (event instanceof OrderLinesCancelled cancelled) {
            return row.want(row.wanted() - cancelled(cancelled.lines()));
        }
        if (event instanceof ShipmentResolved lost) {
            long units = cancelled(lost.lines());
            return row.ship(-units).want(lost.sendAgain() ? row.wanted() : row.wanted() - units);
        }
        if (event instanceof OrderShipped left) {
            return row.ship(
                    left.lines().stream().mapToLong(LineQuantity::quantity).sum());
        }
        if (event instanceof OrderCompleted || event instanceof OrderCancelled) {
            return row.end();
        }
        throw new IllegalArgumentException("Nothing to do for " + event);
    }

    private static long cancelled(List<CancelledLine> lines) {
        return lines.stream().mapToLong(CancelledLine::quantity).sum();
    }

    private static long units(List<OrderLine> lines) {
        return lines.stream().mapToLong(OrderLine::quantity).sum();
    }
}
