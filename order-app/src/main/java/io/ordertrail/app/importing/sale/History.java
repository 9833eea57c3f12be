package io.ordertrail.app.importing.sale;

import io.ordertrail.app.importing.sale.Step.What;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What happened to an order since it was placed, each time checked against what it follows. */
final class History {

    private final Cells order;
    private final List<Cells> lines;
    private final List<Step> steps = new ArrayList<>();
    private final @Nullable Instant ordered;
    private final @Nullable Instant paid;
    private final @Nullable Instant shipped;
    private final @Nullable Instant delivered;
    private final @Nullable Instant cancelled;

    /**
     * @param order the cells that speak for the order
     * @param lines the cells of each of its lines
     */
    History(Cells order, List<Cells> lines) {
        this.order = order;
        this.lines = lines;
        ordered = order.time(Column.ORDERED_AT);
        paid = order.time(Column.PAID_AT);
        shipped = order.time(Column.SHIPPED_AT);
        delivered = order.time(Column.DELIVERED_AT);
        cancelled = order.time(Column.CANCELLED_AT);
    }

    /** Whether goods left that nobody had paid for. */
    boolean goodsBeforeMoney() {
        return shipped != null && (paid == null || paid.isAfter(shipped));
    }

    /** Oldest first; a refund is always the last. */
    List<Step> read() {
        add(What.PAYMENT, paid);
        inOrder(Column.ORDERED_AT, ordered, Column.SHIPPED_AT, shipped);
        inOrder(Column.ORDERED_AT, ordered, Column.CANCELLED_AT, cancelled);
        inOrder(Column.PAID_AT, paid, Column.CANCELLED_AT, cancelled);
        inOrder(Column.ORDERED_AT, ordered, Column.PAID_AT, paid);
        goods();
        refund();
        steps.sort(Comparator.comparing((Step step) -> step.what() == What.REFUND)
                .thenComparing(Step::at)
                .thenComparing(Step::what));
        return steps;
    }

    private void goods() {
        List<Integer> out = units(Column.SHIPPED_QUANTITY, quantities());
        boolean partly = shipped != null && !out.equals(quantities());
        checkUnits(Column.SHIPPED_QUANTITY, quantities(), "quantity");
        if (shipped == null) {
            contradiction(Column.DELIVERED_AT, "is given, but shipped_at is empty");
            contradiction(Column.RETURNED_AT, "is given, but shipped_at is empty");
            linesWith(Column.SHIPPED_QUANTITY, "is given, but shipped_at is empty");
            linesWith(Column.RETURNED_QUANTITY, "is given, but shipped_at is empty");
            add(What.CANCELLATION, cancelled);
            return;
        }
        steps.add(new Step(What.SHIPMENT, shipped, partly ? out : List.of(), null));
        add(What.DELIVERY, delivered);
        inOrder(Column.SHIPPED_AT, shipped, Column.DELIVERED_AT, delivered);
        inOrder(Column.SHIPPED_AT, shipped, Column.CANCELLED_AT, cancelled);
        if (partly) {
            add(What.CANCELLATION, cancelled);
        }
        checkUnits(Column.RETURNED_QUANTITY, out, "what was shipped");
        returned(out, partly);
    }

    /** An order of which everything was shipped and that was cancelled later has come back. */
    private void returned(List<Integer> out, boolean partly) {
        boolean counted = lines.stream().anyMatch(line -> line.units(Column.RETURNED_QUANTITY) > 0);
        boolean told = order.has(Column.RETURNED_AT) || counted;
        if (!told && (cancelled == null || partly)) {
            return;
        }
        Instant at = first(order.time(Column.RETURNED_AT), partly ? null : cancelled, order.time(Column.REFUNDED_AT));
        if (at == null) {
            order.flaw(Column.RETURNED_AT, "MISSING", "is empty, although there is a returned_quantity");
            return;
        }
        inOrder(Column.SHIPPED_AT, shipped, Column.RETURNED_AT, order.time(Column.RETURNED_AT));
        List<Integer> back = counted
                ? lines.stream()
                        .map(line -> line.units(Column.RETURNED_QUANTITY))
                        .toList()
                : out;
        steps.add(new Step(What.RETURN, at, back, null));
    }

    private void refund() {
        if (!order.has(Column.REFUNDED_AT) && !order.has(Column.REFUNDED_AMOUNT)) {
            return;
        }
        BigDecimal amount = new BigDecimal(order.decimal(Column.REFUNDED_AMOUNT));
        if (order.has(Column.REFUNDED_AMOUNT) && amount.signum() == 0) {
            return;
        }
        if (amount.signum() < 0) {
            order.flaw(Column.REFUNDED_AMOUNT, "NOT_A_NUMBER", "may not be negative");
        }
        if (paid == null) {
            Column which = order.has(Column.REFUNDED_AT) ? Column.REFUNDED_AT : Column.REFUNDED_AMOUNT;
            contradiction(which, "is given, but paid_at is empty");
            return;
        }
        Instant at = first(
                order.time(Column.REFUNDED_AT),
                steps.stream()
                        .filter(step -> step.what() == What.RETURN)
                        .map(Step::at)
                        .findFirst()
                        .orElse(cancelled));
        if (at == null) {
            order.flaw(Column.REFUNDED_AT, "MISSING", "is empty, although there is a refunded_amount");
            return;
        }
        inOrder(Column.PAID_AT, paid, Column.REFUNDED_AT, at);
        String currency = order.text(Column.CURRENCY);
        String told = order.has(Column.REFUNDED_AMOUNT)
                ? String.valueOf(order.money(Column.REFUNDED_AMOUNT, currency).get("amount"))
                : null;
        steps.add(new Step(What.REFUND, at, List.of(), told));
    }

    private List<Integer> quantities() {
        return lines.stream().map(line -> line.units(Column.QUANTITY)).toList();
    }

    /**
     * Of each line as its cell says, and where no line says anything all of it. A line that says nothing is then left
     * out.
     */
    private List<Integer> units(Column column, List<Integer> all) {
        return tellsUnits(column)
                ? IntStream.range(0, lines.size())
                        .mapToObj(i -> lines.get(i).units(column))
                        .toList()
                : all;
    }

    private boolean tellsUnits(Column column) {
        return lines.stream().anyMatch(line -> line.has(column));
    }

    private void checkUnits(Column column, List<Integer> most, String of) {
        for (int i = 0; i < lines.size(); i++) {
            Cells line = lines.get(i);
            if (line.has(column) && (line.units(column) < 0 || line.units(column) > most.get(i))) {
                line.flaw(column, "CONTRADICTION", "is " + line.text(column) + ", more than " + of + " or less than 0");
            }
        }
    }

    private void linesWith(Column column, String reason) {
        lines.stream()
                .filter(line -> line.units(column) > 0)
                .forEach(line -> line.flaw(column, "CONTRADICTION", reason));
    }

    private void contradiction(Column column, String reason) {
        if (order.has(column)) {
            order.flaw(column, "CONTRADICTION", reason);
        }
    }

    private void add(What what, @Nullable Instant at) {
        if (at != null) {
            steps.add(Step.of(what, at));
        }
    }

    private void inOrder(Column earlier, @Nullable Instant first, Column later, @Nullable Instant second) {
        if (first != null && second != null && second.isBefore(first)) {
            order.flaw(later, "IMPOSSIBLE_TIME", "lies before " + earlier.title() + ": " + second);
        }
    }

    private static @Nullable Instant first(@Nullable Instant... choices) {
        for (Instant choice : choices) {
            if (choice != null) {
                return choice;
            }
        }
        return null;
    }
}
