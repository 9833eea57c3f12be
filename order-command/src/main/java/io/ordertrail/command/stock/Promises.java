package io.ordertrail.command.stock;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.TreePMap;

/**
 * All that is promised of an item and has not left yet. Immutable, and yet a change costs no more the more there is: it shares
 * all but a few nodes with what it came from. The sums are kept beside, so nothing is ever added up.
 */
final class Promises {

    static final Promises NONE = new Promises(HashTreePMap.empty(), TreePMap.empty(), 0, 0);

    private final PMap<Line, Promise> byLine;

    /** The lines that wait for units, by the version since when: the oldest first. */
    private final TreePMap<Long, Line> waiting;

    private final long reserved;
    private final long backordered;

    private Promises(PMap<Line, Promise> byLine, TreePMap<Long, Line> waiting, long reserved, long backordered) {
        this.byLine = byLine;
        this.waiting = waiting;
        this.reserved = reserved;
        this.backordered = backordered;
    }

    private record Line(String orderId, String lineId) {

        static Line of(Promise promise) {
            return new Line(promise.orderId(), promise.lineId());
        }
    }

    static Promises of(List<Promise> all) {
        Promises promises = NONE;
        for (Promise promise : all) {
            promises = promises.put(Optional.empty(), promise);
        }
        return promises;
    }

    Collection<Promise> all() {
        return byLine.values();
    }

    long reserved() {
        return reserved;
    }

    long backordered() {
        return backordered;
    }

    Optional<Promise> to(String orderId, String lineId) {
        return Optional.ofNullable(byLine.get(new Line(orderId, lineId)));
    }

    /** The promise that waits for units longer than any other. */
    Optional<Promise> longestWaiting() {
        return waiting.isEmpty()
                ? Optional.empty()
                : Optional.of(byLine.get(waiting.firstEntry().getValue()));
    }

    /** With what {@code change} makes of the promise to this line, of a new one where there is none. */
    Promises promise(String orderId, String lineId, Instant until, UnaryOperator<Promise> change) {
        Optional<Promise> before = to(orderId, lineId);
        return put(before, change.apply(before.orElseGet(() -> Promise.to(orderId, lineId, until))));
    }

    /** With what {@code change} makes of the promise to this line; these very ones where there is none. */
    Promises change(String orderId, String lineId, UnaryOperator<Promise> change) {
        Optional<Promise> before = to(orderId, lineId);
        return before.map(promise -> put(before, change.apply(promise))).orElse(this);
    }

    /** What is all gone is forgotten. */
    private Promises put(Optional<Promise> before, Promise after) {
        Line line = Line.of(after);
        TreePMap<Long, Line> queue = waiting;
        Long since = before.map(Promise::waitingSince).orElse(null);
        if (since != null) {
            queue = queue.minus(since);
        }
        if (after.waitingSince() != null) {
            queue = queue.plus(after.waitingSince(), line);
        }
        return new Promises(
                after.open() == 0 ? byLine.minus(line) : byLine.plus(line, after),
                queue,
                reserved - before.map(Promise::reserved).orElse(0L) + after.reserved(),
                backordered - before.map(Promise::backordered).orElse(0L) + after.backordered());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Promises promises && byLine.equals(promises.byLine);
    }

    @Override
    public int hashCode() {
        return byLine.hashCode();
    }

    @Override
    public String toString() {
        return byLine.values().toString();
    }
}
