package io.ordertrail.api.stock;

import io.ordertrail.api.message.Named;
import java.util.Map;

/**
 * How many units could be promised now.
 *
 * @param units by SKU; one that is not in it is not tracked and always available (rule S7)
 */
@Named("stock.Availability")
public record Availability(Map<String, Long> units) {

    /** Whether {@code sku} is kept as stock. */
    public boolean tracks(String sku) {
        return units.containsKey(sku);
    }

    /** Whether {@code quantity} units could be promised. */
    public boolean covers(String sku, long quantity) {
        return units.getOrDefault(sku, Long.MAX_VALUE) >= quantity;
    }
}
