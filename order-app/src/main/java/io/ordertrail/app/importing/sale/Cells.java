package io.ordertrail.app.importing.sale;

import io.ordertrail.app.importing.file.Flaw;
import io.ordertrail.app.importing.file.Numbers;
import io.ordertrail.app.importing.file.Times;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The cells of a row as values. What cannot be read is a flaw once it is {@link #check checked}, and then a stand-in.
 */
public final class Cells {

    /** As spreadsheets write them in English, German, French, Spanish and Italian. */
    private static final Set<String> YES = Set.of("true", "wahr", "vrai", "verdadero", "vero");

    private static final Set<String> NO = Set.of("false", "falsch", "faux", "falso", "");

    private static final BigDecimal MOST_UNITS = new BigDecimal(999_999_999);

    private final Row row;
    private final Numbers numbers;
    private final Times times;
    private final List<Flaw> flaws;

    Cells(Row row, Numbers numbers, Times times, List<Flaw> flaws) {
        this.row = row;
        this.numbers = numbers;
        this.times = times;
        this.flaws = flaws;
    }

    void flaw(Column column, String code, String reason) {
        flaws.add(new Flaw(row.line(), code, column.title() + " " + reason));
    }

    boolean has(Column column) {
        return row.has(column);
    }

    String text(Column column) {
        return row.get(column);
    }

    /** Adds what is wrong with the cell of this column, if it has one. */
    void check(Column column, Instant now) {
        if (!has(column)) {
            return;
        }
        String text = row.get(column);
        switch (column.kind()) {
            case UNITS -> {
                if (wholeNumber(text).isEmpty()) {
                    flaw(column, "NOT_A_NUMBER", "is not a whole number: " + text);
                }
            }
            case NUMBER -> {
                if (numbers.read(text).isEmpty()) {
                    flaw(column, "NOT_A_NUMBER", "is not a number like 12" + numbers.decimal() + "50: " + text);
                }
            }
            case FLAG -> {
                if (!YES.contains(word(text)) && !NO.contains(word(text))) {
                    flaw(column, "NOT_A_BOOLEAN", "is neither true nor false: " + text);
                }
            }
            case TIME -> checkTime(column, text, now);
            case PROSE, CODE -> {
                // Texts are for the service to judge.
            }
        }
    }

    private void checkTime(Column column, String text, Instant now) {
        Optional<Instant> time = times.read(text);
        if (time.isEmpty()) {
            flaw(
                    column,
                    "NOT_A_TIME",
                    "is neither a date like 2026-01-31 nor a time like 2026-01-31T09:30:00Z: " + text
                            + " (--zone says where times without an offset are, --dates in which order day and month)");
        } else if (time.get().isAfter(now)) {
            flaw(column, "IMPOSSIBLE_TIME", "lies in the future: " + time.get());
        }
    }

    int units(Column column) {
        return wholeNumber(row.get(column)).orElse(0);
    }

    /** A number as programs write it, which is how the service wants it; 0 where the cell is empty. */
    String decimal(Column column) {
        return has(column) ? numbers.read(row.get(column)).orElse("0") : "0";
    }

    /**
     * An amount with the currency's digits: 7 and 7.000 are 7.00 EUR. What would have to be rounded is left for the
     * service to refuse.
     */
    Map<String, Object> money(Column column, String currency) {
        BigDecimal amount = new BigDecimal(decimal(column)).stripTrailingZeros();
        int digits = Math.max(amount.scale(), digits(currency));
        return Map.of("amount", amount.setScale(digits).toPlainString(), "currency", currency);
    }

    boolean yes(Column column) {
        return YES.contains(word(row.get(column)));
    }

    /** The moment of what happened, or null where it did not. */
    @Nullable
    Instant time(Column column) {
        return has(column) ? times.read(row.get(column)).orElse(null) : null;
    }

    public static int digits(String currency) {
        try {
            return Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
        } catch (IllegalArgumentException unknown) {
            // The service is the judge of currencies, and its refusal names the column.
            return 0;
        }
    }

    /** {@code 1.0} too: spreadsheets write it. */
    private Optional<Integer> wholeNumber(String text) {
        return numbers.read(text)
                .map(BigDecimal::new)
                .filter(number -> number.abs().compareTo(MOST_UNITS) <= 0)
                .filter(number -> number.stripTrailingZeros().scale() <= 0)
                .map(BigDecimal::intValueExact);
    }

    private static String word(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
