package io.ordertrail.api.returns;

import io.ordertrail.api.message.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Returns of a list.
 *
 * @param next cursor of the next page, null on the last
 * @param prev cursor of the page before, null on the first
 * @param unreadable rows of the page that are left out because they cannot be read
 */
@Named("return.ReturnPage")
public record ReturnPage(
        List<ReturnView> items,
        @Nullable String next,
        @Nullable String prev,
        @Nullable String end,
        long unreadable) {}
