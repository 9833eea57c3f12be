package io.ordertrail.query.order.history;

import io.ordertrail.api.message.Refused;
import io.ordertrail.api.message.RequestRefusal.InvalidQuery;
import io.ordertrail.query.reading.PageReader;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which events of a history a page has. They are counted from 0, so that a cursor is a count: {@code 12} is from that
 * on, {@code ~12} is what comes before it.
 *
 * @param from place of the first
 * @param to place behind the last of them
 * @param size how many there are
 */
record HistorySlice(int from, int to, int size) {

    private static final String BEFORE = "~";
    private static final Pattern CURSOR = Pattern.compile("~?[0-9]{1,9}");

    /**
     * @param size how many events there are, 1 or more
     * @throws Refused the cursor or the limit means nothing
     */
    static HistorySlice of(@Nullable String after, @Nullable Integer limit, int size) {
        if (limit != null && (limit < 1 || limit > PageReader.MAX_LIMIT)) {
            throw new Refused(InvalidQuery.of("limit", "limit must lie between 1 and " + PageReader.MAX_LIMIT + "."));
        }
        int most = limit == null ? size : limit;
        if (after == null) {
            return new HistorySlice(0, Math.min(size, most), size);
        }
        if (!CURSOR.matcher(after).matches()) {
            throw new Refused(InvalidQuery.of("after", "This is not a cursor of this list."));
        }
        boolean before = after.startsWith(BEFORE);
        int place = Math.min(size, Integer.parseInt(before ? after.substring(1) : after));
        return before
                ? new HistorySlice(Math.max(0, place - most), place, size)
                : new HistorySlice(place, Math.min(size, place + most), size);
    }

    <T> List<T> of(List<T> all) {
        return all.subList(from, to);
    }

    @Nullable
    String next() {
        return to < size ? String.valueOf(to) : null;
    }

    @Nullable
    String previous() {
        return from > 0 ? BEFORE + from : null;
    }

    @Nullable
    String end() {
        return to < size ? null : String.valueOf(to);
    }
}
