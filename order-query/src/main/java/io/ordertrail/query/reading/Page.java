package io.ordertrail.query.reading;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some rows of a list, one after the other.
 *
 * @param next where the next page begins; null after the last
 * @param previous where the page before ends; null at the first
 * @param end on the last page: where to go on later, when more may have come; null while there is a next page, and
 *     where nothing was found from the beginning on
 * @param unreadable rows that are left out because they cannot be read
 */
public record Page<R>(
        List<R> rows,
        @Nullable String next,
        @Nullable String previous,
        @Nullable String end,
        long unreadable) {}
