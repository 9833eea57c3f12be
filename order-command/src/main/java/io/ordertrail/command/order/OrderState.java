package io.ordertrail.command.order;

import io.ordertrail.api.order.Funds;
import io.ordertrail.api.order.LineQuantity;
import io.ordertrail.api.order.OrderEvent;
import io.ordertrail.api.order.OrderEvent.OrderCreated;
import io.ordertrail.api.order.OrderFacts;
import io.ordertrail.api.order.OrderLine;
import io.ordertrail.api.order.Quantities;
import io.ordertrail.command.BusinessTime;
import io.ordertrail.command.Handled;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that an order must remember in order to decide. It only changes by events ({@link OrderEvolution}).
 *
 * @param placedAt business time of the placing
 * @param paidAt business time of the latest payment, of the placing before there is one
 * @param heldAt business time of the latest hold, of the placing before there is one
 * @param lines by line id, in the order's order
 * @param parcels by shipment id
 * @param payments ids of the payments that were recorded
 * @param handled rule O7: every command that was accepted
 */
record OrderState(
        Instant placedAt,
        Instant paidAt,
        Instant heldAt,
        OrderFacts facts,
        Map<String, LineState> lines,
        Map<String, Parcel> parcels,
        Set<String> payments,
        Handled handled) {

    static OrderState of(OrderCreated order) {
        Map<String, LineState> lines = new LinkedHashMap<>();
        for (OrderLine line : order.lines()) {
            lines.put(line.lineId(), new LineState(line.gross(), Quantities.ordered(line.quantity())));
        }
        long units = order.lines().stream().mapToLong(OrderLine::quantity).sum();
        return new OrderState(
                order.at(),
                order.at(),
                order.at(),
                OrderFacts.created(
                        order.paymentTerms(),
                        Quantities.ordered(units),
                        Funds.owing(order.totals().grand())),
                Collections.unmodifiableMap(lines),
                Map.of(),
                Set.of(),
                Handled.all());
    }

    OrderState evolve(OrderEvent event) {
        return OrderEvolution.evolve(this, event);
    }

    OrderState with(OrderFacts changed) {
        return new OrderState(placedAt, paidAt, heldAt, changed, lines, parcels, payments, handled);
    }

    OrderState with(String shipmentId, Parcel parcel) {
        return new OrderState(
                placedAt, paidAt, heldAt, facts, lines, put(parcels, shipmentId, parcel), payments, handled);
    }

    OrderState paid(String paymentId, Instant at) {
        Set<String> more =
                Stream.concat(payments.stream(), Stream.of(paymentId)).collect(Collectors.toUnmodifiableSet());
        return new OrderState(placedAt, BusinessTime.latest(paidAt, at), heldAt, facts, lines, parcels, more, handled);
    }

    OrderState held(String reason, Instant at) {
        return new OrderState(placedAt, paidAt, at, facts.hold(reason), lines, parcels, payments, handled);
    }

    OrderState handled(@Nullable String commandId, long version) {
        return new OrderState(
                placedAt, paidAt, heldAt, facts, lines, parcels, payments, handled.with(commandId, version));
    }

    /** Moves units of some lines, and of the order as a whole, from one count to the next. */
    OrderState move(List<LineQuantity> moved, BiFunction<Quantities, Long, Quantities> step) {
        Map<String, LineState> changed = new LinkedHashMap<>(lines);
        Quantities goods = facts.goods();
        for (LineQuantity part : moved) {
            long units = part.quantity();
            changed.computeIfPresent(part.lineId(), (id, line) -> line.with(step.apply(line.units(), units)));
            goods = step.apply(goods, units);
        }
        return new OrderState(
                placedAt,
                paidAt,
                heldAt,
                facts.with(goods),
                Collections.unmodifiableMap(changed),
                parcels,
                payments,
                handled);
    }

    /** The latest delivery, or {@code otherwise} where that is later. */
    Instant lastDelivery(Instant otherwise) {
        Instant last = otherwise;
        for (Parcel parcel : parcels.values()) {
            last = parcel.deliveredAt() == null ? last : BusinessTime.latest(last, parcel.deliveredAt());
        }
        return last;
    }

    private static <V> Map<String, V> put(Map<String, V> map, String key, V value) {
        Map<String, V> changed = new LinkedHashMap<>(map);
        changed.put(key, value);
        return Collections.unmodifiableMap(changed);
    }
}
