package io.ordertrail.axon.message;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.correlation.CorrelationDataProvider;

/** What a message hands on to those that it causes, so that every event tells who did it, and why. */
public final class Correlation implements CorrelationDataProvider {

    private static final List<String> HANDED_ON = List.of(
            MetaKeys.ACTOR,
            MetaKeys.ROLES,
            MetaKeys.CREDENTIAL,
            MetaKeys.ADDRESS,
            MetaKeys.ON_BEHALF_OF,
            MetaKeys.CAUSING_EVENT,
            MetaKeys.TRACE_ID,
            MetaKeys.IDEMPOTENCY_KEY,
            MetaKeys.IDEMPOTENCY_SCOPE,
            MetaKeys.REQUEST_HASH);

    @Override
    public Map<String, ?> correlationDataFor(Message<?> message) {
        Map<String, Object> data = new HashMap<>();
        for (String key : HANDED_ON) {
            Object value = message.getMetaData().get(key);
            if (value != null) {
                data.put(key, value);
            }
        }
        data.put(MetaKeys.CAUSATION_ID, idOf(message));
        data.put(
                MetaKeys.CORRELATION_ID,
                message.getMetaData().getOrDefault(MetaKeys.CORRELATION_ID, message.getIdentifier()));
        return data;
    }

    /** The id by which a message is known as the cause of others: of a repeated command, that of the first. */
    public static String idOf(Message<?> message) {
        return (String) message.getMetaData().getOrDefault(MetaKeys.COMMAND_ID, message.getIdentifier());
    }
}
