package io.ordertrail.axon.serialization;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.eventhandling.EventUtils;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.eventhandling.TrackedDomainEventData;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;

/** Reads a stored event the way the event store does. */
public final class StoredEvents {

    private StoredEvents() {}

    static List<Object> read(
            Serializer serializer, EventUpcaster upcasters, String type, String revision, String json) {
        var entry = new GenericDomainEventEntry<>(
                "order", "order-1", 0, "event-1", Instant.EPOCH, type, revision, json, "{}");
        return EventUtils.upcastAndDeserializeTrackedEvents(
                        Stream.of(new TrackedDomainEventData<>(GapAwareTrackingToken.newInstance(0, List.of()), entry)),
                        serializer,
                        upcasters)
                .<Object>map(message -> message.getPayload())
                .toList();
    }
}
