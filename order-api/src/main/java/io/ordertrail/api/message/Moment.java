package io.ordertrail.api.message;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A moment in the life of a thing with a history: after one of its events, or by one or both of two clocks. Where
 * nothing is given, it is now.
 *
 * @param version the sequence number of the last event to count, from 0; given alone
 * @param asOf what had been recorded by then counts: what was known
 * @param effectiveAt what had happened by then counts, by business time, whenever it was recorded: what was true. An
 *     event is never counted before one that it follows: the first of the thing, an earlier one about the same payment,
 *     parcel, return or order, or one without which it would break a rule
 */
public record Moment(
        @Nullable Long version,
        @Nullable Instant asOf,
        @Nullable Instant effectiveAt) {

    /** After all that is stored, whatever a view has seen of it. */
    public static final Moment NOW = new Moment(null, null, null);

    /** After the event of this sequence number, from 0. */
    public static Moment version(long version) {
        return new Moment(version, null, null);
    }

    /** After all that was recorded by then. */
    public static Moment asOf(Instant asOf) {
        return new Moment(null, asOf, null);
    }

    /** {@code as of 2026-11-22T08:14:03Z}; empty where it is now. */
    @Override
    public String toString() {
        if (version != null) {
            return "at version " + version;
        }
        String known = asOf == null ? "" : "as of " + asOf;
        String happened = effectiveAt == null ? "" : "effective at " + effectiveAt;
        return known + (known.isEmpty() || happened.isEmpty() ? "" : ", ") + happened;
    }
}
