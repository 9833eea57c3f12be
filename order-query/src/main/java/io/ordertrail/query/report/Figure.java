package io.ordertrail.query.report;

import io.ordertrail.api.order.value.RefundKind;
import java.time.Instant;
import org.joda.money.Money;

/**
 * A sum over a quarter of an hour, or the contribution of one event to it. Days of every zone are made of such
 * quarters.
 *
 * @param id names the row: report, quarter, currency and subject
 * @param quarter counted from the beginning of 1970, in UTC
 * @param subject a SKU, a way of shipping, or how money was given back
 * @param count units sold, orders shipped, or refunds
 * @param amount of them
 * @param cancelledCount units cancelled since; 0 of refunds
 * @param cancelled of them
 */
record Figure(
        String id,
        Report report,
        long quarter,
        String subject,
        long count,
        Money amount,
        long cancelledCount,
        Money cancelled) {

    /** What is added up. */
    enum Report {
        SALES,
        SHIPPING,
        REFUNDS
    }

    private static final int SECONDS = 15 * 60;

    /** The quarter of an hour of {@code at}. */
    static long quarter(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), SECONDS);
    }

    /** @param what {@link Report#SALES} or {@link Report#SHIPPING} */
    static Figure sold(Report what, long quarter, SoldLine line) {
        return new Figure(
                id(what, quarter, line.gross(), line.sku()),
                what,
                quarter,
                line.sku(),
                line.units(),
                line.gross(),
                line.cancelledUnits(),
                line.cancelled());
    }

    static Figure refunded(RefundKind why, Money amount, Instant at) {
        long quarter = quarter(at);
        return new Figure(
                id(Report.REFUNDS, quarter, amount, why.name()),
                Report.REFUNDS,
                quarter,
                why.name(),
                1,
                amount,
                0,
                Money.zero(amount.getCurrencyUnit()));
    }

    Figure plus(Figure more) {
        return new Figure(
                id,
                report,
                quarter,
                subject,
                count + more.count,
                amount.plus(more.amount),
                cancelledCount + more.cancelledCount,
                cancelled.plus(more.cancelled));
    }

    Figure negated() {
        return new Figure(id, report, quarter, subject, -count, amount.negated(), -cancelledCount, cancelled.negated());
    }

    boolean changesNothing() {
        return count == 0 && amount.isZero() && cancelledCount == 0 && cancelled.isZero();
    }

    private static String id(Report report, long quarter, Money amount, String subject) {
        return String.join(
                "/",
                report.name(),
                String.valueOf(quarter),
                amount.getCurrencyUnit().getCode(),
                subject);
    }
}
