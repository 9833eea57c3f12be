package io.ordertrail.query.projection.position;

import io.ordertrail.axon.message.MetaKeys;
import io.ordertrail.axon.store.StoredTokens;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.Message;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where the store ends and how far each projection has come, in the event store's counting; -1 is before the first. */
public final class Positions {

    private static final long BEFORE_THE_FIRST = -1;

    private final JdbcClient jdbc;
    private final StoredTokens tokens;
    private final EventStore events;

    public Positions(JdbcClient jdbc, StoredTokens tokens, EventStore events) {
        this.jdbc = jdbc;
        this.tokens = tokens;
        this.events = events;
    }

    /** Position of the last event stored. */
    public long head() {
        return of(events.createHeadToken());
    }

    /** Before the first event stored. */
    public long start() {
        return of(events.createTailToken());
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
        return of(token(projection));
    }

    /** A projection has one segment. */
    private @Nullable TrackingToken token(String projection) {
        return tokens.of(projection).stream()
                .filter(stored -> stored.segment() == 0)
                .findFirst()
                .map(StoredTokens.Stored::token)
                .orElse(null);
    }

    /** The events that {@code projection} has processed and committed. */
    public ProcessedPositions takenIn(String projection) {
        return ProcessedPositions.of(token(projection));
    }

    /**
     * The position of the event {@code message} itself. Its token may be further on: that of an event which was
     * committed after a later one does.
     */
    public static long of(Message<?> message) {
        if (message.getMetaData().get(MetaKeys.POSITION) instanceof Number position) {
            return position.longValue();
        }
        return message instanceof TrackedEventMessage<?> tracked ? of(tracked.trackingToken()) : BEFORE_THE_FIRST;
    }

    /** The position of {@code token}. */
    public static long of(@Nullable TrackingToken token) {
        return token == null ? BEFORE_THE_FIRST : token.position().orElse(BEFORE_THE_FIRST);
    }
}
