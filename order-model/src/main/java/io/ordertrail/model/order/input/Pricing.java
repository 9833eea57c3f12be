package io.ordertrail.model.order.input;

import io.ordertrail.api.order.constraint.TaxRate;
import io.ordertrail.api.order.value.LineRequest;
import io.ordertrail.api.order.value.OrderLine;
import io.ordertrail.api.order.value.Shipping;
import io.ordertrail.api.order.value.ShippingRequest;
import io.ordertrail.api.order.value.Totals;
import io.ordertrail.model.kernel.Split;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a basket costs (rule O2). Line totals are exact. Tax is computed once for all lines and shipping of one rate
 * that state their prices in the same way, rounded once, and then split over them: so the tax of the parts adds up to
 * the tax that stands on the invoice.
 *
 * @param shipping as priced, null where nothing is shipped at a price
 */
public record Pricing(List<OrderLine> lines, @Nullable Shipping shipping, Totals totals) {

    /** How tax is rounded; recorded in the event, so that a later change of it changes no order placed before. */
    public static final RoundingMode ROUNDING = RoundingMode.HALF_EVEN;

    /** Lines are counted from 1. */
    public static Pricing of(Basket basket) {
        return of(
                basket,
                IntStream.rangeClosed(1, basket.lines().size())
                        .mapToObj(String::valueOf)
                        .toList());
    }

    /**
     * The price of a basket.
     *
     * @param basket one that {@link BasketValidation} has found no fault with
     * @param lineIds one for each of its lines
     */
    public static Pricing of(Basket basket, List<String> lineIds) {
        List<Money> shares = shares(basket);
        List<Taxed> items = new ArrayList<>();
        for (int i = 0; i < shares.size(); i++) {
            LineRequest line = basket.lines().get(i);
            Money total = beforeOrderDiscount(line).minus(shares.get(i));
            items.add(new Taxed(rate(line.taxRate()), line.priceIncludesTax(), total));
        }
        ShippingRequest way = basket.shipping();
        if (way != null) {
            items.add(new Taxed(rate(way.taxRate()), way.priceIncludesTax(), way.price()));
        }
        List<Money> taxes = taxes(items);

        List<OrderLine> lines = new ArrayList<>();
        for (int i = 0; i < basket.lines().size(); i++) {
            lines.add(line(lineIds.get(i), basket.lines().get(i), shares.get(i), items.get(i), taxes.get(i)));
        }
        Shipping shipping = way == null
                ? null
                : new Shipping(
                        way.method(),
                        way.price(),
                        rate(way.taxRate()),
                        way.priceIncludesTax(),
                        taxes.get(taxes.size() - 1));
        return new Pricing(List.copyOf(lines), shipping, totals(basket.currency(), lines, shipping));
    }

    /** Quantity × unit price, before the discount. */
    public static Money gross(LineRequest line) {
        return line.unitPrice().multipliedBy(line.quantity());
    }

    /** What a line comes to with its own discount, before it has its share of the order's. */
    public static Money beforeOrderDiscount(LineRequest line) {
        return gross(line).minus(line.discount());
    }

    /**
     * Of each line, its share of the order's discount, in proportion to what the lines come to as their prices are
     * stated.
     */
    private static List<Money> shares(Basket basket) {
        Money whole = basket.discount() == null ? Money.zero(basket.currency()) : basket.discount();
        return Split.byLargestRemainder(
                whole, basket.lines().stream().map(Pricing::beforeOrderDiscount).toList());
    }

    private static OrderLine line(String lineId, LineRequest asked, Money share, Taxed item, Money tax) {
        return new OrderLine(
                lineId,
                asked.sku(),
                asked.name(),
                asked.quantity(),
                asked.unitPrice(),
                asked.discount().plus(share),
                share,
                item.rate(),
                item.included(),
                item.total(),
                tax,
                null);
    }

    private static List<Money> taxes(List<Taxed> items) {
        Map<Object, List<Integer>> groups = new LinkedHashMap<>();
        for (int i = 0; i < items.size(); i++) {
            groups.computeIfAbsent(items.get(i).group(), group -> new ArrayList<>())
                    .add(i);
        }
        Money[] taxes = new Money[items.size()];
        for (List<Integer> members : groups.values()) {
            List<Money> totals = members.stream().map(i -> items.get(i).total()).toList();
            List<Money> parts =
                    Split.byLargestRemainder(items.get(members.get(0)).taxOn(Money.total(totals)), totals);
            for (int m = 0; m < parts.size(); m++) {
                taxes[members.get(m)] = parts.get(m);
            }
        }
        return List.of(taxes);
    }

    private static Totals totals(CurrencyUnit currency, List<OrderLine> lines, @Nullable Shipping shipping) {
        Money sum = Money.zero(currency);
        Money discount = sum;
        Money tax = sum;
        Money taxAdded = sum;
        for (OrderLine line : lines) {
            sum = sum.plus(line.total());
            discount = discount.plus(line.discount());
            tax = tax.plus(line.tax());
            taxAdded = taxAdded.plus(line.gross().minus(line.total()));
        }
        Money price = Money.zero(currency);
        if (shipping != null) {
            price = shipping.price();
            tax = tax.plus(shipping.tax());
            taxAdded = taxAdded.plus(shipping.gross().minus(price));
        }
        return new Totals(sum, discount, price, tax, taxAdded, sum.plus(price).plus(taxAdded));
    }

    /** The rate as it was given, but never in scientific notation nor with more decimals than it needs beyond six. */
    private static BigDecimal rate(BigDecimal given) {
        if (given.scale() >= 0 && given.scale() <= TaxRate.MAX_DECIMALS) {
            return given;
        }
        BigDecimal plain = given.stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }

    /** Something with a price and a tax rate. {@code included} says whether the total contains the tax. */
    private record Taxed(BigDecimal rate, boolean included, Money total) {

        /** 0.19 and 0.190 are one rate. */
        Object group() {
            return List.of(rate.stripTrailingZeros(), included);
        }

        Money taxOn(Money base) {
            BigDecimal tax = base.getAmount().multiply(rate);
            BigDecimal parts = included ? BigDecimal.ONE.add(rate) : BigDecimal.ONE;
            CurrencyUnit currency = base.getCurrencyUnit();
            return Money.of(currency, tax.divide(parts, currency.getDecimalPlaces(), ROUNDING));
        }
    }
}
