package io.ordertrail.api.order;

import io.ordertrail.api.Named;
import io.ordertrail.api.payment.PaymentChoice;
import java.time.Instant;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What can be asked of an order. {@code at} is the business time of something that happened before it was entered; null
 * means now. It is never in the future and never before what it follows.
 */
public sealed interface OrderCommand {

    /** The order that is meant: {@link OrderId}. */
    String orderId();

    /**
     * Places an order.
     *
     * @param externalRef the shop's own number, unique within {@code channel}
     * @param channel where the order came from: {@code WEB}, {@code IMPORT} …
     * @param lines one or more, all in {@code currency}
     * @param payment how it is to be paid at once; null where the payment comes later
     * @param expectedTotal what the caller showed to the customer; refused when the sum is another
     */
    @Named("order.CreateOrder")
    record CreateOrder(
            @TargetAggregateIdentifier String orderId,
            @Nullable String externalRef,
            String channel,
            String customerId,
            CurrencyUnit currency,
            PaymentTerms paymentTerms,
            List<LineRequest> lines,
            @Nullable ShippingRequest shipping,
            @Nullable Money expectedTotal,
            Address shippingAddress,
            @Nullable Address billingAddress,
            @Nullable PaymentChoice payment,
            @Nullable Instant at)
            implements OrderCommand {}

    /**
     * Records money that was promised or has arrived, or that will not come. {@code method} says how: {@code MANUAL} is
     * staff's word. Said by the service itself it is news, and taken in whatever became of the order since.
     */
    @Named("order.RecordPayment")
    record RecordPayment(
            @TargetAggregateIdentifier String orderId,
            String paymentId,
            PaymentKind kind,
            String method,
            Money amount,
            @Nullable String reference,
            @Nullable Instant at)
            implements OrderCommand {}

    /** Lets goods leave unpaid (rule O4): a command of its own, with a supervisor's role and a reason. */
    @Named("order.WaivePayment")
    record WaivePayment(
            @TargetAggregateIdentifier String orderId,
            String reason,
            @Nullable Instant at) implements OrderCommand {}

    @Named("order.HoldOrder")
    record HoldOrder(
            @TargetAggregateIdentifier String orderId,
            String reason,
            @Nullable String note,
            @Nullable Instant at) implements OrderCommand {}

    @Named("order.ReleaseOrder")
    record ReleaseOrder(
            @TargetAggregateIdentifier String orderId,
            @Nullable String note,
            @Nullable Instant at) implements OrderCommand {}

    /** Allows a parcel to be packed. No lines means all that is left. */
    @Named("order.ApproveShipment")
    record ApproveShipment(
            @TargetAggregateIdentifier String orderId,
            String shipmentId,
            List<LineQuantity> lines,
            @Nullable Instant at)
            implements OrderCommand {}

    /** The approved parcel left the house. */
    @Named("order.RecordShipped")
    record RecordShipped(
            @TargetAggregateIdentifier String orderId,
            String shipmentId,
            @Nullable String carrier,
            @Nullable String trackingNumber,
            @Nullable Instant at)
            implements OrderCommand {}

    /** The parcel reached the customer. */
    @Named("order.RecordDelivered")
    record RecordDelivered(
            @TargetAggregateIdentifier String orderId,
            String shipmentId,
            @Nullable Instant at) implements OrderCommand {}

    /** Ends an order of which nothing was approved for shipment. */
    @Named("order.CancelOrder")
    record CancelOrder(
            @TargetAggregateIdentifier String orderId,
            CancellationReason reason,
            @Nullable String note,
            @Nullable Instant at)
            implements OrderCommand {}

    /** Takes out what was not yet approved of a partly shipped order. No lines means all that is left. */
    @Named("order.CancelLines")
    record CancelLines(
            @TargetAggregateIdentifier String orderId,
            List<LineQuantity> lines,
            CancellationReason reason,
            @Nullable String note,
            @Nullable Instant at)
            implements OrderCommand {}

    @Named("order.AddNote")
    record AddNote(
            @TargetAggregateIdentifier String orderId,
            String text,
            NoteVisibility visibility,
            @Nullable Instant at) implements OrderCommand {}

    /**
     * Said by the service itself: every line that was asked for, at the placing or by an edit, is promised; of what was
     * not promised before, {@code backordered} are not there yet. Changes nothing where nothing is waited for.
     */
    @Named("order.RecordStockReserved")
    record RecordStockReserved(@TargetAggregateIdentifier String orderId, List<LineQuantity> backordered)
            implements OrderCommand {}

