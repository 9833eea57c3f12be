package io.ordertrail.axon;

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
import org.axonframework.eventhandling.TrackingToken;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets the event processors of this process take in what is stored when nothing more comes, and then stops all at once. Axon
 * stops them one after the other, each with a wait of its own, which adds up (docs/reference/axon-pitfalls.md, 40).
 */
final class StopTogether implements Runnable {

    /** Who is further behind than this, by a replay or after a long absence, goes on when the service starts again. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final long LOOK_AGAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(10);
    private static final Logger LOG = LoggerFactory.getLogger(StopTogether.class);

    private final Configuration axon;

    StopTogether(Configuration axon) {
        this.axon = axon;
    }

    @Override
    public void run() {
        Collection<EventProcessor> processors =
                axon.eventProcessingConfiguration().eventProcessors().values();
        try {
            catchUp(processors);
        } catch (RuntimeException e) {
            LOG.warn("The event processors are stopped where they stand", e);
        }
        runAtOnce(processors.stream()
                .<Runnable>map(processor -> processor::shutDown)
                .toList());
    }

    private void catchUp(Collection<EventProcessor> processors) {
        if (processors.stream().noneMatch(EventProcessor::isRunning)) {
            return;
        }
        long end = System.nanoTime() + PATIENCE.toNanos();
        // What a slow call still stores meanwhile is taken in too.
        for (long last = head(); isAnyOnItsWay(processors, last) && System.nanoTime() < end; last = head()) {
            LockSupport.parkNanos(LOOK_AGAIN_NANOS);
        }
    }

    private long head() {
        TrackingToken head = axon.eventStore().createHeadToken();
        return head == null ? -1 : head.position().orElse(-1);
    }

    private static boolean isAnyOnItsWay(Collection<EventProcessor> processors, long last) {
        return processors.stream().anyMatch(processor -> isOnItsWay(processor, last));
    }

    /** Whether it comes to {@code last} by itself, and soon. */
    private static boolean isOnItsWay(EventProcessor processor, long last) {
        return processor.isRunning()
                && processor instanceof StreamingEventProcessor streaming
                && streaming.processingStatus().values().stream().anyMatch(status -> isOnItsWay(status, last));
    }

    private static boolean isOnItsWay(EventTrackerStatus status, long last) {
        return !status.isErrorState()
                && !status.isReplaying()
                && status.getCurrentPosition().orElse(-1) < last;
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
