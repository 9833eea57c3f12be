package io.ordertrail.query.projection.deadletter;

import io.ordertrail.api.message.Named;
import io.ordertrail.query.projection.position.Positions;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;

/**
 * Events of one sequence that wait to be processed.
 *
 * @param eventId of the first
 * @param eventType its name in the store
 * @param lastPosition of the last
 * @param events how many they are
 */
public record WaitingEvents(String eventId, String eventType, long firstPosition, long lastPosition, long events) {

    static WaitingEvents of(EventMessage<?> event) {
        long position = Positions.of(event);
        return new WaitingEvents(event.getIdentifier(), type(event), position, position, 1);
    }

    WaitingEvents and(EventMessage<?> next) {
        return new WaitingEvents(
                eventId, eventType, firstPosition, Math.max(lastPosition, Positions.of(next)), events + 1);
    }

    /** What waits for each other: the events of an aggregate; one of none waits alone. */
    public static String sequence(EventMessage<?> event) {
        return event instanceof DomainEventMessage<?> stored && stored.getType() != null
                ? stored.getAggregateIdentifier()
                : event.getIdentifier();
    }

    /** An unknown type is not shown: its name here is one of our own machinery. */
    private static String type(EventMessage<?> event) {
        Named named = event.getPayloadType().getAnnotation(Named.class);
        return named == null ? "unknown" : named.value();
    }
}
