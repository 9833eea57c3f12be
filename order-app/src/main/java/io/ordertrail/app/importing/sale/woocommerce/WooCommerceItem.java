package io.ordertrail.app.importing.sale.woocommerce;

import io.ordertrail.app.importing.file.Entry;
import io.ordertrail.app.importing.sale.shop.ShopCells;
import io.ordertrail.app.importing.sale.shop.TaxRates;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * An item of an order: a row of its own, or one of several in the one row of its order. These are in the column
 * {@code line_items}, or each in a column of its own, {@code line_item_1}, {@code line_item_2} and so on.
 *
 * @param line of its row in the file
 * @param quantity as programs write it; what is none stays as it is, to be told
 * @param before what all units cost before discounts, tax included
 * @param net of all units, after discounts
 * @param tax null where only the whole order's is known
 * @param back units that came back; empty where it is not said
 */
record WooCommerceItem(
        long line,
        String sku,
        String name,
        String quantity,
        BigDecimal before,
        BigDecimal net,
        @Nullable BigDecimal tax,
        String back) {

    static final String ALL = "line_items";
    static final String FIRST = "line_item_1";

    private static final String ONE = "line_item_";

    /** What an export writes of a product that is no more. */
    private static final String NO_SKU = "unknown_product";

    /** Decimals of a rate in whole percent or tenths of one. By a finer one nearly every tax comes out. */
    private static final int PLAIN = 3;

    /**
     * Where an item's tax is not told, only one rate for all such items can give what the whole order's is.
     *
     * @param tax on all items of the order
     * @param digits of its currency
     */
    static List<WooCommerceItem> read(ShopCells cells, BigDecimal tax, int digits) {
        List<WooCommerceItem> items = told(cells);
        List<WooCommerceItem> open =
                items.stream().filter(item -> item.tax == null).toList();
        if (open.isEmpty()) {
            return items;
        }
        BigDecimal left = items.stream().map(WooCommerceItem::knownTax).reduce(tax, BigDecimal::subtract);
        BigDecimal nets = open.stream().map(WooCommerceItem::net).reduce(BigDecimal.ZERO, BigDecimal::add);
        Optional<BigDecimal> rate =
                TaxRates.of(left, nets, digits).filter(found -> open.size() == 1 || found.scale() <= PLAIN);
        if (rate.isEmpty()) {
            cells.flaw("TAX_UNCLEAR", "The items have no total_tax, and tax_total is of no one rate");
        }
        return items.stream()
                .map(item -> item.taxedBy(rate.orElse(BigDecimal.ZERO)))
                .toList();
    }

    private static List<WooCommerceItem> told(ShopCells cells) {
        if (cells.header().at("item_name") >= 0) {
            return cells.entries().stream()
                    .filter(entry -> !cells.cell(entry, "item_name").isEmpty())
                    .map(entry -> ofRow(cells, entry))
                    .toList();
        }
        List<WooCommerceItem> items = new ArrayList<>();
        for (Entry entry : cells.entries()) {
            packed(cells, entry).forEach(parts -> items.add(ofParts(cells, entry, parts)));
        }
        return items;
    }

    private static List<Map<String, String>> packed(ShopCells cells, Entry entry) {
        if (cells.header().at(ALL) >= 0) {
            return Packed.things(cells.cell(entry, ALL));
        }
        return IntStream.iterate(1, i -> cells.header().at(ONE + i) >= 0, i -> i + 1)
                .mapToObj(i -> cells.cell(entry, ONE + i))
                .filter(cell -> !cell.isEmpty())
                .map(Packed::thing)
                .toList();
    }

    private static WooCommerceItem ofRow(ShopCells cells, Entry entry) {
        return new WooCommerceItem(
                entry.line(),
                entry.code(cells.header().at("item_sku")),
                cells.cell(entry, "item_name"),
                cells.plain(cells.cell(entry, "item_quantity")),
                cells.amount(entry, "item_subtotal").add(cells.amount(entry, "item_subtotal_tax")),
                cells.amount(entry, "item_total"),
                cells.amount(entry, "item_total_tax"),
                cells.plain(cells.cell(entry, "item_refunded_qty")).replace("-", ""));
    }

    private static WooCommerceItem ofParts(ShopCells cells, Entry entry, Map<String, String> parts) {
        for (String needed : List.of("quantity", "total")) {
            if (part(parts, needed).isEmpty()) {
                cells.flaw(entry, "MISSING", "An item has no " + needed + ": " + parts);
            }
        }
        String sku = part(parts, "sku");
        String tax = part(parts, "total_tax", "tax");
        BigDecimal net = cells.amountWithin("total", part(parts, "total"));
        String before = part(parts, "subtotal", "sub_total");
        return new WooCommerceItem(
                entry.line(),
                sku.equals(NO_SKU) ? "" : sku,
                part(parts, "name"),
                cells.plain(part(parts, "quantity")),
                before.isEmpty()
                        ? net.add(cells.amountWithin("tax", tax))
                        : cells.amountWithin("subtotal", before)
                                .add(cells.amountWithin(
                                        "subtotal_tax",
                                        part(parts, "subtotal_tax", "sub_total_tax", "total_tax", "tax"))),
                net,
                tax.isEmpty() ? null : cells.amountWithin("total_tax", tax),
                cells.plain(part(parts, "refunded_qty")).replace("-", ""));
    }

    /** The first of these parts that says something. */
    private static String part(Map<String, String> parts, String... names) {
        for (String name : names) {
            String text = parts.getOrDefault(name, "");
            if (!text.isEmpty()) {
                return text;
            }
        }
        return "";
    }

    BigDecimal knownTax() {
        return tax == null ? BigDecimal.ZERO : tax;
    }

    /** The same with its tax, where that is not known. */
    private WooCommerceItem taxedBy(BigDecimal rate) {
        return tax != null
                ? this
                : new WooCommerceItem(
                        line,
                        sku,
                        name,
                        quantity,
                        before.multiply(BigDecimal.ONE.add(rate)),
                        net,
                        net.multiply(rate),
                        back);
    }
}
