package io.ordertrail.axon.personal;

import io.ordertrail.axon.database.DatabaseMemory;
import io.ordertrail.axon.json.JsonBuffers;
import io.ordertrail.axon.thread.UninterruptedTimer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.eventhandling.EventMessage;
import org.springframework.beans.factory.DisposableBean;

/** After customers are forgotten, lets go of what this process has read of them, when the views have forgotten them. */
final class ErasedMemory implements DisposableBean {

    private final UninterruptedTimer timer = new UninterruptedTimer(1, "erased-memory");
    private final AtomicLong latest = new AtomicLong();
    private final DatabaseMemory memory;
    private final List<Duration> after;

    ErasedMemory(DatabaseMemory memory, List<Duration> after) {
        this.memory = memory;
        this.after = after;
    }

    /** To be told of events that were stored here. */
    void stored(List<? extends EventMessage<?>> events) {
        if (events.stream().anyMatch(Erasures::isOne)) {
            clearSoon();
        }
    }

    /** To be told at the start, too: what a killed process has stored, the views of this one may still have to read. */
    void clearSoon() {
        long own = latest.incrementAndGet();
        after.forEach(delay -> timer.schedule(() -> clearUnlessMoreCame(own), delay.toMillis(), TimeUnit.MILLISECONDS));
    }

    private void clearUnlessMoreCame(long own) {
        if (latest.get() == own) {
            memory.clear();
            JsonBuffers.forget();
        }
    }

    @Override
    public void destroy() {
        timer.shutdown();
    }
}
