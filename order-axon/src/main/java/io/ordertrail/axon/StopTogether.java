package io.ordertrail.axon;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.axonframework.config.Configuration;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;

/**
 * Stops all event processors at once when the service ends. Axon stops them one after the other, each with a wait of its own,
 * which adds up (docs/reference/axon-pitfalls.md, 40).
 */
final class StopTogether implements ApplicationListener<ContextClosedEvent> {

    private final Configuration axon;

    StopTogether(Configuration axon) {
        this.axon = axon;
    }

    @Override
    public void onApplicationEvent(ContextClosedEvent closed) {
        runAtOnce(axon.eventProcessingConfiguration().eventProcessors().values().stream()
                .<Runnable>map(processor -> processor::shutDown)
                .toList());
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
