package io.ordertrail.query.report;

import io.ordertrail.api.report.Period;
import io.ordertrail.query.projection.generation.ViewSql;
import io.ordertrail.query.reading.Conditions;
import io.ordertrail.query.reading.Page;
import io.ordertrail.query.reading.PageReader;
import io.ordertrail.query.reading.SortOrder;
import io.ordertrail.query.report.Figure.Report;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** Adds the figures of quarters of an hour up to those of days and of whole periods. */
final class DaySums {

    private static final String SUMS =
            "sum(units) as units, sum(amount) as amount, sum(cancelled_units) as cancelled_units, sum(cancelled) as cancelled";

    /** Beyond all days that people write. */
    private static final long LAST = 4 * DaySum.BEGIN;

    private final ViewSql views;

    DaySums(ViewSql views) {
        this.views = views;
    }

    /** Which figures are meant; null and an empty list ask nothing. */
    record Wanted(Report report, Period period, @Nullable String subject, List<CurrencyUnit> currencies) {

        Wanted of(Report other) {
            return new Wanted(other, period, subject, currencies);
        }
    }

    /** A sum over a whole period, of one currency. */
    record Total(DaySum sum) {

        CurrencyUnit currency() {
            return sum.amount().getCurrencyUnit();
        }
    }

    /** A page of the sums of each day, the first day first. */
    Page<DaySum> page(Wanted wanted, @Nullable String after, int limit) {
        Quarters quarters = known(wanted);
        String table =
                "(select " + quarters.day() + " as day_number, currency, subject, currency || '/' || subject as line, "
                        + SUMS + " from figure where report = '" + wanted.report() + "' and " + quarters.condition()
                        + " group by " + quarters.day() + ", currency, subject) day_sum ";
        Conditions filter = new Conditions()
                .and("day_number >= ?", number(wanted.period(), true))
                .and("day_number <= ?", number(wanted.period(), false))
                .text("subject = ?", "sku", wanted.subject())
                .oneOf("currency", wanted.currencies());
        return PageReader.page(
                (clauses, values) -> views.sql("select * from " + table + clauses)
                        .params(values)
                        .query((row, n) -> Optional.of(DaySum.read(row)))
                        .list(),
                filter,
                byDay(wanted),
                after,
                limit);
    }

    /** Sums over the whole period, one for each currency. */
    List<Total> totals(Wanted wanted) {
        StringBuilder sql = new StringBuilder("select currency, 0 as day_number, '' as subject, ")
                .append(SUMS)
                .append(" from figure where report = '")
                .append(wanted.report())
                .append("' and ")
                .append(Quarters.of(wanted.period()).condition());
        List<Object> values = new ArrayList<>();
        if (wanted.subject() != null) {
            sql.append(" and subject = ?");
            values.add(Conditions.plain("sku", wanted.subject()));
        }
        if (!wanted.currencies().isEmpty()) {
            sql.append(" and currency").append(Conditions.among(wanted.currencies()));
            values.addAll(List.of(Conditions.distinct(wanted.currencies())));
        }
        return views.sql(sql.append(" group by currency order by currency").toString())
                .params(values)
                .query((row, n) -> new Total(DaySum.read(row)))
                .list();
    }

    /** A cursor belongs to its zone, whose days it counts. */
    private static SortOrder<DaySum> byDay(Wanted wanted) {
        return new SortOrder<>(
                wanted.report().name() + ' ' + wanted.period().zone(),
                "day_number",
                SortOrder.Kind.NUMBER,
                DaySum::number,
                "line",
                DaySum::line,
                false);
    }

    private static long number(Period period, boolean first) {
        LocalDate day = first ? period.from() : period.to();
        if (day == null) {
            return first ? 0 : LAST;
        }
        return Math.min(LAST, Math.max(0, day.toEpochDay() + DaySum.BEGIN));
    }

    /** Those of which there are figures: between them the clock is put forward and back a few times only. */
    private Quarters known(Wanted wanted) {
        Quarters quarters = Quarters.of(wanted.period());
        return views.sql("select min(quarter) as first_one, max(quarter) as last_one from figure where report = ? and "
                        + quarters.condition())
                .param(wanted.report().name())
                .query((row, n) -> within(quarters, row))
                .single();
    }

    private static Quarters within(Quarters quarters, ResultSet row) throws SQLException {
        long first = row.getLong("first_one");
        return row.wasNull() ? quarters.within(0, -1) : quarters.within(first, row.getLong("last_one"));
    }
}
