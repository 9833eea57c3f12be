package io.ordertrail.axon.unknown;

import io.ordertrail.api.Contract;
import io.ordertrail.api.message.Refused;
import io.ordertrail.api.message.RequestRefusal.LaterRelease;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.UnknownSerializedType;
import tools.jackson.databind.JsonNode;

/**
 * Events that a later release has stored: of a type, a revision or with a constant that this one does not know. Who
 * needs one is refused, and asks again; nobody goes on as if it were not there.
 */
public final class UnknownEvents {

    private UnknownEvents() {}

    /** Whether this release knows neither the type nor the revision of {@code event}; it reads no payload. */
    public static boolean isOne(EventMessage<?> event) {
        return UnknownSerializedType.class.isAssignableFrom(event.getPayloadType());
    }

    /** Whether {@code event} is one of a later revision of one of {@code types}, or of a new type of their subjects. */
    public static boolean mayBe(EventMessage<?> event, Set<Class<?>> types) {
        return isOne(event)
                && mayBe(
                        event,
                        types::contains,
                        name -> types.stream()
                                .anyMatch(type ->
                                        subject(Contract.named(type).value()).equals(subject(name))));
    }

    /**
     * Whether {@code event} is one that has to wait.
     *
     * @param revised of a known type, whether a later revision of it does
     * @param added the same of the name of a new type
     */
    public static boolean mayBe(EventMessage<?> event, Predicate<Class<?>> revised, Predicate<String> added) {
        if (!isOne(event)) {
            return false;
        }
        String name = type(event).getName();
        Class<?> known = Contract.byName().get(name);
        return known == null ? added.test(name) : revised.test(known);
    }

    private static String subject(String name) {
        return name.substring(0, name.indexOf('.') + 1);
    }

    /** @throws Refused with {@link LaterRelease} where {@code event} is one */
    public static <E> E known(EventMessage<?> event, Class<E> type) {
        if (isOne(event)) {
            throw refused(event);
        }
        return type.cast(event.getPayload());
    }

    /**
     * The payload of an event by which something is decided.
     *
     * @throws Refused with {@link LaterRelease} where {@code event} is one, or holds a constant that is not known
     */
    public static Object whole(EventMessage<?> event) {
        Object payload = known(event, Object.class);
        if (UnknownConstants.in(payload)) {
            throw refused(event);
        }
        return payload;
    }

    public static Refused refused(EventMessage<?> event) {
        String subject =
                event instanceof DomainEventMessage<?> stored ? stored.getAggregateIdentifier() : event.getIdentifier();
        SerializedType type = isOne(event) ? type(event) : null;
        return new Refused(new LaterRelease(
                subject,
                type == null
                        ? "a value of " + Contract.named(event.getPayloadType()).value()
                        : type.getName() + "@" + type.getRevision()));
    }

    /** Whether {@code failure} is such a refusal. */
    public static boolean isCause(Throwable failure) {
        return failure instanceof Refused no && no.refusal() instanceof LaterRelease;
    }

    /** The text of {@code field} in an event that is one; empty where it has none, or is no JSON. */
    public static Optional<String> text(EventMessage<?> event, String field) {
        JsonNode payload = payload(event).readData(JsonNode.class);
        return Optional.of(payload.path(field)).filter(JsonNode::isString).map(JsonNode::asString);
    }

    private static SerializedType type(EventMessage<?> event) {
        return payload(event).serializedType();
    }

    private static UnknownSerializedType payload(EventMessage<?> event) {
        return (UnknownSerializedType) event.getPayload();
    }
}
