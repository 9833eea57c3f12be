package io.ordertrail.query.order.history;

import io.ordertrail.api.order.OrderCourseEvent.OrderCancelled;
import io.ordertrail.api.order.OrderCourseEvent.OrderCompleted;
import io.ordertrail.api.order.OrderCourseEvent.OrderConfirmed;
import io.ordertrail.api.order.OrderCourseEvent.OrderCreated;
import io.ordertrail.api.order.OrderCourseEvent.OrderEditProposed;
import io.ordertrail.api.order.OrderCourseEvent.OrderHeld;
import io.ordertrail.api.order.OrderCourseEvent.OrderLinesCancelled;
import io.ordertrail.api.order.OrderCourseEvent.OrderNoteAdded;
import io.ordertrail.api.order.OrderCourseEvent.OrderReleased;
import io.ordertrail.api.order.OrderEvent;
import io.ordertrail.api.order.OrderGoodsEvent.OrderDelivered;
import io.ordertrail.api.order.OrderGoodsEvent.OrderShipped;
import io.ordertrail.api.order.OrderGoodsEvent.ReturnRecorded;
import io.ordertrail.api.order.OrderGoodsEvent.ShipmentApproved;
import io.ordertrail.api.order.OrderGoodsEvent.ShipmentResolved;
import io.ordertrail.api.order.OrderGoodsEvent.ShipmentUndelivered;
import io.ordertrail.api.order.value.CancelledLine;
import io.ordertrail.api.order.value.LineQuantity;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Describes an event in a sentence, with its reason if there is one. */
final class EventDescriptions {

    private EventDescriptions() {}

    static String summary(OrderEvent event) {
        if (event instanceof OrderCreated e) {
            return "Placed " + e.number() + " for " + e.customerId() + ": "
                    + count(e.lines().size(), "line") + ", " + e.totals().grand();
        }
        if (event instanceof OrderConfirmed) {
            return "Confirmed";
        }
        if (event instanceof OrderHeld e) {
            return "Put on hold: " + e.reason() + because(", ", e.note());
        }
        if (event instanceof OrderReleased e) {
            return "Released from hold" + because(": ", e.note());
        }
        if (event instanceof ShipmentApproved e) {
            return "Approved a shipment of " + units(e.lines());
        }
        if (event instanceof OrderShipped e) {
            return "Shipped " + units(e.lines()) + because(" with ", e.carrier()) + because(", ", e.trackingNumber());
        }
        if (event instanceof OrderDelivered e) {
            return "Delivered " + units(e.lines());
        }
        if (event instanceof OrderCompleted) {
            return "Completed";
        }
        if (event instanceof OrderCancelled e) {
            return "Cancelled: " + e.reason() + because(", ", e.note());
        }
        if (event instanceof OrderLinesCancelled e) {
            return "Cancelled " + cancelled(e.lines()) + " worth " + e.value() + ": " + e.reason()
                    + because(", ", e.note());
        }
        if (event instanceof OrderNoteAdded e) {
            return "Noted (" + e.visibility() + "): " + e.text();
        }
        return MoneyDescriptions.summary(event)
                .or(() -> ProcessDescriptions.summary(event))
                .orElseThrow(() -> new IllegalStateException("No words for " + event));
    }

    static @Nullable String reason(OrderEvent event) {
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

    static String units(List<LineQuantity> lines) {
        return lines.stream()
                .map(line -> line.quantity() + " of line " + line.lineId())
                .collect(Collectors.joining(", "));
    }

    static String cancelled(List<CancelledLine> lines) {
        return lines.stream()
                .map(line -> line.quantity() + " of line " + line.lineId())
                .collect(Collectors.joining(", "));
    }

    private static String count(long number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }

    static String because(String before, @Nullable String text) {
        return text == null ? "" : before + text;
    }
}