    /**
     * Said by the service itself: a line cannot be had. An order that is pending ends; one that was confirmed and then
     * edited gets a problem. Changes nothing where nothing is waited for.
     */
    @Named("order.RecordStockRejected")
    record RecordStockRejected(@TargetAggregateIdentifier String orderId, String lineId) implements OrderCommand {}

    /** Said by the service itself: units that a line waited for are there; no more are counted than it waits for. */
    @Named("order.RecordBackorderFilled")
    record RecordBackorderFilled(@TargetAggregateIdentifier String orderId, String lineId, int quantity)
            implements OrderCommand {}

    /** Ends an order that is still pending when its time is over; changes nothing where it is not. */
    @Named("order.ExpireOrder")
    record ExpireOrder(@TargetAggregateIdentifier String orderId) implements OrderCommand {}

    /** Says of a confirmed order of which not all has left that it is late; changes nothing where all has. */
    @Named("order.ReportOverdue")
    record ReportOverdue(@TargetAggregateIdentifier String orderId) implements OrderCommand {}

    /** A shipment that was approved is not sent: its units may be approved again. */
    @Named("order.WithdrawShipment")
    record WithdrawShipment(
            @TargetAggregateIdentifier String orderId,
            String shipmentId,
            @Nullable Instant at) implements OrderCommand {}

    /**
     * Said by the service itself: money went back to the customer (rule O6). It is news and never refused; where more went
     * back than is known to have come, the order has a problem until that is known.
     *
     * @param refundId names the refund for ever: the same one twice changes nothing
     */
    @Named("order.RecordRefund")
    record RecordRefund(
            @TargetAggregateIdentifier String orderId,
            String paymentId,
            String refundId,
            RefundKind kind,
            Money amount,
            @Nullable Instant at)
            implements OrderCommand {}

    /**
     * Asks to send goods back (rules R1 and R2).
     *
     * @param lines at least one, each with the customer's reason
     * @param override a supervisor's reason to take back what is out of its window; null where there is none
     * @param creditAccountId the account that gets the money where the payment cannot take it back
     */
    @Named("order.RequestReturn")
    record RequestReturn(
            @TargetAggregateIdentifier String orderId,
            String returnId,
            List<LineQuantity> lines,
            @Nullable String reason,
            @Nullable String override,
            @Nullable String creditAccountId,
            @Nullable Instant at)
            implements OrderCommand {}

    /**
     * Said by the service itself: how far a return has come. {@code lines} are the units that came back at RECEIVED, and at
     * CLOSED all that ever came, of which the order may not have heard yet; at every other stage they mean nothing. A return
     * that is rejected, expires or is closed frees what did not come.
     */
    @Named("order.RecordReturn")
    record RecordReturn(
            @TargetAggregateIdentifier String orderId, String returnId, ReturnStage stage, List<LineQuantity> lines)
            implements OrderCommand {}

    /**
     * Works out a change of what was ordered, without making it.
     *
     * @param lines what shall be otherwise: lines that exist by their id, new ones without; others stay as they are
     */
    @Named("order.ProposeEdit")
    record ProposeEdit(
            @TargetAggregateIdentifier String orderId,
            String editId,
            List<EditedLine> lines,
            @Nullable String reason,
            @Nullable Instant at)
            implements OrderCommand {}

    /** Makes a change that was worked out, as long as nothing else changed the order's goods since. */
    @Named("order.ApplyEdit")
    record ApplyEdit(
            @TargetAggregateIdentifier String orderId,
            String editId,
            @Nullable Instant at) implements OrderCommand {}

    /**
     * Said by the service itself: something needs a person. The same problem twice changes nothing while it is open.
     *
     * @param problemId 1 to 200 letters, digits, dots, colons, dashes or underscores, since it stands in a path
     * @param code for programs
     * @param detail for people
     */
    @Named("order.ReportProblem")
    record ReportProblem(@TargetAggregateIdentifier String orderId, String problemId, String code, String detail)
            implements OrderCommand {}

    /** The problem is no more; said by staff or by the service itself. */
    @Named("order.ResolveProblem")
    record ResolveProblem(
            @TargetAggregateIdentifier String orderId,
            String problemId,
            @Nullable String note) implements OrderCommand {}
}
