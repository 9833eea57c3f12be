package io.ordertrail.query.report;

import io.ordertrail.api.order.value.RefundKind;
import io.ordertrail.api.report.RefundDay;
import io.ordertrail.api.report.RefundTotal;
import io.ordertrail.api.report.RefundsPage;
import io.ordertrail.api.report.ReportQuery.GetOpenToShip;
import io.ordertrail.api.report.ReportQuery.GetRefunds;
import io.ordertrail.api.report.ReportQuery.GetSales;
import io.ordertrail.api.report.SalesDay;
import io.ordertrail.api.report.SalesPage;
import io.ordertrail.api.report.SalesTotal;
import io.ordertrail.api.report.ToShipPage;
import io.ordertrail.query.projection.position.Completeness;
import io.ordertrail.query.projection.table.StateTable;
import io.ordertrail.query.reading.Conditions;
import io.ordertrail.query.reading.Page;
import io.ordertrail.query.reading.PageReader;
import io.ordertrail.query.reading.SortOrder;
import io.ordertrail.query.report.DaySums.Wanted;
import io.ordertrail.query.report.Figure.Report;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.queryhandling.QueryHandler;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Answers reports, page by page. */
final class Reports {

    private static final SortOrder<ToShipRow> LONGEST_WAITING = new SortOrder<>(
            "to-ship", "since", SortOrder.Kind.TIME, ToShipRow::since, "order_id", ToShipRow::orderId, false);

    private final DaySums sums;
    private final StateTable<FigureRow> figures;
    private final StateTable<ToShipRow> toShip;
    private final Completeness completeness;

    Reports(DaySums sums, StateTable<FigureRow> figures, StateTable<ToShipRow> toShip, Completeness completeness) {
        this.sums = sums;
        this.figures = figures;
        this.toShip = toShip;
        this.completeness = completeness;
    }

    @QueryHandler
    SalesPage sales(GetSales query) {
        Wanted wanted = new Wanted(Report.SALES, query.period(), query.sku(), query.currencies());
        return completeness.whole(figures.name(), () -> {
            Page<DaySum> page = sums.page(wanted, query.after(), query.limit());
            return new SalesPage(
                    page.rows().stream()
                            .map(sum -> new SalesDay(
                                    sum.day(),
                                    sum.subject(),
                                    sum.units(),
                                    sum.amount(),
                                    sum.cancelledUnits(),
                                    sum.cancelled()))
                            .toList(),
                    totals(wanted),
                    page.next(),
                    page.previous(),
                    page.end(),
                    page.unreadable());
        });
    }

    /** Shipping is of no SKU. */
    private List<SalesTotal> totals(Wanted wanted) {
        Map<CurrencyUnit, DaySum> shipping = new HashMap<>();
        if (wanted.subject() == null) {
            sums.totals(wanted.of(Report.SHIPPING)).forEach(total -> shipping.put(total.currency(), total.sum()));
        }
        return sums.totals(wanted).stream()
                .map(total -> {
                    DaySum sold = total.sum();
                    Money nothing = Money.zero(total.currency());
                    DaySum shipped = shipping.get(total.currency());
                    return new SalesTotal(
                            total.currency().getCode(),
                            sold.units(),
                            sold.amount(),
                            sold.cancelledUnits(),
                            sold.cancelled(),
                            shipped == null ? nothing : shipped.amount(),
                            shipped == null ? nothing : shipped.cancelled());
                })
                .toList();
    }

    @QueryHandler
    RefundsPage refunds(GetRefunds query) {
        Wanted wanted = new Wanted(Report.REFUNDS, query.period(), null, query.currencies());
        return completeness.whole(figures.name(), () -> {
            Page<DaySum> page = sums.page(wanted, query.after(), query.limit());
            return new RefundsPage(
                    page.rows().stream()
                            .map(sum -> new RefundDay(
                                    sum.day(), RefundKind.valueOf(sum.subject()), sum.units(), sum.amount()))
                            .toList(),
                    sums.totals(wanted).stream()
                            .map(total -> new RefundTotal(
                                    total.currency().getCode(),
                                    total.sum().units(),
                                    total.sum().amount()))
                            .toList(),
                    page.next(),
                    page.previous(),
                    page.end(),
                    page.unreadable());
        });
    }

    @QueryHandler
    ToShipPage toShip(GetOpenToShip query) {
        Conditions open = new Conditions().and("open = ?", true);
        Page<ToShipRow> page = completeness.whole(
                toShip.name(),
                () -> PageReader.page(toShip::findEach, open, LONGEST_WAITING, query.after(), query.limit()));
        return new ToShipPage(
                page.rows().stream().map(ToShipRow::view).toList(),
                page.next(),
                page.previous(),
                page.end(),
                page.unreadable());
    }
}
