package io.ordertrail.command.order;

import static io.ordertrail.api.order.OrderLifecycle.CANCELLED;
import static io.ordertrail.api.order.OrderLifecycle.COMPLETED;
import static io.ordertrail.api.order.OrderLifecycle.CONFIRMED;

import io.ordertrail.api.order.LineQuantity;
import io.ordertrail.api.order.OrderEvent;
import io.ordertrail.api.order.OrderEvent.OrderCancelled;
import io.ordertrail.api.order.OrderEvent.OrderCompleted;
import io.ordertrail.api.order.OrderEvent.OrderConfirmed;
import io.ordertrail.api.order.OrderEvent.OrderDelivered;
import io.ordertrail.api.order.OrderEvent.OrderHeld;
import io.ordertrail.api.order.OrderEvent.OrderLinesCancelled;
import io.ordertrail.api.order.OrderEvent.OrderNoteAdded;
import io.ordertrail.api.order.OrderEvent.OrderReleased;
import io.ordertrail.api.order.OrderEvent.OrderShipped;
import io.ordertrail.api.order.OrderEvent.PaymentProcessed;
import io.ordertrail.api.order.OrderEvent.PaymentWaived;
import io.ordertrail.api.order.OrderEvent.ShipmentApproved;
import io.ordertrail.api.order.OrderFacts;
import io.ordertrail.api.order.PaymentKind;
import io.ordertrail.api.order.Quantities;
import java.util.Objects;

/** What each event means for the state. It never refuses: what has happened has happened. */
final class OrderEvolution {

    private OrderEvolution() {}

    static OrderState evolve(OrderState state, OrderEvent event) {
        OrderFacts facts = state.facts();
        if (event instanceof PaymentProcessed paid) {
            var funds = paid.kind() == PaymentKind.CAPTURED
                    ? facts.funds().capture(paid.amount())
                    : facts.funds().authorize(paid.amount());
            return state.with(facts.with(funds)).paid(paid.paymentId(), paid.at());
        }
        if (event instanceof PaymentWaived) {
            return state.with(facts.waive());
        }
        if (event instanceof OrderConfirmed) {
            return state.with(facts.become(CONFIRMED));
        }
        if (event instanceof OrderHeld held) {
            return state.held(held.reason(), held.at());
        }
        if (event instanceof OrderReleased) {
            return state.with(facts.hold(null));
        }
        if (event instanceof ShipmentApproved approved) {
            return state.move(approved.lines(), Quantities::approve)
                    .with(approved.shipmentId(), new Parcel(approved.lines(), approved.at(), null, null));
        }
        if (event instanceof OrderShipped shipped) {
            return state.move(shipped.lines(), Quantities::ship)
                    .with(
                            shipped.shipmentId(),
                            parcel(state, shipped.shipmentId()).dispatched(shipped.at()));
        }
        if (event instanceof OrderDelivered delivered) {
            return state.move(delivered.lines(), Quantities::deliver)
                    .with(
                            delivered.shipmentId(),
                            parcel(state, delivered.shipmentId()).delivered(delivered.at()));
        }
        if (event instanceof OrderCompleted) {
            return state.with(facts.become(COMPLETED));
        }
        if (event instanceof OrderCancelled) {
            return state.with(facts.become(CANCELLED));
        }
        if (event instanceof OrderLinesCancelled cancelled) {
            var units = cancelled.lines().stream()
                    .map(line -> new LineQuantity(line.lineId(), line.quantity()))
                    .toList();
            OrderState moved = state.move(units, Quantities::cancel);
            return moved.with(moved.facts().with(facts.funds().shrink(cancelled.value())));
        }
        if (event instanceof OrderNoteAdded) {
            return state;
        }
        throw new IllegalArgumentException("An order that exists cannot take in " + event);
    }

    private static Parcel parcel(OrderState state, String shipmentId) {
        return Objects.requireNonNull(state.parcels().get(shipmentId), shipmentId);
    }
}
