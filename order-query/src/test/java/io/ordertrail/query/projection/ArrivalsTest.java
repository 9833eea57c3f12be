package io.ordertrail.query.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.ordertrail.api.RequestRefusal.TooManyWaiting;
import io.ordertrail.axon.Refused;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ArrivalsTest {

    private static final Duration LONG = Duration.ofSeconds(60);

    private final Arrivals arrivals = new Arrivals();

    @Test
    void finding_2_3_few_requests_wait_and_one_more_is_told_to_come_again() {
        AtomicBoolean arrived = new AtomicBoolean();
        AtomicInteger asked = new AtomicInteger();
        ExecutorService readers = Executors.newCachedThreadPool();
        List<CompletableFuture<Boolean>> waiting = new ArrayList<>();
        for (int reader = 0; reader < 32; reader++) {
            waiting.add(CompletableFuture.supplyAsync(
                    () -> {
                        asked.incrementAndGet();
                        return arrivals.awaitAmongFew(arrived::get, LONG);
                    },
                    readers));
        }
        await().until(() -> asked.get() == 32);
        await().untilAsserted(() -> assertThatThrownBy(() -> arrivals.awaitAmongFew(() -> true, LONG))
                .isInstanceOfSatisfying(
                        Refused.class, no -> assertThat(no.refusal()).isEqualTo(new TooManyWaiting())));
        arrived.set(true);
        arrivals.tell();
        assertThat(waiting).allMatch(CompletableFuture::join);
        assertThat(arrivals.awaitAmongFew(() -> true, LONG)).isTrue();
        readers.shutdown();
    }
}
