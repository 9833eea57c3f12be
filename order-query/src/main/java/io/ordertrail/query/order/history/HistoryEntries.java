package io.ordertrail.query.order.history;

import io.ordertrail.api.Contract;
import io.ordertrail.api.message.DatedEvent;
import io.ordertrail.api.order.view.OrderHistory.Entry;
import io.ordertrail.axon.message.MetaKeys;
import io.ordertrail.query.projection.fold.UnknownEvent;
import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The entry of a history, from one event and its metadata: who, when, why, and what it changed. */
public final class HistoryEntries {

    /** The actor of an event without metadata. Ordertrail stores no such event, but a store may be older. */
    static final String NOBODY = "unknown";

    private final JsonMapper json;

    public HistoryEntries(JsonMapper json) {
        this.json = json;
    }

    public Entry of(DomainEventMessage<?> message) {
        Object payload = message.getPayload();
        if (!(payload instanceof DatedEvent event)) {
            throw UnknownEvent.of(message);
        }
        MetaData about = message.getMetaData();
        String actor = text(about, MetaKeys.ACTOR);
        String roles = text(about, MetaKeys.ROLES);
        return new Entry(
                message.getAggregateIdentifier(),
                message.getSequenceNumber(),
                message.getIdentifier(),
                Contract.named(payload.getClass()).value(),
                event.at(),
                message.getTimestamp(),
                actor == null ? NOBODY : actor,
                roles == null || roles.isEmpty() ? List.of() : List.of(roles.split(",")),
                text(about, MetaKeys.ON_BEHALF_OF),
                EventDescriptions.reason(event),
                EventDescriptions.summary(event),
                json.convertValue(event, new TypeReference<>() {}),
                text(about, MetaKeys.CORRELATION_ID),
                text(about, MetaKeys.CAUSATION_ID),
                text(about, MetaKeys.CAUSING_EVENT),
                text(about, MetaKeys.TRACE_ID));
    }

    private static @Nullable String text(MetaData about, String key) {
        Object value = about.get(key);
        return value == null ? null : value.toString();
    }
}
