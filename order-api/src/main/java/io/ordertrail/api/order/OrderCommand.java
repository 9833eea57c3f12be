package io.ordertrail.api.order;

import io.ordertrail.api.Named;
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
            @Nullable Instant at)
            implements OrderCommand {}

    /** Records money that was promised or has arrived. {@code method} says how: {@code MANUAL} is staff's word. */
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
}
