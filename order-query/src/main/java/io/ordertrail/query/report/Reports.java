package io.ordertrail.query.report;

import io.ordertrail.api.report.Period;
import io.ordertrail.api.report.RefundsPage;
import io.ordertrail.api.report.ReportQuery.GetOpenToShip;
import io.ordertrail.api.report.ReportQuery.GetRefunds;
import io.ordertrail.api.report.ReportQuery.GetSales;
import io.ordertrail.api.report.SalesPage;
import io.ordertrail.api.report.ToShipPage;
import io.ordertrail.query.projection.Completeness;
import io.ordertrail.query.projection.StateTable;
import io.ordertrail.query.reading.Conditions;
import io.ordertrail.query.reading.Page;
import io.ordertrail.query.reading.Paging;
import io.ordertrail.query.reading.Sorting;
import io.ordertrail.query.report.Figure.Report;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;

/** Answers reports, page by page. */
final class Reports {

    private static final Sorting<ToShipRow> LONGEST_WAITING = new Sorting<>(
            "to-ship", "since", Sorting.Kind.TIME, ToShipRow::since, "order_id", ToShipRow::orderId, false);

    private final StateTable<DayRow> days;
    private final StateTable<ToShipRow> toShip;
    private final Completeness completeness;

    Reports(StateTable<DayRow> days, StateTable<ToShipRow> toShip, Completeness completeness) {
        this.completeness = completeness;
        this.days = days;
        this.toShip = toShip;
    }

    @QueryHandler
    SalesPage sales(GetSales query) {
        Conditions wanted = of(Report.SALES, query.period()).text("subject = ?", "sku", query.sku());
        Page<DayRow> page = page(Report.SALES, wanted, query.after(), query.limit());
        return new SalesPage(
                page.rows().stream().map(DayRow::sales).toList(),
                page.next(),
                page.previous(),
                page.end(),
                page.unreadable());
    }

    @QueryHandler
    RefundsPage refunds(GetRefunds query) {
        Page<DayRow> page = page(Report.REFUNDS, of(Report.REFUNDS, query.period()), query.after(), query.limit());
        return new RefundsPage(
                page.rows().stream().map(DayRow::refunds).toList(),
                page.next(),
                page.previous(),
                page.end(),
                page.unreadable());
    }

    @QueryHandler
    ToShipPage toShip(GetOpenToShip query) {
        Conditions open = new Conditions().and("open = ?", true);
        Page<ToShipRow> page = completeness.whole(
                toShip.name(),
                () -> Paging.page(toShip::findEach, open, LONGEST_WAITING, query.after(), query.limit()));
        return new ToShipPage(
                page.rows().stream().map(ToShipRow::view).toList(),
                page.next(),
                page.previous(),
                page.end(),
                page.unreadable());
    }

    private Page<DayRow> page(Report report, Conditions wanted, @Nullable String after, int limit) {
        Sorting<DayRow> byDay = new Sorting<>(
                report.name(), "day_start", Sorting.Kind.TIME, DayRow::day, "figure_id", DayRow::id, false);
        return completeness.whole(days.name(), () -> Paging.page(days::findEach, wanted, byDay, after, limit));
    }

    private static Conditions of(Report report, Period period) {
        return new Conditions()
                .word("report = ?", report)
                .time("day_start >= ?", begin(period.from()))
                .time("day_start <= ?", begin(period.to()));
    }

    private static @Nullable Instant begin(@Nullable LocalDate day) {
        return day == null ? null : day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
