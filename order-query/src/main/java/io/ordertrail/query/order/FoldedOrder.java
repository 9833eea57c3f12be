package io.ordertrail.query.order;

import io.ordertrail.api.order.OrderEvent.OrderCreated;
import io.ordertrail.api.order.OrderEvent.OrderEdited;
import io.ordertrail.api.order.OrderFacts;
import io.ordertrail.api.order.OrderLine;
import io.ordertrail.api.order.OrderView;
import io.ordertrail.api.order.Totals;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order after some of its events: what a row of order-view holds, and what {@link OrderFold#view} is made of.
 *
 * @param placed what never changes
 * @param edited the last edit that was made, if any: it says what is ordered now
 * @param version sequence number of the last event folded in
 * @param updatedAt when that event was recorded
 */
record FoldedOrder(
        OrderCreated placed,
        @Nullable OrderEdited edited,
        OrderFacts facts,
        Parts parts,
        OrderView.@Nullable Cancellation cancellation,
        long version,
        Instant updatedAt) {

    /** What belongs to an order, the oldest first. */
    record Parts(
            List<OrderView.Payment> payments,
            List<OrderView.Refund> refunds,
            List<OrderView.Shipment> shipments,
            List<OrderView.Return> returns,
            List<OrderView.Edit> edits,
            List<OrderView.Problem> problems) {

        static final Parts NONE = new Parts(List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

        Parts withPayments(List<OrderView.Payment> changed) {
            return new Parts(changed, refunds, shipments, returns, edits, problems);
        }

        Parts withRefunds(List<OrderView.Refund> changed) {
            return new Parts(payments, changed, shipments, returns, edits, problems);
        }

        Parts withShipments(List<OrderView.Shipment> changed) {
            return new Parts(payments, refunds, changed, returns, edits, problems);
        }

        Parts withReturns(List<OrderView.Return> changed) {
            return new Parts(payments, refunds, shipments, changed, edits, problems);
        }

        Parts withEdits(List<OrderView.Edit> changed) {
            return new Parts(payments, refunds, shipments, returns, changed, problems);
        }

        Parts withProblems(List<OrderView.Problem> changed) {
            return new Parts(payments, refunds, shipments, returns, edits, changed);
        }
    }

    String orderId() {
        return placed.orderId();
    }

    /** What is ordered now. */
    List<OrderLine> lines() {
        return edited == null ? placed.lines() : edited.lines();
    }

    /** What it comes to. */
    Totals totals() {
        return edited == null ? placed.totals() : edited.totals();
    }

    FoldedOrder with(Parts changed) {
        return new FoldedOrder(placed, edited, facts, changed, cancellation, version, updatedAt);
    }

    FoldedOrder with(OrderEdited edit) {
        return new FoldedOrder(placed, edit, facts, parts, cancellation, version, updatedAt);
    }

    FoldedOrder with(OrderView.Cancellation why) {
        return new FoldedOrder(placed, edited, facts, parts, why, version, updatedAt);
    }

    FoldedOrder at(OrderFacts newFacts, long newVersion, Instant recordedAt) {
        return new FoldedOrder(placed, edited, newFacts, parts, cancellation, newVersion, recordedAt);
    }
}
