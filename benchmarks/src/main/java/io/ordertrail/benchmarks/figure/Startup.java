package io.ordertrail.benchmarks.figure;

import io.ordertrail.benchmarks.machine.Service;
import io.ordertrail.benchmarks.machine.Store;
import io.ordertrail.benchmarks.machine.Use;
import io.ordertrail.benchmarks.report.Samples;
import java.util.concurrent.TimeUnit;

/** From the start of the process to its first order, and what it takes when nothing is asked of it. */
public final class Startup {

    private Startup() {}

    public static void take(Store store, Bench bench) throws Exception {
        // The first start makes the tables; the others are what an operator waits for.
        bench.start(store).close();
        Samples seconds = new Samples();
        Samples resident = new Samples();
        for (int n = 0; n < bench.rounds(); n++) {
            try (Service service = bench.start(store)) {
                seconds.add(service.startUp().toMillis() / 1000.0);
                resident.add(service.use().residentBytes() / 1e6);
            }
        }
        bench.report().add("start to first order", store, seconds, "s", "≤ 3 s");
        bench.report().add("resident after the first order", store, resident, "MB", "≤ 350 MB");
        try (Service service = bench.start(store)) {
            TimeUnit.NANOSECONDS.sleep(bench.minute().dividedBy(2).toNanos());
            Use before = service.use();
            long written = store.writtenBytes(service);
            TimeUnit.NANOSECONDS.sleep(bench.minute().toNanos());
            Use after = service.use();
            bench.report()
                    .add(
                            "idle, cores used",
                            store,
                            (after.cpuMillis() - before.cpuMillis())
                                    / (double) bench.minute().toMillis(),
                            "over " + bench.minute().toSeconds() + " s",
                            "≤ 0.01");
            bench.report()
                    .add(
                            "idle, written",
                            store,
                            (store.writtenBytes(service) - written) / 1e3,
                            "kB in " + bench.minute().toSeconds() + " s",
                            "–");
            bench.report().add("resident, idle", store, after.residentBytes() / 1e6, "MB", "≤ 350 MB");
        }
    }
}
