package io.ordertrail.query.order;

import io.ordertrail.api.RequestRefusal.InvalidQuery;
import io.ordertrail.api.order.OrderQuery.Filter;
import io.ordertrail.axon.Refused;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A filter as SQL: conditions with marks, and the values for them. A value never becomes part of the text. */
final class ListFilter {

    /** Beyond these no order was placed and no database counts; the ends of time that {@link Instant} knows are. */
    private static final Instant EARLIEST = Instant.parse("-4700-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");
    private static final int MAX_DIGITS = 20;

    private final List<String> conditions = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();

    static ListFilter of(Filter asked) {
        ListFilter filter = new ListFilter();
        filter.word("lifecycle = ?", asked.status());
        filter.word("payment_status = ?", asked.paymentStatus());
        filter.word("fulfilment_status = ?", asked.fulfilmentStatus());
        filter.text("customer_id = ?", "customerId", asked.customerId());
        filter.text("number = ?", "number", asked.number());
        filter.time("created_at >= ?", asked.createdFrom());
        filter.time("created_at < ?", asked.createdTo());
        filter.amount("grand_total >= ?", "totalMin", asked.totalMin());
        filter.amount("grand_total <= ?", "totalMax", asked.totalMax());
        filter.text(
                "exists (select 1 from order_list_sku s where s.order_id = order_list.order_id and s.sku = ?)",
                "sku",
                asked.sku());
        if (asked.hold() != null) {
            filter.conditions.add(asked.hold() ? "hold_reason is not null" : "hold_reason is null");
        }
        if (asked.q() != null) {
            requirePlain("q", asked.q());
            filter.and("search_text like ? escape '!'", SearchText.containing(asked.q()));
        }
        return filter;
    }

    /** Adds a condition with as many marks as values. */
    void and(String condition, Object... valuesOfMarks) {
        conditions.add(condition);
        values.addAll(List.of(valuesOfMarks));
    }

    String where() {
        return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    }

    List<Object> values() {
        return values;
    }

    static Instant bounded(Instant instant) {
        return instant.isBefore(EARLIEST) ? EARLIEST : instant.isAfter(LATEST) ? LATEST : instant;
    }

    static BigDecimal bounded(String parameter, BigDecimal amount) {
        if ((long) amount.precision() - amount.scale() > MAX_DIGITS || amount.scale() > MAX_DIGITS) {
            throw new Refused(InvalidQuery.of(parameter, "This amount is beyond all bounds."));
        }
        return amount;
    }

    /** Control characters are in no text that we keep, and some databases fail over them. */
    static boolean hasControls(String text) {
        return text.chars().anyMatch(Character::isISOControl);
    }

    private static void requirePlain(String parameter, String text) {
        if (hasControls(text)) {
            throw new Refused(InvalidQuery.of(parameter, parameter + " must not contain control characters."));
        }
    }

    private void word(String condition, @Nullable Enum<?> word) {
        if (word != null) {
            and(condition, word.name());
        }
    }

    private void text(String condition, String parameter, @Nullable String text) {
        if (text != null) {
            requirePlain(parameter, text);
            and(condition, text);
        }
    }

    /** Rows hold whole microseconds: at or after an instant is at or after the next whole one. */
    private void time(String condition, @Nullable Instant instant) {
        if (instant != null) {
            Instant whole = bounded(instant).truncatedTo(ChronoUnit.MICROS);
            Instant next = whole.isBefore(bounded(instant)) ? whole.plus(1, ChronoUnit.MICROS) : whole;
            and(condition, next.atOffset(ZoneOffset.UTC));
        }
    }

    private void amount(String condition, String parameter, @Nullable BigDecimal amount) {
        if (amount != null) {
            and(condition, bounded(parameter, amount));
        }
    }
}
