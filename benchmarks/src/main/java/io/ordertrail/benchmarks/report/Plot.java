package io.ordertrail.benchmarks.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Lines over two axes, as SVG. */
public final class Plot {

    private static final int WIDTH = 760;
    private static final int HEIGHT = 300;
    private static final int LEFT = 70;
    private static final int TOP = 40;
    private static final int LINE = 16;

    /** They can be told apart by those who see no red or green. */
    private static final List<String> COLOURS =
            List.of("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#000000", "#999999");

    private final Map<String, List<double[]>> series = new LinkedHashMap<>();
    private final String title;
    private final String x;
    private final String y;
    private final boolean logarithmic;

    /**
     * @param x what is on the horizontal axis
     * @param y what is on the vertical axis, which begins at 0
     * @param logarithmic whether the horizontal axis is; from 1
     */
    public Plot(String title, String x, String y, boolean logarithmic) {
        this.title = title;
        this.x = x;
        this.y = y;
        this.logarithmic = logarithmic;
    }

    /** Adds a line through these points, each x and y. */
    public void line(String name, List<double[]> points) {
        series.put(name, points);
    }

    boolean isEmpty() {
        return series.isEmpty();
    }

    public String svg() {
        double mostX = most(0);
        double mostY = round(most(1));
        int bottom = TOP + HEIGHT;
        StringBuilder svg = new StringBuilder(open(WIDTH + LEFT + 30, bottom + 50 + LINE * series.size(), title));
        for (int step = 0; step <= 4; step++) {
            double value = mostY * step / 4;
            int at = bottom - HEIGHT * step / 4;
            svg.append(format(
                    "<path d=\"M%d %dh%d\" stroke=\"#ddd\"/><text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text>%n",
                    LEFT, at, WIDTH, LEFT - 6, at + 4, Samples.text(value)));
        }
        for (double value : marks(mostX)) {
            svg.append(format(
                    "<text x=\"%.0f\" y=\"%d\" text-anchor=\"middle\">%s</text>%n",
                    across(value, mostX), bottom + 18, mark(value)));
        }
        svg.append(format("<text x=\"%d\" y=\"%d\">%s</text>%n", LEFT - 60, TOP - 8, escaped(y)));
        svg.append(format(
                "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text>%n", LEFT + WIDTH, bottom + 34, escaped(x)));
        int number = 0;
        for (Map.Entry<String, List<double[]>> line : series.entrySet()) {
            String colour = COLOURS.get(number % COLOURS.size());
            StringBuilder points = new StringBuilder();
            for (double[] point : line.getValue()) {
                points.append(format("%.1f,%.1f ", across(point[0], mostX), bottom - HEIGHT * point[1] / mostY));
            }
            int at = bottom + 50 + LINE * number;
            svg.append(format(
                    "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"1.5\"/>%n"
                            + "<path d=\"M%d %dh20\" stroke=\"%s\" stroke-width=\"3\"/><text x=\"%d\" y=\"%d\">%s</text>%n",
                    points.toString().strip(), colour, LEFT, at - 4, colour, LEFT + 26, at, escaped(line.getKey())));
            number++;
        }
        return svg.append("</svg>\n").toString();
    }

    /** The beginning of a picture. */
    static String open(int width, int height, String title) {
        return format(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\" font-size=\"12\">%n"
                        + "<rect width=\"100%%\" height=\"100%%\" fill=\"#fff\"/><text x=\"10\" y=\"18\" font-size=\"14\">%s</text>%n",
                width, height, escaped(title));
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }

    private static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format.replace("%n", "\n"), values);
    }

    private double across(double value, double most) {
        return LEFT + WIDTH * (logarithmic ? Math.log(Math.max(1, value)) / Math.log(most) : value / most);
    }

    private double most(int axis) {
        return series.values().stream()
                .flatMap(List::stream)
                .mapToDouble(point -> point[axis])
                .max()
                .orElse(1);
    }

    /** Up to 1, 2, 4 or 8 of a power of ten, so that a quarter of it is a number to read. */
    private static double round(double value) {
        double power = Math.pow(10, Math.floor(Math.log10(Math.max(value, 1e-3))));
        for (int times : new int[] {1, 2, 4, 8}) {
            if (value <= times * power) {
                return times * power;
            }
        }
        return 10 * power;
    }

    private List<Double> marks(double most) {
        List<Double> marks = new ArrayList<>();
        for (double value = logarithmic ? 1 : 0; value <= most * 1.0001; value = next(value, most)) {
            marks.add(value);
        }
        return marks;
    }

    private double next(double value, double most) {
        return logarithmic ? value * 10 : value + round(most) / 8;
    }

    /** Of a percentile, from how few are slower: one in 100 is 99. */
    private String mark(double value) {
        return "percentile".equals(x) ? Samples.text(100 - 100 / value) : Samples.text(value);
    }
}
