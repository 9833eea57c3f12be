package io.ordertrail.axon.process.parked;

import io.ordertrail.api.process.ParkedPage;
import io.ordertrail.api.process.ParkedRetry;
import java.time.Duration;
import java.util.Optional;
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
 * The events that policies could not process: tells of them, tries them again now and then, and does with them what
 * people say. All of it on a thread of its own, apart from any transaction of who asks.
 */
public final class Parked implements SmartInitializingSingleton, DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(Parked.class);
    private static final Duration PATIENCE = Duration.ofSeconds(25);

    private final ParkedTable table;
    private final ParkedRetrier again;
    private final Duration look;
    private final Duration retry;
    private final boolean runs;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread named = new Thread(work, "parked-events");
        named.setDaemon(true);
        return named;
    });

    /**
     * @param look how often it looks whether there are events to tell of
     * @param retry how often those that wait are tried again
     * @param runs false: only if it is asked
     */
    public Parked(ParkedTable table, ParkedRetrier again, Duration look, Duration retry, boolean runs) {
        this.table = table;
        this.again = again;
        this.look = look;
        this.retry = retry;
        this.runs = runs;
    }

    public void takenInBy(SequencedDeadLetterQueue<EventMessage<?>> queue, EventMessageHandler handler) {
        again.takenInBy(queue, handler);
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (runs) {
            thread.scheduleWithFixedDelay(() -> quietly(again::tell), 0, look.toMillis(), TimeUnit.MILLISECONDS);
            thread.scheduleWithFixedDelay(
                    () -> quietly(again::all), retry.toMillis(), retry.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private static void quietly(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.warn("Could not look for parked events; the next look follows", e);
        }
    }

    /** Those of the event processor {@code processor}. */
    public ParkedPage list(String processor) {
        return new ParkedPage(table.list(processor));
    }

    /**
     * Tries the event {@code id} again and what waits behind it of its subject, first those before it.
     *
     * @return what came of it; empty where no such event is parked
     * @throws IllegalStateException it takes longer than 25 s; it goes on
     */
    public Optional<ParkedRetry> retry(String processor, String id) {
        return table.find(processor, id).map(letter -> await(letter.subject()));
    }

    private ParkedRetry await(String subject) {
        try {
            return thread.submit(() -> again.subject(subject)).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new IllegalStateException("The parked events of " + subject + " are still being tried", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("The parked events of " + subject + " cannot be tried", e);
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
    public Optional<ParkedPage.Item> discard(String processor, String id) {
        return table.find(processor, id).filter(letter -> table.delete(processor, id));
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
