package io.ordertrail.api.order;

import io.ordertrail.api.Named;
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
}
