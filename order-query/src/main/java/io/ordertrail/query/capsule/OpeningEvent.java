package io.ordertrail.query.capsule;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;

/** The one event of a capsule that never happened: what must have been there before an order took its share. */
final class OpeningEvent {

    /** What the reference of a receipt says. */
    static final String REFERENCE = "capsule";

    private OpeningEvent() {}

    /** {@code payload}, right after {@code first}; always the same for the same order. */
    static DomainEventMessage<?> after(DomainEventMessage<?> first, String orderId, Object payload) {
        return new GenericDomainEventMessage<>(
                first.getType(),
                first.getAggregateIdentifier(),
                1,
                payload,
                Map.of(),
                id(first.getAggregateIdentifier(), orderId),
                first.getTimestamp());
    }

    static String id(String stream, String orderId) {
        return UUID.nameUUIDFromBytes((REFERENCE + '\n' + stream + '\n' + orderId).getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
