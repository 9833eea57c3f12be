package io.ordertrail.query.reading;

import io.ordertrail.api.RequestRefusal.InvalidQuery;
import io.ordertrail.axon.Refused;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;

/**
 * The place in a list from which a page is read on, told to the caller as an opaque text. It comes back from outside, so
 * nothing in it is believed before it is looked at.
 *
 * @param backwards whether the page before the place is meant, not the one after it
 * @param value what the list is sorted by, at that place
 */
record Cursor(boolean backwards, Object value, String id) {

    private static final int MAX_LENGTH = 1000;
    private static final String VERSION = "2";

    static <R> Cursor at(R row, Sorting<R> sorting, boolean backwards) {
        return new Cursor(backwards, sorting.value().apply(row), sorting.id().apply(row));
    }

    String text(Sorting<?> sorting) {
        String plain = String.join(
                "\n",
                VERSION,
                sorting.list(),
                sorting.column(),
                sorting.direction(),
                backwards ? "before" : "after",
                value.toString(),
                id);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    /** @throws Refused {@code text} was never given out for a list sorted like this one */
    static Cursor of(String text, Sorting<?> sorting) {
        String[] parts = decode(text).split("\n", -1);
        if (parts.length != 7
                || !parts[0].equals(VERSION)
                || !parts[1].equals(sorting.list())
                || !(parts[4].equals("before") || parts[4].equals("after"))
                || Conditions.hasControls(parts[5])
                || Conditions.hasControls(parts[6])) {
            throw unknown();
        }
        if (!parts[2].equals(sorting.column()) || !parts[3].equals(sorting.direction())) {
            throw refused("This cursor belongs to a list that is sorted otherwise.");
        }
        return new Cursor(parts[4].equals("before"), value(parts[5], sorting.kind()), parts[6]);
    }

    private static String decode(String text) {
        try {
            return text.length() > MAX_LENGTH
                    ? ""
                    : new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw unknown();
        }
    }

    private static Object value(String text, Sorting.Kind kind) {
        try {
            return switch (kind) {
                case TIME -> Conditions.bounded(Instant.parse(text));
                case NUMBER -> Long.valueOf(text);
                case AMOUNT -> Conditions.bounded("after", new BigDecimal(text));
                case TEXT -> text;
            };
        } catch (DateTimeException | NumberFormatException e) {
            throw unknown();
        }
    }

    private static Refused unknown() {
        return refused("This is no cursor of this list.");
    }

    private static Refused refused(String why) {
        return new Refused(InvalidQuery.of("after", why));
    }
}
