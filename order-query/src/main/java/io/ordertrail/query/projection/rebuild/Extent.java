package io.ordertrail.query.projection.rebuild;

/** How far a rebuild goes. */
record Extent(long events, long start, long head) {}
