package io.ordertrail.axon.store;

import java.util.Set;
import java.util.function.Supplier;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;

/** How many of the stored events event processors have still to process. */
public final class EventLag {

    private static final long BEFORE_THE_FIRST = -1;

    private final Supplier<EventStore> events;
    private final StoredTokens tokens;

    EventLag(Supplier<EventStore> events, StoredTokens tokens) {
        this.events = events;
        this.tokens = tokens;
    }

    /** Of the one that is the least far of {@code processors}; 0 where none of them was ever started. */
    public long most(Set<String> processors) {
        long head = position(events.get().createHeadToken());
        long least = tokens.all().stream()
                .filter(token -> processors.contains(token.processor()))
                .mapToLong(StoredTokens.Stored::position)
                .min()
                .orElse(head);
        return Math.max(0, head - least);
    }

    private static long position(@Nullable TrackingToken token) {
        return token == null ? BEFORE_THE_FIRST : token.position().orElse(BEFORE_THE_FIRST);
    }
}
