package io.ordertrail.benchmarks.figure;

import io.ordertrail.benchmarks.load.OpenLoop;
import io.ordertrail.benchmarks.load.Shop;
import io.ordertrail.benchmarks.load.Sustained;
import io.ordertrail.benchmarks.machine.Progress;
import io.ordertrail.benchmarks.machine.Service;
import io.ordertrail.benchmarks.machine.Store;
import io.ordertrail.benchmarks.machine.Use;
import io.ordertrail.benchmarks.report.Plot;
import io.ordertrail.benchmarks.report.Samples;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.ConcurrentHistogram;

/**
 * Ten minutes of orders that confirm themselves, at 80 % of the rate at which they can; then a minute in which nothing
 * is asked for.
 */
public final class Soak {

    private static final Duration TIME = Duration.ofSeconds(Integer.getInteger("soak", 600));
    private static final Duration BETWEEN = Duration.ofSeconds(10);
    private static final double SHARE = 0.8;

    private Soak() {}

    public static void take(Store store, Bench bench) throws Exception {
        try (Service service = bench.start(store)) {
            Shop shop = Shop.open(service.client());
            Sustained.run(service, shop, bench.warmUp());
            double rate = SHARE * Sustained.run(service, shop, bench.warmUp()).perSecond();
            ConcurrentHistogram all = OpenLoop.latencies();
            Readings readings = new Readings(store, service);
            CompletableFuture<Void> load = CompletableFuture.runAsync(() -> place(shop, rate, all, readings));
            do {
                TimeUnit.NANOSECONDS.sleep(BETWEEN.toNanos());
                readings.take();
            } while (!load.isDone());
            load.get();
            String what = String.format(Locale.ROOT, ", %d s at %.1f orders a second", TIME.toSeconds(), rate);
            bench.report().add("soak: order to its answer" + what, store, all, "–");
            readings.report(bench);
            Sustained.settled(service.client());
            idle(store, bench, service);
        }
    }

    private static void place(Shop shop, double rate, ConcurrentHistogram all, Readings readings) {
        try {
            OpenLoop.run(rate, TIME, all, n -> {
                shop.place();
                readings.placed.increment();
            });
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void idle(Store store, Bench bench, Service service) throws Exception {
        Use before = service.use();
        long written = store.writtenBytes(service);
        long bytes = store.bytes();
        TimeUnit.NANOSECONDS.sleep(bench.minute().toNanos());
        double cores = (service.use().cpuMillis() - before.cpuMillis())
                / (double) bench.minute().toMillis();
        String seconds = " in " + bench.minute().toSeconds() + " s";
        bench.report().add("idle after the soak, cores used" + seconds, store, cores, "", "≤ 0.01");
        double kilobytes = (store.writtenBytes(service) - written) / 1e3;
        bench.report().add("idle after the soak, written" + seconds, store, kilobytes, "kB", "–");
        double grown = (store.bytes() - bytes) / 1e6;
        bench.report().add("idle after the soak, growth of the store" + seconds, store, grown, "MB", "–");
    }

    /** What is looked at every 10 s. */
    private static final class Readings {

        private final Store store;
        private final Service service;
        private final LongAdder placed = new LongAdder();
        private final long begin = System.nanoTime();
        /** Readings by their unit and by what is read. */
        private final Map<String, Map<String, List<double[]>>> units = new LinkedHashMap<>();

        private long before;

        Readings(Store store, Service service) {
            this.store = store;
            this.service = service;
        }

        void take() throws Exception {
            Progress progress = service.client().progress();
            double second = (System.nanoTime() - begin) / 1e9;
            long now = placed.sum();
            add("a second", "orders answered", second, (now - before) / (double) BETWEEN.toSeconds());
            before = now;
            add("waiting", "events the slowest view or process is behind", second, progress.behind());
            add("waiting", "steps due", second, progress.due());
            add("MB", "resident memory", second, service.use().residentBytes() / 1e6);
            add("MB", "size of the store", second, store.bytes() / 1e6);
        }

        private void add(String unit, String what, double second, double value) {
            units.computeIfAbsent(unit, name -> new LinkedHashMap<>())
                    .computeIfAbsent(what, name -> new ArrayList<>())
                    .add(new double[] {second, value});
        }

        void report(Bench bench) throws Exception {
            for (Map.Entry<String, Map<String, List<double[]>>> unit : units.entrySet()) {
                Plot plot = new Plot("Soak, " + store.durability(), "seconds", unit.getKey(), false);
                for (Map.Entry<String, List<double[]>> line : unit.getValue().entrySet()) {
                    plot.line(line.getKey(), line.getValue());
                    Samples samples = new Samples();
                    line.getValue().forEach(point -> samples.add(point[1]));
                    bench.report().add("soak: " + line.getKey(), store, samples, unit.getKey(), "level");
                }
                bench.report()
                        .plot("soak-" + unit.getKey().replace(" ", "-").toLowerCase(Locale.ROOT), store, plot.svg());
            }
        }
    }
}
