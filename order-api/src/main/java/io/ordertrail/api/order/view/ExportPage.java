package io.ordertrail.api.order.view;

import io.ordertrail.api.message.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of an export.
 *
 * @param next where the next page begins; null after the last
 * @param unreadable rows that are left out because they cannot be read
 */
@Named("order.ExportPage")
public record ExportPage(List<Item> items, @Nullable String next, long unreadable) {

    /** An order; {@code lines} is null if the request did not ask for them. */
    public record Item(OrderSummary order, @Nullable List<OrderView.Line> lines) {}
}
