package io.ordertrail.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Pairs of measurements, taken in turn, and the ratio of each pair. */
final class Ratios {

    private final List<Double> ours = new ArrayList<>();
    private final List<Double> theirs = new ArrayList<>();

    void add(double our, double their) {
        ours.add(our);
        theirs.add(their);
    }

    /** A row of the table in docs/reference/figures.md. */
    String row(String figure) {
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < ours.size(); i++) {
            ratios.add(ours.get(i) / theirs.get(i));
        }
        return String.format(
                Locale.ROOT,
                "| %s | %.0f | %.0f | **%.2f** | %.2f to %.2f | %d |",
                figure,
                median(ours),
                median(theirs),
                median(ratios),
                ratios.stream().min(Double::compare).orElseThrow(),
                ratios.stream().max(Double::compare).orElseThrow(),
                ratios.size());
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }
}
