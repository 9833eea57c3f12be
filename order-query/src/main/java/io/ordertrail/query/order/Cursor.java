package io.ordertrail.query.order;

import io.ordertrail.api.RequestRefusal.InvalidQuery;
import io.ordertrail.api.order.OrderQuery.Sort;
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
 * @param value what the list is sorted by, at that place: an instant, an amount or a number's key
 */
record Cursor(Sort sort, boolean backwards, Object value, String orderId) {

    private static final int MAX_LENGTH = 1000;
    private static final String VERSION = "1";

    static Cursor at(ListedOrder order, Sort sort, boolean backwards) {
        Object value = switch (sort.key()) {
            case CREATED_AT -> order.createdAt();
            case UPDATED_AT -> order.updatedAt();
            case NUMBER -> ListedOrderColumns.numberKey(order.number());
            case GRAND_TOTAL -> order.grandTotal().getAmount();
        };
        return new Cursor(sort, backwards, value, order.orderId());
    }

    String text() {
        String plain = String.join(
                "\n",
                VERSION,
                sort.key().name(),
                sort.descending() ? "down" : "up",
                backwards ? "before" : "after",
                value.toString(),
                orderId);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    /** @throws Refused {@code text} was never given out for a list sorted by {@code sort} */
    static Cursor of(String text, Sort sort) {
        String[] parts = decode(text).split("\n", -1);
        if (parts.length != 6
                || !parts[0].equals(VERSION)
                || !(parts[3].equals("before") || parts[3].equals("after"))
                || ListFilter.hasControls(parts[4])
                || ListFilter.hasControls(parts[5])) {
            throw refused("This is no cursor of a list of orders.");
        }
        if (!parts[1].equals(sort.key().name()) || !parts[2].equals(sort.descending() ? "down" : "up")) {
            throw refused("This cursor belongs to a list that is sorted otherwise.");
        }
        return new Cursor(sort, parts[3].equals("before"), value(parts[4], sort), parts[5]);
    }

    private static String decode(String text) {
        try {
            return text.length() > MAX_LENGTH
                    ? ""
                    : new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw refused("This is no cursor of a list of orders.");
        }
    }

    private static Object value(String text, Sort sort) {
        try {
            return switch (sort.key()) {
                case CREATED_AT, UPDATED_AT -> ListFilter.bounded(Instant.parse(text));
                case NUMBER -> text;
                case GRAND_TOTAL -> ListFilter.bounded("after", new BigDecimal(text));
            };
        } catch (DateTimeException | NumberFormatException e) {
            throw refused("This is no cursor of a list of orders.");
        }
    }

    private static Refused refused(String why) {
        return new Refused(InvalidQuery.of("after", why));
    }
}
