package io.ordertrail.query.feed;

import io.ordertrail.api.feed.FeedQuery.Span;
import io.ordertrail.api.message.Refused;
import io.ordertrail.api.message.RequestRefusal.InvalidQuery;
import java.util.Collections;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

/**
 * How far a reader is in the event store: up to {@code last}, without the positions in {@code open}, at which nothing
 * was seen. An event takes its position before it is committed, so one may still appear there; or never, because its
 * transaction was rolled back. A reader who remembered the last position only would miss it, and one who waited for
 * each position would stand still.
 *
 * <p>As text it is {@code 1234}, or {@code 1234~3.1-5}: before the position 1234 three are skipped back to one open
 * position, and from there one to five of them; all numbers behind the {@code ~} are in base 36.
 *
 * @param last -1 is before the first event
 * @param open unmodifiable; all of them less than {@code last}
 */
record Place(long last, NavigableSet<Long> open) {

    /** Of more open positions, the oldest are taken for those of transactions that were rolled back. */
    static final int MOST_OPEN = 1_000;

    /** A database's positions begin with it. An Axon Server's begin with 0, and none of them is open. */
    private static final long FIRST = 1;

    private static final int RADIX = 36;
    private static final Pattern FORM =
            Pattern.compile("-1|[0-9]{1,18}(~[0-9a-z]{1,12}(-[0-9a-z]{1,12})?(\\.[0-9a-z]{1,12}(-[0-9a-z]{1,12})?)*)?");

    Place {
        open = Collections.unmodifiableNavigableSet(open);
    }

    static Place at(long position) {
        return new Place(position, new TreeSet<>());
    }

    /** @throws Refused it is no such text */
    static Place read(String text) {
        if (text.equals(Span.START)) {
            return at(-1);
        }
        if (text.length() > 10 * MOST_OPEN || !FORM.matcher(text).matches()) {
            throw refused();
        }
        String[] halves = text.split("~", 2);
        long last = Long.parseLong(halves[0]);
        NavigableSet<Long> open = new TreeSet<>();
        long at = last;
        for (String run : halves.length == 1 ? new String[0] : halves[1].split("\\.")) {
            String[] parts = run.split("-", 2);
            long highest = at - Long.parseLong(parts[0], RADIX);
            long count = parts.length == 1 ? 1 : Long.parseLong(parts[1], RADIX);
            at = highest - count + 1;
            if (highest >= last || count < 1 || at < 0 || open.size() + count > MOST_OPEN) {
                throw refused();
            }
            LongStream.rangeClosed(at, highest).forEach(open::add);
        }
        return new Place(last, open);
    }

    private static Refused refused() {
        return new Refused(InvalidQuery.of("after", "This is no place that this service has given."));
    }

    String text() {
        StringBuilder text = new StringBuilder(Long.toString(last));
        char before = '~';
        long at = last;
        for (var places = open.descendingIterator(); places.hasNext(); ) {
            long highest = places.next();
            long lowest = highest;
            while (open.contains(lowest - 1)) {
                lowest = places.next();
            }
            text.append(before).append(Long.toString(at - highest, RADIX));
            if (lowest < highest) {
                text.append('-').append(Long.toString(highest - lowest + 1, RADIX));
            }
            before = '.';
            at = lowest;
        }
        return text.toString();
    }

    /** Whether the event at {@code position} lies behind this reader. */
    boolean covers(long position) {
        return position <= last && !open.contains(position);
    }

    /** Whether all that lies behind {@code other} lies behind this one too. */
    boolean covers(Place other) {
        return last >= other.last && other.open.containsAll(open.headSet(other.last, true));
    }

    /**
     * With the event at {@code position}.
     *
     * @param old whether it was recorded so long ago that nothing before it is still to be committed
     */
    Place plus(long position, boolean old) {
        NavigableSet<Long> left = new TreeSet<>(open);
        left.remove(position);
        if (old) {
            left.headSet(position).clear();
        } else {
            LongStream.range(Math.max(Math.max(last + 1, FIRST), position - MOST_OPEN), position)
                    .forEach(left::add);
            while (left.size() > MOST_OPEN) {
                left.pollFirst();
            }
        }
        return new Place(Math.max(last, position), left);
    }

    /** What at least one of both covers. */
    Place or(Place other) {
        NavigableSet<Long> left = new TreeSet<>();
        open.stream().filter(place -> !other.covers(place)).forEach(left::add);
        other.open.stream().filter(place -> !covers(place)).forEach(left::add);
        return new Place(Math.max(last, other.last), left);
    }

    /** Where nothing is committed any more at {@code position} or before. */
    Place settled(long position) {
        return new Place(last, new TreeSet<>(open.tailSet(position, false)));
    }
}
