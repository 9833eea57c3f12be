package io.ordertrail.query.report;

import io.ordertrail.api.order.RefundKind;
import io.ordertrail.api.report.RefundDay;
import io.ordertrail.api.report.SalesDay;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * A sum over a day as it is stored.
 *
 * @param version how many events it holds, less one: they come from many streams
 */
record DayRow(Figure sum, long version) {

    static DayRow plus(@Nullable DayRow before, Figure more) {
        return before == null ? new DayRow(more, 0) : new DayRow(before.sum.plus(more), before.version + 1);
    }

    String id() {
        return sum.id();
    }

    /** When its day began. */
    Instant day() {
        return sum.day().atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    SalesDay sales() {
        return new SalesDay(sum.day(), sum.subject(), sum.count(), sum.amount(), sum.cancelledCount(), sum.cancelled());
    }

    RefundDay refunds() {
        return new RefundDay(sum.day(), RefundKind.valueOf(sum.subject()), sum.count(), sum.amount());
    }
}
