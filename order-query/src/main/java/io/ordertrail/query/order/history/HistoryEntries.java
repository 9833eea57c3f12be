package io.ordertrail.query.order.history;

import io.ordertrail.api.Contract;
import io.ordertrail.api.message.DatedEvent;
import io.ordertrail.api.order.view.OrderHistory.Entry;
import io.ordertrail.api.process.ProcessEvent;
import io.ordertrail.axon.message.MetaKeys;
import io.ordertrail.axon.unknown.UnknownEvents;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The entry of a history, from one event and its metadata: who, when, why, and what it changed. */
public final class HistoryEntries {

    /** The actor of an event without metadata. Ordertrail stores no such event, but a store may be older. */
    static final String NOBODY = "unknown";

    /** The type of an event that a later release has stored, and what is said of it. */
    public static final String UNKNOWN = "unknown";

    public static final String NOT_KNOWN = "Something that this release does not know";

    private final JsonMapper json;

    public HistoryEntries(JsonMapper json) {
        this.json = json;
    }

    public Entry of(DomainEventMessage<?> message) {
        DatedEvent event = UnknownEvents.isOne(message) ? null : UnknownEvents.known(message, DatedEvent.class);
        ProcessEvent told = event instanceof ProcessEvent it ? it : null;
        MetaData about = message.getMetaData();
        String actor = text(about, MetaKeys.ACTOR);
        String roles = text(about, MetaKeys.ROLES);
        return new Entry(
                told == null ? message.getAggregateIdentifier() : told.subject(),
                told == null ? message.getSequenceNumber() : null,
                message.getIdentifier(),
                event == null ? UNKNOWN : Contract.named(event.getClass()).value(),
                event == null ? message.getTimestamp() : event.at(),
                message.getTimestamp(),
                actor == null ? NOBODY : actor,
                roles == null || roles.isEmpty() ? List.of() : List.of(roles.split(",")),
                text(about, MetaKeys.ON_BEHALF_OF),
                event == null ? null : EventDescriptions.reason(event),
                event == null ? NOT_KNOWN : EventDescriptions.summary(event),
                event == null ? Map.of() : json.convertValue(event, new TypeReference<>() {}),
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
