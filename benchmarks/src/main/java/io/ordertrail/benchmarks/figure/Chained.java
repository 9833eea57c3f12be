package io.ordertrail.benchmarks.figure;

import io.ordertrail.benchmarks.load.Load;
import io.ordertrail.benchmarks.load.Sustained;
import io.ordertrail.benchmarks.machine.Service;
import io.ordertrail.benchmarks.machine.Store;
import io.ordertrail.benchmarks.report.Samples;
import java.time.Duration;

/**
 * What the chain of events costs: R1b of a service that makes it, beside one that will not begin before all is over.
 */
public final class Chained {

    private Chained() {}

    public static void take(Store store, Bench bench) throws Exception {
        try (Store with = store.another("chained");
                Store without = store.another("unchained");
                Service chained = bench.start(with);
                Service unchained = bench.start(without, "ordertrail.chain.delay=24h")) {
            rate(chained, bench.warmUp());
            rate(unchained, bench.warmUp());
            Samples samples = bench.compare(() -> rate(chained, bench.round()), () -> rate(unchained, bench.round()));
            bench.report().add("R1b with the chain ÷ without", store, samples, "", "≥ 0.95");
        }
    }

    private static double rate(Service service, Duration time) throws Exception {
        return Sustained.run(service, Load.CLIENTS, 1, time, service.client()::place)
                .perSecond();
    }
}
