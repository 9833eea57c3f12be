package io.ordertrail.model.order.input;

import io.ordertrail.api.order.LineRequest;
import io.ordertrail.api.order.ShippingRequest;
import io.ordertrail.model.kernel.Faults;
import java.math.BigDecimal;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Rule O1: at least one line, quantities above zero, one currency; and the bounds within which prices can be computed. */
public final class BasketValidation {

    public static final int MAX_LINES = 500;
    public static final int MAX_RATE_DECIMALS = 6;

    private final Faults faults;
    private final CurrencyUnit currency;

    /** Σ of what could be added up, to bound the order as a whole. */
    private BigDecimal sum = BigDecimal.ZERO;

    /** Σ of what the lines come to, as far as they could be added up. */
    private BigDecimal goods = BigDecimal.ZERO;

    private BasketValidation(Faults faults, CurrencyUnit currency) {
        this.faults = faults;
        this.currency = currency;
    }

    public static void check(Basket basket, Faults faults) {
        if (!faults.present(basket.currency(), "/currency")) {
            return;
        }
        faults.unless(
                !basket.currency().isPseudoCurrency(),
                "/currency",
                "UNKNOWN_CURRENCY",
                basket.currency() + " is not money that can be paid with.");
        BasketValidation check = new BasketValidation(faults, basket.currency());
        check.check(basket.lines(), basket.shipping());
        check.discount(basket.discount());
    }

    /** A line alone; {@code pointer} is its place in the request. */
    public static void check(LineRequest line, String pointer, CurrencyUnit currency, Faults faults) {
        new BasketValidation(faults, currency).check(line, pointer);
    }

    private void check(@Nullable List<LineRequest> lines, @Nullable ShippingRequest shipping) {
        if (lines == null || lines.isEmpty()) {
            faults.unless(false, "/lines", "REQUIRED", "An order needs at least one line.");
        } else if (lines.size() > MAX_LINES) {
            faults.unless(false, "/lines", "TOO_MANY", "An order has at most " + MAX_LINES + " lines.");
        } else {
            for (int i = 0; i < lines.size(); i++) {
                check(lines.get(i), "/lines/" + i);
            }
        }
        if (shipping != null) {
            faults.text(shipping.method(), "/shipping/method", Faults.MAX_REFERENCE);
            rate(shipping.taxRate(), "/shipping/taxRate");
            if (faults.amount(shipping.price(), "/shipping/price", currency)) {
                sum = sum.add(shipping.price().getAmount());
            }
        }
        // Tax can at most double it.
        faults.unless(
                sum.compareTo(Faults.MAX_AMOUNT) < 0,
                "/lines",
                "TOO_LARGE",
                "The order's total must be less than 10^15.");
    }

    /** Where lines are at fault, what they come to is not known yet, and the discount may be right. */
    private void discount(@Nullable Money discount) {
        if (discount == null || !faults.amount(discount, "/discount", currency) || faults.areAny()) {
            return;
        }
        faults.unless(
                discount.getAmount().compareTo(goods) <= 0,
                "/discount",
                "OUT_OF_RANGE",
                "A discount on the order is at most what its lines come to.");
    }

    private void check(@Nullable LineRequest line, String at) {
        if (!faults.present(line, at)) {
            return;
        }
        faults.text(line.sku(), at + "/sku", Faults.MAX_SKU).text(line.name(), at + "/name", Faults.MAX_NAME);
        rate(line.taxRate(), at + "/taxRate");
        boolean counted = line.quantity() >= 1 && line.quantity() <= LineRequest.MAX_QUANTITY;
        faults.unless(
                counted,
                at + "/quantity",
                "OUT_OF_RANGE",
                "A quantity lies between 1 and " + LineRequest.MAX_QUANTITY + ".");
        boolean priced = faults.amount(line.unitPrice(), at + "/unitPrice", currency);
        boolean reduced = faults.amount(line.discount(), at + "/discount", currency);
        if (counted && priced) {
            Money gross = Pricing.gross(line);
            sum = sum.add(gross.getAmount());
            if (reduced) {
                goods = goods.add(Pricing.beforeOrderDiscount(line).getAmount());
                faults.unless(
                        !line.discount().isGreaterThan(gross),
                        at + "/discount",
                        "OUT_OF_RANGE",
                        "A discount is at most quantity × unit price.");
            }
        }
    }

    private void rate(@Nullable BigDecimal rate, String pointer) {
        if (!faults.present(rate, pointer)) {
            return;
        }
        if (rate.signum() < 0 || rate.compareTo(BigDecimal.ONE) > 0) {
            faults.unless(false, pointer, "OUT_OF_RANGE", "A tax rate is a fraction between 0 and 1: 0.19 is 19 %.");
        } else {
            faults.unless(
                    rate.stripTrailingZeros().scale() <= MAX_RATE_DECIMALS,
                    pointer,
                    "TOO_PRECISE",
                    "A tax rate has at most " + MAX_RATE_DECIMALS + " decimals.");
        }
    }
}
