package io.ordertrail.api.attention;

import io.ordertrail.api.message.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of the list, the oldest first; {@code next} and {@code prev} are opaque cursors, null at either end;
 * {@code end} is one behind the last row, null while there is a next page. {@code unreadable} rows are left out.
 */
@Named("attention.AttentionPage")
public record AttentionPage(
        List<AttentionItem> items,
        @Nullable String next,
        @Nullable String prev,
        @Nullable String end,
        long unreadable) {}
