package io.ordertrail.query.report;

import io.ordertrail.api.order.OrderCourseEvent.OrderCreated;
import io.ordertrail.api.order.OrderEvent;
import io.ordertrail.api.order.OrderMoneyEvent.ChargebackReversed;
import io.ordertrail.api.order.OrderMoneyEvent.RefundRecorded;
import io.ordertrail.api.order.value.RefundKind;
import io.ordertrail.axon.unknown.UnknownEvents;
import io.ordertrail.query.projection.fold.EventFold;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.jspecify.annotations.Nullable;

/**
 * Sums over a quarter of an hour: of each SKU that was sold, of shipping, and of each way in which money was given
 * back.
 */
final class FigureFold implements EventFold<FigureRow> {

    private static final Set<Class<?>> EVENTS = Stream.concat(
                    SoldOrder.EVENTS.stream(), Stream.<Class<?>>of(RefundRecorded.class, ChargebackReversed.class))
            .collect(Collectors.toUnmodifiableSet());

    private final SoldOrders orders;

    FigureFold(SoldOrders orders) {
        this.orders = orders;
    }

    @Override
    public boolean concerns(EventMessage<?> event) {
        return EVENTS.contains(event.getPayloadType()) || UnknownEvents.mayBe(event, EVENTS);
    }

    @Override
    public Collection<String> keys(EventMessage<?> event) {
        return changes(event).keySet();
    }

    @Override
    public @Nullable FigureRow fold(String key, @Nullable FigureRow row, EventMessage<?> event) {
        Figure more = changes(event).get(key);
        return more == null ? row : FigureRow.plus(row, more);
    }

    @Override
    public long version(FigureRow row) {
        return row.version();
    }

    /** What {@code event} adds, by row. */
    private Map<String, Figure> changes(EventMessage<?> event) {
        OrderEvent payload = UnknownEvents.known(event, OrderEvent.class);
        if (payload instanceof RefundRecorded refund) {
            Figure more = Figure.refunded(refund.kind(), refund.amount(), refund.at());
            return Map.of(more.id(), more);
        }
        if (payload instanceof ChargebackReversed won) {
            Figure less = Figure.refunded(RefundKind.CHARGEBACK, won.amount(), won.at())
                    .negated();
            return Map.of(less.id(), less);
        }
        if (payload instanceof OrderCreated created) {
            SoldOrder order = SoldOrder.placed(created);
            return order.since(order.nothing());
        }
        SoldOrder before = orders.before(payload.orderId(), ((DomainEventMessage<?>) event).getSequenceNumber());
        return before.next(payload).since(before);
    }
}
