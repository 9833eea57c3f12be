package io.ordertrail.api.stock;

import io.ordertrail.api.message.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list; {@code next} and {@code prev} are opaque cursors, null at either end; {@code end} is one behind the
 * last row, null while there is a next page. {@code unreadable} rows are left out.
 */
@Named("stock.StockPage")
public record StockPage(
        List<StockView> items,
        @Nullable String next,
        @Nullable String prev,
        @Nullable String end,
        long unreadable) {}
