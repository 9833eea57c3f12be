package io.ordertrail.query.order.history;

import static io.ordertrail.query.projection.table.RowValues.micros;

import io.ordertrail.api.Contract;
import io.ordertrail.api.order.OrderEvent;
import io.ordertrail.axon.message.MetaKeys;
import io.ordertrail.axon.serialization.PersonalTexts;
import io.ordertrail.query.projection.fold.Recorded;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The row of a history, from one event and its metadata: who, when, why, and what it changed. */
final class OrderHistoryFold {

    /** The type under which an order's events are stored. */
    static final String AGGREGATE = "order";

    /** The actor of an event without metadata. Ordertrail stores no such event, but a store may be older. */
    static final String NOBODY = "unknown";

    private final JsonMapper json;

    OrderHistoryFold(JsonMapper json) {
        this.json = json;
    }

    HistoryRow row(DomainEventMessage<?> message) {
        return row(Recorded.of(message, OrderEvent.class), message.getIdentifier(), message.getMetaData());
    }

    HistoryRow row(Recorded<OrderEvent> recorded, String eventId, MetaData about) {
        String actor = text(about, MetaKeys.ACTOR);
        String roles = text(about, MetaKeys.ROLES);
        return new HistoryRow(
                recorded.event().orderId(),
                recorded.version(),
                eventId,
                Contract.named(recorded.event().getClass()).value(),
                micros(recorded.event().at()),
                micros(recorded.recordedAt()),
                actor == null ? NOBODY : actor,
                roles == null ? "" : roles,
                text(about, MetaKeys.ON_BEHALF_OF),
                EventDescriptions.reason(recorded.event()),
                EventDescriptions.summary(recorded.event()),
                json.writeValueAsString(recorded.event()),
                text(about, MetaKeys.CORRELATION_ID),
                text(about, MetaKeys.CAUSATION_ID),
                text(about, MetaKeys.TRACE_ID));
    }

    /** {@code row} once the customer of its order is forgotten. */
    HistoryRow erased(HistoryRow row) {
        Class<?> type = Contract.byName().get(row.type());
        if (type == null || !OrderEvent.class.isAssignableFrom(type)) {
            return row;
        }
        OrderEvent event = PersonalTexts.erased((OrderEvent) json.readValue(row.data(), type));
        return new HistoryRow(
                row.orderId(),
                row.version(),
                row.eventId(),
                row.type(),
                row.at(),
                row.recordedAt(),
                row.actor(),
                row.roles(),
                row.onBehalfOf(),
                EventDescriptions.reason(event),
                EventDescriptions.summary(event),
                json.writeValueAsString(event),
                row.correlationId(),
                row.causationId(),
                row.traceId());
    }

    private static @Nullable String text(MetaData about, String key) {
        Object value = about.get(key);
        return value == null ? null : value.toString();
    }
}
