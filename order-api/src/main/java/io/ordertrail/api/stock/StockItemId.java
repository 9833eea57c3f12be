package io.ordertrail.api.stock;

/** Ids of stock items. There is one location so far; an item's events name it. */
public final class StockItemId {

    /** The one location. */
    public static final String MAIN = "MAIN";

    /** As a unique name: a SKU that has been registered, and is tracked from then on (rule S7). */
    public static final String SKU = "sku";

    private static final String PREFIX = "stock-";

    private StockItemId() {}

    /** The item of {@code sku}. */
    public static String of(String sku) {
        return PREFIX + sku;
    }

    /** The SKU of an item; whatever else is given as it is. */
    public static String skuOf(String itemId) {
        return itemId.startsWith(PREFIX) ? itemId.substring(PREFIX.length()) : itemId;
    }
}
