package io.ordertrail.app.importing.sale.shop;

import io.ordertrail.app.importing.sale.Column;
import io.ordertrail.app.importing.sale.Row;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumMap;
import java.util.Map;

/**
 * A line as a shop charged it, tax included.
 *
 * @param line of the file, or that of the row that it was found in
 * @param quantity units, or what is to be told as a flaw
 * @param unitPrice of one unit before discounts; it may have more digits than the currency
 * @param total of all of them after discounts, with the currency's digits
 * @param others cells that follow from nothing of this
 */
public record Charged(
        long line,
        String sku,
        String name,
        String quantity,
        BigDecimal unitPrice,
        BigDecimal total,
        BigDecimal taxRate,
        Map<Column, String> others) {

    private static final int MOST_SKU = 64;
    private static final int MOST_NAME = 200;

    /**
     * The service rounds nothing: the unit's price is one with the currency's digits, and a discount makes up for the
     * rest.
     */
    public Row row(Map<Column, String> order, int digits) {
        BigDecimal units = units();
        BigDecimal price = unitPrice.setScale(digits, RoundingMode.HALF_UP);
        if (price.multiply(units).compareTo(total) < 0) {
            price = total.divide(units.max(BigDecimal.ONE), digits, RoundingMode.CEILING);
        }
        Map<Column, String> cells = new EnumMap<>(Column.class);
        cells.putAll(order);
        cells.putAll(others);
        cells.put(Column.SKU, cut(sku.isEmpty() ? skuOf(name) : sku, MOST_SKU));
        cells.put(Column.NAME, cut(name, MOST_NAME));
        cells.put(Column.QUANTITY, quantity);
        cells.put(Column.UNIT_PRICE, price.toPlainString());
        cells.put(Column.DISCOUNT, price.multiply(units).subtract(total).toPlainString());
        cells.put(Column.TAX_RATE, taxRate.toPlainString());
        cells.put(Column.PRICE_INCLUDES_TAX, "true");
        return new Row(line, cells);
    }

    /** What was charged without being an item of the shop: a fee, a made-up line. */
    static String skuOf(String name) {
        String slug = name.strip().replaceAll("[^\\p{L}\\p{N}]+", "-").replaceAll("^-|-$", "");
        return "NO-SKU-" + (slug.isEmpty() ? "ITEM" : slug);
    }

    private BigDecimal units() {
        try {
            return new BigDecimal(quantity);
        } catch (NumberFormatException told) {
            // It is told when the cell is checked.
            return BigDecimal.ONE;
        }
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most);
    }
}
