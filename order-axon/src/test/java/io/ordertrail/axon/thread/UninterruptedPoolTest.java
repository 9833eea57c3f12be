package io.ordertrail.axon.thread;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class UninterruptedPoolTest {

    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);
    private final AtomicBoolean interrupted = new AtomicBoolean();

    private void work() {
        begun.countDown();
        try {
            goOn.await();
        } catch (InterruptedException e) {
            interrupted.set(true);
        }
    }

    @Test
    void no_interrupt_reaches_what_is_under_way() throws Exception {
        UninterruptedPool pool = UninterruptedPool.fixed(1, "calm");
        Future<?> work = pool.submit(this::work);
        pool.execute(() -> interrupted.set(true));
        begun.await();

        work.cancel(true);
        assertThat(pool.shutdownNow()).as("what waited is not begun").hasSize(1);
        assertThat(pool.end(Duration.ofMillis(50))).isFalse();
        goOn.countDown();
        assertThat(pool.end(Duration.ofSeconds(10))).isTrue();
        assertThat(interrupted).isFalse();
    }

    @Test
    void a_thread_of_a_processor_is_not_interrupted() throws Exception {
        Thread thread = UninterruptedThread.of("views").newThread(this::work);
        thread.start();
        begun.await();
        thread.interrupt();
        assertThat(thread.isInterrupted()).isFalse();
        goOn.countDown();
        thread.join();
        assertThat(interrupted).isFalse();
    }
}
