package io.ordertrail.axon.serialization;

import io.ordertrail.axon.unknown.UnknownEvents;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.eventsourcing.EventStreamUtils;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;

/**
 * Events that are kept elsewhere than in the event store, such as parked ones, which nothing lifts while it reads them.
 */
public record KeptEvents(Serializer serializer, EventUpcasterChain upcasters) {

    /** {@code kept} as today's event, or events; itself if it is one, or nothing that this release knows. */
    public List<? extends EventMessage<?>> today(EventMessage<?> kept) {
        return UnknownEvents.isOne(kept) && kept instanceof DomainEventMessage<?> stored
                ? EventStreamUtils.upcastAndDeserializeDomainEvents(Stream.of(entry(stored)), serializer, upcasters)
                        .asStream()
                        .toList()
                : List.of(kept);
    }

    private GenericDomainEventEntry<String> entry(DomainEventMessage<?> stored) {
        SerializedObject<String> payload = stored.serializePayload(serializer, String.class);
        return new GenericDomainEventEntry<>(
                stored.getType(),
                stored.getAggregateIdentifier(),
                stored.getSequenceNumber(),
                stored.getIdentifier(),
                stored.getTimestamp(),
                payload.getType().getName(),
                payload.getType().getRevision(),
                payload.getData(),
                stored.serializeMetaData(serializer, String.class).getData());
    }
}
