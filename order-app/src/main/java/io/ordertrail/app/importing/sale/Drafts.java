package io.ordertrail.app.importing.sale;

import io.ordertrail.app.importing.file.Flaw;
import io.ordertrail.app.importing.file.Numbers;
import io.ordertrail.app.importing.file.Times;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads orders from their rows. It checks all that can be told before anything is placed, in every row, so that no
 * order is left half told and none has to be mended twice; prices and texts are for the service to judge.
 */
public final class Drafts {

    private final String channel;
    private final Numbers numbers;
    private final Times times;
    private final Addresses addresses;
    private final Clock clock;

    /**
     * @param numbers how the rows write them
     * @param times how the rows write them
     * @param country of addresses that name none, or null
     */
    public Drafts(String channel, Numbers numbers, Times times, @Nullable String country, Clock clock) {
        this.channel = channel;
        this.numbers = numbers;
        this.times = times;
        this.addresses = new Addresses(country);
        this.clock = clock;
    }

    /** @throws Unreadable with every flaw that was found */
    public Draft read(Group group) throws Unreadable {
        List<Flaw> flaws = new ArrayList<>(group.flaws());
        List<Row> rows = group.rows();
        if (rows.isEmpty()) {
            throw new Unreadable(flaws);
        }
        Row first =
                rows.stream().filter(row -> !row.isContinuation()).findFirst().orElse(rows.get(0));
        List<Cells> lines = rows.stream().map(row -> cells(row, flaws)).toList();
        Cells order = cells(first, flaws);
        Instant now = clock.instant();
        for (int i = 0; i < rows.size(); i++) {
            check(rows.get(i), lines.get(i), first, now, flaws);
        }
        checkOrder(order);
        History history = new History(order, lines);
        List<Step> steps = history.read();
        Map<String, Object> placement = placement(order, lines, history);
        if (!first.metadata().isEmpty()) {
            placement.put(Draft.METADATA, first.metadata());
        }
        if (!flaws.isEmpty()) {
            throw new Unreadable(flaws);
        }
        return new Draft(group.ref(), placement, steps);
    }

    private Cells cells(Row row, List<Flaw> flaws) {
        return new Cells(row, numbers, times, flaws);
    }

    private static void check(Row row, Cells cells, Row first, Instant now, List<Flaw> flaws) {
        for (Column column : Column.values()) {
            if (column.required() && !row.has(column) && (!column.ofOrder() || row == first)) {
                cells.flaw(column, "MISSING", "is empty");
            }
            cells.check(column, now);
            if (column.ofOrder() && row.has(column) && !row.get(column).equals(first.get(column))) {
                String reason = column.title() + " is \"" + row.get(column) + "\" here and \"" + first.get(column)
                        + "\" in line " + first.line() + " of the same order";
                flaws.add(new Flaw(row.line(), "INCONSISTENT", reason));
            }
        }
        row.metadata().forEach((name, value) -> {
            String told = first.metadata().getOrDefault(name, "");
            if (!value.equals(told)) {
                String reason = OwnLayout.METADATA + name + " is \"" + value + "\" here and \"" + told + "\" in line "
                        + first.line() + " of the same order";
                flaws.add(new Flaw(row.line(), "INCONSISTENT", reason));
            }
        });
    }

    private void checkOrder(Cells order) {
        if (!order.has(Column.SHIPPING_METHOD) && order.has(Column.SHIPPING_PRICE) && hasShippingPrice(order)) {
            order.flaw(Column.SHIPPING_METHOD, "MISSING", "is empty, although there is a shipping_price");
        }
        addresses.check(order);
    }

    private static boolean hasShippingPrice(Cells order) {
        return new BigDecimal(order.decimal(Column.SHIPPING_PRICE)).signum() != 0;
    }

    private Map<String, Object> placement(Cells first, List<Cells> rows, History history) {
        String currency = first.text(Column.CURRENCY);
        Map<String, Object> order = new LinkedHashMap<>();
        order.put("channel", channel);
        order.put("externalRef", first.text(Column.EXTERNAL_REF));
        order.put("customerId", first.text(Column.CUSTOMER_ID));
        order.put("currency", currency);
        order.put("paymentTerms", history.goodsBeforeMoney() ? "INVOICE" : "AUTH_FIRST");
        order.put("lines", rows.stream().map(row -> line(row, currency)).toList());
        if (first.has(Column.SHIPPING_METHOD)) {
            order.put(
                    "shipping",
                    Map.of(
                            "method", first.text(Column.SHIPPING_METHOD),
                            "price", first.money(Column.SHIPPING_PRICE, currency),
                            "taxRate", shippingTaxRate(first, rows)));
        }
        if (first.has(Column.ORDER_DISCOUNT)) {
            order.put(Draft.DISCOUNT, first.money(Column.ORDER_DISCOUNT, currency));
        }
        if (first.has(Column.EXPECTED_TOTAL)) {
            order.put(Draft.EXPECTED_TOTAL, first.money(Column.EXPECTED_TOTAL, currency));
        }
        putIfAny(order, "shippingAddress", addresses.shipping(first));
        putIfAny(order, "billingAddress", addresses.billing(first));
        order.put("at", Objects.toString(first.time(Column.ORDERED_AT)));
        return order;
    }

    private static void putIfAny(Map<String, Object> order, String name, @Nullable Object value) {
        if (value != null) {
            order.put(name, value);
        }
    }

    private static Map<String, Object> line(Cells cells, String currency) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("sku", cells.text(Column.SKU));
        line.put("name", cells.text(Column.NAME));
        line.put("quantity", cells.units(Column.QUANTITY));
        line.put("unitPrice", cells.money(Column.UNIT_PRICE, currency));
        line.put("discount", cells.money(Column.DISCOUNT, currency));
        line.put("taxRate", cells.decimal(Column.TAX_RATE));
        line.put("priceIncludesTax", cells.yes(Column.PRICE_INCLUDES_TAX));
        return line;
    }

    /** Where the file has no rate for the shipping, it follows the goods, and of several rates the highest. */
    private static String shippingTaxRate(Cells first, List<Cells> rows) {
        return first.has(Column.SHIPPING_TAX_RATE)
                ? first.decimal(Column.SHIPPING_TAX_RATE)
                : rows.stream()
                        .map(row -> row.decimal(Column.TAX_RATE))
                        .max(Comparator.comparing(BigDecimal::new))
                        .orElseThrow();
    }
}
