package io.ordertrail.command.order;

import static io.ordertrail.command.order.Samples.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.ordertrail.api.order.OrderCourseCommand.CreateOrder;
import io.ordertrail.api.order.OrderCourseEvent.OrderCreated;
import io.ordertrail.api.order.OrderId;
import io.ordertrail.api.order.value.Address;
import io.ordertrail.api.order.value.LineRequest;
import io.ordertrail.api.order.value.PaymentTerms;
import io.ordertrail.api.order.value.ShippingRequest;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rule O1 and the bounds: what is refused as meaning nothing, with every place at fault. */
class PlacementFaultsTest extends OrderScenario {

    @BeforeEach
    void open() {
        JdbcClient jdbc = Database.empty();
        fixture.registerAnnotatedCommandHandler(handler(jdbc));
    }

    @Test
    void O1_an_order_has_a_line() {
        givenNothing()
                .when(create(PaymentTerms.PREPAID, List.of(), null, null, null))
                .faulty("/lines REQUIRED");
    }

    @Test
    void O1_an_order_has_500_lines_at_most() {
        givenNothing()
                .when(create(PaymentTerms.PREPAID, Collections.nCopies(501, LINES.get(0)), null, null, null))
                .faulty("/lines TOO_MANY");
    }

    @Test
    void O1_quantities_are_above_zero_and_have_a_bound() {
        givenNothing()
                .when(create(
                        PaymentTerms.PREPAID,
                        List.of(
                                line("A", 0, "1.00", "0.00", "0", true),
                                line("B", -1, "1.00", "0.00", "0", true),
                                line("C", 1_000_001, "1.00", "0.00", "0", true)),
                        null,
                        null,
                        null))
                .faulty(
                        "/lines/0/quantity OUT_OF_RANGE",
                        "/lines/1/quantity OUT_OF_RANGE",
                        "/lines/2/quantity OUT_OF_RANGE");
    }

    @Test
    void O1_an_order_has_one_currency() {
        Money yen = Money.ofMajor(CurrencyUnit.JPY, 1);
        LineRequest line = new LineRequest("A", "A", 1, yen, yen, BigDecimal.ZERO, true);
        givenNothing()
                .when(create(
                        PaymentTerms.PREPAID,
                        List.of(line),
                        new ShippingRequest("POST", yen, BigDecimal.ZERO, true),
                        yen,
                        null))
                .faulty(
                        "/lines/0/unitPrice CURRENCY_MISMATCH",
                        "/lines/0/discount CURRENCY_MISMATCH",
                        "/shipping/price CURRENCY_MISMATCH",
                        "/expectedTotal CURRENCY_MISMATCH");
    }

    @Test
    void O1_gold_is_no_currency() {
        CurrencyUnit gold = CurrencyUnit.of("XAU");
        Money ounce = Money.ofMajor(gold, 1);
        LineRequest line = new LineRequest("A", "A", 1, ounce, Money.zero(gold), BigDecimal.ZERO, true);
        givenNothing()
                .when(new CreateOrder(
                        ORDER,
                        null,
                        "WEB",
                        "c-1",
                        gold,
                        PaymentTerms.PREPAID,
                        List.of(line),
                        null,
                        null,
                        null,
                        HOME,
                        null,
                        null,
                        Map.of(),
                        null))
                .faulty("/currency UNKNOWN_CURRENCY");
    }

    @Test
    void O1_prices_are_never_negative_and_a_discount_never_exceeds_its_line() {
        givenNothing()
                .when(create(
                        PaymentTerms.PREPAID,
                        List.of(
                                line("A", 1, "-1.00", "0.00", "0", true),
                                line("B", 2, "1.00", "2.01", "0", true),
                                line("C", 2, "1.00", "-0.01", "0", true)),
                        new ShippingRequest("POST", eur("-0.01"), BigDecimal.ZERO, true),
                        null,
                        null))
                .faulty(
                        "/lines/0/unitPrice NEGATIVE",
                        "/lines/1/discount OUT_OF_RANGE",
                        "/lines/2/discount NEGATIVE",
                        "/shipping/price NEGATIVE");
    }

    @Test
    void amounts_stay_below_a_bound_each_and_together() {
        givenNothing()
                .when(create(
                        PaymentTerms.PREPAID,
                        List.of(
                                line("A", 1, "1000000000000000.00", "0.00", "0", true),
                                line("B", 1_000_000, "1000000000.00", "0.00", "0", true)),
                        null,
                        null,
                        null))
                .faulty("/lines/0/unitPrice TOO_LARGE", "/lines TOO_LARGE");
    }

    @Test
    void a_tax_rate_is_a_fraction_with_six_decimals_at_most() {
        givenNothing()
                .when(create(
                        PaymentTerms.PREPAID,
                        List.of(
                                line("A", 1, "1.00", "0.00", "19", true),
                                line("B", 1, "1.00", "0.00", "-0.1", true),
                                line("C", 1, "1.00", "0.00", "0.1234567", true),
                                line("D", 1, "1.00", "0.00", "1e-999999999", true),
                                line("E", 1, "1.00", "0.00", "1e999999999", true),
                                line("F", 1, "1.00", "0.00", "0.12345600", true)),
                        null,
                        null,
                        null))
                .faulty(
                        "/lines/0/taxRate OUT_OF_RANGE",
                        "/lines/1/taxRate OUT_OF_RANGE",
                        "/lines/2/taxRate TOO_PRECISE",
                        "/lines/3/taxRate TOO_PRECISE",
                        "/lines/4/taxRate OUT_OF_RANGE");
    }

