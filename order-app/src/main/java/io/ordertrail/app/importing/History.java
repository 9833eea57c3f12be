package io.ordertrail.app.importing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** When an order was placed, and what happened to it since, each time checked against what it follows. */
record History(@Nullable Instant orderedAt, List<Step> steps, boolean goodsBeforeMoney) {

    static History read(Cells cells, Instant now) {
        Instant ordered = cells.time(Column.ORDERED_AT, now);
        List<Step> steps = new ArrayList<>();
        for (Step.What what : Step.What.values()) {
            Instant at = cells.time(what.column(), now);
            if (at != null) {
                steps.add(new Step(what, at));
            }
        }
        Instant paid = at(steps, Step.What.PAYMENT);
        Instant shipped = at(steps, Step.What.SHIPMENT);
        Instant delivered = at(steps, Step.What.DELIVERY);
        Instant cancelled = at(steps, Step.What.CANCELLATION);

        steps.forEach(
                step -> inOrder(cells, Column.ORDERED_AT, ordered, step.what().column(), step.at()));
        inOrder(cells, Column.SHIPPED_AT, shipped, Column.DELIVERED_AT, delivered);
        inOrder(cells, Column.PAID_AT, paid, Column.CANCELLED_AT, cancelled);
        if (cells.has(Column.DELIVERED_AT) && !cells.has(Column.SHIPPED_AT)) {
            cells.flaw(Column.DELIVERED_AT, "CONTRADICTION", "is given, but shipped_at is empty");
        }
        if (cells.has(Column.CANCELLED_AT) && cells.has(Column.SHIPPED_AT)) {
            cells.flaw(Column.CANCELLED_AT, "CONTRADICTION", "is given, but the order was shipped");
        }
        // Stable: at one moment the money comes first.
        steps.sort(Comparator.comparing(Step::at));
        return new History(ordered, steps, shipped != null && (paid == null || paid.isAfter(shipped)));
    }

    private static @Nullable Instant at(List<Step> steps, Step.What what) {
        return steps.stream()
                .filter(step -> step.what() == what)
                .map(Step::at)
                .findFirst()
                .orElse(null);
    }

    private static void inOrder(
            Cells cells, Column earlier, @Nullable Instant first, Column later, @Nullable Instant second) {
        if (first != null && second != null && second.isBefore(first)) {
            cells.flaw(later, "IMPOSSIBLE_TIME", "lies before " + earlier.title() + ": " + second);
        }
    }
}
