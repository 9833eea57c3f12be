package io.ordertrail.query.projection.rebuild;

import io.ordertrail.query.projection.deadletter.WaitingEvents;
import org.axonframework.eventhandling.EventMessage;

/** Which streams: those whose number is {@code share} of {@code shares}. */
record Share(int share, int shares) {

    boolean has(EventMessage<?> event) {
        return shares == 1 || Math.floorMod(WaitingEvents.sequence(event).hashCode(), shares) == share;
    }
}
