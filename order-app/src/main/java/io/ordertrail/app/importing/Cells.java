package io.ordertrail.app.importing;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The cells of a row as values. What cannot be read is added to the flaws, and a stand-in is answered. */
final class Cells {

    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,18}(\\.[0-9]{1,18})?");
    private static final Pattern INTEGER = Pattern.compile("-?[0-9]{1,9}");

    private final Row row;
    private final List<Flaw> flaws;

    Cells(Row row, List<Flaw> flaws) {
        this.row = row;
        this.flaws = flaws;
    }

    void flaw(Column column, String code, String reason) {
        flaws.add(new Flaw(row.line(), code, column.title() + " " + reason));
    }

    boolean has(Column column) {
        return !row.get(column).isEmpty();
    }

    String text(Column column) {
        return row.get(column);
    }

    int integer(Column column) {
        String value = row.get(column);
        if (!INTEGER.matcher(value).matches()) {
            flaw(column, "NOT_A_NUMBER", "is not a whole number: " + value);
            return 1;
        }
        return Integer.parseInt(value);
    }

    /** A number as it is written, which is how the service wants it; 0 where the cell is empty. */
    String decimal(Column column) {
        String value = row.get(column);
        if (value.isEmpty()) {
            return "0";
        }
        if (!DECIMAL.matcher(value).matches()) {
            flaw(column, "NOT_A_NUMBER", "is not a number like 12.50: " + value);
            return "0";
        }
        return value;
    }

    /** An amount with the currency's digits: 7 and 7.000 are 7.00 EUR. What would have to be rounded is left for the service to refuse. */
    Map<String, Object> money(Column column, String currency) {
        BigDecimal amount = new BigDecimal(decimal(column)).stripTrailingZeros();
        int digits = Math.max(amount.scale(), digits(currency));
        return Map.of("amount", amount.setScale(digits).toPlainString(), "currency", currency);
    }

    boolean yes(Column column) {
        String value = row.get(column);
        if (!List.of("true", "false", "").contains(value)) {
            flaw(column, "NOT_A_BOOLEAN", "is neither true nor false: " + value);
        }
        return value.equals("true");
    }

    /** The moment of what happened, or null where it did not. */
    @Nullable
    Instant time(Column column, Instant now) {
        if (!has(column)) {
            return null;
        }
        try {
            Instant time = Times.parse(row.get(column));
            if (time.isAfter(now)) {
                flaw(column, "IMPOSSIBLE_TIME", "lies in the future: " + time);
            }
            return time;
        } catch (DateTimeParseException e) {
            flaw(
                    column,
                    "NOT_A_TIME",
                    "is neither a date like 2026-01-31 nor a time like 2026-01-31T09:30:00Z: " + row.get(column));
            return null;
        }
    }

    private static int digits(String currency) {
        try {
            return Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
        } catch (IllegalArgumentException unknown) {
            // The service is the judge of currencies, and its refusal names the column.
            return 0;
        }
    }
}
