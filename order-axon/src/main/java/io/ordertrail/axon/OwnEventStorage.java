package io.ordertrail.axon;

import java.util.Optional;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;

/**
 * Reads a snapshot whole when it is asked for. Axon would read its payload later, when it can no longer turn to the events
 * instead, and an aggregate with a spoilt snapshot could not be loaded (docs/reference/axon-pitfalls.md, 42).
 */
final class OwnEventStorage extends JdbcEventStorageEngine {

    OwnEventStorage(Builder builder) {
        super(builder);
    }

    @Override
    public Optional<DomainEventMessage<?>> readSnapshot(String aggregateIdentifier) {
        Optional<DomainEventMessage<?>> snapshot = super.readSnapshot(aggregateIdentifier);
        snapshot.ifPresent(DomainEventMessage::getPayload);
        return snapshot;
    }
}
