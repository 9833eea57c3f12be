package io.ordertrail.benchmarks.figure;

import io.ordertrail.benchmarks.load.Shop;
import io.ordertrail.benchmarks.load.Sustained;
import io.ordertrail.benchmarks.machine.Service;
import io.ordertrail.benchmarks.machine.Store;
import io.ordertrail.benchmarks.machine.Use;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** The verification of many events, of orders that have confirmed themselves; once. */
public final class Verifying {

    private static final long EVENTS = Long.getLong("verify", 1_000_000);
    private static final Duration LOAD = Duration.ofSeconds(30);
    private static final long LOOK_MILLIS = 200;

    private Verifying() {}

    public static void take(Store store, Bench bench) throws Exception {
        long events = fill(store, bench);
        long begin = System.nanoTime();
        Process verify = Service.verify(bench.folder().resolve("verify.log"), store.verification());
        long resident = 0;
        while (!verify.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
            resident = Math.max(resident, Use.of(verify.pid()).residentBytes());
        }
        double minutes = (System.nanoTime() - begin) / 60e9;
        if (verify.exitValue() != 0) {
            throw new IOException("verify ended with " + verify.exitValue());
        }
        String what = "verify of %,d events".formatted(events);
        bench.report().add(what, store, minutes, "min", "≤ 10 min of a million");
        bench.report().add("resident memory meanwhile, at most", store, resident / 1e6, "MB", "bounded");
    }

    private static long fill(Store store, Bench bench) throws Exception {
        try (Service service = bench.start(store)) {
            Shop shop = Shop.open(service.client());
            while (Sustained.settled(service.client()).head() < EVENTS) {
                Sustained.run(service, shop, LOAD);
            }
            return Sustained.settled(service.client()).head();
        }
    }
}
