package io.ordertrail.command.order;

import io.ordertrail.api.order.OrderEvent;
import io.ordertrail.api.order.OrderEvent.OrderCreated;
import io.ordertrail.api.order.OrderFacts;
import io.ordertrail.api.order.OrderLine;
import io.ordertrail.api.order.Quantities;
import io.ordertrail.command.BusinessTime;
import io.ordertrail.command.Handled;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All that an order must remember in order to decide. It only changes by events ({@link OrderEvolution}).
 *
 * @param orderId the order's own id
 * @param placedAt business time of the placing
 * @param paidAt business time of the latest payment, of the placing before there is one
 * @param heldAt business time of the latest hold, of the placing before there is one
 * @param parcels by shipment id
 * @param returns by return id
 * @param edits by edit id
 * @param refunds ids of the refunds that were recorded
 * @param handled rule O7: every command that was accepted
 */
record OrderState(
        String orderId,
        Instant placedAt,
        Instant paidAt,
        Instant heldAt,
        OrderFacts facts,
        Ordered ordered,
        Map<String, Parcel> parcels,
        Map<String, AskedBack> returns,
        Map<String, Proposal> edits,
        Set<String> refunds,
        Handled handled) {

    static OrderState of(OrderCreated order) {
        return new OrderState(
                order.orderId(),
                order.at(),
                order.at(),
                order.at(),
                OrderFacts.of(order),
                Ordered.of(order),
                Map.of(),
                Map.of(),
                Map.of(),
                Set.of(),
                Handled.all());
    }

    OrderState evolve(OrderEvent event) {
        return OrderEvolution.evolve(this, event);
    }

    /** The line of this id, if the order has it. */
    Optional<LineState> line(String lineId) {
        OrderLine priced = ordered.lines().get(lineId);
        return priced == null ? Optional.empty() : Optional.of(new LineState(priced, units(lineId)));
    }

    Quantities units(String lineId) {
        return Objects.requireNonNull(facts.lines().get(lineId), lineId);
    }

    OrderState with(OrderFacts changed) {
        return new OrderState(
                orderId, placedAt, paidAt, heldAt, changed, ordered, parcels, returns, edits, refunds, handled);
    }

    OrderState with(Ordered changed) {
        return new OrderState(
                orderId, placedAt, paidAt, heldAt, facts, changed, parcels, returns, edits, refunds, handled);
    }

    OrderState withParcels(Map<String, Parcel> changed) {
        return new OrderState(
                orderId, placedAt, paidAt, heldAt, facts, ordered, changed, returns, edits, refunds, handled);
    }

    OrderState withReturns(Map<String, AskedBack> changed) {
        return new OrderState(
                orderId, placedAt, paidAt, heldAt, facts, ordered, parcels, changed, edits, refunds, handled);
    }

    OrderState withEdits(Map<String, Proposal> changed) {
        return new OrderState(
                orderId, placedAt, paidAt, heldAt, facts, ordered, parcels, returns, changed, refunds, handled);
    }

    OrderState withRefunds(Set<String> changed) {
        return new OrderState(
                orderId, placedAt, paidAt, heldAt, facts, ordered, parcels, returns, edits, changed, handled);
    }

    OrderState paid(Instant at) {
        Instant latest = BusinessTime.latest(paidAt, at);
        return new OrderState(
                orderId, placedAt, latest, heldAt, facts, ordered, parcels, returns, edits, refunds, handled);
    }

    OrderState held(Instant at) {
        return new OrderState(orderId, placedAt, paidAt, at, facts, ordered, parcels, returns, edits, refunds, handled);
    }

    OrderState handled(@Nullable String commandId, long version) {
        Handled more = handled.with(commandId, version);
        return new OrderState(
                orderId, placedAt, paidAt, heldAt, facts, ordered, parcels, returns, edits, refunds, more);
    }

    /** The latest delivery, or {@code otherwise} where that is later. */
    Instant lastDelivery(Instant otherwise) {
        return parcels.values().stream()
                .map(Parcel::deliveredAt)
                .filter(Objects::nonNull)
                .reduce(otherwise, BusinessTime::latest);
    }

    /** When the last parcel of a line arrived, if any has. */
    Optional<Instant> deliveryOf(String lineId) {
        return parcels.values().stream()
                .filter(parcel -> parcel.contains(lineId))
                .map(Parcel::deliveredAt)
                .filter(Objects::nonNull)
                .reduce(BusinessTime::latest);
    }
}
