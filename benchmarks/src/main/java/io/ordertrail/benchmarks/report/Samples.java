package io.ordertrail.benchmarks.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One figure, taken in several rounds; of a comparison, the ratio of each round. */
public final class Samples {

    private final List<Double> ours = new ArrayList<>();
    private final List<Double> theirs = new ArrayList<>();

    public void add(double value) {
        ours.add(value);
    }

    /** Both of one round, taken in turn. */
    public void add(double our, double their) {
        ours.add(our);
        theirs.add(their);
    }

    int rounds() {
        return ours.size();
    }

    public double median() {
        return median(values());
    }

    /** Of the figures of a comparison, before they were divided. */
    String sides() {
        return theirs.isEmpty() ? "" : " (" + text(median(ours)) + " ÷ " + text(median(theirs)) + ")";
    }

    String spread() {
        List<Double> sorted = values().stream().sorted().toList();
        return text(sorted.get(0)) + " to " + text(sorted.get(sorted.size() - 1));
    }

    private List<Double> values() {
        if (theirs.isEmpty()) {
            return ours;
        }
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < ours.size(); i++) {
            ratios.add(ours.get(i) / theirs.get(i));
        }
        return ratios;
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }

    /** With about three digits. */
    static String text(double value) {
        double size = Math.abs(value);
        String format = size >= 100 ? "%.0f" : size >= 10 ? "%.1f" : size == 0 ? "%.0f" : size >= 0.1 ? "%.2f" : "%.4f";
        return String.format(Locale.ROOT, format, value);
    }
}
