package io.ordertrail.app.importing.file;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Times as a file writes them.
 *
 * @param zone of times without an offset, or null where there may be none; a date alone is then a day in UTC
 * @param dates the order of day and month where the year does not come first, or null where it must
 */
public record Times(@Nullable ZoneId zone, @Nullable Dates dates) {

    /** As programs write them. */
    public static final Times PLAIN = new Times(null, null);

    /** Day, month and year, in the order in which they stand. */
    public enum Dates {
        DMY,
        MDY
    }

    private static final Pattern TIME =
            Pattern.compile("(?<first>[0-9]{1,4})(?<sign>[-./])(?<second>[0-9]{1,2})\\k<sign>(?<third>[0-9]{1,4})"
                    + "(?:(?:T|\\s+)(?<hour>[0-9]{1,2}):(?<minute>[0-9]{2})(?::(?<second60>[0-9]{2})(?:[.,](?<fraction>[0-9]{1,9})[0-9]*)?)?"
                    + "(?:\\s?(?<half>[AaPp])\\.?[Mm]\\.?)?\\s*(?<offset>[Zz]|UTC|GMT|[+-][0-9]{2}(?::?[0-9]{2})?)?)?");

    /** The moment, or empty where the text is no time, or one of which nobody has said in which zone it is. */
    public Optional<Instant> read(String text) {
        Matcher parts = TIME.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            return date(parts).flatMap(date -> moment(date, parts));
        } catch (DateTimeException impossible) {
            return Optional.empty();
        }
    }

    private Optional<LocalDate> date(Matcher parts) {
        int first = Integer.parseInt(parts.group("first"));
        int second = Integer.parseInt(parts.group("second"));
        int third = Integer.parseInt(parts.group("third"));
        if (parts.group("first").length() == 4) {
            return parts.group("third").length() == 4
                    ? Optional.empty()
                    : Optional.of(LocalDate.of(first, second, third));
        }
        if (dates == null || parts.group("third").length() != 4) {
            return Optional.empty();
        }
        return Optional.of(
                dates == Dates.DMY ? LocalDate.of(third, second, first) : LocalDate.of(third, first, second));
    }

    private Optional<Instant> moment(LocalDate date, Matcher parts) {
        if (parts.group("hour") == null) {
            ZoneId day = zone == null ? ZoneOffset.UTC : zone;
            return Optional.of(date.atStartOfDay(day).toInstant());
        }
        LocalDateTime local = date.atTime(time(parts));
        String offset = parts.group("offset");
        if (offset != null) {
            return Optional.of(local.toInstant(offset(offset)));
        }
        // Of an hour that came twice the first is meant.
        return Optional.ofNullable(zone).map(local::atZone).map(zoned -> zoned.toInstant());
    }

    private static LocalTime time(Matcher parts) {
        int hour = Integer.parseInt(parts.group("hour"));
        if (parts.group("half") != null) {
            if (hour < 1 || hour > 12) {
                throw new DateTimeException("An hour of half a day is 1 to 12");
            }
            hour = hour % 12 + (parts.group("half").equalsIgnoreCase("p") ? 12 : 0);
        }
        String second = parts.group("second60");
        String fraction = parts.group("fraction");
        int nanos = fraction == null ? 0 : Integer.parseInt((fraction + "00000000").substring(0, 9));
        return LocalTime.of(
                hour, Integer.parseInt(parts.group("minute")), second == null ? 0 : Integer.parseInt(second), nanos);
    }

    private static ZoneOffset offset(String text) {
        return Character.isLetter(text.charAt(0)) ? ZoneOffset.UTC : ZoneOffset.of(text);
    }
}
