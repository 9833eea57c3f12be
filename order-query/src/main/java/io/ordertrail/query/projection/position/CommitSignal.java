package io.ordertrail.query.projection.position;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/** Where a query waits for rows that are on their way. */
public final class CommitSignal {

    /** Rows that another process writes are not told here; they are looked for this often. */
    private static final Duration LOOK_AGAIN = Duration.ofMillis(25);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition arrived = lock.newCondition();

    /** Rows were written and committed. */
    public void tell() {
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
