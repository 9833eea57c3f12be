package io.ordertrail.axon.lifecycle;

import io.ordertrail.axon.store.EventGate;
import io.ordertrail.axon.store.StoredTokens;
import io.ordertrail.axon.store.TokenPosition;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.EventProcessor;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Closes the event store, waits until the event processors of this process have processed all stored events, and then
 * stops all at the same time. Axon stops them one after the other, each with its own wait, which adds up
 * (docs/reference/axon-pitfalls.md, 40).
 */
final class ProcessorShutdown implements Runnable {

    /** The longest wait for transactions that have stored an event. */
    private static final Duration STORING = Duration.ofSeconds(5);

    /** A processor that needs longer, after a long absence for example, goes on at the next start. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    /** A processor that has failed tries again after a second, and after two more. */
    private static final Duration PATIENCE_WITH_FAILURE = Duration.ofSeconds(4);

    private static final long LOOK_AGAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(10);
    private static final Logger LOG = LoggerFactory.getLogger(ProcessorShutdown.class);

    private final EventGate gate;
    private final Configuration axon;
    private final StoredTokens tokens;

    ProcessorShutdown(EventGate gate, Configuration axon, StoredTokens tokens) {
        this.gate = gate;
        this.axon = axon;
        this.tokens = tokens;
    }

    @Override
    public void run() {
        Collection<EventProcessor> processors =
                axon.eventProcessingConfiguration().eventProcessors().values();
        closeGate();
        try {
            catchUp(processors);
        } catch (RuntimeException e) {
            LOG.warn("The event processors are stopped at their present positions", e);
        }
        runAtOnce(processors.stream()
                .<Runnable>map(processor -> processor::shutDown)
                .toList());
    }

    private void closeGate() {
        try {
            if (!gate.close(STORING)) {
                LOG.warn("Events are still being stored; the next start processes them");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            LOG.warn("Interrupted while waiting for events that are being stored", e);
        }
    }

    private void catchUp(Collection<EventProcessor> processors) {
        if (processors.stream().noneMatch(EventProcessor::isRunning)) {
            return;
        }
        long start = System.nanoTime();
        long last = head();
        Duration patience = patience(processors, last);
        while (!patience.isZero() && System.nanoTime() - start < patience.toNanos()) {
            LockSupport.parkNanos(LOOK_AGAIN_NANOS);
            patience = patience(processors, last);
        }
        if (!patience.isZero()) {
            LOG.info("Not all events up to {} are processed; the next start goes on with them", last);
        }
    }

    /** The longest wait until all are at {@code last}; zero if none of them still gets there. */
    private Duration patience(Collection<EventProcessor> processors, long last) {
        List<EventTrackerStatus> onTheirWay = tokens.all().stream()
                .filter(stored -> !tokens.covers(stored, last))
                .flatMap(stored -> processors.stream()
                        .filter(processor -> processor.getName().equals(stored.processor()))
                        .filter(EventProcessor::isRunning)
                        .filter(StreamingEventProcessor.class::isInstance)
                        .map(processor -> ((StreamingEventProcessor) processor)
                                .processingStatus()
                                .get(stored.segment())))
                // Another process has the other segments.
                .filter(status -> status != null && !status.isReplaying())
                .toList();
        if (onTheirWay.isEmpty()) {
            return Duration.ZERO;
        }
        return onTheirWay.stream().allMatch(EventTrackerStatus::isErrorState) ? PATIENCE_WITH_FAILURE : PATIENCE;
    }

    private long head() {
        return TokenPosition.of(axon.eventStore().createHeadToken());
    }

    static void runAtOnce(List<Runnable> stops) {
        ExecutorService threads = Executors.newCachedThreadPool();
        try {
            CompletableFuture.allOf(stops.stream()
                            .map(stop -> CompletableFuture.runAsync(stop, threads))
                            .toArray(CompletableFuture[]::new))
                    .join();
        } finally {
            threads.shutdown();
        }
    }
}
