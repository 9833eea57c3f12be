package io.ordertrail.simulation;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that goes only when it is told to. */
public final class SimulatedClock extends Clock {

    private static final Instant BEGIN = Instant.parse("2026-03-02T08:00:00Z");

    private Instant now = BEGIN;

    public void reset() {
        now = BEGIN;
    }

    /** To {@code later}, or nowhere where that has passed. */
    public void advanceTo(Instant later) {
        if (later.isAfter(now)) {
            now = later;
        }
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException();
    }
}
