package io.ordertrail.command.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordertrail.api.order.value.LineRequest;
import io.ordertrail.api.order.value.OrderLine;
import io.ordertrail.api.order.value.ShippingRequest;
import io.ordertrail.api.order.value.Totals;
import io.ordertrail.api.order.view.OrderQuery.QuoteOrder;
import io.ordertrail.axon.message.CommandValidation;
import io.ordertrail.model.order.input.Basket;
import io.ordertrail.model.order.input.Pricing;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Rule O2, for every real currency that Joda-Money knows: with 0, 2 and 3 decimals. */
class PricingPropertyTest {

    @Property(edgeCases = EdgeCasesMode.NONE)
    void O2_grand_is_lines_and_shipping_and_the_tax_that_prices_did_not_include(@ForAll("baskets") Basket basket) {
        Totals totals = Pricing.of(basket).totals();
        assertThat(totals.grand())
                .isEqualTo(totals.lines().plus(totals.shipping()).plus(totals.taxAdded()));
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void O2_what_is_paid_for_the_parts_adds_up_to_the_grand_total(@ForAll("baskets") Basket basket) {
        Pricing pricing = Pricing.of(basket);
        Money sum = Money.zero(basket.currency());
        Money tax = sum;
        for (OrderLine line : pricing.lines()) {
            sum = sum.plus(line.gross());
            tax = tax.plus(line.tax());
        }
        if (pricing.shipping() != null) {
            sum = sum.plus(pricing.shipping().gross());
            tax = tax.plus(pricing.shipping().tax());
        }
        assertThat(sum).isEqualTo(pricing.totals().grand());
        assertThat(tax).isEqualTo(pricing.totals().tax());
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void a_line_total_is_quantity_times_price_less_discount_to_the_last_digit(@ForAll("baskets") Basket basket) {
        List<OrderLine> lines = Pricing.of(basket).lines();
        for (int i = 0; i < lines.size(); i++) {
            LineRequest asked = basket.lines().get(i);
            assertThat(lines.get(i).total().getAmount())
                    .isEqualByComparingTo(asked.unitPrice()
                            .getAmount()
                            .multiply(BigDecimal.valueOf(asked.quantity()))
                            .subtract(asked.discount().getAmount())
                            .subtract(lines.get(i).orderDiscount().getAmount()));
            assertThat(lines.get(i).discount())
                    .isEqualTo(asked.discount().plus(lines.get(i).orderDiscount()));
            assertThat(lines.get(i).total().isNegative()).isFalse();
        }
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void O2_the_shares_of_the_orders_discount_add_up_to_it(@ForAll("baskets") Basket basket) {
        Money sum = Money.zero(basket.currency());
        for (OrderLine line : Pricing.of(basket).lines()) {
            assertThat(line.orderDiscount().isNegative()).isFalse();
            sum = sum.plus(line.orderDiscount());
        }
        assertThat(sum).isEqualTo(basket.discount() == null ? Money.zero(basket.currency()) : basket.discount());
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void the_tax_of_a_rate_is_the_exact_tax_rounded_once(@ForAll("baskets") Basket basket) {
        Pricing pricing = Pricing.of(basket);
        Map<String, BigDecimal> base = new HashMap<>();
        Map<String, BigDecimal> tax = new HashMap<>();
        for (OrderLine line : pricing.lines()) {
            count(base, tax, line.taxRate(), line.priceIncludesTax(), line.total(), line.tax());
        }
        if (pricing.shipping() != null) {
            var way = pricing.shipping();
            count(base, tax, way.taxRate(), way.priceIncludesTax(), way.price(), way.tax());
        }
        int scale = basket.currency().getDecimalPlaces();
        base.forEach((group, sum) -> {
            BigDecimal rate = new BigDecimal(group.substring(1));
            BigDecimal exact = group.charAt(0) == '+'
                    ? sum.multiply(rate)
                    : sum.subtract(sum.divide(BigDecimal.ONE.add(rate), new MathContext(60)));
            assertThat(tax.get(group)).isEqualByComparingTo(exact.setScale(scale, RoundingMode.HALF_EVEN));
        });
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void tax_is_never_negative_and_included_tax_never_more_than_its_price(@ForAll("baskets") Basket basket) {
        for (OrderLine line : Pricing.of(basket).lines()) {
            assertThat(line.tax().isNegative()).isFalse();
            assertThat(line.tax().isGreaterThan(line.total())).isFalse();
        }
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void what_is_priced_is_a_basket_without_faults(@ForAll("baskets") Basket basket) {
        CommandValidation.check(
                new QuoteOrder(basket.currency(), basket.lines(), basket.shipping(), basket.discount()));
    }

    private static void count(
            Map<String, BigDecimal> base,
            Map<String, BigDecimal> tax,
            BigDecimal rate,
            boolean included,
            Money total,
            Money part) {
        String group = (included ? "-" : "+") + rate.stripTrailingZeros().toPlainString();
        base.merge(group, total.getAmount(), BigDecimal::add);
        tax.merge(group, part.getAmount(), BigDecimal::add);
    }

    @Provide
    static Arbitrary<Basket> baskets() {
        List<CurrencyUnit> currencies = CurrencyUnit.registeredCurrencies().stream()
                .filter(currency -> !currency.isPseudoCurrency())
                .toList();
        return Arbitraries.of(currencies)
                .flatMap(currency -> Combinators.combine(
                                lines(currency).list().ofMinSize(1).ofMaxSize(12),
                                shipping(currency).injectNull(0.3),
                                Arbitraries.integers().between(0, 100).injectNull(0.3))
                        .as((lines, shipping, percent) -> new Basket(
                                currency,
                                new ArrayList<>(lines),
                                shipping,
                                percent == null ? null : part(currency, lines, percent))));
    }

    private static Money part(CurrencyUnit currency, List<LineRequest> lines, int percent) {
        Money sum = Money.total(
                currency, lines.stream().map(Pricing::beforeOrderDiscount).toList());
        return sum.multipliedBy(percent).dividedBy(100, RoundingMode.DOWN);
    }

    private static Arbitrary<LineRequest> lines(CurrencyUnit currency) {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 10_000),
                        Arbitraries.longs().between(0, 1_000_000_000L),
                        Arbitraries.integers().between(0, 100),
                        rates(),
                        Arbitraries.of(true, false))
                .as((quantity, price, percent, rate, included) -> {
                    Money unitPrice = Money.ofMinor(currency, price);
                    Money discount = unitPrice
                            .multipliedBy(quantity)
                            .multipliedBy(percent)
                            .dividedBy(100, RoundingMode.DOWN);
                    return new LineRequest("SKU", "Name", quantity, unitPrice, discount, rate, included);
                });
    }

    private static Arbitrary<ShippingRequest> shipping(CurrencyUnit currency) {
        return Combinators.combine(Arbitraries.longs().between(0, 1_000_000L), rates(), Arbitraries.of(true, false))
                .as((price, rate, included) ->
                        new ShippingRequest("POST", Money.ofMinor(currency, price), rate, included));
    }

    private static Arbitrary<BigDecimal> rates() {
        return Arbitraries.oneOf(
                Arbitraries.of("0", "0.07", "0.19", "0.190", "0.2", "0.25", "1").map(BigDecimal::new),
                Arbitraries.integers().between(0, 1_000_000).map(n -> BigDecimal.valueOf(n, 6)));
    }
}
