package io.ordertrail.query.reading;

import io.ordertrail.api.message.Refused;
import io.ordertrail.api.message.RequestRefusal.InvalidQuery;
import io.ordertrail.api.projection.ProjectionRefusal.ViewUnreadable;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads a list page by page. A page begins after the place where another ended (keyset), not after so many rows: it
 * costs the same however deep it lies, and a row added meanwhile neither repeats nor hides another.
 */
public final class PageReader {

    /** Rows of a page at most. */
    public static final int MAX_LIMIT = 500;

    /** So many rows in a row that cannot be read are passed by to find one that can. */
    private static final int MOST_LOOKED_THROUGH = 16 * MAX_LIMIT;

    private PageReader() {}

    /** Where rows come from. */
    @FunctionalInterface
    public interface Source<R> {
        /**
         * The rows; something empty in the place of one that cannot be read.
         *
         * @param clauses the SQL after the table's name, with one mark for each of {@code values}
         */
        List<Optional<R>> find(String clauses, List<?> values);
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
            Source<R> source, Conditions filter, SortOrder<R> sorting, @Nullable String after, int limit) {
        return page(source, filter, sorting, after, limit, null);
    }

    /**
     * The same of a list that is sorted by time, upwards, into which rows may still come behind others.
     *
     * @param settled before this no row comes any more: {@link Page#end} is not later, and rows after it are told
     *     again; null if rows come at the end only
     */
    public static <R> Page<R> page(
            Source<R> source,
            Conditions filter,
            SortOrder<R> sorting,
            @Nullable String after,
            int limit,
            @Nullable Instant settled) {
        return page(source, List::of, filter, sorting, after, limit, settled);
    }

    /**
     * The same of a list of which some rows are not in the table.
     *
     * @param made those rows, whatever page they are on. They are asked for after the table is read; where it has one
     *     of them too, this counts
     */
    public static <R> Page<R> page(
            Source<R> source,
            Supplier<List<R>> made,
            Conditions filter,
            SortOrder<R> sorting,
            @Nullable String after,
            int limit,
            @Nullable Instant settled) {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new Refused(InvalidQuery.of("limit", "limit must be 1 to " + MAX_LIMIT + "."));
        }
        String question = filter.fingerprint();
        Cursor from = after == null ? null : Cursor.of(after, sorting, question);
        if (from != null) {
            begin(filter, sorting, from);
        }
        List<Optional<R>> found = read(source, filter, sorting, from, limit + 1);
        // A page needs one row that can be read, for its cursors.
        for (int wanted = limit; found.size() > wanted && isUnreadable(found.subList(0, wanted)); ) {
            wanted *= 2;
            if (wanted > MOST_LOOKED_THROUGH) {
                throw new Refused(new ViewUnreadable());
            }
            found = read(source, filter, sorting, from, wanted + 1);
        }
        List<Optional<R>> all = new MergedRows<>(sorting, isDown(sorting, from), from).of(found, made.get());
        // Where rows of the table gave way to made ones, there may be more of them than the page shows.
        boolean further = all.size() < found.size() && found.size() > limit;
        return page(all, further, sorting, question, from, limit, settled);
    }

    private static <R> Page<R> page(
            List<Optional<R>> found,
            boolean further,
            SortOrder<R> sorting,
            String question,
            @Nullable Cursor from,
            int limit,
            @Nullable Instant settled) {
        // Those that cannot be read at the end belong to the next page too, which begins after the last that can.
        int end = Math.min(found.size(), limit);
        while (end < found.size() && isUnreadable(found.subList(0, end))) {
            end++;
        }
        boolean more = further || end < found.size();
        List<R> rows = new ArrayList<>(
                found.subList(0, end).stream().flatMap(Optional::stream).toList());
        long unreadable = end - (long) rows.size();
        boolean backwards = from != null && from.backwards();
        if (rows.isEmpty() && from != null) {
            String back = from.turned().text(sorting, question);
            return backwards
                    ? new Page<>(List.of(), back, null, null, unreadable)
                    : new Page<>(List.of(), null, back, from.held(settled).text(sorting, question), unreadable);
        }
        if (backwards) {
            Collections.reverse(rows);
        }
        boolean hasNext = !rows.isEmpty() && (backwards || more);
        boolean hasPrevious = !rows.isEmpty() && (backwards ? more : from != null);
        Cursor last = rows.isEmpty() ? null : Cursor.at(rows.get(rows.size() - 1), sorting, false);
        return new Page<>(
                List.copyOf(rows),
                hasNext && last != null ? last.text(sorting, question) : null,
                hasPrevious ? Cursor.at(rows.get(0), sorting, true).text(sorting, question) : null,
                hasNext || last == null ? null : last.held(settled).text(sorting, question),
                unreadable);
    }

    private static boolean isUnreadable(List<? extends Optional<?>> rows) {
        return rows.stream().allMatch(Optional::isEmpty);
    }

    /** Keeps what comes after {@code from}. */
    private static void begin(Conditions filter, SortOrder<?> sorting, Cursor from) {
        Object value = from.value() instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : from.value();
        // Said this way, and not as (a, b) < (?, ?), both databases begin at the right place of the index.
        filter.and(
                "%1$s %3$s= ? and (%1$s %3$s ? or %2$s %3$s%4$s ?)"
                        .formatted(
                                sorting.column(),
                                sorting.idColumn(),
                                isDown(sorting, from) ? "<" : ">",
                                from.inclusive() ? "=" : ""),
                value,
                value,
                from.id());
    }

    /** @param rows one more than the page has, which tells whether there is another page */
    private static <R> List<Optional<R>> read(
            Source<R> source, Conditions filter, SortOrder<R> sorting, @Nullable Cursor from, int rows) {
        String direction = isDown(sorting, from) ? " desc" : " asc";
        String order = Stream.concat(filter.leaders().stream(), Stream.of(sorting.column(), sorting.idColumn()))
                .map(column -> column + direction)
                .collect(Collectors.joining(", ", "order by ", " limit " + rows));
        return source.find(filter.where() + order, filter.values());
    }

    private static boolean isDown(SortOrder<?> sorting, @Nullable Cursor from) {
        return sorting.descending() != (from != null && from.backwards());
    }
}
