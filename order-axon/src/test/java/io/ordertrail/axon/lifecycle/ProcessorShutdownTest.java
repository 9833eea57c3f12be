package io.ordertrail.axon.lifecycle;

import java.util.Collections;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class ProcessorShutdownTest {

    /** Each waits until all are being stopped. */
    @Test
    void pitfall_40_none_is_waited_for_before_the_next_is_told_to_stop() {
        int processors = 30;
        CyclicBarrier all = new CyclicBarrier(processors);
        ProcessorShutdown.runAtOnce(Collections.nCopies(processors, () -> await(all)));
    }

    private static void await(CyclicBarrier all) {
        try {
            all.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
            throw new IllegalStateException("One was waited for", e);
        }
    }
}
