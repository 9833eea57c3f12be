package io.ordertrail.query.projection;

import io.ordertrail.api.RequestRefusal.TooManyWaiting;
import io.ordertrail.axon.Refused;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/** Where a query waits for rows that are on their way. */
public final class Arrivals {

    /** Rows that another process writes are not told here; they are looked for this often. */
    private static final Duration LOOK_AGAIN = Duration.ofMillis(25);

    /** So many requests at most wait at a time: each holds a thread. */
    private static final int MOST_WAITING = 32;

    private final Semaphore places = new Semaphore(MOST_WAITING);
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition arrived = lock.newCondition();

    /** Rows were written and committed. */
    void tell() {
        lock.lock();
        try {
            arrived.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Whether {@code reached} came true within {@code patience}. It is asked at least once. */
    public boolean await(BooleanSupplier reached, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        while (!reached.getAsBoolean()) {
            long left = end - System.nanoTime();
            if (left <= 0 || !pause(Math.min(left, LOOK_AGAIN.toNanos()))) {
                return reached.getAsBoolean();
            }
        }
        return true;
    }

    /**
     * As {@link #await}, for requests, of which few may wait.
     *
     * @throws Refused many wait already
     */
    public boolean awaitAmongFew(BooleanSupplier reached, Duration patience) {
        if (!places.tryAcquire()) {
            throw new Refused(new TooManyWaiting());
        }
        try {
            return await(reached, patience);
        } finally {
            places.release();
        }
    }

    private boolean pause(long nanos) {
        lock.lock();
        try {
            arrived.await(nanos, TimeUnit.NANOSECONDS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }
}
