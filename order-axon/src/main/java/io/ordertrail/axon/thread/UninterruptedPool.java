package io.ordertrail.axon.thread;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RunnableFuture;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Threads that are in the database: nothing interrupts what they do, for an interrupted thread closes the H2 file for
 * the whole process. Libraries that would, at their end, only make it take nothing new.
 */
public final class UninterruptedPool extends ThreadPoolExecutor {

    private static final Logger LOG = LoggerFactory.getLogger(UninterruptedPool.class);
    private static final long IDLE_SECONDS = 60;

    private UninterruptedPool(int core, int most, BlockingQueue<Runnable> queue, String name) {
        super(core, most, IDLE_SECONDS, TimeUnit.SECONDS, queue, work -> daemon(work, name));
    }

    /** {@code threads} threads; what they have no time for waits. */
    public static UninterruptedPool fixed(int threads, String name) {
        UninterruptedPool pool = new UninterruptedPool(threads, threads, new LinkedBlockingQueue<>(), name);
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    /** As many threads as there is to do at a time. */
    public static UninterruptedPool unlimited(String name) {
        return new UninterruptedPool(0, Integer.MAX_VALUE, new SynchronousQueue<>(), name);
    }

    /** One that never ends, since nothing may interrupt it, must not keep the process from ending. */
    private static Thread daemon(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    /** Takes nothing new, forgets what waits, and lets what is under way end. */
    @Override
    public List<Runnable> shutdownNow() {
        shutdown();
        List<Runnable> waiting = new ArrayList<>();
        getQueue().drainTo(waiting);
        return waiting;
    }

    /**
     * Does {@link #shutdownNow}, and waits for {@code patience} at most.
     *
     * @return whether all that was under way has ended
     */
    public boolean end(Duration patience) {
        shutdownNow();
        try {
            return awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            LOG.warn("Interrupted while waiting for work to end", e);
            return false;
        }
    }

    @Override
    protected <T> RunnableFuture<T> newTaskFor(Callable<T> callable) {
        return new CalmTask<>(callable);
    }

    @Override
    protected <T> RunnableFuture<T> newTaskFor(Runnable runnable, T value) {
        return new CalmTask<>(() -> {
            runnable.run();
            return value;
        });
    }

    private static final class CalmTask<T> extends FutureTask<T> {

        private CalmTask(Callable<T> callable) {
            super(callable);
        }

        @Override
        public boolean cancel(boolean mayInterrupt) {
            return super.cancel(false);
        }
    }
}
