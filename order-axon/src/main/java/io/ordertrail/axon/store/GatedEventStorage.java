package io.ordertrail.axon.store;

import java.util.List;
import java.util.Optional;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.serialization.Serializer;

/**
 * Stores events as long as the {@link EventGate} is open, and reads a snapshot whole when it is asked for. Axon would
 * read its payload later, when it can no longer turn to the events instead, and an aggregate with a spoilt snapshot
 * could not be loaded (docs/reference/axon-pitfalls.md, 42).
 */
final class GatedEventStorage extends JdbcEventStorageEngine {

    private final EventGate gate;

    GatedEventStorage(Builder builder, EventGate gate) {
        super(builder);
        this.gate = gate;
    }

    @Override
    protected void appendEvents(List<? extends EventMessage<?>> events, Serializer serializer) {
        gate.pass(() -> super.appendEvents(events, serializer));
    }

    @Override
    public Optional<DomainEventMessage<?>> readSnapshot(String aggregateIdentifier) {
        Optional<DomainEventMessage<?>> snapshot = super.readSnapshot(aggregateIdentifier);
        snapshot.ifPresent(DomainEventMessage::getPayload);
        return snapshot;
    }
}
