package io.ordertrail.app.http.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.ordertrail.api.message.Refused;
import io.ordertrail.api.message.RequestRefusal.RequestInProgress;
import io.ordertrail.axon.message.RequestContext.Idempotency;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class InFlightTest {

    private static final Idempotency REQUEST = new Idempotency("local POST /x", "k", "hash");

    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void equal_requests_wait_for_the_first_and_others_do_not() throws Exception {
        InFlight inFlight = new InFlight(Duration.ofMinutes(1));
        CountDownLatch release = new CountDownLatch(1);
        AtomicInteger begun = new AtomicInteger();
        Callable<Integer> work = () -> inFlight.once(REQUEST, () -> {
            int me = begun.incrementAndGet();
            await().until(() -> release.getCount() == 0);
            return me;
        });
        List<Future<Integer>> all =
                Stream.generate(() -> threads.submit(work)).limit(8).toList();
        await().until(() -> begun.get() == 1);
        Idempotency other = new Idempotency("local POST /x", "other", "hash");
        assertThat(inFlight.once(other, () -> "at once")).isEqualTo("at once");
        assertThat(begun).hasValue(1);
        release.countDown();
        for (Future<Integer> one : all) {
            one.get();
        }
        assertThat(begun).hasValue(8);
    }

    @Test
    void who_waited_too_long_is_told_to_come_again() {
        InFlight inFlight = new InFlight(Duration.ZERO);
        assertThatThrownBy(() -> inFlight.once(REQUEST, () -> inFlight.once(REQUEST, () -> "never")))
                .isInstanceOfSatisfying(
                        Refused.class, no -> assertThat(no.refusal()).isEqualTo(new RequestInProgress("k")));
    }

    @Test
    void when_the_first_was_lost_the_next_one_takes_its_place_alone() throws Exception {
        InFlight inFlight = new InFlight(Duration.ofMinutes(1));
        CountDownLatch lose = new CountDownLatch(1);
        AtomicInteger begun = new AtomicInteger();
        AtomicInteger together = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        Callable<String> work = () -> inFlight.once(REQUEST, () -> {
            if (begun.incrementAndGet() == 1) {
                await().until(() -> lose.getCount() == 0);
                throw new IllegalStateException("lost");
            }
            most.accumulateAndGet(together.incrementAndGet(), Math::max);
            Thread.onSpinWait();
            together.decrementAndGet();
            if (begun.get() < 5) {
                throw new IllegalStateException("lost again");
            }
            return "done";
        });
        List<Future<String>> all =
                Stream.generate(() -> threads.submit(work)).limit(5).toList();
        await().until(() -> begun.get() == 1);
        lose.countDown();
        await().until(() -> all.stream().allMatch(Future::isDone));
        assertThat(most).hasValue(1);
    }
}
