package io.ordertrail.query.order;

import static io.ordertrail.query.order.InWords.because;
import static io.ordertrail.query.order.InWords.units;

import io.ordertrail.api.order.OrderEvent;
import io.ordertrail.api.order.OrderEvent.OrderBackorderFilled;
import io.ordertrail.api.order.OrderEvent.OrderEditProposed;
import io.ordertrail.api.order.OrderEvent.OrderEdited;
import io.ordertrail.api.order.OrderEvent.OrderExpired;
import io.ordertrail.api.order.OrderEvent.OrderOverdue;
import io.ordertrail.api.order.OrderEvent.OrderPaymentChosen;
import io.ordertrail.api.order.OrderEvent.OrderProblemReported;
import io.ordertrail.api.order.OrderEvent.OrderProblemResolved;
import io.ordertrail.api.order.OrderEvent.OrderStockRejected;
import io.ordertrail.api.order.OrderEvent.OrderStockRequested;
import io.ordertrail.api.order.OrderEvent.OrderStockReserved;
import io.ordertrail.api.order.OrderEvent.RefundRecorded;
import io.ordertrail.api.order.OrderEvent.ReturnRecorded;
import io.ordertrail.api.order.OrderEvent.ShipmentWithdrawn;
import io.ordertrail.api.order.RefundKind;
import io.ordertrail.api.order.ReturnStage;
import io.ordertrail.api.order.StockLine;
import java.util.List;
import java.util.stream.Collectors;

/** Says as a sentence what an order hears of stock, parcels, money and returns, and what was done to it since. */
final class ProcessWords {

    private ProcessWords() {}

    static String summary(OrderEvent event) {
        if (event instanceof OrderStockRequested e) {
            return "Asked stock for " + stock(e.lines());
        }
        if (event instanceof OrderStockReserved e) {
            return "Stock is promised" + (e.backordered().isEmpty() ? "" : ", back-ordered: " + units(e.backordered()));
        }
        if (event instanceof OrderStockRejected e) {
            return "Line " + e.lineId() + " cannot be had";
        }
        if (event instanceof OrderBackorderFilled e) {
            return "What line " + e.lineId() + " waited for is there: " + e.quantity();
        }
        if (event instanceof OrderPaymentChosen e) {
            return "To be paid by " + e.choice().method();
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
        if (event instanceof RefundRecorded e) {
            return (e.kind() == RefundKind.CHARGEBACK ? "The customer's bank took back " : "Gave back ") + e.amount();
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
        if (event instanceof OrderProblemResolved e) {
            return "Problem resolved" + because(": ", e.note());
        }
        throw new IllegalStateException("No words for " + event);
    }

    private static String returned(ReturnRecorded e) {
        String what = e.lines().isEmpty() ? "" : " of " + units(e.lines());
        return e.stage() == ReturnStage.REQUESTED
                ? "A return" + what + " was asked for" + because(": ", e.reason())
                : "A return is " + e.stage() + what;
    }

    private static String stock(List<StockLine> lines) {
        return lines.stream().map(line -> line.quantity() + " of " + line.sku()).collect(Collectors.joining(", "));
    }
}
