package io.ordertrail.command.stock;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is promised to a line of an order.
 *
 * @param reserved units that are there
 * @param backordered units that are not
 * @param dispatched units of it that have left
 * @param confirmed whether it no longer ends by itself
 * @param until when it ends unless it is confirmed
 * @param waitingSince version of the event by which it began to wait for units; null where it does not
 */
record Promise(
        String orderId,
        String lineId,
        long reserved,
        long backordered,
        long dispatched,
        boolean confirmed,
        Instant until,
        @Nullable Long waitingSince) {

    static Promise to(String orderId, String lineId, Instant until) {
        return new Promise(orderId, lineId, 0, 0, 0, false, until, null);
    }

    /** What of it has not left yet. */
    long open() {
        return reserved + backordered;
    }

    /** All that was ever promised and not taken back. */
    long promised() {
        return open() + dispatched;
    }

    Promise reserve(long units, Instant other) {
        return with(reserved + units, backordered, dispatched, later(other), waitingSince);
    }

    /** Keeps its place in the queue, if it has one. */
    Promise backorder(long units, Instant other, long version) {
        return with(
                reserved, backordered + units, dispatched, later(other), waitingSince == null ? version : waitingSince);
    }

    Promise fill(long units) {
        return with(reserved + units, backordered - units, dispatched, until, waitingSince);
    }

    Promise release(long fromReserved, long fromBackordered) {
        return with(reserved - fromReserved, backordered - fromBackordered, dispatched, until, waitingSince);
    }

    Promise dispatch(long fromReserved, long fromBackordered) {
        return with(
                reserved - fromReserved,
                backordered - fromBackordered,
                dispatched + fromReserved + fromBackordered,
                until,
                waitingSince);
    }

    Promise confirm() {
        return new Promise(orderId, lineId, reserved, backordered, dispatched, true, until, waitingSince);
    }

    private Instant later(Instant other) {
        return other.isAfter(until) ? other : until;
    }

    private Promise with(long there, long missing, long gone, Instant end, @Nullable Long since) {
        return new Promise(orderId, lineId, there, missing, gone, confirmed, end, missing == 0 ? null : since);
    }
}
