package io.ordertrail.model.order;

import io.ordertrail.api.order.CancelledLine;
import io.ordertrail.api.order.LineQuantity;
import io.ordertrail.api.order.OrderEvent;
import io.ordertrail.api.order.OrderEvent.OrderCreated;
import io.ordertrail.api.order.OrderLine;
import io.ordertrail.model.kernel.BusinessTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.joda.money.Money;

/**
 * All that an order must remember in order to decide. It only changes by events ({@link OrderEvolution}).
 *
 * @param orderId the order's own id
 * @param placedAt business time of the placing
 * @param heldAt business time of the latest hold, of the placing before there is one
 * @param parcels by shipment id
 * @param returns by return id
 * @param edits by edit id
 * @param references of the money that came another way, each with its payment
 * @param received when money came that came another way, by payment
 * @param chargebacks ids of what banks took back and gave back
 * @param resolved ids of the problems that were resolved
 * @param shippingBack what of shipping went back with returns
 */
public record OrderState(
        String orderId,
        Instant placedAt,
        Instant heldAt,
        OrderFacts facts,
        PricedLines ordered,
        Map<String, ShipmentProgress> parcels,
        Map<String, ReturnProgress> returns,
        Map<String, Proposal> edits,
        Map<String, String> references,
        Map<String, Instant> received,
        Set<String> chargebacks,
        Set<String> resolved,
        Money shippingBack) {

    public static OrderState of(OrderCreated order) {
        return new OrderState(
                order.orderId(),
                order.at(),
                order.at(),
                OrderFacts.of(order),
                PricedLines.of(order),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                Set.of(),
                Set.of(),
                Money.zero(order.currency()));
    }

    public OrderState evolve(OrderEvent event) {
        return OrderEvolution.evolve(this, event);
    }

    /** The line of this id, if the order has it. */
    public Optional<LineState> line(String lineId) {
        OrderLine priced = ordered.lines().get(lineId);
        return priced == null ? Optional.empty() : Optional.of(new LineState(priced, units(lineId), backWorth(lineId)));
    }

    public Quantities units(String lineId) {
        return Objects.requireNonNull(facts.lines().get(lineId), lineId);
    }

    /** Units that will not be delivered, with their value. */
    public List<CancelledLine> cancelled(List<LineQuantity> units) {
        return units.stream()
                .map(part -> new CancelledLine(
                        part.lineId(),
                        part.quantity(),
                        line(part.lineId()).orElseThrow().valueOf(part.quantity())))
                .toList();
    }

    public List<String> skusOf(List<LineQuantity> units) {
        return units.stream()
                .map(part -> line(part.lineId()).orElseThrow().priced().sku())
                .toList();
    }

    private Money backWorth(String lineId) {
        return returns.values().stream()
                .map(one -> one.worth().get(lineId))
                .filter(Objects::nonNull)
                .reduce(facts.funds().nothing(), Money::plus);
    }

    public Change change() {
        return new Change(this);
    }

    /** The latest delivery, or {@code otherwise} where that is later. */
    public Instant lastDelivery(Instant otherwise) {
        return parcels.values().stream()
                .map(ShipmentProgress::deliveredAt)
                .filter(Objects::nonNull)
                .reduce(otherwise, BusinessTime::latest);
    }

    /** When the last parcel of a line arrived, if any has. */
    public Optional<Instant> deliveryOf(String lineId) {
        return parcels.values().stream()
                .filter(parcel -> parcel.contains(lineId))
                .map(ShipmentProgress::deliveredAt)
                .filter(Objects::nonNull)
                .reduce(BusinessTime::latest);
    }

    /** A state with some of its parts changed. */
    public static final class Change {

        private final OrderState before;
        private Instant heldAt;
        private OrderFacts facts;
        private PricedLines ordered;
        private Map<String, ShipmentProgress> parcels;
        private Map<String, ReturnProgress> returns;
        private Map<String, Proposal> edits;
        private Map<String, String> references;
        private Map<String, Instant> received;
        private Set<String> chargebacks;
        private Set<String> resolved;
        private Money shippingBack;

        private Change(OrderState before) {
            this.before = before;
            heldAt = before.heldAt;
            facts = before.facts;
            ordered = before.ordered;
            parcels = before.parcels;
            returns = before.returns;
            edits = before.edits;
            references = before.references;
            received = before.received;
            chargebacks = before.chargebacks;
            resolved = before.resolved;
            shippingBack = before.shippingBack;
        }

        Change heldAt(Instant at) {
            heldAt = at;
            return this;
        }

        Change facts(OrderFacts changed) {
            facts = changed;
            return this;
        }

        Change ordered(PricedLines changed) {
            ordered = changed;
            return this;
        }

        Change parcels(Map<String, ShipmentProgress> changed) {
            parcels = changed;
            return this;
        }

        Change returns(Map<String, ReturnProgress> changed) {
            returns = changed;
            return this;
        }

        Change edits(Map<String, Proposal> changed) {
            edits = changed;
            return this;
        }

        Change references(Map<String, String> changed) {
            references = changed;
            return this;
        }

        Change received(Map<String, Instant> changed) {
            received = changed;
            return this;
        }

        Change chargebacks(Set<String> changed) {
            chargebacks = changed;
            return this;
        }

        Change resolved(Set<String> changed) {
            resolved = changed;
            return this;
        }

        Change shippingBack(Money changed) {
            shippingBack = changed;
            return this;
        }

        OrderState state() {
            return new OrderState(
                    before.orderId,
                    before.placedAt,
                    heldAt,
                    facts,
                    ordered,
                    parcels,
                    returns,
                    edits,
                    references,
                    received,
                    chargebacks,
                    resolved,
                    shippingBack);
        }
    }
}
