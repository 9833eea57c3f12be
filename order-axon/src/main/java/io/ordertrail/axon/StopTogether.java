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
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    /** Who has failed tries again after a second, and after two more. Longer it is not waited for. */
    private static final Duration PATIENCE_WITH_FAILURE = Duration.ofSeconds(4);

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
            LOG.warn("The event processors are stopped at their present positions", e);
        }
        runAtOnce(processors.stream()
                .<Runnable>map(processor -> processor::shutDown)
                .toList());
    }

    private void catchUp(Collection<EventProcessor> processors) {
        if (processors.stream().noneMatch(EventProcessor::isRunning)) {
            return;
        }
        long start = System.nanoTime();
        long last = head();
        Duration patience = PATIENCE;
        while (!patience.isZero() && System.nanoTime() - start < patience.toNanos()) {
            LockSupport.parkNanos(LOOK_AGAIN_NANOS);
            patience = patience(processors, last);
        }
        if (!patience.isZero()) {
            LOG.info("Not all events up to {} are processed; the next start goes on with them", last);
        }
    }

    /** How long in all they may take to come to {@code last}; zero where nobody comes there any more. */
    private static Duration patience(Collection<EventProcessor> processors, long last) {
        List<EventTrackerStatus> onTheirWay = processors.stream()
                .filter(EventProcessor::isRunning)
                .filter(StreamingEventProcessor.class::isInstance)
                .flatMap(processor -> ((StreamingEventProcessor) processor).processingStatus().values().stream())
                .filter(status -> isOnItsWay(status, last))
                .toList();
        if (onTheirWay.isEmpty()) {
            return Duration.ZERO;
        }
        return onTheirWay.stream().allMatch(EventTrackerStatus::isErrorState) ? PATIENCE_WITH_FAILURE : PATIENCE;
    }

    private long head() {
        TrackingToken head = axon.eventStore().createHeadToken();
        return head == null ? -1 : head.position().orElse(-1);
    }

    private static boolean isOnItsWay(EventTrackerStatus status, long last) {
        return !status.isReplaying() && status.getCurrentPosition().orElse(-1) < last;
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
