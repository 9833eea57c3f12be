package io.ordertrail.axon.store;

import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** How many of the stored events event processors have still to process. */
public final class EventLag {

    private final Supplier<EventStore> events;
    private final StoredTokens tokens;

    EventLag(Supplier<EventStore> events, StoredTokens tokens) {
        this.events = events;
        this.tokens = tokens;
    }

    /** Of the one that is the least far of {@code processors}; 0 where none of them was ever started. */
    public long most(Set<String> processors) {
        long head = TokenPosition.of(events.get().createHeadToken());
        long least = processors.stream()
                .map(tokens::position)
                .flatMapToLong(OptionalLong::stream)
                .min()
                .orElse(head);
        return Math.max(0, head - least);
    }
}
