package io.ordertrail.benchmarks;

import io.ordertrail.benchmarks.figure.Bench;
import io.ordertrail.benchmarks.figure.Bench.Figure;
import io.ordertrail.benchmarks.figure.Ceiling;
import io.ordertrail.benchmarks.figure.Chained;
import io.ordertrail.benchmarks.figure.Contention;
import io.ordertrail.benchmarks.figure.Fulfilment;
import io.ordertrail.benchmarks.figure.Imports;
import io.ordertrail.benchmarks.figure.Lists;
import io.ordertrail.benchmarks.figure.LongAccounts;
import io.ordertrail.benchmarks.figure.OneByOne;
import io.ordertrail.benchmarks.figure.Peers;
import io.ordertrail.benchmarks.figure.Placing;
import io.ordertrail.benchmarks.figure.Rebuild;
import io.ordertrail.benchmarks.figure.Restart;
import io.ordertrail.benchmarks.figure.Secured;
import io.ordertrail.benchmarks.figure.Shelves;
import io.ordertrail.benchmarks.figure.Soak;
import io.ordertrail.benchmarks.figure.Startup;
import io.ordertrail.benchmarks.figure.StoreSize;
import io.ordertrail.benchmarks.figure.Verifying;
import io.ordertrail.benchmarks.figure.Visibility;
import io.ordertrail.benchmarks.machine.Machine;
import io.ordertrail.benchmarks.machine.Store;
import io.ordertrail.benchmarks.report.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Takes the figures of docs/reference/figures.md: prints their table, and draws the plots beside it. */
public final class Figures {

    private static final Map<String, Figure> PARTS = new LinkedHashMap<>();

    static {
        PARTS.put("start", Startup::take);
        PARTS.put("ceiling", Ceiling::take);
        PARTS.put("placed", Placing::take);
        PARTS.put("secured", Secured::take);
        PARTS.put("chained", Chained::take);
        PARTS.put("confirmed", Fulfilment::take);
        PARTS.put("alone", OneByOne::take);
        PARTS.put("visible", Visibility::take);
        PARTS.put("stock", Shelves::take);
        PARTS.put("account", Contention::account);
        PARTS.put("order", Contention::order);
        PARTS.put("long-accounts", LongAccounts::take);
        PARTS.put("import", Imports::take);
        PARTS.put("lists", Lists::take);
        PARTS.put("restart", Restart::take);
        PARTS.put("rebuild", Rebuild::take);
        PARTS.put("store-size", StoreSize::take);
        PARTS.put("peers", Peers::take);
        PARTS.put("verify", Verifying::take);
        PARTS.put("soak", Soak::take);
    }

    private static final List<String> STORES = List.of("h2", "postgresql");

    private final Path folder;
    private final Bench bench;
    private boolean failed;

    private Figures(Path folder) throws IOException {
        this.folder = folder;
        Report report = new Report(
                Machine.described(),
                Path.of("benchmarks", "target", "figures.md"),
                Path.of(System.getProperty("plots", "docs/reference")));
        this.bench = new Bench(
                folder,
                report,
                Integer.getInteger("rounds", 9),
                Duration.ofSeconds(Integer.getInteger("seconds", 4)),
                Duration.ofSeconds(Integer.getInteger("warmup", 200)));
    }

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory("ordertrail-figures-");
        try {
            new Figures(folder).take(System.getProperty("parts", ""));
        } finally {
            delete(folder);
        }
    }

    /** @param parts with commas between, like {@code start,placed-h2}; without the store both are meant; empty: all */
    private void take(String parts) throws Exception {
        List<String> asked = parts.isEmpty() ? List.copyOf(PARTS.keySet()) : List.of(parts.split(","));
        Set<String> unknown = new HashSet<>(asked);
        for (Map.Entry<String, Figure> part : PARTS.entrySet()) {
            for (String store : STORES) {
                String name = part.getKey() + "-" + store;
                unknown.removeAll(List.of(part.getKey(), name));
                if (asked.contains(part.getKey()) || asked.contains(name)) {
                    takeOne(name, store, part.getValue());
                }
            }
        }
        bench.report().end();
        if (!unknown.isEmpty() || failed) {
            throw new IllegalArgumentException("a part failed, see above, or is none of " + PARTS.keySet());
        }
    }

    private void takeOne(String name, String store, Figure figure) throws Exception {
        Path files = Files.createDirectories(folder.resolve(name));
        try (Store database = store.equals("h2") ? Store.h2(files) : Store.postgreSql(files)) {
            figure.take(database, bench);
        } catch (Exception e) {
            // The others took hours, or will.
            failed = true;
            e.printStackTrace();
        }
        // An H2 file grows by gigabytes a minute under full load, because it keeps what was overwritten for a while.
        delete(files);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
