package io.ordertrail.axon.process.parked;

import io.ordertrail.api.deadletter.DeadLetter;
import io.ordertrail.api.deadletter.DeadLetterFilter;
import io.ordertrail.api.deadletter.DeadLetterGroups;
import io.ordertrail.api.deadletter.DeadLetterInspection;
import io.ordertrail.api.deadletter.DeadLetterRetries;
import io.ordertrail.api.deadletter.DeadLetterRetry;
import io.ordertrail.api.deadletter.DeadLetters;
import io.ordertrail.axon.deadletter.RetryQueue;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventMessageHandler;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.SmartInitializingSingleton;

/**
 * The events that policies could not process: tells of them, and does with them what people say. They are tried on a
 * thread of its own, apart from any transaction of who asks.
 */
public final class Parked implements RetryQueue, SmartInitializingSingleton, DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(Parked.class);
    private static final Duration PATIENCE = Duration.ofSeconds(25);

    private final String processor;
    private final ParkedTable table;
    private final ParkedRetrier again;
    private final ParkedDryRun dryRun;
    private final Clock clock;
    private final Duration look;
    private final boolean runs;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread named = new Thread(work, "parked-events");
        named.setDaemon(true);
        return named;
    });

    /**
     * @param look how often it looks whether there are events to tell of
     * @param runs false: where there is no policy, or nothing is to happen by itself
     */
    public Parked(
            String processor,
            ParkedTable table,
            ParkedRetrier again,
            ParkedDryRun dryRun,
            Clock clock,
            Duration look,
            boolean runs) {
        this.processor = processor;
        this.table = table;
        this.again = again;
        this.dryRun = dryRun;
        this.clock = clock;
        this.look = look;
        this.runs = runs;
    }

    public void takenInBy(SequencedDeadLetterQueue<EventMessage<?>> queue, EventMessageHandler handler) {
        again.takenInBy(queue, handler);
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (runs) {
            thread.scheduleWithFixedDelay(() -> quietly(again::tell), 0, look.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private static void quietly(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.warn("Could not look for parked events; the next look follows", e);
        }
    }

    /** The first event of each subject that agrees with {@code wanted}, the longest parked first. */
    public DeadLetters list(DeadLetterFilter wanted) {
        ParkedTable.Count count = table.count(wanted);
        return new DeadLetters(table.list(wanted), count.subjects(), count.events());
    }

    /** The same in groups. */
    public DeadLetterGroups groups(DeadLetterFilter wanted) {
        return new DeadLetterGroups(table.groups(wanted));
    }

    /** The event {@code id}, and what a retry would do; empty where no such event is parked. */
    public Optional<DeadLetterInspection> inspect(String of, String id) {
        // Within the unit of work of who asks, the steps would be sent when that ends.
        return table.find(of, id).map(letter -> await(() -> dryRun.of(letter)));
    }

    /**
     * Tries the event {@code id} again and what waits behind it of its subject, first those before it.
     *
     * @return what came of it; empty where no such event is parked
     * @throws IllegalStateException it takes longer than 25 s; it goes on
     */
    public Optional<DeadLetterRetry> retry(String of, String id) {
        return table.find(of, id).map(this::retry);
    }

    @Override
    public DeadLetterRetry retry(DeadLetter letter) {
        return await(() -> again.subject(letter.subject()));
    }

    /**
     * Tries all subjects that agree with {@code wanted}.
     *
     * @throws IllegalStateException it takes longer than 25 s; it goes on
     */
    public DeadLetterRetries retryAll(DeadLetterFilter wanted) {
        long all = table.count(wanted).subjects();
        return DeadLetterRetries.of(
                await(() -> table.list(wanted).stream()
                        .map(letter -> again.subject(letter.subject()))
                        .toList()),
                all);
    }

    @Override
    public List<DeadLetter> parkedAfter(Instant time) {
        return runs ? table.parkedAfter(processor, time) : List.of();
    }

    @Override
    public boolean claim(DeadLetter letter) {
        return table.claim(letter, clock.instant());
    }

    private <T> T await(Callable<T> work) {
        try {
            return thread.submit(work).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new IllegalStateException("Parked events are still being tried", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("The parked events cannot be tried", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }

    /**
     * Removes the event {@code id}, in the present transaction. What waits behind it is tried at the next look.
     *
     * @return the event; empty where no such event is parked
     */
    public Optional<DeadLetter> discard(String of, String id) {
        return table.find(of, id).filter(letter -> table.delete(of, id));
    }

    /** Ends what it is at in peace: an interrupted thread would close the H2 file for all. */
    @Override
    public void destroy() throws InterruptedException {
        thread.shutdown();
        if (!thread.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            LOG.warn("Parked events are still being tried after {}", PATIENCE);
        }
    }
}
