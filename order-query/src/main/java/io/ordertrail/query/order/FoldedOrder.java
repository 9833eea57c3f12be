package io.ordertrail.query.order;

import io.ordertrail.api.order.Address;
import io.ordertrail.api.order.OrderEvent.AddressChanged;
import io.ordertrail.api.order.OrderEvent.OrderCreated;
import io.ordertrail.api.order.OrderEvent.OrderEdited;
import io.ordertrail.api.order.OrderLine;
import io.ordertrail.api.order.OrderView;
import io.ordertrail.api.order.Shipping;
import io.ordertrail.api.order.Totals;
import io.ordertrail.model.order.OrderFacts;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order after some of its events: the state of a row of order-view, from which {@link OrderFold#view} is made.
 *
 * @param placed the data that never changes
 * @param edited the last edit, if any: it has the present lines
 * @param shippingAddress where the goods go now; null if it was not given
 * @param billingAddress where the bill goes now; null if that is the same
 * @param version sequence number of the last event folded in
 * @param updatedAt when that event was recorded
 */
record FoldedOrder(
        OrderCreated placed,
        @Nullable OrderEdited edited,
        OrderFacts facts,
        Parts parts,
        @Nullable Address shippingAddress,
        @Nullable Address billingAddress,
        OrderView.@Nullable Cancellation cancellation,
        long version,
        Instant updatedAt) {

    /** What belongs to an order, the oldest first. */
    record Parts(
            List<OrderView.Payment> payments,
            List<OrderView.Refund> refunds,
            List<OrderView.Settlement> settlements,
            List<OrderView.Ask> asks,
            List<OrderView.Shipment> shipments,
            List<OrderView.Return> returns,
            List<OrderView.Edit> edits,
            List<OrderView.Problem> problems,
            List<OrderView.Deadline> deadlines) {

        static final Parts NONE = new Parts(
                List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
    }

    String orderId() {
        return placed.orderId();
    }

    /** What is ordered now. */
    List<OrderLine> lines() {
        return edited == null ? placed.lines() : edited.lines();
    }

    /** Its total. */
    Totals totals() {
        return edited == null ? placed.totals() : edited.totals();
    }

    /** How it is sent now. */
    @Nullable
    Shipping shipping() {
        return edited == null ? placed.shipping() : edited.shipping();
    }

    /** Whether the SKU of a line is tracked as stock. */
    boolean tracks(String lineId) {
        return placed.tracked().contains(lineId) || facts.stock().containsKey(lineId);
    }

    FoldedOrder with(OrderEdited edit) {
        return new FoldedOrder(
                placed, edit, facts, parts, shippingAddress, billingAddress, cancellation, version, updatedAt);
    }

    /** What an address is not given for stays as it is. */
    FoldedOrder with(AddressChanged changed) {
        return new FoldedOrder(
                placed,
                edited,
                facts,
                parts,
                changed.shippingAddress() == null ? shippingAddress : changed.shippingAddress(),
                changed.billingAddress() == null ? billingAddress : changed.billingAddress(),
                cancellation,
                version,
                updatedAt);
    }

    FoldedOrder with(OrderView.Cancellation why) {
        return new FoldedOrder(placed, edited, facts, parts, shippingAddress, billingAddress, why, version, updatedAt);
    }

    FoldedOrder at(OrderFacts newFacts, Parts newParts, long newVersion, Instant recordedAt) {
        return new FoldedOrder(
                placed,
                edited,
                newFacts,
                newParts,
                shippingAddress,
                billingAddress,
                cancellation,
                newVersion,
                recordedAt);
    }
}
