package io.ordertrail.query.reading;

import io.ordertrail.api.message.Refused;
import io.ordertrail.api.message.RequestRefusal.InvalidQuery;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A filter as SQL: conditions with marks, and the values for them. A value never becomes part of the text. What is null
 * is not in the request, and is no condition.
 */
public final class Conditions {

    /** Beyond these nothing was stored and no database counts; the ends of time that {@link Instant} knows are. */
    private static final Instant EARLIEST = Instant.parse("-4700-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");
    private static final int MAX_DIGITS = 20;

    private final List<String> conditions = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();
    private final List<String> question = new ArrayList<>();
    private final List<String> leaders = new ArrayList<>();

    /** Adds a condition with as many marks as values. */
    public Conditions and(String condition, Object... valuesOfMarks) {
        question.add(condition);
        // An amount is the same with more zeros behind it.
        List.of(valuesOfMarks)
                .forEach(value -> question.add(
                        value instanceof BigDecimal amount
                                ? amount.stripTrailingZeros().toPlainString()
                                : value.toString()));
        return within(condition, valuesOfMarks);
    }

    /** The same, if the request did not ask for it: it may differ for each page of one list. */
    public Conditions within(String condition, Object... valuesOfMarks) {
        conditions.add(condition);
        values.addAll(List.of(valuesOfMarks));
        return this;
    }

    /** Adds the conditions of {@code others}, where what they ask is part of the question already. */
    public Conditions within(Conditions others) {
        conditions.addAll(others.conditions);
        values.addAll(others.values);
        return this;
    }

    /**
     * The same condition, for which H2 uses no index. PostgreSQL sees that nothing is added, and still uses its
     * statistics.
     */
    public Conditions hidden() {
        List<Object> more = new ArrayList<>(values);
        more.add(0);
        return new Conditions().within('(' + String.join(" and ", conditions) + " or 1 = ?)", more.toArray());
    }

    /** Makes what {@code others} ask part of the question, whatever conditions stand for it. */
    public Conditions asked(Conditions others) {
        question.addAll(others.question);
        return this;
    }

    /** Makes {@code value} part of the question, whatever conditions stand for it. */
    public Conditions asked(String parameter, String value) {
        question.add(parameter);
        question.add(value);
        return this;
    }

    /**
     * Adds that {@code column} has one of {@code values}: whatever their order, it is the same question. None of them
     * asks nothing.
     */
    public Conditions oneOf(String column, Collection<?> values) {
        return values.isEmpty() ? this : and(column + among(values), distinct(values));
    }

    /**
     * The same, of texts of the caller's.
     *
     * @throws Refused control characters in one; told as of {@code parameter}
     */
    public Conditions oneOf(String column, String parameter, Collection<String> texts) {
        texts.forEach(text -> plain(parameter, text));
        return oneOf(column, texts);
    }

    /** What comes after a column that has one of {@code values}, with a mark for each that is another. */
    public static String among(Collection<?> values) {
        int marks = distinct(values).length;
        // An equation, where it can be one: plans of it are better.
        return marks == 1 ? " = ?" : " in (" + String.join(", ", Collections.nCopies(marks, "?")) + ')';
    }

    /** The values for the marks of {@link #among}. */
    public static Object[] distinct(Collection<?> values) {
        return values.stream()
                .map(value -> value instanceof Enum<?> word ? word.name() : value.toString())
                .distinct()
                .sorted()
                .toArray();
    }

    /**
     * Adds a condition whose one mark is a text of the caller's.
     *
     * @throws Refused control characters in it; told as of {@code parameter}
     */
    public Conditions text(String condition, String parameter, @Nullable String text) {
        return text == null ? this : and(condition, plain(parameter, text));
    }

    /** Adds a condition whose one mark is a time. */
    public Conditions time(String condition, @Nullable Instant instant) {
        if (instant == null) {
            return this;
        }
        // Rows hold whole microseconds: at or after an instant is at or after the next whole one.
        Instant whole = bounded(instant).truncatedTo(ChronoUnit.MICROS);
        Instant next = whole.isBefore(bounded(instant)) ? whole.plus(1, ChronoUnit.MICROS) : whole;
        return and(condition, next.atOffset(ZoneOffset.UTC));
    }

    /**
     * Adds a condition whose one mark is an amount.
     *
     * @throws Refused it is beyond all bounds; told as of {@code parameter}
     */
    public Conditions amount(String condition, String parameter, @Nullable BigDecimal amount) {
        return amount == null ? this : and(condition, bounded(parameter, amount));
    }

    /**
     * {@code text} itself.
     *
     * @throws Refused control characters, which are in no text that we keep, and over which some databases fail
     */
    public static String plain(String parameter, String text) {
        if (hasControls(text)) {
            throw new Refused(InvalidQuery.of(parameter, parameter + " must not contain control characters."));
        }
        return text;
    }

    /**
     * Has rows sorted by {@code column} first, which by one of the conditions has one value only: the order is the
     * same, and an index that begins with that column serves both.
     */
    public Conditions lead(String column) {
        leaders.add(column);
        return this;
    }

    List<String> leaders() {
        return leaders;
    }

    /** As SQL, with a blank at the end; empty if there is none. */
    public String where() {
        return conditions.isEmpty() ? "" : "where " + String.join(" and ", conditions) + ' ';
    }

    public List<Object> values() {
        return values;
    }

    /** A fingerprint of the request: equal requests have the same, others another one. */
    String fingerprint() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(String.join("\u0000", question).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    static Instant bounded(Instant instant) {
        return instant.isBefore(EARLIEST) ? EARLIEST : instant.isAfter(LATEST) ? LATEST : instant;
    }

    static BigDecimal bounded(String parameter, BigDecimal amount) {
        if ((long) amount.precision() - amount.scale() > MAX_DIGITS || amount.scale() > MAX_DIGITS) {
            throw new Refused(InvalidQuery.of(parameter, "This amount is out of bounds."));
        }
        return amount;
    }

    static boolean hasControls(String text) {
        return text.chars().anyMatch(Character::isISOControl);
    }
}
