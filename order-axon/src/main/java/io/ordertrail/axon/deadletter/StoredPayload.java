package io.ordertrail.axon.deadletter;

import io.ordertrail.api.deadletter.DeadLetterInspection.Event;
import io.ordertrail.axon.json.JsonBuffers;
import java.util.Map;
import java.util.TreeMap;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Shows an event as it is stored, also one that cannot be read: what is personal in it stays encrypted. */
public final class StoredPayload {

    private static final JsonMapper JSON = JsonBuffers.mapper().build();

    private StoredPayload() {}

    /** @param serializer with which the store reads */
    public static Event of(EventMessage<?> event, Serializer serializer) {
        SerializedObject<String> stored = event.serializePayload(serializer, String.class);
        return new Event(
                event.getIdentifier(),
                stored.getType().getName(),
                stored.getType().getRevision(),
                version(event),
                event.getTimestamp(),
                payload(stored.getData()),
                metaData(event));
    }

    private static @Nullable Long version(EventMessage<?> event) {
        return event instanceof DomainEventMessage<?> stored && stored.getType() != null
                ? stored.getSequenceNumber()
                : null;
    }

    private static Object payload(String text) {
        try {
            return JSON.readValue(text, Object.class);
        } catch (JacksonException e) {
            return text;
        }
    }

    private static Map<String, String> metaData(EventMessage<?> event) {
        Map<String, String> all = new TreeMap<>();
        event.getMetaData().forEach((name, value) -> all.put(name, String.valueOf(value)));
        return all;
    }
}
