package io.ordertrail.query.order.history;

import io.ordertrail.api.message.Refused;
import io.ordertrail.api.message.RequestRefusal.InvalidQuery;
import io.ordertrail.query.reading.PageReader;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which events of a history a page has. They are counted without a gap, so that a cursor is a version: {@code 12} is
 * from that on, {@code ~12} is what comes before it.
 *
 * @param from version of the first
 * @param to version behind the last of them
 * @param last version of the order
 */
record HistorySlice(int from, int to, int last) {

    private static final String BEFORE = "~";
    private static final Pattern CURSOR = Pattern.compile("~?[0-9]{1,9}");

    /** @throws Refused the cursor or the limit means nothing */
    static HistorySlice of(@Nullable String after, @Nullable Integer limit, long last) {
        if (limit != null && (limit < 1 || limit > PageReader.MAX_LIMIT)) {
            throw new Refused(InvalidQuery.of("limit", "limit must lie between 1 and " + PageReader.MAX_LIMIT + "."));
        }
        int count = Math.toIntExact(last) + 1;
        int most = limit == null ? count : limit;
        if (after == null) {
            return new HistorySlice(0, Math.min(count, most), count - 1);
        }
        if (!CURSOR.matcher(after).matches()) {
            throw new Refused(InvalidQuery.of("after", "This is not a cursor of this list."));
        }
        boolean before = after.startsWith(BEFORE);
        int place = Math.min(count, Integer.parseInt(before ? after.substring(1) : after));
        return before
                ? new HistorySlice(Math.max(0, place - most), place, count - 1)
                : new HistorySlice(place, Math.min(count, place + most), count - 1);
    }

    int size() {
        return to - from;
    }

    List<HistoryRow> of(List<HistoryRow> all) {
        return all.subList(from, to);
    }

    @Nullable
    String next() {
        return to <= last ? String.valueOf(to) : null;
    }

    @Nullable
    String previous() {
        return from > 0 ? BEFORE + from : null;
    }

    @Nullable
    String end() {
        return to > last ? String.valueOf(to) : null;
    }
}
