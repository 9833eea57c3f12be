package io.ordertrail.axon.thread;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledThreadPoolExecutor;

/** As {@link UninterruptedPool}, for what is done again and again. */
public final class UninterruptedTimer extends ScheduledThreadPoolExecutor {

    public UninterruptedTimer(int threads, String name) {
        super(threads, work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        });
        setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    /** Takes nothing new, forgets what waits, and lets what is under way end. */
    @Override
    public List<Runnable> shutdownNow() {
        shutdown();
        List<Runnable> waiting = new ArrayList<>();
        getQueue().drainTo(waiting);
        return waiting;
    }
}
