package io.ordertrail.app.importing.stock;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A stock item as it was before the first order of the file, in whole units.
 *
 * @param line of the file, from 1
 * @param quantity what was there
 * @param safety what is never promised
 */
public record StockRow(
        long line, String sku, String name, long quantity, long reorderPoint, long safety, long backorderLimit) {

    /** How the item is kept. */
    Map<String, Object> settings() {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("name", name);
        settings.put("safety", safety);
        settings.put("backorderLimit", backorderLimit);
        settings.put("reorderPoint", reorderPoint);
        return settings;
    }
}
