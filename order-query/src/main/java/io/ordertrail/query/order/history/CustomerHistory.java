package io.ordertrail.query.order.history;

import io.ordertrail.api.Contract;
import io.ordertrail.api.message.Role;
import io.ordertrail.api.order.OrderCourseEvent;
import io.ordertrail.api.order.OrderCourseEvent.OrderNoteAdded;
import io.ordertrail.api.order.OrderEvent;
import io.ordertrail.api.order.OrderGoodsEvent;
import io.ordertrail.api.order.OrderMoneyEvent;
import io.ordertrail.api.order.value.NoteVisibility;
import io.ordertrail.api.order.view.OrderHistory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the customer of an order may see of its history: what became of goods and money, and what they said themselves.
 * Who of the shop did it, and what the shop wrote about it, is the shop's.
 */
final class CustomerHistory {

    /** Whoever acted for the shop. */
    static final String SHOP = "shop";

    private static final String NOTE = Contract.named(OrderNoteAdded.class).value();

    /** An event that is not named here is not shown: a new one must be meant for customers first. */
    private static final Set<String> SHOWN = Stream.<Class<? extends OrderEvent>>of(
                    OrderCourseEvent.OrderCreated.class,
                    OrderCourseEvent.OrderConfirmed.class,
                    OrderCourseEvent.OrderCompleted.class,
                    OrderCourseEvent.OrderCancelled.class,
                    OrderCourseEvent.OrderLinesCancelled.class,
                    OrderCourseEvent.OrderNoteAdded.class,
                    OrderCourseEvent.OrderExpired.class,
                    OrderCourseEvent.AddressChanged.class,
                    OrderCourseEvent.OrderEdited.class,
                    OrderCourseEvent.OrderDataErased.class,
                    OrderGoodsEvent.ShipmentApproved.class,
                    OrderGoodsEvent.OrderShipped.class,
                    OrderGoodsEvent.OrderDelivered.class,
                    OrderGoodsEvent.ReturnRecorded.class,
                    OrderGoodsEvent.ReturnSettled.class,
                    OrderMoneyEvent.PaymentAsked.class,
                    OrderMoneyEvent.PaymentProcessed.class,
                    OrderMoneyEvent.RefundRecorded.class)
            .map(type -> Contract.named(type).value())
            .collect(Collectors.toUnmodifiableSet());

    /** Where an event has what somebody wrote. */
    private static final Set<String> WORDS = Set.of("note", "reason", "override", "detail", "metadata");

    private CustomerHistory() {}

    /** The entry as {@code customer} may see it; empty if it is not for them at all. */
    static Optional<OrderHistory.Entry> of(OrderHistory.Entry entry, String customer) {
        boolean theirs = entry.actor().equals(customer) && entry.roles().contains(Role.CUSTOMER.name());
        if (!SHOWN.contains(entry.type()) || !theirs && isInternal(entry)) {
            return Optional.empty();
        }
        boolean told = theirs || entry.type().equals(NOTE);
        return Optional.of(new OrderHistory.Entry(
                entry.subject(),
                entry.version(),
                entry.eventId(),
                entry.type(),
                entry.at(),
                entry.recordedAt(),
                theirs ? customer : SHOP,
                List.of(),
                null,
                told ? entry.reason() : null,
                told ? entry.summary() : words(entry.type()),
                told ? entry.data() : withoutWords(entry.data()),
                null,
                null,
                null,
                null));
    }

    private static boolean isInternal(OrderHistory.Entry entry) {
        return entry.type().equals(NOTE)
                && NoteVisibility.INTERNAL.name().equals(entry.data().get("visibility"));
    }

    /** {@code order.OrderShipped}: Order shipped. */
    static String words(String type) {
        String name = type.substring(type.indexOf('.') + 1).replaceAll("(?<=[a-z])(?=[A-Z])", " ");
        return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
    }

    private static Map<String, Object> withoutWords(Map<?, ?> data) {
        Map<String, Object> kept = new LinkedHashMap<>();
        data.forEach((name, value) -> {
            if (!WORDS.contains(String.valueOf(name)) && value != null) {
                kept.put(String.valueOf(name), plain(value));
            }
        });
        return kept;
    }

    private static Object plain(Object value) {
        if (value instanceof Map<?, ?> map) {
            return withoutWords(map);
        }
        return value instanceof List<?> list
                ? list.stream().map(CustomerHistory::plain).toList()
                : value;
    }
}
