package io.ordertrail.app.importing.order;

import io.ordertrail.app.importing.client.Answer;
import io.ordertrail.app.importing.file.Flaw;
import io.ordertrail.app.importing.sale.Column;
import io.ordertrail.app.importing.sale.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** A refusal of the service (RFC 9457) told in terms of the file: lines and columns instead of JSON pointers. */
public final class ImportProblems {

    private static final Pattern LINE = Pattern.compile("/lines/([0-9]{1,6})(/.*)?");

    private static final Map<String, Column> COLUMNS = Map.ofEntries(
            Map.entry("/externalRef", Column.EXTERNAL_REF),
            Map.entry("/customerId", Column.CUSTOMER_ID),
            Map.entry("/currency", Column.CURRENCY),
            Map.entry("/shipping/method", Column.SHIPPING_METHOD),
            Map.entry("/shipping/price", Column.SHIPPING_PRICE),
            Map.entry("/shipping/taxRate", Column.SHIPPING_TAX_RATE),
            Map.entry("/shippingAddress/name", Column.SHIP_NAME),
            Map.entry("/shippingAddress/line1", Column.SHIP_LINE1),
            Map.entry("/shippingAddress/line2", Column.SHIP_LINE2),
            Map.entry("/shippingAddress/postalCode", Column.SHIP_POSTAL_CODE),
            Map.entry("/shippingAddress/city", Column.SHIP_CITY),
            Map.entry("/shippingAddress/region", Column.SHIP_REGION),
            Map.entry("/shippingAddress/country", Column.SHIP_COUNTRY),
            Map.entry("/shippingAddress/company", Column.SHIP_COMPANY),
            Map.entry("/shippingAddress/email", Column.SHIP_EMAIL),
            Map.entry("/shippingAddress/phone", Column.SHIP_PHONE),
            Map.entry("/billingAddress/name", Column.BILL_NAME),
            Map.entry("/billingAddress/line1", Column.BILL_LINE1),
            Map.entry("/billingAddress/line2", Column.BILL_LINE2),
            Map.entry("/billingAddress/postalCode", Column.BILL_POSTAL_CODE),
            Map.entry("/billingAddress/city", Column.BILL_CITY),
            Map.entry("/billingAddress/region", Column.BILL_REGION),
            Map.entry("/billingAddress/country", Column.BILL_COUNTRY),
            Map.entry("/billingAddress/company", Column.BILL_COMPANY),
            Map.entry("/billingAddress/email", Column.BILL_EMAIL),
            Map.entry("/billingAddress/phone", Column.BILL_PHONE),
            Map.entry("/expectedTotal", Column.EXPECTED_TOTAL),
            Map.entry("/sku", Column.SKU),
            Map.entry("/name", Column.NAME),
            Map.entry("/quantity", Column.QUANTITY),
            Map.entry("/unitPrice", Column.UNIT_PRICE),
            Map.entry("/discount", Column.DISCOUNT),
            Map.entry("/taxRate", Column.TAX_RATE),
            Map.entry("/priceIncludesTax", Column.PRICE_INCLUDES_TAX));

    private ImportProblems() {}

    /**
     * One flaw for each part of the request at fault, or one for the whole.
     *
     * @param time the column that the request's {@code at} came from
     * @param prefix put before each reason
     */
    static List<Flaw> flaws(Answer refusal, List<Row> rows, Column time, String prefix) {
        List<Flaw> flaws = new ArrayList<>();
        for (JsonNode error : refusal.body().path("errors")) {
            String pointer = error.path("pointer").asString("");
            String message = error.path("message").asString(refusal.detail());
            String where = column(pointer, time).map(column -> column + ": ").orElse("");
            flaws.add(new Flaw(line(pointer, rows), refusal.code(), prefix + where + message));
        }
        return flaws.isEmpty()
                ? List.of(new Flaw(rows.get(0).line(), refusal.code(), prefix + refusal.detail()))
                : flaws;
    }

    /** The whole refusal in one sentence or several. */
    public static String inWords(Answer refusal) {
        List<String> words = refusal.body()
                .path("errors")
                .valueStream()
                .map(error -> error.path("pointer").asString("") + ": "
                        + error.path("message").asString(refusal.detail()))
                .toList();
        return words.isEmpty() ? refusal.detail() : String.join("; ", words);
    }

    private static long line(String pointer, List<Row> rows) {
        Matcher matcher = LINE.matcher(pointer);
        int index = matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
        return rows.get(index < rows.size() ? index : 0).line();
    }

    /** The title of the column that a part of a request comes from. */
    private static Optional<String> column(String pointer, Column time) {
        if (pointer.equals("/at")) {
            return Optional.of(time.title());
        }
        if (pointer.startsWith("/metadata/")) {
            return Optional.of(pointer.substring(1).replace('/', '.'));
        }
        Matcher matcher = LINE.matcher(pointer);
        if (!matcher.matches() && (pointer + "/").startsWith("/discount/")) {
            return Optional.of(Column.ORDER_DISCOUNT.title());
        }
        String local = matcher.matches() && matcher.group(2) != null ? matcher.group(2) : pointer;
        // A pointer may go on to a part of the value, as in /unitPrice/amount.
        return COLUMNS.entrySet().stream()
                .filter(entry -> (local + "/").startsWith(entry.getKey() + "/"))
                .map(column -> column.getValue().title())
                .findFirst();
    }
}
