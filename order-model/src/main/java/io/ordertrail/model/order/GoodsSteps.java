package io.ordertrail.model.order;

import io.ordertrail.api.order.OrderCourseEvent.OrderEdited;
import io.ordertrail.api.order.OrderCourseEvent.OrderLinesCancelled;
import io.ordertrail.api.order.OrderGoodsEvent.ShipmentResolved;
import io.ordertrail.api.order.value.CancelledLine;
import io.ordertrail.api.order.value.LineQuantity;
import io.ordertrail.model.order.goods.Quantities;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** What events change of the units of an order's lines, and of what the order is worth with them. */
final class GoodsSteps {

    private GoodsSteps() {}

    static OrderFacts edited(OrderFacts facts, OrderEdited edited) {
        Map<String, Quantities> lines = new LinkedHashMap<>();
        edited.lines().forEach(line -> {
            Quantities before = facts.lines().get(line.lineId());
            lines.put(
                    line.lineId(),
                    before == null ? Quantities.ordered(line.quantity()) : before.reorder(line.quantity()));
        });
        return facts.withLines(Collections.unmodifiableMap(lines))
                .withFunds(facts.funds().worth(edited.totals().grand()))
                // A waiver was of what the order was worth then, and of no more.
                .withWaived(facts.waived() && !edited.difference().isPositive());
    }

    static OrderFacts cancelled(OrderFacts facts, OrderLinesCancelled cancelled) {
        return move(facts, units(cancelled.lines()), Quantities::cancel)
                .withFunds(facts.funds().shrink(cancelled.value()));
    }

    static OrderFacts resolved(OrderFacts facts, ShipmentResolved resolved) {
        List<LineQuantity> units = units(resolved.lines());
        OrderFacts open = move(facts, units, Quantities::lose);
        return StockSteps.kept(resolved.sendAgain() ? open : move(open, units, Quantities::cancel))
                .withFunds(facts.funds().shrink(resolved.value()));
    }

    static OrderFacts move(OrderFacts facts, List<LineQuantity> moved, BiFunction<Quantities, Long, Quantities> step) {
        Map<String, Quantities> lines = new LinkedHashMap<>(facts.lines());
        for (LineQuantity part : moved) {
            Quantities before = lines.get(part.lineId());
            if (before == null) {
                throw new IllegalStateException("There is no line " + part.lineId());
            }
            lines.put(part.lineId(), step.apply(before, (long) part.quantity()));
        }
        return facts.withLines(Collections.unmodifiableMap(lines));
    }

    private static List<LineQuantity> units(List<CancelledLine> lines) {
        return lines.stream()
                .map(line -> new LineQuantity(line.lineId(), line.quantity()))
                .toList();
    }
}
