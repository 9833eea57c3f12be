package io.ordertrail.query.report;

import io.ordertrail.api.report.Period;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;

/**
 * The quarters of an hour of a period: from {@code begin}, before {@code end}. The day of its zone that each belongs to
 * is given in whole numbers, because databases treat zones differently.
 */
record Quarters(ZoneId zone, long begin, long end) {

    private static final int OF_A_DAY = 96;

    /** Nothing was sold before, and no caller writes a later day. */
    private static final LocalDate EARLIEST = LocalDate.of(1, 1, 1);

    private static final LocalDate LATEST = LocalDate.of(9999, 12, 30);

    static Quarters of(Period period) {
        LocalDate first = period.from() == null || period.from().isBefore(EARLIEST) ? EARLIEST : period.from();
        LocalDate last = period.to() == null || period.to().isAfter(LATEST) ? LATEST : period.to();
        return new Quarters(period.zone(), start(first, period.zone()), start(last.plusDays(1), period.zone()));
    }

    private static long start(LocalDate day, ZoneId zone) {
        return Figure.quarter(day.atStartOfDay(zone).toInstant());
    }

    /** Those of them between {@code first} and {@code last}, both included. */
    Quarters within(long first, long last) {
        return new Quarters(zone, Math.max(begin, first), Math.min(end, last + 1));
    }

    /** Which rows are meant, as SQL. */
    String condition() {
        return "quarter >= " + begin + " and quarter < " + end;
    }

    /**
     * The number of a row's day, as SQL: the clock of the zone is put forward and back where {@code this} goes on over
     * that.
     */
    String day() {
        ZoneRules rules = zone.getRules();
        Instant at = instant(begin);
        StringBuilder offsets = new StringBuilder();
        ZoneOffsetTransition next = rules.nextTransition(at);
        while (next != null && Figure.quarter(next.getInstant()) < end) {
            offsets.append(" when quarter < ")
                    .append(Figure.quarter(next.getInstant()))
                    .append(" then ")
                    .append(quarters(next.getOffsetBefore()));
            at = next.getInstant();
            next = rules.nextTransition(at);
        }
        long last = quarters(rules.getOffset(at));
        String offset = offsets.isEmpty() ? String.valueOf(last) : "case" + offsets + " else " + last + " end";
        return "(quarter + " + DaySum.BEGIN * OF_A_DAY + " + " + offset + ") / " + OF_A_DAY;
    }

    private static Instant instant(long quarter) {
        return Instant.ofEpochSecond(quarter * 15 * 60);
    }

    private static long quarters(ZoneOffset offset) {
        return Math.floorDiv(offset.getTotalSeconds(), 15 * 60);
    }
}
