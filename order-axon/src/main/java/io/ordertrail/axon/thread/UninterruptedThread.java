package io.ordertrail.axon.thread;

import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A thread of an event processor, which cannot be interrupted: Axon does so with one that takes longer to stop than it
 * has patience, and it would close the H2 file for the whole process. A processor stops by itself when it looks for its
 * next event.
 */
public final class UninterruptedThread extends Thread {

    private static final Logger LOG = LoggerFactory.getLogger(UninterruptedThread.class);

    private UninterruptedThread(Runnable work, String name) {
        super(work, name);
        setDaemon(true);
    }

    /** Makes the threads of the processor {@code name}. */
    public static ThreadFactory of(String name) {
        AtomicInteger number = new AtomicInteger();
        return work -> new UninterruptedThread(work, name + "-" + number.getAndIncrement());
    }

    @Override
    public void interrupt() {
        LOG.warn("{} is not interrupted; it ends when its work is done", getName());
    }
}
