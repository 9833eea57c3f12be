package io.ordertrail.query.feed;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/** Knows up to which position nothing is committed any more, from how far the store was some time ago. */
final class SettledPlaces {

    private static final long STEP_NANOS = Duration.ofSeconds(5).toNanos();

    private record Mark(long time, long last) {}

    private final Deque<Mark> marks = new ArrayDeque<>();
    private final long lateNanos;

    /** @param late so long after its position was taken an event is committed at the latest */
    SettledPlaces(Duration late) {
        this.lateNanos = late.toNanos();
    }

    /** {@code now}, without the open positions of transactions that must have ended. */
    Place of(Place now) {
        long time = System.nanoTime();
        Mark newest = marks.peekLast();
        if (newest == null || time - newest.time >= STEP_NANOS) {
            marks.addLast(new Mark(time, now.last()));
        }
        long settled = -1;
        for (Mark oldest = marks.peekFirst(); oldest != null && time - oldest.time >= lateNanos; ) {
            settled = oldest.last;
            marks.removeFirst();
            oldest = marks.peekFirst();
        }
        return settled < 0 || now.open().isEmpty() ? now : now.settled(settled);
    }
}
