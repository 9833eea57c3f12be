package io.ordertrail.command.order;

import io.ordertrail.api.order.CancelledLine;
import io.ordertrail.api.order.LineQuantity;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.Money;

/** Units taken out of an order, and by how much that makes it worth less. Shipping is not given back. */
record Cancelled(List<CancelledLine> lines, Money value) {

    static Cancelled of(OrderState state, List<LineQuantity> units) {
        List<CancelledLine> lines = new ArrayList<>();
        Money sum = Money.zero(state.facts().funds().value().getCurrencyUnit());
        for (LineQuantity part : units) {
            LineState line = state.line(part.lineId()).orElseThrow();
            Money value = line.valueOf(part.quantity());
            lines.add(new CancelledLine(part.lineId(), part.quantity(), value));
            sum = sum.plus(value);
        }
        return new Cancelled(List.copyOf(lines), sum);
    }
}
