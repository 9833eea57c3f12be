package io.ordertrail.benchmarks.figure;

import io.ordertrail.benchmarks.load.Load;
import io.ordertrail.benchmarks.machine.Client;
import io.ordertrail.benchmarks.machine.Service;
import io.ordertrail.benchmarks.machine.Store;

/** What this machine can do by HTTP and JSON alone, with the same load, when the service has nothing to do. */
public final class Ceiling {

    /** An order that is read to its end, where there is something that the service does not know. */
    private static final String WRONG = Client.ORDER.replaceFirst("}$", ",\"unknown\":1}");

    private Ceiling() {}

    public static void take(Store store, Bench bench) throws Exception {
        try (Service service = bench.start(store)) {
            Client client = service.client();
            int status = client.refused(WRONG);
            if (status != 400) {
                throw new IllegalStateException("an order with an unknown member was answered " + status);
            }
            Load.perSecond(bench.warmUp().dividedBy(2), () -> client.status("/actuator/health/liveness"));
            bench.report()
                    .add(
                            "HTTP alone: GET of the liveness, a second",
                            store,
                            bench.rates(() -> client.status("/actuator/health/liveness")),
                            "",
                            "–");
            Load.perSecond(bench.warmUp().dividedBy(2), () -> client.refused(WRONG));
            bench.report()
                    .add(
                            "HTTP and JSON alone: POST of an order that is refused before any work, a second",
                            store,
                            bench.rates(() -> client.refused(WRONG)),
                            "",
                            "–");
        }
    }
}
