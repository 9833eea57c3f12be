package io.ordertrail.axon.store;

import org.axonframework.eventhandling.TrackingToken;
import org.jspecify.annotations.Nullable;

/** Where a token stands, in the event store's counting. */
public final class TokenPosition {

    /** No event is stored, or none processed. */
    public static final long BEFORE_THE_FIRST = -1;

    private TokenPosition() {}

    /** Of the last event that {@code token} covers. */
    public static long of(@Nullable TrackingToken token) {
        return token == null ? BEFORE_THE_FIRST : token.position().orElse(BEFORE_THE_FIRST);
    }
}
