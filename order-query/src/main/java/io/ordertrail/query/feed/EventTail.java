package io.ordertrail.query.feed;

import io.ordertrail.axon.personal.Erasures;
import io.ordertrail.axon.thread.UninterruptedThread;
import io.ordertrail.query.projection.position.Positions;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads each new event once for all who wait for one, and keeps the newest. One thread does, as long as somebody asks;
 * who waits has neither a thread nor a connection.
 */
final class EventTail {

    private static final Logger LOG = LoggerFactory.getLogger(EventTail.class);
    private static final ThreadFactory THREADS = UninterruptedThread.of("event-tail");

    /** So many of the newest events are kept. */
    private static final int KEPT = 1_000;

    private static final int BATCH = 100;
    private static final long LOOK_UP_MILLIS = 500;
    private static final Duration UNUSED = Duration.ofMinutes(1);

    private final EventReader reader;
    private final Teller teller;
    private final LongSupplier head;

    private final Deque<FeedEvent> kept = new ArrayDeque<>();
    private final List<Waiting> waiting = new ArrayList<>();
    private final SettledPlaces settled = new SettledPlaces(Teller.LATE);

    /** Of the events that are kept, where they begin and end; null while nobody asks. */
    private @Nullable Place from;

    private @Nullable Place to;
    private long used = System.nanoTime();
    private boolean ended;

    private record Waiting(
            Place after, Predicate<FeedEvent> wanted, int limit, long until, CompletableFuture<Found> answer) {}

    /** @param head position of the last event stored */
    EventTail(EventReader reader, Teller teller, LongSupplier head) {
        this.reader = reader;
        this.teller = teller;
        this.head = head;
    }

    /** How far it has read. */
    synchronized Place place() {
        used = System.nanoTime();
        if (to == null) {
            Place start = reader.settledBefore(head.getAsLong());
            from = start;
            to = start;
            if (!ended) {
                THREADS.newThread(this::run).start();
            }
        }
        return to;
    }

    /**
     * What comes behind {@code after}, as soon as there is something, or nothing when {@code patience} is over; empty
     * if that place is before the events that it keeps.
     */
    synchronized Optional<CompletableFuture<Found>> next(
            Place after, Predicate<FeedEvent> wanted, int limit, Duration patience) {
        Place end = place();
        if (from == null || !after.covers(from)) {
            return Optional.empty();
        }
        Found now = Found.among(kept, after, end, wanted, limit);
        if (!now.items().isEmpty() || ended) {
            return Optional.of(CompletableFuture.completedFuture(now));
        }
        Waiting one = new Waiting(
                now.after(), wanted, limit, System.nanoTime() + patience.toNanos(), new CompletableFuture<>());
        waiting.add(one);
        return Optional.of(one.answer);
    }

    /** Nobody waits any more. */
    void end() {
        List<Runnable> answers = new ArrayList<>();
        synchronized (this) {
            ended = true;
            waiting.forEach(one -> answers.add(() -> one.answer.complete(nothing(one))));
            waiting.clear();
        }
        answers.forEach(Runnable::run);
    }

    private void run() {
        while (isWanted()) {
            try {
                catchUp();
                follow();
            } catch (RuntimeException e) {
                LOG.warn("Events cannot be read for those who wait for them; it is tried again", e);
                giveUp();
                LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
            }
        }
    }

    private void follow() {
        try (BlockingStream<TrackedEventMessage<?>> stream = reader.open(place(false))) {
            while (isWanted()) {
                read(stream);
                giveUp();
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException("Nobody interrupts this thread", e);
        }
    }

    /** What was stored a while ago. */
    private void catchUp() {
        Found found;
        do {
            found = reader.read(place(false), event -> true, BATCH);
            publish(found.items().stream().map(Found.Item::event).toList(), found.after())
                    .forEach(Runnable::run);
        } while (found.more());
    }

    private synchronized Place place(boolean use) {
        return to == null || use ? place() : to;
    }

    private synchronized boolean isWanted() {
        boolean wanted = !ended && (!waiting.isEmpty() || System.nanoTime() - used < UNUSED.toNanos());
        if (!wanted) {
            kept.clear();
            from = null;
            to = null;
        }
        return wanted;
    }

    private void read(BlockingStream<TrackedEventMessage<?>> stream) throws InterruptedException {
        List<FeedEvent> batch = new ArrayList<>();
        Place at = settled.of(place(false));
        boolean any = stream.hasNextAvailable((int) LOOK_UP_MILLIS, TimeUnit.MILLISECONDS);
        while (any && batch.size() < BATCH) {
            TrackedEventMessage<?> message = stream.nextAvailable();
            long position = Positions.of(message);
            if (!at.covers(position)) {
                FeedEvent event = teller.event(message, position, at);
                if (isAwaited(position)) {
                    // Here and not later, when the lock is held: it may ask the database.
                    event.told();
                }
                at = event.after();
                batch.add(event);
            }
            any = stream.hasNextAvailable();
        }
        publish(batch, at).forEach(Runnable::run);
    }

    private synchronized boolean isAwaited(long position) {
        return waiting.stream().anyMatch(one -> !one.after.covers(position));
    }

    private synchronized List<Runnable> publish(List<FeedEvent> batch, Place end) {
        List<Runnable> answers = new ArrayList<>();
        to = end;
        for (Iterator<Waiting> each = waiting.iterator(); each.hasNext(); ) {
            Waiting one = each.next();
            Found found = Found.among(batch, one.after, end, one.wanted, one.limit);
            if (!found.items().isEmpty()) {
                each.remove();
                answers.add(() -> one.answer.complete(found));
            }
        }
        kept.addAll(batch);
        if (batch.stream().map(FeedEvent::message).anyMatch(Erasures::isOne)) {
            // What was read before still knows the person.
            kept.clear();
            from = end;
        }
        while (kept.size() > KEPT) {
            from = kept.removeFirst().after();
        }
        return answers;
    }

    private void giveUp() {
        List<Runnable> answers = new ArrayList<>();
        synchronized (this) {
            for (Iterator<Waiting> each = waiting.iterator(); each.hasNext(); ) {
                Waiting one = each.next();
                if (one.answer.isDone() || System.nanoTime() - one.until >= 0) {
                    each.remove();
                    answers.add(() -> one.answer.complete(nothing(one)));
                }
            }
        }
        answers.forEach(Runnable::run);
    }

    private synchronized Found nothing(Waiting one) {
        return new Found(List.of(), to == null ? one.after : one.after.or(to), false);
    }
}
