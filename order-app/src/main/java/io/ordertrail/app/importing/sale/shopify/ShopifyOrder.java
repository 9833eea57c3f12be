package io.ordertrail.app.importing.sale.shopify;

import io.ordertrail.app.importing.file.Entry;
import io.ordertrail.app.importing.sale.Cells;
import io.ordertrail.app.importing.sale.Column;
import io.ordertrail.app.importing.sale.Row;
import io.ordertrail.app.importing.sale.shop.Charged;
import io.ordertrail.app.importing.sale.shop.ShopCells;
import io.ordertrail.app.importing.sale.shop.Split;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * An order of Shopify's export. It has the amounts of the taxes and no rates, discounts of the order beside those of
 * its lines, and does not say whether prices contain the tax: that follows from how its totals add up.
 */
final class ShopifyOrder {

    private static final List<String> OF_ORDER =
            List.of("Financial Status", "Paid at", "Currency", "Subtotal", "Shipping", "Taxes", "Total", "Created at");

    private final ShopCells cells;
    private final int digits;
    private final List<Entry> entries;

    ShopifyOrder(ShopCells cells) {
        this.cells = cells;
        this.digits = Cells.digits(cells.text("Currency"));
        this.entries = cells.entries();
    }

    List<Row> rows() {
        cells.mustAgree(OF_ORDER);
        BigDecimal subtotal = cells.amount("Subtotal");
        BigDecimal taxes = cells.amount("Taxes");
        BigDecimal total = cells.amount("Total");
        boolean taxAdded = taxes.signum() != 0 && total.subtract(subtotal).compareTo(taxes) >= 0 && isTaxAdded(taxes);
        // A code for free shipping is no discount on goods: what is left of the total is what the shipping cost.
        BigDecimal shipping = total.subtract(subtotal).subtract(taxAdded ? taxes : BigDecimal.ZERO);
        if (shipping.signum() < 0) {
            cells.flaw("TOTAL_MISMATCH", "Subtotal, Shipping and Taxes add up to more than Total");
            return List.of();
        }
        List<BigDecimal> goods = goods(subtotal);
        List<ShopifyTaxes.Part> parts = new ArrayList<>();
        for (int i = 0; i < goods.size(); i++) {
            parts.add(new ShopifyTaxes.Part(goods.get(i), isTaxable(entries.get(i))));
        }
        ShopifyTaxes.Found found = ShopifyTaxes.of(cells, digits).find(parts, shipping, taxes, taxAdded);
        return rows(goods, shipping, found, taxAdded ? taxes : BigDecimal.ZERO);
    }

