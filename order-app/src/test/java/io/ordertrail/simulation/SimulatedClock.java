package io.ordertrail.simulation;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.axonframework.eventhandling.GenericEventMessage;

/**
 * A clock that goes only when it is told to. Axon dates its events by a clock of the whole process: that is this one
 * until it is closed, so that what runs in the process afterwards does not live in the past.
 */
public final class SimulatedClock extends Clock implements AutoCloseable {

    private static final Instant BEGIN = Instant.parse("2026-03-02T08:00:00Z");

    private final Clock before = GenericEventMessage.clock;
    private Instant now = BEGIN;

    SimulatedClock() {
        GenericEventMessage.clock = this;
    }

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
    public void close() {
        GenericEventMessage.clock = before;
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
