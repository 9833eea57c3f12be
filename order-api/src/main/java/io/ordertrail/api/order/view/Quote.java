package io.ordertrail.api.order.view;

import io.ordertrail.api.message.Named;
import io.ordertrail.api.order.value.OrderLine;
import io.ordertrail.api.order.value.Shipping;
import io.ordertrail.api.order.value.Totals;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an order would cost, and whether each line could be had now. Nothing is written and nothing is reserved.
 *
 * @param availability for each line; empty if only the price was asked
 */
@Named("order.Quote")
public record Quote(
        List<OrderLine> lines, @Nullable Shipping shipping, Totals totals, List<Availability> availability) {

    /** {@code tracked} is false for a SKU that was never registered as stock: it is always available. */
    public record Availability(String lineId, String sku, boolean tracked, boolean available) {}
}
