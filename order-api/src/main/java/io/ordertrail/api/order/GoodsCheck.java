package io.ordertrail.api.order;

import static io.ordertrail.api.constraint.CrossFaults.inCurrency;
import static io.ordertrail.api.constraint.CrossFaults.unless;

import io.ordertrail.api.constraint.MoneyBound;
import io.ordertrail.api.constraint.Units;
import io.ordertrail.api.message.FaultCode;
import io.ordertrail.api.message.Refusal.Fault;
import io.ordertrail.api.order.constraint.Lines;
import io.ordertrail.api.order.value.LineRequest;
import io.ordertrail.api.order.value.ShippingRequest;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Rule O1 for lines together: one currency, no discount beyond its price, and a sum that can be computed. */
public final class GoodsCheck {

    private final CurrencyUnit currency;
    private final List<Fault> faults = new ArrayList<>();

    /** Σ of what could be added up, to bound the order as a whole. */
    private BigDecimal sum = BigDecimal.ZERO;

    /** What the lines come to; null once one of them could not be added up. */
    private @Nullable Money goods;

    private GoodsCheck(CurrencyUnit currency) {
        this.currency = currency;
        goods = Money.zero(currency);
    }

    static Stream<Fault> faults(Goods goods) {
        if (goods.currency() == null) {
            return Stream.empty();
        }
        GoodsCheck check = new GoodsCheck(goods.currency());
        check.check(goods);
        return check.faults.stream();
    }

    /** A line alone, at {@code pointer}. */
    public static Stream<Fault> faults(@Nullable LineRequest line, String pointer, CurrencyUnit currency) {
        GoodsCheck check = new GoodsCheck(currency);
        check.check(line, pointer);
        return check.faults.stream();
    }

    private void check(Goods all) {
        add(unless(
                !currency.isPseudoCurrency(),
                "/currency",
                FaultCode.UNKNOWN_CURRENCY,
                currency + " is not money that can be paid with."));
        List<LineRequest> lines = all.lines() == null ? List.of() : all.lines();
        for (int i = 0; i < lines.size() && i < Lines.MOST; i++) {
            check(lines.get(i), "/lines/" + i);
        }
        ShippingRequest shipping = all.shipping();
        if (shipping != null) {
            add(inCurrency(currency, shipping.price(), "/shipping/price"));
            sum = isPrice(shipping.price()) ? sum.add(shipping.price().getAmount()) : sum;
        }
        // Tax can at most double it.
        add(unless(
                MoneyBound.Validator.isBelowLimit(sum),
                "/lines",
                FaultCode.TOO_LARGE,
                "The order's total must be less than 10^15."));
        discount(all.discount());
    }

    /** Where lines are at fault, what they come to is not known yet, and the discount may be right. */
    private void discount(@Nullable Money discount) {
        add(inCurrency(currency, discount, "/discount"));
        if (discount != null && isPrice(discount) && goods != null && faults.isEmpty()) {
            add(unless(
                    !discount.isGreaterThan(goods),
                    "/discount",
                    FaultCode.OUT_OF_RANGE,
                    "A discount on the order is at most what its lines come to."));
        }
    }

    private void check(@Nullable LineRequest line, String at) {
        if (line == null) {
            goods = null;
            return;
        }
        add(inCurrency(currency, line.unitPrice(), at + "/unitPrice"));
        add(inCurrency(currency, line.discount(), at + "/discount"));
        if (line.quantity() < 1 || line.quantity() > Units.MOST || !isPrice(line.unitPrice())) {
            goods = null;
            return;
        }
        Money gross = line.unitPrice().multipliedBy(line.quantity());
        sum = sum.add(gross.getAmount());
        if (!isPrice(line.discount())) {
            goods = null;
            return;
        }
        goods = goods == null ? null : goods.plus(gross).minus(line.discount());
        add(unless(
                !line.discount().isGreaterThan(gross),
                at + "/discount",
                FaultCode.OUT_OF_RANGE,
                "A discount is at most quantity × unit price."));
    }

    private boolean isPrice(@Nullable Money money) {
        return money != null
                && money.getCurrencyUnit().equals(currency)
                && !money.isNegative()
                && MoneyBound.Validator.isBelowLimit(money.getAmount());
    }

    private void add(Stream<Fault> found) {
        found.forEach(faults::add);
    }
}
