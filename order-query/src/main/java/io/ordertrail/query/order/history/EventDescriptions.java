package io.ordertrail.query.order.history;

import io.ordertrail.api.message.DatedEvent;
import io.ordertrail.api.message.Sentence;
import io.ordertrail.api.message.SentenceReader;
import io.ordertrail.api.order.OrderCourseEvent.AddressChanged;
import io.ordertrail.api.order.OrderCourseEvent.OrderCancelled;
import io.ordertrail.api.order.OrderCourseEvent.OrderCreated;
import io.ordertrail.api.order.OrderCourseEvent.OrderEditProposed;
import io.ordertrail.api.order.OrderCourseEvent.OrderEdited;
import io.ordertrail.api.order.OrderCourseEvent.OrderHeld;
import io.ordertrail.api.order.OrderCourseEvent.OrderLinesCancelled;
import io.ordertrail.api.order.OrderEvent;
import io.ordertrail.api.order.OrderGoodsEvent.ReturnRecorded;
import io.ordertrail.api.order.OrderGoodsEvent.ShipmentResolved;
import io.ordertrail.api.order.OrderGoodsEvent.ShipmentUndelivered;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Describes an event in a sentence, with its reason if there is one. Most events say their {@link Sentence} themselves;
 * here are those whose words depend on more than what they hold.
 */
public final class EventDescriptions {

    private EventDescriptions() {}

    public static String summary(Object event) {
        if (event.getClass().isAnnotationPresent(Sentence.class)) {
            return SentenceReader.read(event);
        }
        if (event instanceof OrderCreated e) {
            return "Placed " + e.number() + " for " + e.customerId() + ": "
                    + e.lines().size() + (e.lines().size() == 1 ? " line, " : " lines, ")
                    + e.totals().grand();
        }
        if (event instanceof OrderEdited e) {
            return "Edited: " + e.difference() + ", now " + e.totals().grand();
        }
        if (event instanceof AddressChanged e) {
            return "Changed the "
                    + Stream.of(
                                    e.shippingAddress() == null ? "" : "shipping address",
                                    e.billingAddress() == null ? "" : "billing address")
                            .filter(what -> !what.isEmpty())
                            .collect(Collectors.joining(" and the "));
        }
        OrderEvent order = (OrderEvent) event;
        return GoodsDescriptions.summary(order)
                .or(() -> MoneyDescriptions.summary(order))
                .orElseThrow(() -> new IllegalStateException("No words for " + event));
    }

    static @Nullable String reason(DatedEvent event) {
        return event instanceof OrderEvent order ? reason(order) : ReasonReader.read(event);
    }

    private static @Nullable String reason(OrderEvent event) {
        if (event instanceof OrderHeld e) {
            return e.reason();
        }
        if (event instanceof OrderCancelled e) {
            return e.reason().name();
        }
        if (event instanceof OrderLinesCancelled e) {
            return e.reason().name();
        }
        if (event instanceof ReturnRecorded e) {
            return e.override() == null ? e.reason() : e.override();
        }
        if (event instanceof OrderEditProposed e) {
            return e.reason();
        }
        if (event instanceof ShipmentUndelivered e) {
            return e.reason();
        }
        return event instanceof ShipmentResolved e ? e.reason() : MoneyDescriptions.reason(event);
    }

    static <T> String all(List<T> parts) {
        return parts.stream().map(T::toString).collect(Collectors.joining(", "));
    }

    static String because(String before, @Nullable String text) {
        return text == null ? "" : before + text;
    }
}