    private List<Row> rows(List<BigDecimal> goods, BigDecimal shipping, ShopifyTaxes.Found found, BigDecimal added) {
        List<BigDecimal> taxed = new ArrayList<>();
        for (int i = 0; i < goods.size(); i++) {
            taxed.add(goods.get(i).multiply(found.rates().get(i)));
        }
        taxed.add(shipping.multiply(found.shippingRate()));
        List<BigDecimal> tax = Split.by(taxed, added, digits);
        Map<Column, String> order = order(shipping.add(tax.get(goods.size())), found.shippingRate());
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < goods.size(); i++) {
            Entry entry = entries.get(i);
            BigDecimal gross = goods.get(i).add(tax.get(i));
            BigDecimal price = cells.amount(entry, "Lineitem price");
            BigDecimal rate = found.rates().get(i);
            rows.add(new Charged(
                            entry.line(),
                            entry.code(cells.header().at("Lineitem sku")),
                            cells.cell(entry, "Lineitem name"),
                            cells.plain(cells.cell(entry, "Lineitem quantity")),
                            added.signum() == 0 ? price : price.multiply(BigDecimal.ONE.add(rate)),
                            gross,
                            rate,
                            shipped(entry, order))
                    .row(order, digits)
                    .keeping(kept()));
        }
        return rows;
    }

    private Map<String, String> kept() {
        Map<String, String> metadata = new LinkedHashMap<>();
        cells.keep(metadata, "note", "Notes", "Note");
        cells.keep(metadata, "tags", "Tags");
        cells.keepOdd(metadata, cells.text("Email"), firstOf(cells.text("Shipping Phone"), cells.text("Phone")));
        return metadata;
    }

    /**
     * Of each line what it cost, after its own discount and its share of the order's; together they are the subtotal.
     */
    private List<BigDecimal> goods(BigDecimal subtotal) {
        List<BigDecimal> listed = entries.stream()
                .map(entry -> cells.amount(entry, "Lineitem price")
                        .multiply(quantity(entry))
                        .subtract(cells.amount(entry, "Lineitem discount")))
                .toList();
        BigDecimal sum = listed.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        List<BigDecimal> off = Split.by(listed, sum.subtract(subtotal), digits);
        List<BigDecimal> goods = new ArrayList<>();
        for (int i = 0; i < listed.size(); i++) {
            goods.add(listed.get(i).subtract(off.get(i)));
        }
        return goods;
    }

    private BigDecimal quantity(Entry entry) {
        return cells.numbers()
                .read(cells.cell(entry, "Lineitem quantity"))
                .map(BigDecimal::new)
                .orElse(BigDecimal.ONE);
    }

    /** Where both could be, the shipping that the file names decides. */
    private boolean isTaxAdded(BigDecimal taxes) {
        BigDecimal shipping = cells.amount("Shipping");
        BigDecimal rest = cells.amount("Total").subtract(cells.amount("Subtotal"));
        BigDecimal code = cells.amount("Discount Amount");
        return Stream.of(shipping, shipping.subtract(code))
                .anyMatch(price -> price.add(taxes).compareTo(rest) == 0);
    }

    private boolean isTaxable(Entry entry) {
        return !cells.cell(entry, "Lineitem taxable").equalsIgnoreCase("false");
    }

    private Map<Column, String> order(BigDecimal shipping, BigDecimal shippingRate) {
        Map<Column, String> order = new EnumMap<>(Column.class);
        ShopCells.put(order, Column.EXTERNAL_REF, cells.text("Name"));
        ShopCells.put(order, Column.CUSTOMER_ID, cells.text("Email", "Phone", "Billing Name"));
        if (!order.containsKey(Column.CUSTOMER_ID)) {
            order.put(Column.CUSTOMER_ID, "guest " + cells.text("Name"));
        }
        ShopCells.put(order, Column.CURRENCY, cells.text("Currency"));
        ShopCells.put(order, Column.ORDERED_AT, cells.time("Created at"));
        String method = cells.text("Shipping Method");
        if (shipping.signum() != 0 || !method.isEmpty()) {
            order.put(Column.SHIPPING_METHOD, method.isEmpty() ? "Shipping" : method);
            order.put(Column.SHIPPING_PRICE, shipping.toPlainString());
            order.put(Column.SHIPPING_TAX_RATE, shippingRate.toPlainString());
        }
        ShopCells.put(order, Column.EXPECTED_TOTAL, cells.plain(cells.text("Total")));
        address(order, "Shipping", "SHIP_");
        address(order, "Billing", "BILL_");
        happened(order);
        return order;
    }

    private void address(Map<Column, String> order, String title, String prefix) {
        String line1 = cells.text(title + " Address1");
        ShopCells.put(order, Column.valueOf(prefix + "NAME"), cells.text(title + " Name"));
        ShopCells.put(order, Column.valueOf(prefix + "LINE1"), line1.isEmpty() ? cells.text(title + " Street") : line1);
        ShopCells.put(order, Column.valueOf(prefix + "LINE2"), cells.text(title + " Address2"));
        ShopCells.put(order, Column.valueOf(prefix + "POSTAL_CODE"), cells.text(title + " Zip"));
        ShopCells.put(order, Column.valueOf(prefix + "CITY"), cells.text(title + " City"));
        ShopCells.put(order, Column.valueOf(prefix + "REGION"), cells.text(title + " Province"));
        ShopCells.put(order, Column.valueOf(prefix + "COUNTRY"), cells.text(title + " Country"));
        // A bill without street or city, as of a sale in a shop, is no address.
        boolean whole = List.of("NAME", "LINE1", "CITY", "COUNTRY").stream()
                .allMatch(part -> order.containsKey(Column.valueOf(prefix + part)));
        if (!whole && prefix.equals("BILL_")) {
            order.keySet().removeIf(column -> column.name().startsWith(prefix));
        }
        if (order.containsKey(Column.valueOf(prefix + "LINE1"))) {
            ShopCells.put(order, Column.valueOf(prefix + "COMPANY"), cells.text(title + " Company"));
            ShopCells.reach(
                    order, prefix, cells.text("Email"), firstOf(cells.text(title + " Phone"), cells.text("Phone")));
        }
    }

    private void happened(Map<Column, String> order) {
        String money = word("Financial Status");
        if (List.of("paid", "partially_refunded", "refunded").contains(money)) {
            order.put(Column.PAID_AT, firstOf(cells.time("Paid at"), cells.time("Created at")));
        } else if (money.equals("partially_paid")) {
            cells.flaw("PARTLY_PAID", "Financial Status is partially_paid: how much was paid is not in the export");
        }
        boolean anyOut = entries.stream().anyMatch(this::isOut);
        if (anyOut || word("Fulfillment Status").equals("fulfilled")) {
            order.put(
                    Column.SHIPPED_AT,
                    firstOf(cells.time("Fulfilled at"), cells.time("Paid at"), cells.time("Created at")));
        }
        String cancelled = cells.time("Cancelled at");
        if (cancelled.isEmpty() && money.equals("voided")) {
            cancelled = cells.time("Created at");
        }
        boolean restIsBack = anyOut
                && entries.stream().anyMatch(entry -> !isOut(entry))
                && entries.stream()
                        .allMatch(entry -> isOut(entry) || status(entry).equals("restocked"));
        if (cancelled.isEmpty() && restIsBack) {
            cancelled = String.valueOf(order.get(Column.SHIPPED_AT));
        }
        ShopCells.put(order, Column.CANCELLED_AT, cancelled);
        if (cells.amount("Refunded Amount").signum() != 0) {
            order.put(Column.REFUNDED_AMOUNT, cells.plain(cells.text("Refunded Amount")));
            // The export does not say when.
            order.put(
                    Column.REFUNDED_AT,
                    firstOf(cancelled, cells.time("Fulfilled at"), String.valueOf(order.get(Column.PAID_AT))));
        }
    }

    private Map<Column, String> shipped(Entry entry, Map<Column, String> order) {
        boolean all = word("Fulfillment Status").equals("fulfilled")
                || entries.stream().allMatch(this::isOut);
        if (!order.containsKey(Column.SHIPPED_AT) || all) {
            return Map.of();
        }
        if (status(entry).equals("partial")) {
            cells.flaw(
                    entry,
                    "PARTLY_SHIPPED",
                    "Lineitem fulfillment status is partial: how many units left is not in" + " the export");
        }
        return Map.of(
                Column.SHIPPED_QUANTITY, isOut(entry) ? cells.plain(cells.cell(entry, "Lineitem quantity")) : "0");
    }

    private boolean isOut(Entry entry) {
        return status(entry).equals("fulfilled") || status(entry).equals("partial");
    }

    private String status(Entry entry) {
        return cells.cell(entry, "Lineitem fulfillment status").toLowerCase(Locale.ROOT);
    }

    private String word(String title) {
        return cells.text(title).toLowerCase(Locale.ROOT);
    }

    private static String firstOf(String... times) {
        return Stream.of(times).filter(time -> !time.isEmpty()).findFirst().orElse("");
    }
}
