package io.ordertrail.query.report;

import io.ordertrail.api.order.RefundKind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.joda.money.Money;

/**
 * A sum over a day, or what one event adds to it.
 *
 * @param id names the row: report, day, currency and subject
 * @param subject a SKU, or how money was given back
 * @param count units sold, or refunds
 * @param amount of them
 * @param cancelledCount units cancelled since; 0 of refunds
 * @param cancelled of them
 */
record Figure(
        String id,
        Report report,
        LocalDate day,
        String subject,
        long count,
        Money amount,
        long cancelledCount,
        Money cancelled) {

    /** What is added up. */
    enum Report {
        SALES,
        REFUNDS
    }

    static Figure sold(LocalDate day, SoldLine line) {
        return new Figure(
                id(Report.SALES, day, line.gross(), line.sku()),
                Report.SALES,
                day,
                line.sku(),
                line.units(),
                line.gross(),
                line.cancelledUnits(),
                line.cancelled());
    }

    static Figure refunded(RefundKind why, Money amount, Instant at) {
        LocalDate day = LocalDate.ofInstant(at, ZoneOffset.UTC);
        return new Figure(
                id(Report.REFUNDS, day, amount, why.name()),
                Report.REFUNDS,
                day,
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
                day,
                subject,
                count + more.count,
                amount.plus(more.amount),
                cancelledCount + more.cancelledCount,
                cancelled.plus(more.cancelled));
    }

    Figure negated() {
        return new Figure(id, report, day, subject, -count, amount.negated(), -cancelledCount, cancelled.negated());
    }

    boolean changesNothing() {
        return count == 0 && amount.isZero() && cancelledCount == 0 && cancelled.isZero();
    }

    private static String id(Report report, LocalDate day, Money amount, String subject) {
        return String.join(
                "/", report.name(), day.toString(), amount.getCurrencyUnit().getCode(), subject);
    }
}
