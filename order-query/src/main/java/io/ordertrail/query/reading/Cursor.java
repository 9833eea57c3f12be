package io.ordertrail.query.reading;

import io.ordertrail.api.message.Refused;
import io.ordertrail.api.message.RequestRefusal.InvalidQuery;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * The place in a list from which a page is read on, told to the caller as an opaque text. It comes back from outside,
 * so nothing in it is believed before it is looked at.
 *
 * @param direction which page is meant, seen from the place
 * @param value what the list is sorted by, at that place
 */
record Cursor(Direction direction, Object value, String id) {

    private static final int MAX_LENGTH = 1000;
    private static final String VERSION = "3";

    /** The side of the place on which the page is, and whether the row at the place is part of it. */
    enum Direction {
        AFTER(false, false),
        BEFORE(true, false),
        FROM(false, true),
        UNTIL(true, true);

        private final boolean backwards;
        private final boolean inclusive;

        Direction(boolean backwards, boolean inclusive) {
            this.backwards = backwards;
            this.inclusive = inclusive;
        }
    }

    static <R> Cursor at(R row, SortOrder<R> sorting, boolean backwards) {
        return new Cursor(
                backwards ? Direction.BEFORE : Direction.AFTER,
                sorting.value().apply(row),
                sorting.id().apply(row));
    }

    boolean backwards() {
        return direction.backwards;
    }

    /** Whether the row at the place belongs to the page. */
    boolean inclusive() {
        return direction.inclusive;
    }

    /** The way back from a page on which nothing was found: to the other side, the row at the place included. */
    Cursor turned() {
        return new Cursor(direction.backwards ? Direction.FROM : Direction.UNTIL, value, id);
    }

    /** Itself, or the place at {@code most} where it is later; null sets no bound. */
    Cursor held(@Nullable Instant most) {
        return most != null && value instanceof Instant time && time.isAfter(most)
                ? new Cursor(Direction.FROM, most.truncatedTo(ChronoUnit.MICROS), "")
                : this;
    }

    /** @param filter the other parameters of the list; a cursor is valid for its own parameters only */
    String text(SortOrder<?> sorting, String filter) {
        String plain = String.join(
                "\n",
                VERSION,
                sorting.list(),
                sorting.column(),
                sorting.direction(),
                direction.name(),
                filter,
                value.toString(),
                id);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    /** @throws Refused {@code text} was never given out for a list sorted and filtered like this one */
    static Cursor of(String text, SortOrder<?> sorting, String filter) {
        String[] parts = decode(text).split("\n", -1);
        if (parts.length != 8
                || !parts[0].equals(VERSION)
                || !parts[1].equals(sorting.list())
                || Conditions.hasControls(parts[6])
                || Conditions.hasControls(parts[7])) {
            throw unknown();
        }
        if (!parts[2].equals(sorting.column()) || !parts[3].equals(sorting.direction())) {
            throw refused("This cursor belongs to a list with another sort.");
        }
        if (!parts[5].equals(filter)) {
            throw refused("This cursor belongs to a list with other filters.");
        }
        return new Cursor(direction(parts[4]), value(parts[6], sorting.kind()), parts[7]);
    }

    private static Direction direction(String word) {
        return Arrays.stream(Direction.values())
                .filter(direction -> direction.name().equals(word))
                .findFirst()
                .orElseThrow(Cursor::unknown);
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

    private static Object value(String text, SortOrder.Kind kind) {
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
        return refused("This is not a cursor of this list.");
    }

    private static Refused refused(String why) {
        return new Refused(InvalidQuery.of("after", why));
    }
}
