package io.ordertrail.query.feed;

import java.util.function.Supplier;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.jspecify.annotations.Nullable;

/** An event as it was read, and what is told of it, which is worked out once, for whoever asks first. */
final class FeedEvent {

    private final TrackedEventMessage<?> message;
    private final long position;
    private final Place after;
    private final Supplier<Told> teller;
    private @Nullable Told told;

    /** @param after the place of whoever has read up to it */
    FeedEvent(TrackedEventMessage<?> message, long position, Place after, Supplier<Told> teller) {
        this.message = message;
        this.position = position;
        this.after = after;
        this.teller = teller;
    }

    TrackedEventMessage<?> message() {
        return message;
    }

    long position() {
        return position;
    }

    Place after() {
        return after;
    }

    synchronized Told told() {
        if (told == null) {
            told = teller.get();
        }
        return told;
    }
}
