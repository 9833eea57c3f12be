package io.ordertrail.query.projection.deadletter;

import io.ordertrail.api.deadletter.DeadLetter;

/** A parked sequence, and where it begins and ends in the store. */
public record Parked(DeadLetter letter, long firstPosition, long lastPosition) {

    public String id() {
        return letter.id();
    }

    public String projection() {
        return letter.place();
    }

    public String sequence() {
        return letter.subject();
    }
}
