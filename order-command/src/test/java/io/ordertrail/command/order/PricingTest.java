package io.ordertrail.command.order;

import static io.ordertrail.command.order.Samples.eur;
import static io.ordertrail.command.order.Samples.line;
import static org.assertj.core.api.Assertions.assertThat;

import io.ordertrail.api.message.Refused;
import io.ordertrail.api.order.value.LineRequest;
import io.ordertrail.api.order.value.OrderLine;
import io.ordertrail.api.order.value.PaymentTerms;
import io.ordertrail.api.order.value.ShippingRequest;
import io.ordertrail.api.order.value.Totals;
import io.ordertrail.api.order.view.OrderQuery.QuoteOrder;
import io.ordertrail.api.order.view.Quote;
import io.ordertrail.model.order.input.Basket;
import io.ordertrail.model.order.input.Pricing;
import java.math.BigDecimal;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PricingTest {

    private static Pricing price(@Nullable ShippingRequest shipping, LineRequest... lines) {
        return Pricing.of(new Basket(CurrencyUnit.EUR, List.of(lines), shipping, null));
    }

    private static Pricing reduced(String discount, LineRequest... lines) {
        return Pricing.of(new Basket(CurrencyUnit.EUR, List.of(lines), null, eur(discount)));
    }

    private static ShippingRequest shipping(String price, String rate, boolean included) {
        return new ShippingRequest("DHL", eur(price), new BigDecimal(rate), included);
    }

    @Test
    void included_tax_is_taken_out_of_lines_and_shipping_together() {
        Pricing pricing = price(shipping("4.90", "0.19", true), line("TEE", 2, "24.99", "0.00", "0.19", true));
        assertThat(pricing.totals())
                .isEqualTo(new Totals(eur("49.98"), eur("0.00"), eur("4.90"), eur("8.76"), eur("0.00"), eur("54.88")));
    }

    @Test
    void excluded_tax_is_added_to_lines_and_shipping_together() {
        Pricing pricing = price(shipping("4.90", "0.19", false), line("TEE", 2, "24.99", "0.00", "0.19", false));
        assertThat(pricing.totals())
                .isEqualTo(
                        new Totals(eur("49.98"), eur("0.00"), eur("4.90"), eur("10.43"), eur("10.43"), eur("65.31")));
    }

    @Test
    void a_discount_is_taken_off_its_line_before_tax() {
        Pricing pricing = price(null, line("TEE", 2, "24.99", "9.98", "0.25", false));
        assertThat(pricing.totals())
                .isEqualTo(
                        new Totals(eur("40.00"), eur("9.98"), eur("0.00"), eur("10.00"), eur("10.00"), eur("50.00")));
    }

    @Test
    void a_discount_on_the_order_is_split_over_its_lines_to_the_cent() {
        // 10.00 over 5.00, 5.00 and 5.00: the cent that is left goes to the first of equals.
        Pricing thirds = reduced(
                "10.00",
                line("A", 1, "5.00", "0.00", "0", true),
                line("B", 1, "5.00", "0.00", "0", true),
                line("C", 1, "5.00", "0.00", "0", true));
        assertThat(thirds.lines())
                .extracting(OrderLine::orderDiscount)
                .containsExactly(eur("3.34"), eur("3.33"), eur("3.33"));
        assertThat(thirds.totals().discount()).isEqualTo(eur("10.00"));
        assertThat(thirds.totals().grand()).isEqualTo(eur("5.00"));
    }

    @Test
    void a_discount_on_the_order_comes_after_that_of_its_lines_and_before_tax() {
        // 2 × 10.00 − 4.00 = 16.00 and 4.00: 80 % and 20 % of 5.00.
        Pricing pricing = reduced(
                "5.00", line("A", 2, "10.00", "4.00", "0.25", false), line("B", 1, "4.00", "0.00", "0.25", false));
        OrderLine first = pricing.lines().get(0);
        assertThat(first.orderDiscount()).isEqualTo(eur("4.00"));
        assertThat(first.discount()).isEqualTo(eur("8.00"));
        assertThat(first.total()).isEqualTo(eur("12.00"));
        assertThat(first.tax()).isEqualTo(eur("3.00"));
        assertThat(pricing.totals())
                .isEqualTo(new Totals(eur("15.00"), eur("9.00"), eur("0.00"), eur("3.75"), eur("3.75"), eur("18.75")));
    }

    @Test
    void a_discount_of_all_that_the_lines_come_to_leaves_nothing_of_any() {
        Pricing pricing =
                reduced("7.01", line("A", 1, "0.01", "0.00", "0.19", true), line("B", 1, "7.00", "0.00", "0.07", true));
        assertThat(pricing.lines()).extracting(OrderLine::total).containsExactly(eur("0.00"), eur("0.00"));
        assertThat(pricing.totals().grand()).isEqualTo(eur("0.00"));
    }

    @Test
    void each_rate_is_rounded_once_half_to_even() {
        // 0.25 · 0.10 = 0.025 and 0.75 · 0.10 = 0.075: one is rounded down, one up; together they would be 0.10.
        assertThat(price(null, line("A", 1, "0.25", "0.00", "0.10", false))
                        .totals()
                        .tax())
                .isEqualTo(eur("0.02"));
        assertThat(price(null, line("B", 1, "0.75", "0.00", "0.10", false))
                        .totals()
                        .tax())
                .isEqualTo(eur("0.08"));
    }

    @Test
    void tax_is_rounded_for_all_lines_of_a_rate_together_not_line_by_line() {
        Pricing pricing = price(
                null,
                line("A", 1, "0.33", "0.00", "0.10", false),
                line("B", 1, "0.33", "0.00", "0.100", false),
                line("C", 1, "0.33", "0.00", "0.10", false));
        assertThat(pricing.totals().tax()).isEqualTo(eur("0.10"));
        assertThat(pricing.lines()).extracting(OrderLine::tax).containsExactly(eur("0.04"), eur("0.03"), eur("0.03"));
    }

    @Test
    void rates_and_ways_of_stating_prices_are_not_mixed() {
        Pricing pricing = price(
                shipping("1.00", "0.07", true),
                line("A", 1, "1.00", "0.00", "0.19", true),
                line("B", 1, "1.00", "0.00", "0.19", false),
                line("C", 1, "1.00", "0.00", "0.07", true),
                line("D", 1, "1.00", "0.00", "0", true));
        // 1/1.19·0.19, 1·0.19, and 2/1.07·0.07 split over C and shipping.
        assertThat(pricing.lines())
                .extracting(OrderLine::tax)
                .containsExactly(eur("0.16"), eur("0.19"), eur("0.07"), eur("0.00"));
        assertThat(pricing.shipping()).extracting(way -> way.tax()).isEqualTo(eur("0.06"));
        assertThat(pricing.totals())
                .isEqualTo(new Totals(eur("4.00"), eur("0.00"), eur("1.00"), eur("0.48"), eur("0.19"), eur("5.19")));
    }

    @Test
    void lines_are_numbered_from_one_in_their_order() {
        assertThat(price(null, line("A", 1, "1", "0", "0", true), line("B", 1, "1", "0", "0", true))
                        .lines())
                .extracting(OrderLine::lineId, OrderLine::sku)
                .containsExactly(Assertions.tuple("1", "A"), Assertions.tuple("2", "B"));
    }

    @Test
    void yen_have_no_decimals_and_dinars_three() {
        assertThat(taxOn("JPY", "999")).isEqualTo(Money.parse("JPY 100"));
        assertThat(taxOn("KWD", "9.999")).isEqualTo(Money.parse("KWD 1.000"));
    }

    private static Money taxOn(String code, String price) {
        CurrencyUnit currency = CurrencyUnit.of(code);
        LineRequest line = new LineRequest(
                "A",
                "A",
                1,
                Money.of(currency, new BigDecimal(price)),
                Money.zero(currency),
                new BigDecimal("0.1"),
                false);
        return Pricing.of(new Basket(currency, List.of(line), null, null))
                .totals()
                .tax();
    }

    @Test
    void a_rate_is_kept_as_it_was_given_but_never_in_scientific_notation() {
        assertThat(price(null, line("A", 1, "1", "0", "0.190", true))
                        .lines()
                        .get(0)
                        .taxRate())
                .hasToString("0.190");
        assertThat(price(null, line("A", 1, "1", "0", "0e5", true))
                        .lines()
                        .get(0)
                        .taxRate())
                .hasToString("0");
        assertThat(price(null, line("A", 1, "1", "0", "0.1900000", true))
                        .lines()
                        .get(0)
                        .taxRate())
                .hasToString("0.19");
    }

    @Test
    void a_quote_says_what_the_order_would_cost() {
        Quote quote = new QuoteHandler().handle(new QuoteOrder(CurrencyUnit.EUR, Samples.LINES, Samples.POST, null));
        Pricing order = Pricing.of(Basket.of(Samples.create(PaymentTerms.PREPAID)));
        assertThat(quote.totals()).isEqualTo(order.totals());
        assertThat(quote.lines()).isEqualTo(order.lines());
        assertThat(quote.shipping()).isEqualTo(order.shipping());
        assertThat(quote.availability()).isEmpty();
    }

    @Test
    void O1_a_quote_is_refused_for_what_an_order_would_be_refused_for() {
        Assertions.assertThatThrownBy(
                        () -> new QuoteHandler().handle(new QuoteOrder(CurrencyUnit.EUR, List.of(), null, null)))
                .isInstanceOfSatisfying(
                        Refused.class,
                        no -> assertThat(no.refusal().faults())
                                .extracting(fault -> fault.pointer())
                                .containsExactly("/lines"));
    }
}
