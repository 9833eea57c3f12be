package io.ordertrail.app.importing;

import io.ordertrail.app.importing.order.Outcome;
import io.ordertrail.app.importing.order.Sums;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Counts and totals of what was settled so far. Confined to the thread that runs the import. */
final class Summary {

    private final Map<Outcome.Result, Long> orders = new EnumMap<>(Outcome.Result.class);
    private final Map<String, Sums> totals = new TreeMap<>();
    private long rows;
    private long rejectedRows;

    void add(Outcome outcome) {
        rows += outcome.group().entries().size();
        rejectedRows += outcome.rejections().size();
        if (!outcome.group().continued()) {
            orders.merge(outcome.result(), 1L, Long::sum);
        }
        if (outcome.sums() != null) {
            totals.merge(outcome.sums().currency(), outcome.sums(), Sums::plus);
        }
    }

    long orders() {
        return orders.values().stream().mapToLong(Long::longValue).sum();
    }

    long orders(Outcome.Result result) {
        return orders.getOrDefault(result, 0L);
    }

    long rows() {
        return rows;
    }

    long rejectedRows() {
        return rejectedRows;
    }

    /** By currency: the orders of the file that are in the service now, whichever run placed them. */
    Map<String, Sums> totals() {
        return totals;
    }

    /** For people; numbers as in English, wherever it runs. */
    String text() {
        StringBuilder text = new StringBuilder();
        text.append(String.format(Locale.ROOT, "orders %,d, lines %,d%n", orders(), rows));
        line(text, "placed", Outcome.Result.PLACED, "");
        line(text, "already there", Outcome.Result.ALREADY_THERE, "");
        if (orders(Outcome.Result.COMPLETED) > 0) {
            line(
                    text,
                    "completed",
                    Outcome.Result.COMPLETED,
                    "  (were in the service with fewer lines than the file has)");
        }
        if (orders(Outcome.Result.CUT) > 0) {
            line(
                    text,
                    "cut",
                    Outcome.Result.CUT,
                    "  (are in the service with fewer lines than the file has: see the rejects)");
        }
        line(text, "incomplete", Outcome.Result.INCOMPLETE, "  (in the service, but a later step was refused)");
        line(text, "rejected", Outcome.Result.REJECTED, "");
        totals.values().forEach(sums -> total(text, sums));
        return text.toString();
    }

    private void line(StringBuilder text, String what, Outcome.Result result, String note) {
        text.append(
                String.format(Locale.ROOT, "  %-14s %,9d%s%n", what, orders(result), orders(result) == 0 ? "" : note));
    }

    private static void total(StringBuilder text, Sums sums) {
        text.append("totals in ").append(sums.currency()).append(System.lineSeparator());
        amount(text, "goods", sums.goods());
        amount(text, "shipping", sums.shipping());
        amount(text, "tax", sums.tax());
        amount(text, "grand total", sums.grand());
    }

    private static void amount(StringBuilder text, String what, BigDecimal amount) {
        text.append(String.format(Locale.ROOT, "  %-14s %,20." + Math.max(0, amount.scale()) + "f%n", what, amount));
    }
}
