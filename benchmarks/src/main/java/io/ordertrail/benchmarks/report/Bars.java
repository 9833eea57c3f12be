package io.ordertrail.benchmarks.report;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What something is made up of: a bar for each part, the longest first, as SVG. */
public final class Bars {

    private static final int LABEL = 300;
    private static final int LONGEST = 440;
    private static final int LINE = 20;
    /** The rest is one bar. */
    private static final int MOST = 12;

    private Bars() {}

    /**
     * @param title with the unit
     * @param groups the parts of each whole
     */
    public static String svg(String title, Map<String, Map<String, Double>> groups) {
        Map<String, Map<String, Double>> shown = new LinkedHashMap<>();
        groups.forEach((name, parts) -> shown.put(name, largest(parts)));
        int height = 40
                + shown.values().stream()
                        .mapToInt(parts -> (parts.size() + 2) * LINE)
                        .sum();
        StringBuilder svg = new StringBuilder(Plot.open(LABEL + LONGEST + 80, height, title));
        int y = 50;
        for (Map.Entry<String, Map<String, Double>> group : shown.entrySet()) {
            double all = sum(group.getValue());
            double most =
                    group.getValue().values().stream().max(Double::compare).orElse(1.0);
            text(svg, 10, y, "bold", "start", group.getKey() + ": " + Samples.text(all));
            for (Map.Entry<String, Double> part : group.getValue().entrySet()) {
                y += LINE;
                double width = LONGEST * part.getValue() / most;
                text(svg, LABEL - 8, y, "normal", "end", part.getKey());
                svg.append(String.format(
                        Locale.ROOT,
                        "<rect x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"14\" fill=\"#0072b2\"/>\n",
                        LABEL,
                        y - 11,
                        width));
                text(svg, (int) (LABEL + width) + 6, y, "normal", "start", Samples.text(part.getValue()));
            }
            y += 2 * LINE;
        }
        return svg.append("</svg>\n").toString();
    }

    private static Map<String, Double> largest(Map<String, Double> parts) {
        List<Map.Entry<String, Double>> sorted = parts.entrySet().stream()
                .filter(part -> part.getValue() > 0)
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .toList();
        Map<String, Double> shown = new LinkedHashMap<>();
        for (Map.Entry<String, Double> part : sorted) {
            shown.merge(shown.size() < MOST ? part.getKey() : "all others", part.getValue(), Double::sum);
        }
        return shown;
    }

    private static double sum(Map<String, Double> parts) {
        return parts.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    private static void text(StringBuilder svg, int x, int y, String weight, String anchor, String text) {
        svg.append(String.format(
                "<text x=\"%d\" y=\"%d\" font-weight=\"%s\" text-anchor=\"%s\">%s</text>\n",
                x, y, weight, anchor, Plot.escaped(text)));
    }
}
