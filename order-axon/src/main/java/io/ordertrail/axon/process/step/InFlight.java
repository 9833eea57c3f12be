package io.ordertrail.axon.process.step;

import com.github.kagkarlsson.scheduler.Scheduler;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;

/**
 * The steps that are being sent. When the service stops no other is begun, and those have their answers before anything
 * that they need is gone.
 */
public final class InFlight implements ApplicationListener<ContextClosedEvent> {

    /** Longer than a command may take. */
    static final Duration PATIENCE = Duration.ofSeconds(35);

    private static final Logger LOG = LoggerFactory.getLogger(InFlight.class);

    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private volatile boolean stopped;

    /** What {@code step} says; false where the service stops. */
    boolean unlessStopped(BooleanSupplier step) {
        lock.readLock().lock();
        try {
            return !stopped && step.getAsBoolean();
        } finally {
            lock.readLock().unlock();
        }
    }

    public boolean isStopped() {
        return stopped;
    }

    @Override
    public void onApplicationEvent(ContextClosedEvent closed) {
        stopped = true;
        closed.getApplicationContext().getBeanProvider(Scheduler.class).ifAvailable(Scheduler::pause);
        try {
            if (lock.writeLock().tryLock(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                lock.writeLock().unlock();
            } else {
                LOG.warn("A step still has no answer after {}; it is sent again at the next start", PATIENCE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
