package io.ordertrail.model.order;

import io.ordertrail.api.order.OrderEvent;
import io.ordertrail.api.order.OrderEvent.ChargebackReversed;
import io.ordertrail.api.order.OrderEvent.OrderDelivered;
import io.ordertrail.api.order.OrderEvent.OrderEditProposed;
import io.ordertrail.api.order.OrderEvent.OrderEdited;
import io.ordertrail.api.order.OrderEvent.OrderHeld;
import io.ordertrail.api.order.OrderEvent.OrderLinesCancelled;
import io.ordertrail.api.order.OrderEvent.OrderProblemResolved;
import io.ordertrail.api.order.OrderEvent.OrderShipped;
import io.ordertrail.api.order.OrderEvent.PaymentProcessed;
import io.ordertrail.api.order.OrderEvent.RefundRecorded;
import io.ordertrail.api.order.OrderEvent.ReturnRecorded;
import io.ordertrail.api.order.OrderEvent.ShipmentApproved;
import io.ordertrail.api.order.OrderEvent.ShipmentResolved;
import io.ordertrail.api.order.OrderEvent.ShipmentUndelivered;
import io.ordertrail.api.order.OrderEvent.ShipmentWithdrawn;
import io.ordertrail.api.order.PaymentKind;
import io.ordertrail.api.order.RefundKind;
import io.ordertrail.api.order.ReturnStage;
import io.ordertrail.api.payment.PaymentChoice;
import java.time.Instant;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * What each event means for the state: for the facts what {@link io.ordertrail.model.order.OrderFacts#after} says, and here what the
 * order remembers of its parts. It never refuses: what has happened has happened.
 */
final class OrderEvolution {

    private OrderEvolution() {}

    public static OrderState evolve(OrderState before, OrderEvent event) {
        OrderState state = before.change().facts(before.facts().after(event)).state();
        return returns(money(parcels(ordered(state, event), event), event), event);
    }

    private static OrderState ordered(OrderState state, OrderEvent event) {
        if (event instanceof OrderHeld held) {
            return state.change().heldAt(held.at()).state();
        }
        if (event instanceof OrderLinesCancelled) {
            return goodsChanged(state);
        }
        if (event instanceof OrderEditProposed proposed) {
            return state.change()
                    .edits(put(state.edits(), proposed.editId(), new Proposal(proposed, false)))
                    .state();
        }
        if (event instanceof OrderEdited edited) {
            return goodsChanged(
                    state.change().ordered(state.ordered().edited(edited)).state());
        }
        return event instanceof OrderProblemResolved problem
                ? state.change()
                        .resolved(plus(state.resolved(), problem.problemId()))
                        .state()
                : state;
    }

    private static OrderState parcels(OrderState state, OrderEvent event) {
        if (event instanceof ShipmentApproved approved) {
            return goodsChanged(state.change()
                    .parcels(put(
                            state.parcels(),
                            approved.shipmentId(),
                            ShipmentProgress.approved(approved.lines(), approved.at())))
                    .state());
        }
        if (event instanceof ShipmentWithdrawn withdrawn) {
            return goodsChanged(
                    parcel(state, withdrawn.shipmentId(), parcel -> parcel.ended(ShipmentProgress.End.WITHDRAWN)));
        }
        if (event instanceof OrderShipped shipped) {
            return parcel(state, shipped.shipmentId(), parcel -> parcel.dispatched(shipped.at()));
        }
        if (event instanceof OrderDelivered delivered) {
            return parcel(state, delivered.shipmentId(), parcel -> parcel.delivered(delivered.at()));
        }
        if (event instanceof ShipmentUndelivered missing) {
            ShipmentProgress.End end = missing.returned() ? ShipmentProgress.End.RETURNED : ShipmentProgress.End.LOST;
            return parcel(state, missing.shipmentId(), parcel -> parcel.ended(end));
        }
        return event instanceof ShipmentResolved resolved
                ? goodsChanged(
                        parcel(state, resolved.shipmentId(), parcel -> parcel.ended(ShipmentProgress.End.RESOLVED)))
                : state;
    }

    private static OrderState money(OrderState state, OrderEvent event) {
        if (event instanceof PaymentProcessed paid && paid.method().equals(PaymentChoice.MANUAL)) {
            return byHand(state, paid);
        }
        if (event instanceof RefundRecorded refund && refund.kind() == RefundKind.CHARGEBACK) {
            return state.change()
                    .chargebacks(plus(state.chargebacks(), refund.refundId()))
                    .state();
        }
        return event instanceof ChargebackReversed won
                ? state.change()
                        .chargebacks(plus(state.chargebacks(), won.reversalId()))
                        .state()
                : state;
    }

    /** Of money that has not come after all, the reference may be told again. */
    private static OrderState byHand(OrderState state, PaymentProcessed paid) {
        Map<String, String> references = new LinkedHashMap<>(state.references());
        Map<String, Instant> received = paid.kind() == PaymentKind.CAPTURED
                ? put(state.received(), paid.paymentId(), paid.at())
                : state.received();
        if (paid.kind() == PaymentKind.DECLINED) {
            references.values().removeIf(paid.paymentId()::equals);
        } else if (paid.reference() != null) {
            references.put(paid.reference(), paid.paymentId());
        }
        return state.change()
                .references(Collections.unmodifiableMap(references))
                .received(received)
                .state();
    }

    private static OrderState returns(OrderState state, OrderEvent event) {
        if (!(event instanceof ReturnRecorded returned)) {
            return state;
        }
        ReturnProgress changed = returned.stage() == ReturnStage.REQUESTED
                ? ReturnProgress.of(returned)
                : Objects.requireNonNull(state.returns().get(returned.returnId()), returned.returnId())
                        .after(returned);
        OrderState.Change change = state.change().returns(put(state.returns(), returned.returnId(), changed));
        return returned.shipping() == null
                ? change.state()
                : change.shippingBack(state.shippingBack().plus(returned.shipping()))
                        .state();
    }

    private static OrderState parcel(OrderState state, String shipmentId, UnaryOperator<ShipmentProgress> step) {
        ShipmentProgress parcel = Objects.requireNonNull(state.parcels().get(shipmentId), shipmentId);
        return state.change()
                .parcels(put(state.parcels(), shipmentId, step.apply(parcel)))
                .state();
    }

    /** What was worked out for other goods can no longer be done. */
    private static OrderState goodsChanged(OrderState state) {
        Map<String, Proposal> outdated = new LinkedHashMap<>(state.edits());
        outdated.replaceAll((id, proposal) -> new Proposal(proposal.edit(), true));
        return state.change().edits(Collections.unmodifiableMap(outdated)).state();
    }

    private static <V> Map<String, V> put(Map<String, V> map, String key, V value) {
        Map<String, V> changed = new LinkedHashMap<>(map);
        changed.put(key, value);
        return Collections.unmodifiableMap(changed);
    }

    private static Set<String> plus(Set<String> known, String name) {
        Set<String> more = new HashSet<>(known);
        more.add(name);
        return Set.copyOf(more);
    }
}
