package io.ordertrail.axon.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ordertrail.axon.Probe;
import io.ordertrail.axon.failure.Unavailable;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** An event that is stored before the end is processed before the end. */
class ShutdownIT {

    private final Path dataDir = Probe.newDataDir();

    /**
     * The processors stopped together with Axon, before the payment calls: the event of the last call was not
     * processed.
     */
    @Test
    void an_event_of_the_last_payment_call_is_processed_before_the_end() {
        ConfigurableApplicationContext service = Probe.start(List.of(Probe.class, LastCall.class), dataDir);
        Probe.Notes notes = service.getBean(Probe.Notes.class);
        service.close();
        assertThat(notes.taken).containsExactly("from the last call");
    }

    @Test
    void the_store_closes_before_the_processors_stop() {
        ConfigurableApplicationContext service = Probe.start(dataDir);
        Probe.Notes notes = service.getBean(Probe.Notes.class);
        AtomicLong stored = new AtomicLong();
        CompletableFuture<Void> endless = CompletableFuture.runAsync(() -> {
            while (true) {
                Probe.store(service, "order-1", stored.get(), "note " + stored.get());
                stored.incrementAndGet();
            }
        });
        await().until(() -> notes.taken.size() > 10);
        service.close();
        assertThat(endless)
                .failsWithin(Duration.ofSeconds(10))
                .withThrowableThat()
                .withRootCauseInstanceOf(Unavailable.class);
        assertThat(notes.taken).hasSize((int) stored.get());
    }

    @Configuration(proxyBeanMethods = false)
    static class LastCall {

        @Bean
        ShutdownStep lastCallEnd(ConfigurableApplicationContext service) {
            return new ShutdownStep(
                    ShutdownStep.Turn.CALLS, () -> Probe.store(service, "order-1", 0, "from the last call"));
        }
    }
}
