package io.ordertrail.axon.personal;

import java.util.List;
import java.util.function.BiFunction;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.MessageDispatchInterceptor;
import org.axonframework.serialization.Serializer;

/**
 * Serializes each event that may hold personal data just before it is stored, while it is known which event it is. Axon
 * keeps the outcome with the message, and stores it, in whatever store.
 */
final class EventEncryption implements MessageDispatchInterceptor<EventMessage<?>> {

    private final PersonalCipher cipher;
    private final Serializer serializer;

    EventEncryption(PersonalCipher cipher, Serializer serializer) {
        this.cipher = cipher;
        this.serializer = serializer;
    }

    @Override
    public BiFunction<Integer, EventMessage<?>, EventMessage<?>> handle(List<? extends EventMessage<?>> events) {
        return (n, event) -> {
            if (event instanceof DomainEventMessage<?> first && first.getSequenceNumber() == 0) {
                cipher.begins(first.getAggregateIdentifier(), first.getPayload());
            }
            if (PersonalCipher.concerns(event.getPayloadType())) {
                cipher.within(event.getIdentifier(), () -> event.serializePayload(serializer, String.class));
            }
            return event;
        };
    }
}
