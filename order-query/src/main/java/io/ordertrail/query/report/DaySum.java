package io.ordertrail.query.report;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * A sum over a day of a time zone, of one subject and currency.
 *
 * @param number of the day, as SQL counts it
 */
record DaySum(
        long number, LocalDate day, String subject, long units, Money amount, long cancelledUnits, Money cancelled) {

    /** So many days before 1970 numbers begin, for whole numbers are divided towards zero. */
    static final long BEGIN = 1_000_000;

    static DaySum read(ResultSet row) throws SQLException {
        CurrencyUnit currency = CurrencyUnit.of(row.getString("currency"));
        return new DaySum(
                row.getLong("day_number"),
                LocalDate.ofEpochDay(row.getLong("day_number") - BEGIN),
                row.getString("subject"),
                row.getLong("units"),
                money(currency, row.getBigDecimal("amount")),
                row.getLong("cancelled_units"),
                money(currency, row.getBigDecimal("cancelled")));
    }

    /** Names it among those of its day. */
    String line() {
        return amount.getCurrencyUnit().getCode() + '/' + subject;
    }

    static Money money(CurrencyUnit currency, BigDecimal amount) {
        return Money.of(currency, amount.setScale(currency.getDecimalPlaces()));
    }
}
