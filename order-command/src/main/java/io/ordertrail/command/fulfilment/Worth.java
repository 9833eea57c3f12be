package io.ordertrail.command.fulfilment;

import io.ordertrail.api.order.CancelledLine;
import io.ordertrail.api.order.LineQuantity;
import io.ordertrail.api.order.OrderLine;
import io.ordertrail.api.order.Shipping;
import io.ordertrail.command.Split;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What an order is worth, and how much of it is approved to leave. Shipping is asked for with the first parcel.
 *
 * @param value what the whole order is worth now
 * @param shipping what the customer pays for shipping, tax included
 */
record Worth(Money value, Money shipping, Map<String, Line> lines) {

    /** A line: what all of it costs, its units, and how many of them are approved or cancelled. */
    record Line(Money gross, long ordered, long approved, long cancelled) {

        boolean hasAllApproved() {
            return approved >= ordered - cancelled;
        }
    }

    static Worth of(Money value, List<OrderLine> lines, @Nullable Shipping shipping) {
        Map<String, Line> each = new LinkedHashMap<>();
        lines.forEach(line -> each.put(line.lineId(), new Line(line.gross(), line.quantity(), 0, 0)));
        Money way = shipping == null ? Money.zero(value.getCurrencyUnit()) : shipping.gross();
        return new Worth(value, way, each);
    }

    /** The goods are others, and none of them is approved yet. */
    Worth edited(Money newValue, List<OrderLine> newLines) {
        return new Worth(newValue, shipping, of(newValue, newLines, null).lines());
    }

    Worth approve(List<LineQuantity> units) {
        return move(units, 1);
    }

    Worth withdraw(List<LineQuantity> units) {
        return move(units, -1);
    }

    Worth cancel(List<CancelledLine> units) {
        Money less = units.stream().map(CancelledLine::value).reduce(Money.zero(value.getCurrencyUnit()), Money::plus);
        Map<String, Line> fewer = new LinkedHashMap<>(lines);
        units.forEach(part -> fewer.computeIfPresent(
                part.lineId(),
                (id, line) ->
                        new Line(line.gross(), line.ordered(), line.approved(), line.cancelled() + part.quantity())));
        return new Worth(value.minus(less), shipping, Collections.unmodifiableMap(fewer));
    }

    /** What is to be captured once all that is approved leaves; in the end the whole value, to the last cent. */
    Money approved() {
        if (lines.values().stream().allMatch(Line::hasAllApproved)) {
            return value;
        }
        Money goods = Money.zero(value.getCurrencyUnit());
        for (Line line : lines.values()) {
            goods = goods.plus(Split.portion(line.gross(), 0, line.approved(), line.ordered()));
        }
        Money sum = goods.isZero() ? goods : goods.plus(shipping);
        return sum.isGreaterThan(value) ? value : sum;
    }

    private Worth move(List<LineQuantity> units, int direction) {
        Map<String, Line> moved = new LinkedHashMap<>(lines);
        units.forEach(part -> moved.computeIfPresent(
                part.lineId(),
                (id, line) -> new Line(
                        line.gross(),
                        line.ordered(),
                        line.approved() + (long) direction * part.quantity(),
                        line.cancelled())));
        return new Worth(value, shipping, Collections.unmodifiableMap(moved));
    }
}
