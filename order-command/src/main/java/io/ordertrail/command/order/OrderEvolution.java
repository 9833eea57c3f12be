package io.ordertrail.command.order;

import io.ordertrail.api.order.OrderEvent;
import io.ordertrail.api.order.OrderEvent.OrderDelivered;
import io.ordertrail.api.order.OrderEvent.OrderEditProposed;
import io.ordertrail.api.order.OrderEvent.OrderEdited;
import io.ordertrail.api.order.OrderEvent.OrderHeld;
import io.ordertrail.api.order.OrderEvent.OrderLinesCancelled;
import io.ordertrail.api.order.OrderEvent.OrderShipped;
import io.ordertrail.api.order.OrderEvent.OrderStockRequested;
import io.ordertrail.api.order.OrderEvent.PaymentProcessed;
import io.ordertrail.api.order.OrderEvent.RefundRecorded;
import io.ordertrail.api.order.OrderEvent.ReturnRecorded;
import io.ordertrail.api.order.OrderEvent.ShipmentApproved;
import io.ordertrail.api.order.OrderEvent.ShipmentWithdrawn;
import io.ordertrail.api.order.OrderFacts;
import io.ordertrail.api.order.ReturnStage;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What each event means for the state: for the facts what {@link OrderFacts#after} says, and here what the order remembers
 * of its parts. It never refuses: what has happened has happened.
 */
final class OrderEvolution {

    private OrderEvolution() {}

    static OrderState evolve(OrderState before, OrderEvent event) {
        OrderState state = before.with(before.facts().after(event));
        if (event instanceof PaymentProcessed paid) {
            return state.paid(paid.at());
        }
        if (event instanceof OrderHeld held) {
            return state.held(held.at());
        }
        if (event instanceof ShipmentApproved approved) {
            return goodsChanged(state.withParcels(
                    put(state.parcels(), approved.shipmentId(), Parcel.approved(approved.lines(), approved.at()))));
        }
        if (event instanceof ShipmentWithdrawn withdrawn) {
            return goodsChanged(parcel(state, withdrawn.shipmentId(), Parcel::takenBack));
        }
        if (event instanceof OrderShipped shipped) {
            return parcel(state, shipped.shipmentId(), parcel -> parcel.dispatched(shipped.at()));
        }
        if (event instanceof OrderDelivered delivered) {
            return parcel(state, delivered.shipmentId(), parcel -> parcel.delivered(delivered.at()));
        }
        if (event instanceof OrderLinesCancelled) {
            return goodsChanged(state);
        }
        if (event instanceof OrderStockRequested requested) {
            return state.with(state.ordered().asked(requested.lines()));
        }
        if (event instanceof OrderEditProposed proposed) {
            return state.withEdits(put(state.edits(), proposed.editId(), new Proposal(proposed, false)));
        }
        if (event instanceof OrderEdited edited) {
            return goodsChanged(state.with(state.ordered().edited(edited)));
        }
        if (event instanceof RefundRecorded refund) {
            return state.withRefunds(Stream.concat(state.refunds().stream(), Stream.of(refund.refundId()))
                    .collect(Collectors.toUnmodifiableSet()));
        }
        return event instanceof ReturnRecorded returned ? returned(state, returned) : state;
    }

    private static OrderState parcel(OrderState state, String shipmentId, UnaryOperator<Parcel> step) {
        Parcel parcel = Objects.requireNonNull(state.parcels().get(shipmentId), shipmentId);
        return state.withParcels(put(state.parcels(), shipmentId, step.apply(parcel)));
    }

    private static OrderState returned(OrderState state, ReturnRecorded event) {
        AskedBack changed = event.stage() == ReturnStage.REQUESTED
                ? AskedBack.of(event)
                : Objects.requireNonNull(state.returns().get(event.returnId()), event.returnId())
                        .after(event);
        return state.withReturns(put(state.returns(), event.returnId(), changed));
    }

    /** What was worked out for other goods can no longer be done. */
    private static OrderState goodsChanged(OrderState state) {
        Map<String, Proposal> outdated = new LinkedHashMap<>(state.edits());
        outdated.replaceAll((id, proposal) -> new Proposal(proposal.edit(), true));
        return state.withEdits(Collections.unmodifiableMap(outdated));
    }

    private static <V> Map<String, V> put(Map<String, V> map, String key, V value) {
        Map<String, V> changed = new LinkedHashMap<>(map);
        changed.put(key, value);
        return Collections.unmodifiableMap(changed);
    }
}
