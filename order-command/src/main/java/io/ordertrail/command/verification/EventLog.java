package io.ordertrail.command.verification;

import io.ordertrail.axon.store.PassListener;
import io.ordertrail.axon.store.TokenPosition;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;

/** Everything that was stored when reading began, in the order of the store, one event at a time. */
public interface EventLog {

    /** What {@link PassListener}s are told. */
    String PASS = "events";

    /** @throws UnreadableLog the store could not be read up to where it ended */
    void forEach(Consumer<? super TrackedEventMessage<?>> each);

    /** Of an embedded store, past its cache: what counts is what the database has. */
    static EventLog of(EventStorageEngine engine, PassListener listener) {
        return each -> {
            long end = TokenPosition.of(engine.createHeadToken());
            try (Stream<? extends TrackedEventMessage<?>> events = engine.readEvents(engine.createTailToken(), false)) {
                events.takeWhile(event -> TokenPosition.of(event.trackingToken()) <= end)
                        .forEach(event -> {
                            each.accept(event);
                            listener.at(PASS, TokenPosition.of(event.trackingToken()), end);
                        });
            }
        };
    }

    /** Of a store elsewhere, an Axon Server. */
    static EventLog of(EventStore store, PassListener listener) {
        return each -> {
            long end = TokenPosition.of(store.createHeadToken());
            long position = TokenPosition.BEFORE_THE_FIRST;
            try (BlockingStream<TrackedEventMessage<?>> events = store.openStream(store.createTailToken())) {
                while (position < end) {
                    if (!events.hasNextAvailable(UnreadableLog.PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                        throw new UnreadableLog(position, end, null);
                    }
                    TrackedEventMessage<?> event = events.nextAvailable();
                    position = TokenPosition.of(event.trackingToken());
                    if (position <= end) {
                        each.accept(event);
                        listener.at(PASS, position, end);
                    }
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new UnreadableLog(position, end, e);
            }
        };
    }

    /** Nothing more came although the store has more. */
    final class UnreadableLog extends RuntimeException {

        static final int PATIENCE_SECONDS = 30;
        private static final long serialVersionUID = 1;

        UnreadableLog(long position, long end, @Nullable Throwable cause) {
            super("After position %d of %d nothing came for %d s".formatted(position, end, PATIENCE_SECONDS), cause);
        }
    }
}
