package io.ordertrail.query.feed;

import io.ordertrail.api.Contract;
import io.ordertrail.api.message.Named;
import io.ordertrail.api.message.Refused;
import io.ordertrail.api.order.OrderEvent;
import io.ordertrail.api.order.OrderId;
import io.ordertrail.axon.serialization.PersonalTexts;
import io.ordertrail.query.order.history.EventWords;
import io.ordertrail.query.order.history.HistoryEntries;
import io.ordertrail.query.order.list.OrderRows;
import io.ordertrail.query.projection.fold.Recorded;
import java.time.Duration;
import java.time.Instant;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.UnknownSerializedType;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes of an event what is told of it. */
final class Teller {

    /** So long a transaction may take that has stored an event; the event processors wait no longer either. */
    static final Duration LATE = Duration.ofSeconds(60);

    private static final Logger LOG = LoggerFactory.getLogger(Teller.class);

    private final OrderRows rows;

    Teller(OrderRows rows) {
        this.rows = rows;
    }

    /** @param before the reader's place before the event at {@code position} */
    FeedEvent event(TrackedEventMessage<?> message, long position, Place before) {
        // Of what was read out of one stored event, the last moves the reader on.
        Place after = Recorded.isContinued(message) ? before : before.plus(position, isOld(message));
        return new FeedEvent(message, position, after, () -> told(message));
    }

    /** Whether nothing that took its position before {@code message} is still to be committed. */
    static boolean isOld(TrackedEventMessage<?> message) {
        return message.getTimestamp().isBefore(Instant.now().minus(LATE));
    }

    private Told told(TrackedEventMessage<?> message) {
        Object event = readable(message);
        DomainEventMessage<?> stored = message instanceof DomainEventMessage<?> domain ? domain : null;
        String subject = stored == null ? message.getIdentifier() : stored.getAggregateIdentifier();
        OrderRows.Step rows = stored != null && event instanceof OrderEvent order ? rows(order, stored) : null;
        return new Told(
                event == null
                        ? HistoryEntries.UNKNOWN
                        : Contract.named(event.getClass()).value(),
                subject,
                stored == null ? 0 : stored.getSequenceNumber(),
                message.getTimestamp(),
                event == null ? HistoryEntries.NOT_KNOWN : EventWords.summary(event),
                event,
                event instanceof OrderEvent order
                        ? order.orderId()
                        : OrderId.ofPart(subject).orElse(null),
                rows == null ? null : rows.before(),
                rows == null ? null : rows.after());
    }

    /** Null where the order holds something that is not known: what would be told of it could be wrong. */
    private OrderRows.@Nullable Step rows(OrderEvent event, DomainEventMessage<?> stored) {
        try {
            return rows.around(event, stored);
        } catch (Refused e) {
            LOG.debug("Event {} is told without its order", stored.getIdentifier(), e);
            return null;
        }
    }

    /** Without what is personal; null if it cannot be read. */
    private static @Nullable Object readable(TrackedEventMessage<?> message) {
        try {
            Object event = message.getPayload();
            return event instanceof UnknownSerializedType || !event.getClass().isAnnotationPresent(Named.class)
                    ? null
                    : PersonalTexts.erased(event);
        } catch (SerializationException e) {
            LOG.warn("Event {} cannot be read, and is told without what it says", message.getIdentifier(), e);
            return null;
        }
    }
}
