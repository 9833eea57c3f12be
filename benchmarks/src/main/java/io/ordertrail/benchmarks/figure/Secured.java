package io.ordertrail.benchmarks.figure;

import io.ordertrail.benchmarks.load.Load;
import io.ordertrail.benchmarks.load.Sustained;
import io.ordertrail.benchmarks.machine.Service;
import io.ordertrail.benchmarks.machine.Store;
import io.ordertrail.benchmarks.report.Samples;
import java.time.Duration;
import java.util.List;

/** What it costs to ask who comes: R1b of a service that wants a key, beside one that is local. */
public final class Secured {

    private Secured() {}

    public static void take(Store store, Bench bench) throws Exception {
        try (Store open = store.another("local");
                Store closed = store.another("secured")) {
            String key = Service.key(closed.verification());
            List<String> settings = closed.settings(
                    "ordertrail.limits.requests-per-second=1000000", "ordertrail.limits.address-requests-per-second=1000000");
            try (Service local = bench.start(open);
                    Service secured = Service.secured(bench.folder().resolve("secured.log"), settings, key)) {
                rate(secured, bench.warmUp());
                rate(local, bench.warmUp());
                Samples samples = bench.compare(() -> rate(secured, bench.round()), () -> rate(local, bench.round()));
                bench.report().add("R1b with a key ÷ without", store, samples, "", "≥ 0.9");
            }
        }
    }

    private static double rate(Service service, Duration time) throws Exception {
        return Sustained.run(service, Load.CLIENTS, 1, time, service.client()::place)
                .perSecond();
    }
}
