package io.ordertrail.query.reading;

import io.ordertrail.api.RequestRefusal.InvalidQuery;
import io.ordertrail.axon.Refused;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a list page by page. A page begins after the place where another ended (keyset), not after so many rows: it costs
 * the same however deep it lies, and a row added meanwhile neither repeats nor hides another.
 */
public final class Paging {

    /** Rows of a page at most. */
    public static final int MAX_LIMIT = 500;

    private Paging() {}

    /** Where rows come from. */
    @FunctionalInterface
    public interface Source<R> {
        /** @param clauses what comes after the table's name, with one mark for each of {@code values} */
        List<R> find(String clauses, List<?> values);
    }

    /**
     * One page of the rows that {@code filter} leaves.
     *
     * @param filter is used up by this call
     * @param after the {@code next} or {@code previous} of another page of this list; null for the first page
     * @param limit 1 to {@link #MAX_LIMIT}
     * @throws Refused {@code after} or {@code limit} means nothing
     */
    public static <R> Page<R> page(
            Source<R> source, Conditions filter, Sorting<R> sorting, @Nullable String after, int limit) {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new Refused(InvalidQuery.of("limit", "limit must lie between 1 and " + MAX_LIMIT + "."));
        }
        Cursor from = after == null ? null : Cursor.of(after, sorting);
        boolean backwards = from != null && from.backwards();
        List<R> found = read(source, filter, sorting, from, limit + 1);
        boolean more = found.size() > limit;
        List<R> rows = new ArrayList<>(more ? found.subList(0, limit) : found);
        if (backwards) {
            Collections.reverse(rows);
        }
        boolean hasNext = backwards ? !rows.isEmpty() : more;
        boolean hasPrevious = backwards ? more : from != null && !rows.isEmpty();
        return new Page<>(
                List.copyOf(rows),
                hasNext ? Cursor.at(rows.get(rows.size() - 1), sorting, false).text(sorting) : null,
                hasPrevious ? Cursor.at(rows.get(0), sorting, true).text(sorting) : null);
    }

    /** @param rows one more than the page has, which tells whether there is another page */
    private static <R> List<R> read(
            Source<R> source, Conditions filter, Sorting<R> sorting, @Nullable Cursor from, int rows) {
        boolean down = sorting.descending() != (from != null && from.backwards());
        if (from != null) {
            Object value = from.value() instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : from.value();
            // Said this way, and not as (a, b) < (?, ?), both databases begin at the right place of the index.
            filter.and(
                    "%1$s %3$s= ? and (%1$s %3$s ? or %2$s %3$s ?)"
                            .formatted(sorting.column(), sorting.idColumn(), down ? "<" : ">"),
                    value,
                    value,
                    from.id());
        }
        String order = "order by %1$s %3$s, %2$s %3$s limit %4$d"
                .formatted(sorting.column(), sorting.idColumn(), down ? "desc" : "asc", rows);
        return source.find(filter.where() + order, filter.values());
    }
}
