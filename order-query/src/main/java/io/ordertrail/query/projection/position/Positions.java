package io.ordertrail.query.projection.position;

import io.ordertrail.axon.message.MetaKeys;
import io.ordertrail.axon.store.ProcessedPositions;
import io.ordertrail.axon.store.TokenPosition;
import java.util.Map;
import java.util.stream.Collectors;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.Message;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where the store ends and how far each projection has come, in the event store's counting; -1 is before the first. */
public final class Positions {

    private final JdbcClient jdbc;
    private final SharedViews views;
    private final EventStore events;

    public Positions(JdbcClient jdbc, SharedViews views, EventStore events) {
        this.jdbc = jdbc;
        this.views = views;
        this.events = events;
    }

    /** Position of the last event stored. */
    public long head() {
        return TokenPosition.of(events.createHeadToken());
    }

    /** Before the first event stored. */
    public long start() {
        return TokenPosition.of(events.createTailToken());
    }

    /** How many events are stored. */
    public long count() {
        // Axon Server counts without gaps from 0; a database's sequence has a gap for each transaction rolled back.
        return events instanceof EmbeddedEventStore
                ? jdbc.sql("select count(*) from domain_event")
                        .query(Long.class)
                        .single()
                : head() + 1;
    }

    /** Position of the last event that {@code projection} has committed, whichever process runs it. */
    public long of(String projection) {
        return takenIn(projection).last();
    }

    /** As {@link #of(String)}, of all; without those that have not begun. */
    public Map<String, Long> all() {
        return views.processed().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, each -> each.getValue().last()));
    }

    /** The events that {@code projection} has processed and committed. */
    public ProcessedPositions takenIn(String projection) {
        return views.processed().getOrDefault(projection, ProcessedPositions.NONE);
    }

    /**
     * The position of the event {@code message} itself. Its token may be further on: that of an event which was
     * committed after a later one does.
     */
    public static long of(Message<?> message) {
        if (message.getMetaData().get(MetaKeys.POSITION) instanceof Number position) {
            return position.longValue();
        }
        return message instanceof TrackedEventMessage<?> tracked
                ? TokenPosition.of(tracked.trackingToken())
                : TokenPosition.BEFORE_THE_FIRST;
    }
}
