package io.ordertrail.query.order.history;

import static io.ordertrail.query.order.history.EventDescriptions.because;
import static io.ordertrail.query.order.history.EventDescriptions.cancelled;
import static io.ordertrail.query.order.history.EventDescriptions.units;

import io.ordertrail.api.order.OrderCourseEvent.AddressChanged;
import io.ordertrail.api.order.OrderCourseEvent.OrderEditProposed;
import io.ordertrail.api.order.OrderCourseEvent.OrderEdited;
import io.ordertrail.api.order.OrderCourseEvent.OrderExpired;
import io.ordertrail.api.order.OrderCourseEvent.OrderOverdue;
import io.ordertrail.api.order.OrderCourseEvent.OrderProblemReported;
import io.ordertrail.api.order.OrderCourseEvent.OrderProblemResolved;
import io.ordertrail.api.order.OrderEvent;
import io.ordertrail.api.order.OrderGoodsEvent.ReturnAccountNamed;
import io.ordertrail.api.order.OrderGoodsEvent.ReturnRecorded;
import io.ordertrail.api.order.OrderGoodsEvent.ShipmentResolved;
import io.ordertrail.api.order.OrderGoodsEvent.ShipmentUndelivered;
import io.ordertrail.api.order.OrderGoodsEvent.ShipmentWithdrawn;
import io.ordertrail.api.order.OrderGoodsEvent.StockAnswered;
import io.ordertrail.api.order.OrderGoodsEvent.StockAskTakenOver;
import io.ordertrail.api.order.OrderGoodsEvent.StockAsked;
import io.ordertrail.api.order.value.ReturnStage;
import io.ordertrail.api.order.value.StockAsk;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Describes in a sentence what an order hears of stock, parcels, money and returns. */
final class ProcessDescriptions {

    private ProcessDescriptions() {}

    /** Empty if {@code event} is about something else. */
    static Optional<String> summary(OrderEvent event) {
        return Optional.ofNullable(words(event));
    }

    private static @Nullable String words(OrderEvent event) {
        if (event instanceof StockAsked e) {
            return "Asked stock for "
                    + e.lines().stream().map(ProcessDescriptions::asked).collect(Collectors.joining(", "));
        }
        if (event instanceof StockAnswered e) {
            return "Stock keeps " + (e.reserved() == 0 ? "nothing" : e.reserved()) + " for line " + e.lineId()
                    + (e.backordered() == 0 ? "" : ", " + e.backordered() + " back-ordered")
                    + (e.refused() == 0 ? "" : ", " + e.refused() + " out of stock");
        }
        if (event instanceof StockAskTakenOver e) {
            return "Stock was not asked for line " + e.lineId() + " (ask " + e.number() + "): " + e.reason();
        }
        if (event instanceof ShipmentUndelivered e) {
            return (e.returned() ? "A shipment came back to the sender" : "A shipment was lost")
                    + because(": ", e.reason());
        }
        if (event instanceof ShipmentResolved e) {
            return (e.sendAgain() ? "To be sent again: " : "Given up: ")
                    + cancelled(e.lines())
                    + (e.value().isZero() ? "" : ", worth " + e.value())
                    + because(", ", e.reason());
        }
        if (event instanceof AddressChanged e) {
            return "Changed the "
                    + Stream.of(
                                    e.shippingAddress() == null ? "" : "shipping address",
                                    e.billingAddress() == null ? "" : "billing address")
                            .filter(what -> !what.isEmpty())
                            .collect(Collectors.joining(" and the "));
        }
        if (event instanceof OrderExpired) {
            return "Its time to be paid is over";
        }
        if (event instanceof OrderOverdue) {
            return "Not all has left in time";
        }
        if (event instanceof ShipmentWithdrawn e) {
            return "Withdrew a shipment of " + units(e.lines());
        }
        if (event instanceof ReturnAccountNamed e) {
            return "What no payment takes back of a return goes to " + e.creditAccountId();
        }
        if (event instanceof ReturnRecorded e) {
            return returned(e);
        }
        if (event instanceof OrderEditProposed e) {
            return "Worked out an edit: " + e.difference() + because(", ", e.reason());
        }
        if (event instanceof OrderEdited e) {
            return "Edited: " + e.difference() + ", now " + e.totals().grand();
        }
        if (event instanceof OrderProblemReported e) {
            return "Needs a person: " + e.detail();
        }
        return event instanceof OrderProblemResolved e ? "Problem resolved" + because(": ", e.note()) : null;
    }

    private static String returned(ReturnRecorded e) {
        String what = e.lines().isEmpty() ? "" : " of " + units(e.lines());
        return e.stage() == ReturnStage.REQUESTED
                ? "A return" + what + " was asked for" + because(": ", e.reason())
                : "A return is " + e.stage() + what;
    }

    private static String asked(StockAsk line) {
        return (line.quantity() == 0 ? "nothing" : line.quantity()) + " of " + line.sku() + " (ask " + line.number()
                + ")";
    }
}
