package io.ordertrail.axon.process;

import io.ordertrail.api.order.OrderId;
import io.ordertrail.api.process.ProcessEvent;
import io.ordertrail.axon.unknown.UnknownEvents;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.async.SequencingPolicy;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What an event is about, as far as processes care: the order, wherever the event names one or is of a part of one;
 * else the transfer, the return, or whatever its stream is of. Events of one subject are processed one after the other,
 * and wait for each other where one cannot be processed. The same on every node, whatever its release.
 */
public final class EventSubject implements SequencingPolicy<EventMessage<?>> {

    private static final Logger LOG = LoggerFactory.getLogger(EventSubject.class);

    /** What tells it, the first that an event has. */
    private static final List<String> PARTS = List.of("orderId", "transferId", "returnId", "shipmentId", "paymentId");

    private static final ClassValue<List<Method>> ACCESSORS = new ClassValue<>() {
        @Override
        protected List<Method> computeValue(Class<?> type) {
            return type.isRecord()
                    ? PARTS.stream().flatMap(part -> accessor(type, part)).toList()
                    : List.of();
        }
    };

    @Override
    public String getSequenceIdentifierFor(EventMessage<?> event) {
        String id = named(event).orElseGet(() -> stream(event));
        return OrderId.ofPart(id).orElse(id);
    }

    private static Optional<String> named(EventMessage<?> event) {
        try {
            if (UnknownEvents.isOne(event)) {
                return PARTS.stream()
                        .flatMap(part -> UnknownEvents.text(event, part).stream())
                        .findFirst();
            }
            if (event.getPayload() instanceof ProcessEvent.OfStep told) {
                return Optional.of(told.subject());
            }
            return ACCESSORS.get(event.getPayloadType()).stream()
                    .map(accessor -> read(accessor, event.getPayload()))
                    .filter(Objects::nonNull)
                    .findFirst();
        } catch (RuntimeException e) {
            // What cannot be read is parked when it is its turn; what is later of its stream waits for it.
            LOG.debug("Event {} cannot be read", event.getIdentifier(), e);
            return Optional.empty();
        }
    }

    private static String stream(EventMessage<?> event) {
        return event instanceof DomainEventMessage<?> stored ? stored.getAggregateIdentifier() : event.getIdentifier();
    }

    private static Stream<Method> accessor(Class<?> type, String part) {
        return Arrays.stream(type.getRecordComponents())
                .filter(component -> component.getName().equals(part) && component.getType() == String.class)
                .map(RecordComponent::getAccessor);
    }

    private static @Nullable String read(Method accessor, Object payload) {
        try {
            return (String) accessor.invoke(payload);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Cannot read " + accessor, e);
        }
    }
}
