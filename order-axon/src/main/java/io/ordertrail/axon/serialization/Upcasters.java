package io.ordertrail.axon.serialization;

import java.util.function.Consumer;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Lifts stored events of earlier revisions to today's while they are read; the store itself is never rewritten. */
final class Upcasters {

    private Upcasters() {}

    /** Every upcaster, oldest revision first. How to add one: docs/how-to/change-an-event.md. */
    static EventUpcasterChain chain() {
        return new EventUpcasterChain();
    }

    /** Lifts events of {@code type} from revision {@code from} to {@code to} by {@code change} of their JSON. */
    static EventUpcaster lift(String type, String from, String to, Consumer<ObjectNode> change) {
        SimpleSerializedType before = new SimpleSerializedType(type, from);
        SimpleSerializedType after = new SimpleSerializedType(type, to);
        return new SingleEventUpcaster() {
            @Override
            protected boolean canUpcast(IntermediateEventRepresentation event) {
                return event.getType().equals(before);
            }

            @Override
            protected IntermediateEventRepresentation doUpcast(IntermediateEventRepresentation event) {
                return event.upcastPayload(after, JsonNode.class, payload -> {
                    change.accept((ObjectNode) payload);
                    return payload;
                });
            }
        };
    }
}
