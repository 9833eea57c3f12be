package io.ordertrail.app.http.input;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;

/** Reads single values from text, strictly. What a value must be is told by the message of the exception. */
public final class Values {

    public static final String DECIMAL_FORM = "-?(0|[1-9][0-9]{0,39})(\\.[0-9]{1,20})?";

    public static final String EXPECTED_TIME = "an RFC 3339 time such as 2026-11-22T08:14:03Z";
    static final String EXPECTED_DAY = "a day such as 2026-11-22";
    static final String EXPECTED_DECIMAL = "a decimal number such as 24.99";

    private static final Pattern DECIMAL = Pattern.compile(DECIMAL_FORM);
    private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,18}");

    /** RFC 3339, which wants the seconds that ISO 8601 lets one leave out. */
    private static final Pattern TIME = Pattern.compile(
            "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,9})?(Z|[+-][0-9]{2}:[0-9]{2})");

    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    private Values() {}

    static Object read(Class<?> type, String text) {
        if (type == String.class) {
            return text;
        } else if (type == Integer.class) {
            return Math.toIntExact(bounded(text, Integer.MIN_VALUE, Integer.MAX_VALUE));
        } else if (type == Long.class) {
            return bounded(text, Long.MIN_VALUE, Long.MAX_VALUE);
        } else if (type == Boolean.class) {
            return truth(text);
        } else if (type == Instant.class) {
            return instant(text);
        } else if (type == LocalDate.class) {
            return day(text);
        } else if (type == BigDecimal.class) {
            return decimal(text);
        } else if (type == ZoneId.class) {
            return zone(text);
        } else if (type == CurrencyUnit.class) {
            return currency(text);
        } else if (type.isEnum()) {
            return constant(type, text);
        }
        throw new IllegalStateException("No way to read a " + type);
    }

    public static Instant instant(String text) {
        String upper = text.toUpperCase(Locale.ROOT);
        if (TIME.matcher(upper).matches()) {
            try {
                return OffsetDateTime.parse(upper).toInstant();
            } catch (DateTimeParseException e) {
                throw new IllegalArgumentException(EXPECTED_TIME, e);
            }
        }
        throw new IllegalArgumentException(EXPECTED_TIME);
    }

    private static LocalDate day(String text) {
        if (DAY.matcher(text).matches()) {
            try {
                return LocalDate.parse(text);
            } catch (DateTimeParseException e) {
                throw new IllegalArgumentException(EXPECTED_DAY, e);
            }
        }
        throw new IllegalArgumentException(EXPECTED_DAY);
    }

    static BigDecimal decimal(String text) {
        if (!DECIMAL.matcher(text).matches()) {
            throw new IllegalArgumentException(EXPECTED_DECIMAL);
        }
        return new BigDecimal(text);
    }

    /** By name only: what is so many hours from UTC has no summer. */
    private static ZoneId zone(String text) {
        if (!ZoneId.getAvailableZoneIds().contains(text)) {
            throw new IllegalArgumentException("a time zone such as Europe/Vienna");
        }
        return ZoneId.of(text);
    }

    private static CurrencyUnit currency(String text) {
        return CurrencyUnit.registeredCurrencies().stream()
                .filter(currency -> currency.getCode().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("an ISO 4217 code such as EUR"));
    }

    static String constants(Class<?> type) {
        return "one of " + String.join(", ", sayable(type).map(Object::toString).toList());
    }

    /** The constants that a caller may send: not the one that stands for what a later release stored. */
    public static Stream<?> sayable(Class<?> type) {
        return Arrays.stream(type.getEnumConstants()).filter(constant -> maySay((Enum<?>) constant));
    }

    static boolean maySay(Enum<?> constant) {
        try {
            return !constant.getDeclaringClass()
                    .getField(constant.name())
                    .isAnnotationPresent(JsonEnumDefaultValue.class);
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException("A constant is a field of its type", e);
        }
    }

    private static Object constant(Class<?> type, String text) {
        return sayable(type)
                .filter(constant -> constant.toString().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(constants(type)));
    }

    private static boolean truth(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("true or false");
        };
    }

    private static long bounded(String text, long min, long max) {
        if (WHOLE.matcher(text).matches()) {
            long value = Long.parseLong(text);
            if (value >= min && value <= max) {
                return value;
            }
        }
        throw new IllegalArgumentException("a whole number");
    }
}
