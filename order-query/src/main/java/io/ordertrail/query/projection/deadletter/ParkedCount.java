package io.ordertrail.query.projection.deadletter;

/** How much is parked. */
public record ParkedCount(long sequences, long events) {

    public static final ParkedCount NONE = new ParkedCount(0, 0);
}
