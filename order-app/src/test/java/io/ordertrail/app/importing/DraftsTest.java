package io.ordertrail.app.importing;

import static io.ordertrail.app.importing.OrdersFile.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DraftsTest {

    private final Drafts drafts =
            new Drafts("IMPORT", Clock.fixed(Instant.parse("2026-03-01T00:00:00Z"), ZoneOffset.UTC));

    private static Group group(String... rows) throws Exception {
        String text = Column.header() + "\n" + String.join("\n", rows);
        ByteArrayInputStream in = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        return Objects.requireNonNull(new Groups(new Rows(new Records(new Lines(in)))).next());
    }

    private JsonNode placement(String... rows) throws Exception {
        return JsonMapper.shared().valueToTree(drafts.read(group(rows)).placement());
    }

    private List<String> flaws(String... rows) throws Exception {
        Group group = group(rows);
        Unreadable unreadable = catchThrowableOfType(Unreadable.class, () -> drafts.read(group));
        return unreadable.flaws().stream()
                .map(flaw -> flaw.line() + " " + flaw.code() + " " + flaw.reason())
                .toList();
    }

    @Test
    void an_order_is_asked_for_as_the_api_wants_it() throws Exception {
        JsonNode order = placement(
                row(
                        "A-1",
                        Column.DISCOUNT,
                        "5",
                        Column.TAX_RATE,
                        "0.19",
                        Column.PRICE_INCLUDES_TAX,
                        "true",
                        Column.SHIPPING_METHOD,
                        "DHL_STD",
                        Column.SHIPPING_PRICE,
                        "4.9"),
                row(
                        "A-1",
                        Column.SKU,
                        "MUG",
                        Column.UNIT_PRICE,
                        "7.000",
                        Column.TAX_RATE,
                        "0.07",
                        Column.SHIPPING_METHOD,
                        "DHL_STD",
                        Column.SHIPPING_PRICE,
                        "4.9"));

        assertThat(order).isEqualTo(JsonMapper.shared().readTree("""
                                {"channel":"IMPORT","externalRef":"A-1","customerId":"c-1","currency":"EUR",
                                 "paymentTerms":"AUTH_FIRST",
                                 "lines":[
                                  {"sku":"TEE-M","name":"Tee M","quantity":2,"unitPrice":{"amount":"24.99","currency":"EUR"},
                                   "discount":{"amount":"5.00","currency":"EUR"},"taxRate":"0.19","priceIncludesTax":true},
                                  {"sku":"MUG","name":"Tee M","quantity":2,"unitPrice":{"amount":"7.00","currency":"EUR"},
                                   "discount":{"amount":"0.00","currency":"EUR"},"taxRate":"0.07","priceIncludesTax":false}],
                                 "shipping":{"method":"DHL_STD","price":{"amount":"4.90","currency":"EUR"},"taxRate":"0.19"},
                                 "shippingAddress":{"name":"A. Turing","line1":"Hauptstr. 1","postalCode":"10115",
                                  "city":"Berlin","country":"DE"},
                                 "at":"2026-01-05T00:00:00Z"}"""));
    }

    @ParameterizedTest
    @CsvSource({
        "EUR,7,7.00",
        "EUR,7.5,7.50",
        "EUR,7.500,7.50",
        "EUR,7.005,7.005",
        "JPY,700,700",
        "JPY,700.00,700",
        "TND,1.5,1.500"
    })
    void amounts_get_the_digits_of_their_currency_and_are_never_rounded(String currency, String written, String sent)
            throws Exception {
        JsonNode order = placement(row("A-1", Column.CURRENCY, currency, Column.UNIT_PRICE, written));

        assertThat(order.path("lines").get(0).path("unitPrice").path("amount").asString())
                .isEqualTo(sent);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-05,2026-01-05T00:00:00Z",
        "2026-01-05T23:30:00+13:00,2026-01-05T10:30:00Z",
        "2026-01-05T23:30:00.25Z,2026-01-05T23:30:00.250Z",
        "2026-01-05 23:30:00Z,2026-01-05T23:30:00Z"
    })
    void a_time_is_a_day_in_utc_or_has_its_offset(String written, String sent) throws Exception {
        assertThat(placement(row("A-1", Column.ORDERED_AT, written)).path("at").asString())
                .isEqualTo(sent);
    }

    @ParameterizedTest
    @CsvSource({
        "CUSTOMER_ID,'',MISSING",
        "QUANTITY,1.5,NOT_A_NUMBER",
        "QUANTITY,99999999999,NOT_A_NUMBER",
        "UNIT_PRICE,1e999,NOT_A_NUMBER",
        "TAX_RATE,19%,NOT_A_NUMBER",
        "PRICE_INCLUDES_TAX,yes,NOT_A_BOOLEAN",
        "ORDERED_AT,05.01.2026,NOT_A_TIME",
        "ORDERED_AT,2026-02-30,NOT_A_TIME",
        "ORDERED_AT,2026-01-05T10:00:00,NOT_A_TIME",
        "ORDERED_AT,2026-03-02,IMPOSSIBLE_TIME",
        "PAID_AT,2026-01-04,IMPOSSIBLE_TIME",
        "DELIVERED_AT,2026-01-06,CONTRADICTION",
        "SHIPPING_PRICE,4.90,MISSING"
    })
    void what_cannot_be_meant_is_refused_before_anything_is_placed(Column column, String value, String code)
            throws Exception {
        List<String> flaws = flaws(row("A-1", column, value));

        assertThat(flaws).singleElement().asString().startsWith("2 " + code);
    }

    @Test
    void times_follow_each_other_as_what_they_tell_does() throws Exception {
        assertThat(flaws(row("A-1", Column.SHIPPED_AT, "2026-01-07", Column.DELIVERED_AT, "2026-01-06")))
                .containsExactly("2 IMPOSSIBLE_TIME delivered_at lies before shipped_at: 2026-01-06T00:00:00Z");
        assertThat(flaws(row("A-1", Column.CANCELLED_AT, "2026-01-06", Column.PAID_AT, "2026-01-07")))
                .containsExactly("2 IMPOSSIBLE_TIME cancelled_at lies before paid_at: 2026-01-06T00:00:00Z");
        assertThat(flaws(row("A-1", Column.CANCELLED_AT, "2026-01-08", Column.SHIPPED_AT, "2026-01-07")))
                .containsExactly("2 CONTRADICTION cancelled_at is given, but the order was shipped");
    }

    @Test
    void rows_that_disagree_about_their_order_are_refused() throws Exception {
        assertThat(flaws(row("A-1"), row("A-1", Column.SHIP_CITY, "Bonn"), row("A-1", Column.PAID_AT, "2026-01-06")))
                .containsExactly(
                        "3 INCONSISTENT ship_city is \"Bonn\" here and \"Berlin\" in line 2 of the same order",
                        "4 INCONSISTENT paid_at is \"2026-01-06\" here and \"\" in line 2 of the same order");
    }
}
