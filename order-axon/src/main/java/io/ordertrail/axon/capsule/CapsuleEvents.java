package io.ordertrail.axon.capsule;

import io.ordertrail.api.capsule.Capsule;
import io.ordertrail.axon.json.JsonBuffers;
import io.ordertrail.axon.message.MetaKeys;
import io.ordertrail.axon.serialization.MaskedJson;
import io.ordertrail.axon.unknown.UnknownEvents;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.EventStreamUtils;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import tools.jackson.databind.json.JsonMapper;

/** Events as a capsule has them: in, with personal data masked, and out again, of whatever revision they are. */
public final class CapsuleEvents {

    private static final JsonMapper JSON = JsonBuffers.mapper().build();

    private final Serializer serializer;
    private final EventUpcaster upcasters;
    private final MaskedJson masks;

    /** @param serializer with which the store writes */
    public CapsuleEvents(Serializer serializer, EventUpcaster upcasters, MaskedJson masks) {
        this.serializer = serializer;
        this.upcasters = upcasters;
        this.masks = masks;
    }

    /**
     * The event {@code message} as {@code version} of the capsule's part of its stream.
     *
     * @throws io.ordertrail.api.message.Refused this release does not know it
     */
    public Capsule.Event in(DomainEventMessage<?> message, long version) {
        Object payload = UnknownEvents.known(message, Object.class);
        SerializedType type = serializer.typeForClass(message.getPayloadType());
        return new Capsule.Event(
                message.getType(),
                message.getAggregateIdentifier(),
                version,
                type.getName(),
                type.getRevision(),
                message.getIdentifier(),
                message.getTimestamp(),
                metaData(message.getMetaData()),
                masks.members(masks.tree(payload)));
    }

    /** Who it was may be a person's name; on which request and from where does not leave the house. */
    private Map<String, String> metaData(MetaData all) {
        Map<String, String> kept = new TreeMap<>();
        for (String name : List.of(MetaKeys.ACTOR, MetaKeys.ON_BEHALF_OF)) {
            text(all, name).ifPresent(actor -> kept.put(name, masks.mask(actor)));
        }
        for (String name : List.of(
                MetaKeys.ROLES,
                MetaKeys.CORRELATION_ID,
                MetaKeys.CAUSATION_ID,
                MetaKeys.CAUSING_EVENT,
                MetaKeys.TRACE_ID)) {
            text(all, name).ifPresent(value -> kept.put(name, value));
        }
        return kept;
    }

    private static Optional<String> text(MetaData all, String name) {
        return Optional.ofNullable(all.get(name)).map(Object::toString);
    }

    /**
     * {@code events} as messages of today's revisions, as if they had just been applied.
     *
     * @throws IllegalArgumentException one cannot be read
     */
    public List<GenericDomainEventMessage<?>> out(List<Capsule.Event> events) {
        Map<String, Long> next = new HashMap<>();
        return EventStreamUtils.upcastAndDeserializeDomainEvents(
                        events.stream().map(CapsuleEvents::entry), serializer, upcasters)
                .asStream()
                .<GenericDomainEventMessage<?>>map(
                        read -> fresh(read, next.merge(read.getAggregateIdentifier(), 1L, Long::sum) - 1))
                .toList();
    }

    private static GenericDomainEventEntry<String> entry(Capsule.Event event) {
        return new GenericDomainEventEntry<>(
                event.stream(),
                event.id(),
                event.version(),
                event.eventId(),
                event.recordedAt(),
                event.type(),
                event.revision(),
                JSON.writeValueAsString(event.payload()),
                JSON.writeValueAsString(event.metaData()));
    }

    /**
     * Without the text that it was read from, which would be stored as it is: not encrypted. It has a version of its
     * own, also where several were read out of one.
     */
    private static GenericDomainEventMessage<?> fresh(DomainEventMessage<?> read, long version) {
        if (UnknownEvents.isOne(read)) {
            throw new IllegalArgumentException("Event " + read.getIdentifier() + " is of an unknown type");
        }
        return new GenericDomainEventMessage<>(
                Objects.requireNonNull(read.getType()),
                read.getAggregateIdentifier(),
                version,
                read.getPayload(),
                read.getMetaData().withoutKeys(Set.of(MetaKeys.CONTINUED, MetaKeys.STORED_EVENT)),
                read.getIdentifier(),
                read.getTimestamp());
    }
}