    @Test
    void texts_are_bounded_and_printable() {
        givenNothing()
                .when(placing("x".repeat(101), "W/EB", "ref\u0000", "x".repeat(65), "a\nb", HOME))
                .faulty(
                        "/externalRef CONTROL_CHARACTER",
                        "/channel MALFORMED",
                        "/customerId TOO_LONG",
                        "/lines/0/sku TOO_LONG",
                        "/lines/0/name CONTROL_CHARACTER");
    }

    @Test
    void an_address_names_person_street_city_and_country() {
        givenNothing()
                .when(placing(
                        "c-1", "WEB", null, "A", "A", new Address("", " ", null, null, "x".repeat(201), null, "de")))
                .faulty(
                        "/shippingAddress/name REQUIRED",
                        "/shippingAddress/line1 REQUIRED",
                        "/shippingAddress/city TOO_LONG",
                        "/shippingAddress/country UNKNOWN_COUNTRY");
    }

    @Test
    void an_order_of_downloads_has_no_address() {
        givenNothing()
                .when(placing("c-1", "WEB", null, "A", "A", null))
                .shows(events -> assertThat(((OrderCreated) events.get(0)).shippingAddress())
                        .isNull());
    }

    @Test
    void an_address_has_one_e_mail_address_and_a_phone_number_that_can_be_dialled() {
        for (String bad :
                List.of("", "a.turing", "@x", "a@", "a@b@c", "A <a@b>", "a@b, c@d", "x".repeat(250) + "@b.de")) {
            givenNothing()
                    .when(placing("c-1", "WEB", null, "A", "A", reached(bad, null)))
                    .faulty(
                            bad.length() > 254
                                    ? new String[] {"/shippingAddress/email TOO_LONG"}
                                    : new String[] {"/shippingAddress/email MALFORMED"});
        }
        for (String bad : List.of("", "+", "call me", "030/90 ext", "1".repeat(41))) {
            givenNothing()
                    .when(placing("c-1", "WEB", null, "A", "A", reached(null, bad)))
                    .faulty(
                            bad.length() > 40
                                    ? new String[] {
                                        "/shippingAddress/phone TOO_LONG", "/shippingAddress/phone MALFORMED"
                                    }
                                    : new String[] {"/shippingAddress/phone MALFORMED"});
        }
    }

    private static Address reached(@Nullable String email, @Nullable String phone) {
        return new Address(
                "A. Turing", "Hauptstr. 1", null, null, "Berlin", null, "DE", "Bletchley Park Ltd", email, phone);
    }

    @Test
    void a_discount_on_the_order_is_at_most_what_its_lines_come_to() {
        givenNothing().when(reduced("5.01", Map.of())).faulty("/discount OUT_OF_RANGE");
        givenNothing().when(reduced("-0.01", Map.of())).faulty("/discount NEGATIVE");
    }

    @Test
    void metadata_have_bounds() {
        givenNothing().when(reduced("0.00", Map.of("a b", "x"))).faulty("/metadata MALFORMED");
        givenNothing().when(reduced("0.00", Map.of("x".repeat(41), "x"))).faulty("/metadata MALFORMED");
        givenNothing().when(reduced("0.00", Map.of("season", "x".repeat(501)))).faulty("/metadata/season TOO_LONG");
        givenNothing().when(reduced("0.00", Map.of("season", "a\u0000"))).faulty("/metadata/season CONTROL_CHARACTER");
        Map<String, String> many =
                IntStream.range(0, 51).boxed().collect(Collectors.toMap(n -> "name-" + n, n -> "value"));
        givenNothing().when(reduced("0.00", many)).faulty("/metadata TOO_MANY");
    }

    /** An order of 2 × 3.00 − 1.00. */
    private static CreateOrder reduced(String discount, Map<String, String> metadata) {
        return new CreateOrder(
                ORDER,
                null,
                "WEB",
                "c-1",
                CurrencyUnit.EUR,
                PaymentTerms.PREPAID,
                List.of(line("A", 2, "3.00", "1.00", "0", true)),
                null,
                eur(discount),
                null,
                HOME,
                null,
                null,
                metadata,
                null);
    }

    @Test
    void an_orders_id_has_the_form_of_one() {
        CreateOrder order = create(PaymentTerms.PREPAID);
        givenNothing()
                .when(new CreateOrder(
                        "4711",
                        null,
                        order.channel(),
                        order.customerId(),
                        order.currency(),
                        order.paymentTerms(),
                        order.lines(),
                        null,
                        null,
                        null,
                        HOME,
                        null,
                        null,
                        Map.of(),
                        null))
                .faulty("/orderId MALFORMED");
        assertThat(OrderId.isValid(ORDER)).isTrue();
    }

    private static CreateOrder placing(
            String customer, String channel, @Nullable String ref, String sku, String name, @Nullable Address address) {
        LineRequest line = new LineRequest(sku, name, 1, eur("1.00"), eur("0.00"), BigDecimal.ZERO, true);
        return new CreateOrder(
                ORDER,
                ref,
                channel,
                customer,
                CurrencyUnit.EUR,
                PaymentTerms.PREPAID,
                List.of(line),
                null,
                null,
                null,
                address,
                null,
                null,
                Map.of(),
                null);
    }
}
