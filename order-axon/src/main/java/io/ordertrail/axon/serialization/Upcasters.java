package io.ordertrail.axon.serialization;

import io.ordertrail.axon.message.MetaKeys;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Lifts stored events of earlier revisions to today's while they are read; the store itself is never rewritten. A
 * stored event that is read as several has one place in the store and one version in its stream, which all of them
 * have: all but the last say so ({@link MetaKeys#CONTINUED}). The first has its id, the others have ids made of it.
 */
final class Upcasters implements EventUpcaster {

    private static final Logger LOG = LoggerFactory.getLogger(Upcasters.class);

    private final Map<String, EventChange> changes;
    private final MovedTexts texts;

    private Upcasters(List<EventChange> changes, MovedTexts texts) {
        this.changes = changes.stream().collect(Collectors.toUnmodifiableMap(EventChange::key, Function.identity()));
        this.texts = texts;
    }

    /** By every change there ever was. */
    static EventUpcasterChain chain(MovedTexts texts) {
        return chain(EventChanges.ALL, texts);
    }

    static EventUpcasterChain chain(List<EventChange> changes, MovedTexts texts) {
        return new EventUpcasterChain(new Upcasters(changes, texts));
    }

    @Override
    public Stream<IntermediateEventRepresentation> upcast(Stream<IntermediateEventRepresentation> events) {
        return events.flatMap(this::lifted);
    }

    private Stream<IntermediateEventRepresentation> lifted(IntermediateEventRepresentation event) {
        EventChange change = change(event);
        if (change == null) {
            return Stream.of(event);
        }
        return change.mayBeSeveral()
                ? several(event, change)
                : lifted(event.upcastPayload(
                        new SimpleSerializedType(change.type(), change.after()),
                        JsonNode.class,
                        payload ->
                                change.apply((ObjectNode) payload, texts).get(0).payload()));
    }

    private @Nullable EventChange change(IntermediateEventRepresentation event) {
        return changes.get(
                EventChange.key(event.getType().getName(), event.getType().getRevision()));
    }

    /** How many there are, the payload tells. One that cannot be read stays as it is: of a revision nobody knows. */
    private Stream<IntermediateEventRepresentation> several(IntermediateEventRepresentation event, EventChange change) {
        List<EventJson> parts;
        try {
            parts = change.apply((ObjectNode) event.getData(JsonNode.class).getData(), texts);
        } catch (RuntimeException e) {
            LOG.warn("Event {} cannot be read", event.getMessageIdentifier(), e);
            return Stream.of(event);
        }
        List<IntermediateEventRepresentation> all = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            all.add(part(event, parts.get(i), i == 0, i == parts.size() - 1));
        }
        return all.stream().flatMap(this::lifted);
    }

    private static IntermediateEventRepresentation part(
            IntermediateEventRepresentation event, EventJson stored, boolean first, boolean last) {
        IntermediateEventRepresentation part = event.upcast(
                new SimpleSerializedType(stored.type(), stored.revision()),
                JsonNode.class,
                payload -> stored.payload(),
                about -> (last ? about : about.and(MetaKeys.CONTINUED, true))
                        .mergedWith(first ? Map.of() : Map.of(MetaKeys.STORED_EVENT, event.getMessageIdentifier())));
        return first ? part : new IdentifiedEvent(part, idOf(event, stored));
    }

    private static String idOf(IntermediateEventRepresentation event, EventJson part) {
        return UUID.nameUUIDFromBytes(
                        (event.getMessageIdentifier() + "\n" + part.type()).getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
