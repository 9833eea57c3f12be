package io.ordertrail.axon.message;

import io.ordertrail.api.message.Role;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.axonframework.common.IdentifierFactory;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;

/**
 * Who asks, and in which conversation.
 *
 * @param expectedVersion version on which the caller decided (If-Match), or null
 * @param commandId id of the command, where it does not follow from the idempotency key, or null
 * @param origin how the caller came in; null where nobody came in from outside
 */
public record RequestContext(
        String actor,
        List<String> roles,
        String correlationId,
        String traceId,
        @Nullable Idempotency idempotency,
        @Nullable Long expectedVersion,
        @Nullable String commandId,
        @Nullable Origin origin) {

    /**
     * By what a caller is known, and from where they come.
     *
     * @param credential such as {@code key:} and the id of an API key
     * @param address of the network
     * @param grants what the credential is good for, as {@link io.ordertrail.axon.access.Grants} writes it; null where
     *     the roles alone decide
     */
    public record Origin(
            String credential, String address, @Nullable String grants) {}

    public RequestContext(
            String actor,
            List<String> roles,
            String correlationId,
            String traceId,
            @Nullable Idempotency idempotency,
            @Nullable Long expectedVersion) {
        this(actor, roles, correlationId, traceId, idempotency, expectedVersion, null, null);
    }

    /** Of what the service does by itself. */
    public static RequestContext ofService(String actor) {
        String id = IdentifierFactory.getInstance().generateIdentifier();
        return new RequestContext(actor, List.of(Role.SERVICE.name()), id, id, null, null);
    }

    /**
     * The same caller in the same conversation, for a command that a process sends too, sooner or later, as a step with
     * this command id: whichever of the two comes second is a repeat.
     */
    public RequestContext followUp(String stepsCommandId) {
        return new RequestContext(actor, roles, correlationId, traceId, null, null, stepsCommandId, origin);
    }

    /**
     * What makes a repeat of a request the same request.
     *
     * @param scope caller and route
     * @param key the caller's Idempotency-Key, at most 255 characters
     * @param requestHash SHA-256 of the request in hex
     */
    public record Idempotency(String scope, String key, String requestHash) {

        /** Derives ids from the request: the same request always asks for the same thing. */
        public String seed() {
            return scope + '\n' + key;
        }
    }

    MetaData metaData() {
        Map<String, Object> values = new TreeMap<>(Map.of(
                MetaKeys.ACTOR, actor,
                MetaKeys.ROLES, String.join(",", roles),
                MetaKeys.CORRELATION_ID, correlationId,
                MetaKeys.TRACE_ID, traceId));
        if (idempotency != null) {
            // Derived from the key, so that a repeat is the same command.
            values.put(
                    MetaKeys.COMMAND_ID,
                    UUID.nameUUIDFromBytes(idempotency.seed().getBytes(StandardCharsets.UTF_8))
                            .toString());
            values.put(MetaKeys.IDEMPOTENCY_KEY, idempotency.key());
            values.put(MetaKeys.IDEMPOTENCY_SCOPE, idempotency.scope());
            values.put(MetaKeys.REQUEST_HASH, idempotency.requestHash());
        }
        if (origin != null) {
            values.put(MetaKeys.CREDENTIAL, origin.credential());
            values.put(MetaKeys.ADDRESS, origin.address());
            if (origin.grants() != null) {
                values.put(MetaKeys.GRANTS, origin.grants());
            }
        }
        if (commandId != null) {
            values.put(MetaKeys.COMMAND_ID, commandId);
        }
        if (expectedVersion != null) {
            values.put(MetaKeys.EXPECTED_VERSION, expectedVersion);
        }
        return MetaData.from(values);
    }
}
