package io.ordertrail.axon.capsule;

import io.ordertrail.api.capsule.Capsule;
import io.ordertrail.axon.store.StoredTokens;
import io.ordertrail.axon.store.TokenPosition;
import java.util.List;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Makes a store of a capsule. Views fill themselves from it as from any other. Processes begin behind its events: what
 * was under way is not asked, paid or sent once more.
 */
public final class CapsuleLoader {

    private final EventStore events;
    private final CapsuleEvents capsules;
    private final StoredTokens tokens;
    private final List<String> processes;
    private final TransactionOperations transaction;

    /** @param processes the event processors that must not see the events */
    public CapsuleLoader(
            EventStore events,
            CapsuleEvents capsules,
            StoredTokens tokens,
            List<String> processes,
            TransactionOperations transaction) {
        this.events = events;
        this.capsules = capsules;
        this.tokens = tokens;
        this.processes = processes;
        this.transaction = transaction;
    }

    /**
     * All of it, or nothing.
     *
     * @throws IllegalArgumentException the store is not empty, or an event of the capsule cannot be read
     */
    public void load(Capsule capsule) {
        List<GenericDomainEventMessage<?>> messages = capsules.out(capsule.events());
        transaction.executeWithoutResult(status -> {
            if (TokenPosition.of(events.createHeadToken()) > TokenPosition.BEFORE_THE_FIRST) {
                throw new IllegalArgumentException("the store is not empty; a capsule is loaded into an empty one");
            }
            events.publish(messages);
            processes.forEach(name -> tokens.put(name, events.createHeadToken()));
        });
    }
}
