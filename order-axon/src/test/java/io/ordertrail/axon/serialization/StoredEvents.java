package io.ordertrail.axon.serialization;

import io.ordertrail.axon.personal.PersonalCipher;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventUtils;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.eventhandling.TrackedDomainEventData;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;

/** Reads a stored event the way the event store does. */
public final class StoredEvents {

    private StoredEvents() {}

    /** As a release reads it that has {@code cipher}. */
    public static List<Object> read(
            Serializer serializer, PersonalCipher cipher, String type, String revision, String json) {
        return read(serializer, Upcasters.chain(cipher::moved), type, revision, json);
    }

    /** What would be written of it elsewhere, such as among parked events. */
    public static String stored(
            Serializer serializer, PersonalCipher cipher, String type, String revision, String json) {
        return messages(serializer, Upcasters.chain(cipher::moved), type, revision, json)
                .get(0)
                .serializePayload(serializer, String.class)
                .getData();
    }

    static List<Object> read(
            Serializer serializer, EventUpcaster upcasters, String type, String revision, String json) {
        return messages(serializer, upcasters, type, revision, json).stream()
                .<Object>map(message -> message.getPayload())
                .toList();
    }

    static List<DomainEventMessage<?>> messages(
            Serializer serializer, EventUpcaster upcasters, String type, String revision, String json) {
        var entry = new GenericDomainEventEntry<>(
                "order", "order-1", 3, "event-1", Instant.EPOCH, type, revision, json, "{\"actor\":\"anna\"}");
        return EventUtils.upcastAndDeserializeTrackedEvents(
                        Stream.of(new TrackedDomainEventData<>(GapAwareTrackingToken.newInstance(0, List.of()), entry)),
                        serializer,
                        upcasters)
                .<DomainEventMessage<?>>map(message -> (DomainEventMessage<?>) message)
                .toList();
    }
}
