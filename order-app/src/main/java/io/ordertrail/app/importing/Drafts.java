package io.ordertrail.app.importing;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Reads orders from their rows. It checks what can be told before anything is placed, above all the order of the times,
 * so that no order is left half told; prices and texts are for the service to judge.
 */
final class Drafts {

    private final String channel;
    private final Clock clock;

    Drafts(String channel, Clock clock) {
        this.channel = channel;
        this.clock = clock;
    }

    /** @throws Unreadable with every flaw that was found */
    Draft read(Group group) throws Unreadable {
        List<Flaw> flaws = new ArrayList<>();
        if (group.flaw() != null) {
            flaws.add(group.flaw());
        }
        group.rows().stream().map(Row::flaw).filter(Objects::nonNull).forEach(flaws::add);
        stopAt(flaws);

        List<Row> rows = group.rows();
        rows.forEach(row -> checkPresence(row, flaws));
        rows.forEach(row -> checkAgreement(row, rows.get(0), flaws));
        stopAt(flaws);

        Cells first = new Cells(rows.get(0), flaws);
        History history = History.read(first, clock.instant());
        Map<String, Object> placement = placement(first, rows, history, flaws);
        stopAt(flaws);
        return new Draft(group.ref(), placement, history.steps());
    }

    private Map<String, Object> placement(Cells first, List<Row> rows, History history, List<Flaw> flaws) {
        String currency = first.text(Column.CURRENCY);
        Map<String, Object> order = new LinkedHashMap<>();
        order.put("channel", channel);
        order.put("externalRef", first.text(Column.EXTERNAL_REF));
        order.put("customerId", first.text(Column.CUSTOMER_ID));
        order.put("currency", currency);
        order.put("paymentTerms", history.goodsBeforeMoney() ? "INVOICE" : "AUTH_FIRST");
        order.put(
                "lines",
                rows.stream().map(row -> line(new Cells(row, flaws), currency)).toList());
        if (first.has(Column.SHIPPING_METHOD)) {
            order.put(
                    "shipping",
                    Map.of(
                            "method", first.text(Column.SHIPPING_METHOD),
                            "price", first.money(Column.SHIPPING_PRICE, currency),
                            "taxRate", highestTaxRate(rows)));
        } else if (first.has(Column.SHIPPING_PRICE)) {
            first.flaw(Column.SHIPPING_METHOD, "MISSING", "is empty, although there is a shipping_price");
        }
        order.put("shippingAddress", address(first));
        order.put("at", Objects.toString(history.orderedAt()));
        return order;
    }

    private static Map<String, Object> line(Cells cells, String currency) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("sku", cells.text(Column.SKU));
        line.put("name", cells.text(Column.NAME));
        line.put("quantity", cells.integer(Column.QUANTITY));
        line.put("unitPrice", cells.money(Column.UNIT_PRICE, currency));
        line.put("discount", cells.money(Column.DISCOUNT, currency));
        line.put("taxRate", cells.decimal(Column.TAX_RATE));
        line.put("priceIncludesTax", cells.yes(Column.PRICE_INCLUDES_TAX));
        return line;
    }

    private static Map<String, Object> address(Cells cells) {
        Map<String, Object> address = new LinkedHashMap<>();
        address.put("name", cells.text(Column.SHIP_NAME));
        address.put("line1", cells.text(Column.SHIP_LINE1));
        if (cells.has(Column.SHIP_POSTAL_CODE)) {
            address.put("postalCode", cells.text(Column.SHIP_POSTAL_CODE));
        }
        address.put("city", cells.text(Column.SHIP_CITY));
        address.put("country", cells.text(Column.SHIP_COUNTRY));
        return address;
    }

    /** The file has no rate for the shipping: it follows the goods, and of several rates the highest. */
    private static String highestTaxRate(List<Row> rows) {
        // Flaws of the rates are told with the lines.
        return rows.stream()
                .map(row -> new Cells(row, new ArrayList<>()).decimal(Column.TAX_RATE))
                .max(Comparator.comparing(BigDecimal::new))
                .orElseThrow();
    }

    private static void checkPresence(Row row, List<Flaw> flaws) {
        for (Column column : Column.values()) {
            if (column.required() && row.get(column).isEmpty()) {
                flaws.add(new Flaw(row.line(), "MISSING", column.title() + " is empty"));
            }
        }
    }

    private static void checkAgreement(Row row, Row first, List<Flaw> flaws) {
        for (Column column : Column.values()) {
            if (column.ofOrder() && !row.get(column).equals(first.get(column))) {
                String reason = column.title() + " is \"" + row.get(column) + "\" here and \"" + first.get(column)
                        + "\" in line " + first.line() + " of the same order";
                flaws.add(new Flaw(row.line(), "INCONSISTENT", reason));
            }
        }
    }

    private static void stopAt(List<Flaw> flaws) throws Unreadable {
        if (!flaws.isEmpty()) {
            throw new Unreadable(flaws);
        }
    }
}
