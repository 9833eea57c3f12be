package io.ordertrail.axon.store;

import io.ordertrail.axon.failure.Unavailable;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Through it goes every event that this process stores, until it is closed at the end: what is stored after the event
 * processors have caught up would be processed by the next process only. Whoever comes too late stores nothing, as if
 * the process had ended before.
 */
public final class EventGate {

    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private boolean closed;

    /** Transactions that have stored events and have not ended. */
    private int open;

    /**
     * Does {@code storing}, in the present transaction if there is one.
     *
     * @throws Unavailable the process ends, and nothing was done
     */
    public void pass(Runnable storing) {
        enter();
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCompletion(int status) {
                    leave();
                }
            });
            storing.run();
            return;
        }
        try {
            storing.run();
        } finally {
            leave();
        }
    }

    /**
     * Lets nobody through any more, and waits for those who are.
     *
     * @return whether all have ended
     */
    public synchronized boolean close(Duration patience) throws InterruptedException {
        closed = true;
        long end = System.nanoTime() + patience.toNanos();
        for (long left = patience.toNanos(); open > 0 && left > 0; left = end - System.nanoTime()) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
        return open == 0;
    }

    private synchronized void enter() {
        if (closed) {
            throw new Unavailable("This process ends, and stores no more events");
        }
        open++;
    }

    private void leave() {
        synchronized (this) {
            open--;
            notifyAll();
        }
        listeners.forEach(Runnable::run);
    }

    /** Has {@code listener} told, without delay to anybody, when events may have been stored. */
    public void tell(Runnable listener) {
        listeners.add(listener);
    }
}
