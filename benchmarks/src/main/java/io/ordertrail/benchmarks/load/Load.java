package io.ordertrail.benchmarks.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Closed-loop load: each of a number of clients does its next piece of work as soon as the last is done. */
public final class Load {

    public static final int CLIENTS = 16;

    private Load() {}

    /** Pieces of work done a second by {@link #CLIENTS} clients in about {@code time}. */
    public static double perSecond(Duration time, Callable<?> work) throws Exception {
        return perSecond(CLIENTS, time, work);
    }

    /** The same by another number of clients. */
    public static double perSecond(int many, Duration time, Callable<?> work) throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(many);
        try {
            long begin = System.nanoTime();
            long end = begin + time.toNanos();
            List<Callable<Long>> loops = new ArrayList<>();
            for (int i = 0; i < many; i++) {
                loops.add(() -> {
                    long done = 0;
                    while (System.nanoTime() < end) {
                        work.call();
                        done++;
                    }
                    return done;
                });
            }
            long done = 0;
            for (Future<Long> loop : clients.invokeAll(loops)) {
                done += loop.get();
            }
            return done * 1e9 / (System.nanoTime() - begin);
        } finally {
            clients.shutdown();
        }
    }

    /** Does all of {@code work}, by {@link #CLIENTS} clients. */
    public static void all(List<Callable<Void>> work) throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        try {
            for (Future<Void> done : clients.invokeAll(work)) {
                done.get();
            }
        } finally {
            clients.shutdown();
        }
    }
}
