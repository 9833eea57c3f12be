package io.ordertrail.model.order;

import io.ordertrail.api.order.value.OrderLine;
import io.ordertrail.api.order.value.Shipping;
import io.ordertrail.model.kernel.Split;
import io.ordertrail.model.order.goods.Quantities;
import org.joda.money.Money;

/**
 * What the units cost that are approved to leave: shipping with the first, and the rest to the last cent with the last.
 */
public final class ApprovedWorth {

    private ApprovedWorth() {}

    public static Money of(OrderState state) {
        Money value = state.facts().funds().value();
        Quantities goods = state.facts().goods();
        if (goods.approved() == 0) {
            return Money.zero(value.getCurrencyUnit());
        }
        if (goods.open() == 0) {
            return value;
        }
        Money sum = shipping(state, value);
        for (OrderLine line : state.ordered().lines().values()) {
            Quantities units = state.units(line.lineId());
            sum = sum.plus(Split.portion(line.gross(), 0, units.approved(), units.ordered()));
        }
        return sum.isGreaterThan(value) ? value : sum;
    }

    private static Money shipping(OrderState state, Money value) {
        Shipping way = state.ordered().shipping();
        return way == null ? Money.zero(value.getCurrencyUnit()) : way.gross();
    }
}
