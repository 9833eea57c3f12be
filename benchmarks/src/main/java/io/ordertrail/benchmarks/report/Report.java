package io.ordertrail.benchmarks.report;

import io.ordertrail.benchmarks.machine.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.AbstractHistogram;

/** The table of what was measured, and the plots. Each row is printed as soon as it is there, the table at the end. */
public final class Report {

    private final List<String> lines = new ArrayList<>();
    private final Path table;
    private final Path plots;
    private final Plot latencies = new Plot("Latency", "percentile", "ms", true);

    /**
     * @param machine where and of what the figures are taken
     * @param table file to be written
     * @param plots folder for the plots
     */
    public Report(String machine, Path table, Path plots) {
        this.table = table;
        this.plots = plots;
        lines.add(machine);
        lines.add("");
        lines.add("| figure | store | median | spread | rounds | aim |");
        lines.add("|---|---|---|---|---|---|");
        lines.forEach(System.out::println);
    }

    /**
     * A row.
     *
     * @param unit of the figure, empty for ratios
     * @param aim as the issue says it, or "–"
     */
    public void add(String figure, Store store, Samples samples, String unit, String aim) {
        row(
                figure,
                store.durability(),
                "**" + Samples.text(samples.median()) + "**" + (unit.isEmpty() ? "" : " " + unit) + samples.sides(),
                samples.spread(),
                Integer.toString(samples.rounds()),
                aim);
    }

    /** A row with one number. */
    public void add(String figure, Store store, double value, String unit, String aim) {
        row(figure, store.durability(), "**" + Samples.text(value) + "** " + unit, "–", "1", aim);
    }

    /** A row of latencies, and a line in the plot of them. */
    public void add(String figure, Store store, AbstractHistogram micros, String aim) {
        row(
                figure,
                store.durability(),
                "p50 **" + millis(micros, 50) + " ms**, p99 **" + millis(micros, 99) + " ms**",
                millis(micros, 0) + " to " + millis(micros, 100) + " ms",
                micros.getTotalCount() + " samples",
                aim);
        List<double[]> curve = new ArrayList<>();
        // Each step halves how many are slower; so the slow ones have as much room as all others.
        for (double slower = 0.5; slower * micros.getTotalCount() >= 1; slower /= 2) {
            curve.add(new double[] {1 / slower, micros.getValueAtPercentile(100 - 100 * slower) / 1000.0});
        }
        latencies.line(figure + ", " + store.durability(), curve);
    }

    /** Something to know about the last row; it is printed only. */
    public void note(String sentence) {
        System.out.println("  " + sentence);
    }

    private void row(String... cells) {
        String row = "| " + String.join(" | ", cells) + " |";
        lines.add(row);
        System.out.println(row);
    }

    private static String millis(AbstractHistogram micros, double percentile) {
        return Samples.text((double) micros.getValueAtPercentile(percentile) / TimeUnit.MILLISECONDS.toMicros(1));
    }

    /** Writes a plot, figures-{@code name} with the kind of the store. */
    public void plot(String name, Store store, String svg) throws IOException {
        write(name + (store.isPostgreSql() ? "-postgresql" : "-h2"), svg);
    }

    private void write(String name, String svg) throws IOException {
        Files.createDirectories(plots);
        Files.writeString(plots.resolve("figures-" + name + ".svg"), svg);
    }

    /** Writes the table, and the plot of all latencies. */
    public void end() throws IOException {
        if (!latencies.isEmpty()) {
            write("latency", latencies.svg());
        }
        Files.createDirectories(table.toAbsolutePath().getParent());
        Files.write(table, lines);
        lines.forEach(System.out::println);
    }
}
