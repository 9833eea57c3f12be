package io.ordertrail.api.order;

import io.ordertrail.api.Named;
import io.ordertrail.api.payment.PaymentChoice;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What happened to an order. Stored for ever: a changed shape needs a new revision, an upcaster and a golden file
 * (docs/how-to/change-an-event.md). {@code at} is the business time; when it was recorded is the message's timestamp.
 */
public sealed interface OrderEvent {

    String orderId();

    Instant at();

    /** Prices are never computed again from here on; {@code roundingMode} says how tax was rounded. */
    @Named("order.OrderCreated")
    record OrderCreated(
            String orderId,
            String number,
            @Nullable String externalRef,
            String channel,
            String customerId,
            CurrencyUnit currency,
            PaymentTerms paymentTerms,
            List<OrderLine> lines,
            @Nullable Shipping shipping,
            Totals totals,
            RoundingMode roundingMode,
            Address shippingAddress,
            @Nullable Address billingAddress,
            Instant at)
            implements OrderEvent {}

    @Named("order.PaymentProcessed")
    record PaymentProcessed(
            String orderId,
            String paymentId,
            PaymentKind kind,
            String method,
            Money amount,
            @Nullable String reference,
            Instant at)
            implements OrderEvent {}

    @Named("order.PaymentWaived")
    record PaymentWaived(String orderId, String reason, Instant at) implements OrderEvent {}

    /** Stock is there and payment covers what the terms ask. */
    @Named("order.OrderConfirmed")
    record OrderConfirmed(String orderId, Instant at) implements OrderEvent {}

    @Named("order.OrderHeld")
    record OrderHeld(
            String orderId, String reason, @Nullable String note, Instant at) implements OrderEvent {}

    @Named("order.OrderReleased")
    record OrderReleased(String orderId, @Nullable String note, Instant at) implements OrderEvent {}

    @Named("order.ShipmentApproved")
    record ShipmentApproved(String orderId, String shipmentId, List<LineQuantity> lines, Instant at)
            implements OrderEvent {}

    @Named("order.OrderShipped")
    record OrderShipped(
            String orderId,
            String shipmentId,
            List<LineQuantity> lines,
            @Nullable String carrier,
            @Nullable String trackingNumber,
            Instant at)
            implements OrderEvent {}

    @Named("order.OrderDelivered")
    record OrderDelivered(String orderId, String shipmentId, List<LineQuantity> lines, Instant at)
            implements OrderEvent {}

    /** All that was wanted was delivered. */
    @Named("order.OrderCompleted")
    record OrderCompleted(String orderId, Instant at) implements OrderEvent {}

    @Named("order.OrderCancelled")
    record OrderCancelled(
            String orderId,
            CancellationReason reason,
            @Nullable String note,
            Instant at) implements OrderEvent {}

    /** {@code value} is Σ of the lines' values: what the order is worth less. */
    @Named("order.OrderLinesCancelled")
    record OrderLinesCancelled(
            String orderId,
            List<CancelledLine> lines,
            Money value,
            CancellationReason reason,
            @Nullable String note,
            Instant at)
            implements OrderEvent {}

    @Named("order.OrderNoteAdded")
    record OrderNoteAdded(String orderId, String text, NoteVisibility visibility, Instant at) implements OrderEvent {}

    /** Follows the placing where a line's SKU is tracked: these units are to be promised before it can be confirmed. */
    @Named("order.OrderStockRequested")
    record OrderStockRequested(String orderId, List<StockLine> lines, Instant at) implements OrderEvent {}

    /** Follows the placing where it was said how it is to be paid. */
    @Named("order.OrderPaymentChosen")
    record OrderPaymentChosen(String orderId, PaymentChoice choice, Instant at) implements OrderEvent {}

    /** Every unit that was asked for is promised; of those not promised before, {@code backordered} are not there yet. */
    @Named("order.OrderStockReserved")
    record OrderStockReserved(String orderId, List<LineQuantity> backordered, Instant at) implements OrderEvent {}

    /** Where the order was still pending, {@link OrderCancelled} follows; where it was not, {@link OrderProblemReported}. */
    @Named("order.OrderStockRejected")
    record OrderStockRejected(String orderId, String lineId, Instant at) implements OrderEvent {}

    @Named("order.OrderBackorderFilled")
    record OrderBackorderFilled(String orderId, String lineId, int quantity, Instant at) implements OrderEvent {}

    /** Its time to be paid was over; {@link OrderCancelled} follows. */
    @Named("order.OrderExpired")
    record OrderExpired(String orderId, Instant at) implements OrderEvent {}

    /** Not all has left by the time by which it should have. */
    @Named("order.OrderOverdue")
    record OrderOverdue(String orderId, Instant at) implements OrderEvent {}

    /** The units of a shipment that does not leave may be approved again. */
    @Named("order.ShipmentWithdrawn")
    record ShipmentWithdrawn(String orderId, String shipmentId, List<LineQuantity> lines, Instant at)
            implements OrderEvent {}

    @Named("order.RefundRecorded")
    record RefundRecorded(String orderId, String paymentId, String refundId, RefundKind kind, Money amount, Instant at)
            implements OrderEvent {}

    /**
     * @param lines the units that the stage moves: asked back at REQUESTED, back at RECEIVED, free again at REJECTED,
     *     EXPIRED and CLOSED
     * @param worth of each line, what the customer pays for its units (rule R3); empty but at REQUESTED and RECEIVED
     */
    @Named("order.ReturnRecorded")
    record ReturnRecorded(
            String orderId,
            String returnId,
            ReturnStage stage,
            List<LineQuantity> lines,
            List<Money> worth,
            @Nullable String reason,
            @Nullable String override,
            @Nullable String creditAccountId,
            Instant at)
            implements OrderEvent {}

    /**
     * {@code lines} and {@code totals} are what the order would have; {@code difference} is what it would be worth more, and
     * {@code stock} what would be asked of stock more, or less.
     */
    @Named("order.OrderEditProposed")
    record OrderEditProposed(
            String orderId,
            String editId,
            List<OrderLine> lines,
            Totals totals,
            Money difference,
            List<StockLine> stock,
            @Nullable String reason,
            Instant at)
            implements OrderEvent {}

    /**
     * @param lines all that is ordered now, priced once and for ever
     * @param difference what the order is worth more; less where it is negative
     * @param stock how many units more, or fewer, of tracked SKUs are to be promised
     */
    @Named("order.OrderEdited")
    record OrderEdited(
            String orderId,
            String editId,
            List<OrderLine> lines,
            Totals totals,
            Money difference,
            List<StockLine> stock,
            Instant at)
            implements OrderEvent {}

    @Named("order.OrderProblemReported")
    record OrderProblemReported(String orderId, String problemId, String code, String detail, Instant at)
            implements OrderEvent {}

    @Named("order.OrderProblemResolved")
    record OrderProblemResolved(
            String orderId, String problemId, @Nullable String note, Instant at) implements OrderEvent {}
}
