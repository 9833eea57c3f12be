package io.ordertrail.query.order;

import io.ordertrail.api.order.CancelledLine;
import io.ordertrail.api.order.LineQuantity;
import io.ordertrail.api.order.OrderEvent;
import io.ordertrail.api.order.OrderEvent.OrderCancelled;
import io.ordertrail.api.order.OrderEvent.OrderCreated;
import io.ordertrail.api.order.OrderEvent.OrderDelivered;
import io.ordertrail.api.order.OrderEvent.OrderLinesCancelled;
import io.ordertrail.api.order.OrderEvent.OrderShipped;
import io.ordertrail.api.order.OrderEvent.PaymentProcessed;
import io.ordertrail.api.order.OrderEvent.ShipmentApproved;
import io.ordertrail.api.order.OrderLine;
import io.ordertrail.api.order.OrderView;
import io.ordertrail.api.order.OrderView.Shipment;
import io.ordertrail.api.order.OrderView.ShipmentStatus;
import io.ordertrail.api.order.Quantities;
import io.ordertrail.query.projection.Recorded;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The order, from its events: one function behind the stored view, the answer "as of", and the proof that both agree. It
 * knows no clock and no database.
 */
final class OrderFold {

    private OrderFold() {}

    /** {@code before} with one more event, or {@code before} itself where it already holds that event. */
    static FoldedOrder fold(@Nullable FoldedOrder before, Recorded<OrderEvent> recorded) {
        OrderEvent event = recorded.event();
        if (before == null) {
            recorded.follows(-1);
            return first(event, recorded);
        }
        if (!recorded.follows(before.version())) {
            return before;
        }
        return detail(before, event)
                .at(FactsFold.next(before.facts(), event), recorded.version(), recorded.recordedAt());
    }

    /** What is told to whoever asks. Words are derived here and now, so that no row can hold an old one. */
    static OrderView view(FoldedOrder order) {
        return OrderViews.of(order);
    }

    private static FoldedOrder first(OrderEvent event, Recorded<OrderEvent> recorded) {
        if (!(event instanceof OrderCreated order)) {
            throw new IllegalStateException("A stream cannot begin with " + event);
        }
        Map<String, Quantities> quantities = new LinkedHashMap<>();
        for (OrderLine line : order.lines()) {
            quantities.put(line.lineId(), Quantities.ordered(line.quantity()));
        }
        return new FoldedOrder(
                order,
                FactsFold.first(order),
                quantities,
                List.of(),
                List.of(),
                null,
                recorded.version(),
                recorded.recordedAt());
    }

    private static FoldedOrder detail(FoldedOrder order, OrderEvent event) {
        if (event instanceof PaymentProcessed paid) {
            return order.withPayments(and(
                    order.payments(),
                    new OrderView.Payment(
                            paid.paymentId(), paid.kind(), paid.method(), paid.amount(), paid.reference(), paid.at())));
        }
        if (event instanceof ShipmentApproved approved) {
            Shipment parcel = new Shipment(
                    approved.shipmentId(),
                    ShipmentStatus.APPROVED,
                    approved.lines(),
                    null,
                    null,
                    approved.at(),
                    null,
                    null);
            return order.with(move(order, approved.lines(), Quantities::approve))
                    .withShipments(and(order.shipments(), parcel));
        }
        if (event instanceof OrderShipped shipped) {
            return order.with(move(order, shipped.lines(), Quantities::ship))
                    .withShipments(change(order, shipped.shipmentId(), parcel -> dispatched(parcel, shipped)));
        }
        if (event instanceof OrderDelivered delivered) {
            return order.with(move(order, delivered.lines(), Quantities::deliver))
                    .withShipments(change(order, delivered.shipmentId(), parcel -> delivered(parcel, delivered)));
        }
        if (event instanceof OrderCancelled cancelled) {
            return order.with(new OrderView.Cancellation(cancelled.reason(), cancelled.note(), cancelled.at()));
        }
        if (event instanceof OrderLinesCancelled cancelled) {
            return order.with(move(order, units(cancelled.lines()), Quantities::cancel));
        }
        return order;
    }

    private static Shipment dispatched(Shipment parcel, OrderShipped shipped) {
        return new Shipment(
                parcel.id(),
                ShipmentStatus.DISPATCHED,
                parcel.lines(),
                shipped.carrier(),
                shipped.trackingNumber(),
                parcel.approvedAt(),
                shipped.at(),
                null);
    }

    private static Shipment delivered(Shipment parcel, OrderDelivered delivered) {
        return new Shipment(
                parcel.id(),
                ShipmentStatus.DELIVERED,
                parcel.lines(),
                parcel.carrier(),
                parcel.trackingNumber(),
                parcel.approvedAt(),
                parcel.dispatchedAt(),
                delivered.at());
    }

    private static List<LineQuantity> units(List<CancelledLine> lines) {
        return lines.stream()
                .map(line -> new LineQuantity(line.lineId(), line.quantity()))
                .toList();
    }

    private static Map<String, Quantities> move(
            FoldedOrder order, List<LineQuantity> lines, BiFunction<Quantities, Long, Quantities> step) {
        Map<String, Quantities> moved = new LinkedHashMap<>(order.quantities());
        for (LineQuantity line : lines) {
            Quantities before = moved.get(line.lineId());
            if (before == null) {
                throw new IllegalStateException(order.orderId() + " has no line " + line.lineId());
            }
            moved.put(line.lineId(), step.apply(before, (long) line.quantity()));
        }
        return moved;
    }

    private static List<Shipment> change(FoldedOrder order, String shipmentId, UnaryOperator<Shipment> step) {
        if (order.shipments().stream().noneMatch(parcel -> parcel.id().equals(shipmentId))) {
            throw new IllegalStateException(order.orderId() + " has no shipment " + shipmentId);
        }
        return order.shipments().stream()
                .map(parcel -> parcel.id().equals(shipmentId) ? step.apply(parcel) : parcel)
                .toList();
    }

    private static <T> List<T> and(List<T> some, T one) {
        List<T> more = new ArrayList<>(some);
        more.add(one);
        return List.copyOf(more);
    }
}
