package io.ordertrail.query.order.history;

import static io.ordertrail.query.order.history.EventDescriptions.all;
import static io.ordertrail.query.order.history.EventDescriptions.because;

import io.ordertrail.api.order.OrderEvent;
import io.ordertrail.api.order.OrderGoodsEvent.ReturnRecorded;
import io.ordertrail.api.order.OrderGoodsEvent.ShipmentResolved;
import io.ordertrail.api.order.OrderGoodsEvent.ShipmentUndelivered;
import io.ordertrail.api.order.OrderGoodsEvent.StockAnswered;
import io.ordertrail.api.order.OrderGoodsEvent.StockAsked;
import io.ordertrail.api.order.value.ReturnStage;
import io.ordertrail.api.order.value.StockAsk;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Describes in a sentence what an order hears of stock, parcels and returns, where that depends on its outcome. */
final class GoodsDescriptions {

    private GoodsDescriptions() {}

    /** Empty if {@code event} is about something else. */
    static Optional<String> summary(OrderEvent event) {
        return Optional.ofNullable(words(event));
    }

    private static @Nullable String words(OrderEvent event) {
        if (event instanceof StockAsked e) {
            return "Asked stock for "
                    + e.lines().stream().map(GoodsDescriptions::asked).collect(Collectors.joining(", "));
        }
        if (event instanceof StockAnswered e) {
            return "Stock keeps " + (e.reserved() == 0 ? "nothing" : e.reserved()) + " for line " + e.lineId()
                    + (e.backordered() == 0 ? "" : ", " + e.backordered() + " back-ordered")
                    + (e.refused() == 0 ? "" : ", " + e.refused() + " out of stock");
        }
        if (event instanceof ShipmentUndelivered e) {
            return (e.returned() ? "A shipment came back to the sender" : "A shipment was lost")
                    + because(": ", e.reason());
        }
        if (event instanceof ShipmentResolved e) {
            return (e.sendAgain() ? "To be sent again: " : "Given up: ")
                    + all(e.lines())
                    + (e.value().isZero() ? "" : ", worth " + e.value())
                    + because(", ", e.reason());
        }
        return event instanceof ReturnRecorded e ? returned(e) : null;
    }

    private static String returned(ReturnRecorded e) {
        String what = e.lines().isEmpty() ? "" : " of " + all(e.lines());
        return e.stage() == ReturnStage.REQUESTED
                ? "A return" + what + " was asked for" + because(": ", e.reason())
                : "A return is " + e.stage() + what;
    }

    private static String asked(StockAsk line) {
        return (line.quantity() == 0 ? "nothing" : line.quantity()) + " of " + line.sku() + " (ask " + line.number()
                + ")";
    }
}
