package io.ordertrail.app.importing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Times as the file has them. */
final class Times {

    private static final int DATE_LENGTH = "2026-01-31".length();

    private Times() {}

    /**
     * A date, which means the start of that day in UTC, or a date and time with its offset (RFC 3339).
     *
     * @throws java.time.format.DateTimeParseException it is neither
     */
    static Instant parse(String text) {
        if (text.length() == DATE_LENGTH) {
            return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
        }
        // RFC 3339 allows a space for the T, and databases write one.
        String iso = text.length() > DATE_LENGTH && text.charAt(DATE_LENGTH) == ' '
                ? text.substring(0, DATE_LENGTH) + 'T' + text.substring(DATE_LENGTH + 1)
                : text;
        return OffsetDateTime.parse(iso, DateTimeFormatter.ISO_OFFSET_DATE_TIME).toInstant();
    }
}
