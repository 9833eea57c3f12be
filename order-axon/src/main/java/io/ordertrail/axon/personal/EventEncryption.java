package io.ordertrail.axon.personal;

import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.MessageDispatchInterceptor;
import org.axonframework.serialization.Serializer;

/** Serializes each event that may hold personal data just before it is stored, while it is known which event it is. */
final class EventEncryption implements MessageDispatchInterceptor<EventMessage<?>> {

    private final PersonalCipher cipher;
    private final Serializer serializer;
    private final PersonalMetadata metadata;

    EventEncryption(PersonalCipher cipher, Serializer serializer, PersonalMetadata metadata) {
        this.cipher = cipher;
        this.serializer = serializer;
        this.metadata = metadata;
    }

    @Override
    public BiFunction<Integer, EventMessage<?>, EventMessage<?>> handle(List<? extends EventMessage<?>> events) {
        return (n, event) -> {
            if (event instanceof DomainEventMessage<?> first && first.getSequenceNumber() == 0) {
                cipher.begins(first.getAggregateIdentifier(), first.getPayload());
            }
            return cipher.within(event.getIdentifier(), () -> encrypted(event));
        };
    }

    private EventMessage<?> encrypted(EventMessage<?> event) {
        EventMessage<?> stored = DataSubjects.named(event.getPayloadType())
                        && event.getMetaData().get(metadata.name()) instanceof String text
                ? event.andMetaData(
                        Map.of(metadata.name(), cipher.encrypted(event.getPayload(), metadata.name(), text)))
                : event;
        if (PersonalCipher.concerns(stored.getPayloadType())) {
            stored.serializePayload(serializer, String.class);
        }
        return stored;
    }
}
