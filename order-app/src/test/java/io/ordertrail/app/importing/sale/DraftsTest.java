package io.ordertrail.app.importing.sale;

import static io.ordertrail.app.importing.OrdersFile.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.ordertrail.app.importing.file.BadFile;
import io.ordertrail.app.importing.file.Manner;
import io.ordertrail.app.importing.file.Times;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DraftsTest {

    @TempDir
    Path folder;

    private Times times = Times.PLAIN;
    private Manner manner = Manner.UNSTATED;
    private @Nullable String country;

    private Draft draft(String text) throws Exception {
        Path file = Files.writeString(folder.resolve("orders.csv"), text);
        try (Groups groups = Groups.open(file, new OwnLayout(), manner, times)) {
            Drafts drafts = new Drafts(
                    "IMPORT",
                    groups.numbersOfRows(),
                    groups.timesOfRows(),
                    country,
                    Clock.fixed(Instant.parse("2026-03-01T00:00:00Z"), ZoneOffset.UTC));
            return drafts.read(Objects.requireNonNull(groups.next()));
        }
    }

    private static String file(String... rows) {
        return Column.header() + "\n" + String.join("\n", rows);
    }

    private JsonNode placement(String... rows) throws Exception {
        return JsonMapper.shared().valueToTree(draft(file(rows)).placement());
    }

    private List<String> flaws(String... rows) throws Exception {
        Unreadable unreadable = catchThrowableOfType(Unreadable.class, () -> draft(file(rows)));
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
        manner = new Manner(null, null, '.');
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
        assertThat(flaws(row("A-1", Column.CANCELLED_AT, "2026-01-06", Column.SHIPPED_AT, "2026-01-07")))
                .containsExactly("2 IMPOSSIBLE_TIME cancelled_at lies before shipped_at: 2026-01-06T00:00:00Z");
    }

    @Test
    void rows_that_disagree_about_their_order_are_refused() throws Exception {
        assertThat(flaws(row("A-1"), row("A-1", Column.SHIP_CITY, "Bonn"), row("A-1", Column.PAID_AT, "2026-01-06")))
                .containsExactly(
                        "3 INCONSISTENT ship_city is \"Bonn\" here and \"Berlin\" in line 2 of the same order",
                        "4 INCONSISTENT paid_at is \"2026-01-06\" here and \"\" in line 2 of the same order");
    }

    @Test
    void every_fault_of_every_row_is_told_at_once() throws Exception {
        String time = "2026-01-05T09:50:24";
        assertThat(flaws(
                        row("A-1", Column.ORDERED_AT, time),
                        row("A-1", Column.ORDERED_AT, time, Column.SKU, "", Column.QUANTITY, "two"),
                        row("A-1", Column.ORDERED_AT, time)))
                .extracting(flaw -> flaw.replaceFirst("^([0-9]+ [A-Z_]+).*", "$1"))
                .containsExactly("2 NOT_A_TIME", "3 NOT_A_TIME", "3 MISSING", "3 NOT_A_NUMBER", "4 NOT_A_TIME");
    }

    @Test
    void empty_cells_of_the_order_are_as_above() throws Exception {
        String bare = "A-1,,,,MUG,Mug,1,7.50";
        String full = row("A-1", Column.PAID_AT, "2026-01-06");
        String rest = ",".repeat(Column.values().length - 8);

        for (String text : List.of(file(full, bare + rest), file(bare + rest, full))) {
            Draft draft = draft(text);
            assertThat(draft.customerId()).isEqualTo("c-1");
            assertThat(draft.paidAt()).contains(Instant.parse("2026-01-06T00:00:00Z"));
            assertThat(draft.lines()).hasSize(2);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-01 09:50:24 +0100,2026-03-01T08:50:24Z",
        "2026-03-01 09:50:24+0100,2026-03-01T08:50:24Z",
        "2026-03-01T09:50:24 +01:00,2026-03-01T08:50:24Z",
        "2026-03-01 09:50 +01,2026-03-01T08:50:00Z",
        "2026-03-01 09:50:24 UTC,2026-03-01T09:50:24Z",
        "2026-03-01 09:50:24,2026-03-01T08:50:24Z",
        "2026-07-01,2026-06-30T22:00:00Z",
        "9/6/2016 6:29:00,2016-06-09T04:29:00Z",
        "09.06.2016  06:29,2016-06-09T04:29:00Z",
        "9/6/2016 6:29:00 PM,2016-06-09T16:29:00Z"
    })
    void times_of_shops_are_read_once_their_zone_and_order_are_said(String written, String sent) {
        Times berlin = new Times(ZoneId.of("Europe/Berlin"), Times.Dates.DMY);
        assertThat(berlin.read(written)).contains(Instant.parse(sent));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2026-02-30", "31/12", "2026-01-05T25:00:00Z", "1/2/26", "5.1.2026", "2026-01-05 13:00 PM Z", "x"
            })
    void what_is_no_time_or_of_nobody_knows_which_order_is_none(String written) {
        assertThat(Times.PLAIN.read(written)).isEmpty();
    }

    @Test
    void month_and_day_are_in_the_order_that_was_said() {
        assertThat(new Times(ZoneOffset.UTC, Times.Dates.MDY).read("9/6/2016 6:29:00"))
                .contains(Instant.parse("2016-09-06T06:29:00Z"));
    }

    @Test
    void decimal_commas_are_seen_in_the_numbers_and_thousands_are_read() throws Exception {
        String order = file(row("A-1", Column.UNIT_PRICE, "1.234,50", Column.TAX_RATE, "0,19", Column.QUANTITY, "1,0"));
        String semicolons = order.lines()
                .map(line -> line.replace("1.234,50", "1.234#50")
                        .replace("0,19", "0#19")
                        .replace(",1,0,", ",1#0,"))
                .map(line -> line.replace(',', ';').replace('#', ','))
                .collect(Collectors.joining("\n"));

        JsonNode line = JsonMapper.shared()
                .valueToTree(draft(semicolons).placement())
                .path("lines")
                .get(0);

        assertThat(line.path("unitPrice").path("amount").asString()).isEqualTo("1234.50");
        assertThat(line.path("taxRate").asString()).isEqualTo("0.19");
        assertThat(line.path("quantity").asInt()).isEqualTo(1);
    }

    @Test
    void where_the_numbers_do_not_show_their_decimals_nothing_is_guessed() {
        assertThatThrownBy(() -> draft(file(row("A-1", Column.UNIT_PRICE, "1.234", Column.QUANTITY, "1"))))
                .isInstanceOf(BadFile.class)
                .hasMessageContaining("1.234 in line 2")
                .hasMessageContaining("--decimal");
        assertThatThrownBy(() ->
                        draft(file(row("A-1", Column.UNIT_PRICE, "12.50"), row("A-2", Column.UNIT_PRICE, "\"12,50\""))))
                .hasMessageContaining("12.50 in line 2, 12,50 in line 3");
    }

    @Test
    void a_stated_sign_is_taken_at_its_word() throws Exception {
        manner = new Manner(null, null, ',');
        assertThat(flaws(row("A-1", Column.UNIT_PRICE, "12.50")))
                .containsExactly("2 NOT_A_NUMBER unit_price is not a number like 12,50: 12.50");
    }

    @ParameterizedTest
    @CsvSource({"TRUE,true", "True,true", "WAHR,true", "FALSE,false", "'',false"})
    void booleans_are_read_as_spreadsheets_write_them(String written, boolean sent) throws Exception {
        assertThat(placement(row("A-1", Column.PRICE_INCLUDES_TAX, written))
                        .path("lines")
                        .get(0)
                        .path("priceIncludesTax")
                        .asBoolean())
                .isEqualTo(sent);
    }

    @Test
    void an_order_without_goods_to_send_needs_no_address() throws Exception {
        Object[] nowhere = {
            Column.SHIP_NAME,
            "",
            Column.SHIP_LINE1,
            "",
            Column.SHIP_POSTAL_CODE,
            "",
            Column.SHIP_CITY,
            "",
            Column.SHIP_COUNTRY,
            "AT"
        };
        assertThat(placement(row("A-1", nowhere)).has("shippingAddress")).isFalse();

        List<Object> billed = new ArrayList<>(List.of(nowhere));
        billed.addAll(List.of(Column.BILL_NAME, "B. Payer", Column.BILL_LINE1, "Kai 1", Column.BILL_CITY, "Kiel"));
        billed.addAll(List.of(Column.BILL_COUNTRY, "DE"));
        JsonNode order = placement(row("A-1", billed.toArray()));
        assertThat(order.has("shippingAddress")).isFalse();
        assertThat(order.path("billingAddress").path("city").asString()).isEqualTo("Kiel");
    }

    @Test
    void an_address_without_a_country_is_in_the_one_that_was_said() throws Exception {
        assertThat(flaws(row("A-1", Column.SHIP_COUNTRY, ""))).containsExactly("2 MISSING ship_country is empty");
        country = "AT";
        assertThat(placement(row("A-1", Column.SHIP_COUNTRY, ""))
                        .at("/shippingAddress/country")
                        .asString())
                .isEqualTo("AT");
        assertThat(placement(row("A-1")).at("/shippingAddress/country").asString())
                .isEqualTo("DE");
    }

    @Test
    void how_to_reach_whoever_is_there_is_part_of_the_address() throws Exception {
        JsonNode address = placement(row(
                        "A-1",
                        Column.SHIP_COMPANY,
                        "Bletchley Park Ltd",
                        Column.SHIP_EMAIL,
                        "a@b.test",
                        Column.SHIP_PHONE,
                        "'+49 30 901820"))
                .path("shippingAddress");
        assertThat(address.path("company").asString()).isEqualTo("Bletchley Park Ltd");
        assertThat(address.path("email").asString()).isEqualTo("a@b.test");
        assertThat(address.path("phone").asString()).isEqualTo("+49 30 901820");
    }

    @Test
    void a_discount_of_the_order_is_the_service_s_to_split() throws Exception {
        JsonNode order = placement(row("A-1", Column.ORDER_DISCOUNT, "5"));
        assertThat(order.at("/discount/amount").asString()).isEqualTo("5.00");
        assertThat(order.at("/lines/0/discount/amount").asString()).isEqualTo("0.00");
    }

    @Test
    void metadata_is_the_same_in_all_rows_of_an_order_or_in_the_first() throws Exception {
        String header = Column.header() + ",metadata.season\n";
        Draft draft = draft(header + row("A-1") + ",summer\n" + row("A-1") + ",\n");
        assertThat(draft.placement()).containsEntry("metadata", Map.of("season", "summer"));
        Unreadable unreadable = catchThrowableOfType(
                Unreadable.class, () -> draft(header + row("A-1") + ",summer\n" + row("A-1") + ",winter\n"));
        assertThat(unreadable.flaws().get(0).reason())
                .isEqualTo("metadata.season is \"winter\" here and \"summer\" in line 2 of the same order");
    }

    @Test
    void half_an_address_is_none() throws Exception {
        assertThat(flaws(row("A-1", Column.SHIP_CITY, ""))).containsExactly("2 MISSING ship_city is empty");
    }

    @Test
    void delivered_and_cancelled_later_is_returned() throws Exception {
        Draft draft = draft(file(row(
                "A-1",
                Column.PAID_AT,
                "2026-01-06",
                Column.SHIPPED_AT,
                "2026-01-07",
                Column.DELIVERED_AT,
                "2026-01-09",
                Column.CANCELLED_AT,
                "2026-01-20",
                Column.REFUNDED_AMOUNT,
                "49.98")));

        assertThat(draft.steps())
                .containsExactly(
                        new Step(Step.What.PAYMENT, day(6), List.of(), null),
                        new Step(Step.What.SHIPMENT, day(7), List.of(), null),
                        new Step(Step.What.DELIVERY, day(9), List.of(), null),
                        new Step(Step.What.RETURN, day(20), List.of(2), null),
                        new Step(Step.What.REFUND, day(20), List.of(), "49.98"));
    }

    @Test
    void what_was_shipped_and_returned_in_part_is_told_line_by_line() throws Exception {
        Object[] order = {Column.SHIPPED_AT, "2026-01-07", Column.RETURNED_AT, "2026-01-20"};
        List<Object> first = new ArrayList<>(List.of(order));
        first.addAll(List.of(Column.SHIPPED_QUANTITY, "2", Column.RETURNED_QUANTITY, "1"));
        List<Object> second = new ArrayList<>(List.of(order));
        second.addAll(List.of(Column.SKU, "MUG", Column.SHIPPED_QUANTITY, "1"));

        Draft draft = draft(file(row("A-1", first.toArray()), row("A-1", second.toArray())));

        assertThat(draft.step(Step.What.SHIPMENT)).get().extracting(Step::units).isEqualTo(List.of(2, 1));
        assertThat(draft.step(Step.What.RETURN)).get().extracting(Step::units).isEqualTo(List.of(1, 0));
    }

    @Test
    void of_an_order_shipped_in_part_the_rest_is_cancelled() throws Exception {
        Draft draft = draft(file(row(
                "A-1",
                Column.SHIPPED_AT,
                "2026-01-07",
                Column.SHIPPED_QUANTITY,
                "1",
                Column.CANCELLED_AT,
                "2026-01-08")));

        assertThat(draft.steps()).extracting(Step::what).containsExactly(Step.What.SHIPMENT, Step.What.CANCELLATION);
    }

    @ParameterizedTest
    @CsvSource({
        "SHIPPED_QUANTITY,3,SHIPPED_AT,2026-01-07,CONTRADICTION",
        "SHIPPED_QUANTITY,1,SKU,TEE-M,CONTRADICTION",
        "RETURNED_QUANTITY,3,SHIPPED_AT,2026-01-07,CONTRADICTION",
        "RETURNED_QUANTITY,1,SHIPPED_AT,2026-01-07,MISSING",
        "REFUNDED_AT,2026-01-07,SKU,TEE-M,CONTRADICTION",
        "REFUNDED_AMOUNT,5,PAID_AT,2026-01-07,MISSING",
        "EXPECTED_TOTAL,much,SKU,TEE-M,NOT_A_NUMBER"
    })
    void what_came_back_must_have_gone_out(Column column, String value, Column other, String its, String code)
            throws Exception {
        assertThat(flaws(row("A-1", column, value, other, its))).anyMatch(flaw -> flaw.startsWith("2 " + code));
    }

    private static Instant day(int day) {
        return Instant.parse(String.format(Locale.ROOT, "2026-01-%02dT00:00:00Z", day));
    }
}
