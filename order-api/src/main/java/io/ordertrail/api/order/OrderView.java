package io.ordertrail.api.order;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.ordertrail.api.Named;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * An order as it stood after the event of sequence number {@code version}.
 *
 * @param createdAt business time of the placing
 * @param updatedAt when the last event was recorded
 * @param deadlines what will happen by itself, and when; empty while nothing is due
 */
@Named("order.OrderView")
public record OrderView(
        String id,
        String number,
        @Nullable String externalRef,
        String channel,
        String customerId,
        long version,
        OrderLifecycle status,
        PaymentStatus paymentStatus,
        FulfilmentStatus fulfilmentStatus,
        ReturnStatus returnStatus,
        DisplayStatus displayStatus,
        boolean onHold,
        @Nullable String holdReason,
        PaymentTerms paymentTerms,
        String currency,
        List<Line> lines,
        @Nullable Shipping shipping,
        Sums totals,
        List<Payment> payments,
        List<Shipment> shipments,
        Address shippingAddress,
        @Nullable Address billingAddress,
        @Nullable Cancellation cancellation,
        List<ActionAnswer> allowedActions,
        List<Deadline> deadlines,
        Instant createdAt,
        Instant updatedAt) {

    /** A line with what became of its units. */
    public record Line(
            String lineId,
            String sku,
            String name,
            Money unitPrice,
            Money discount,
            @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal taxRate,
            boolean priceIncludesTax,
            Money total,
            Money tax,
            Quantities quantity) {}

    /** The totals at placement, what was cancelled since, and the money that moved. */
    public record Sums(
            Money lines,
            Money discount,
            Money shipping,
            Money tax,
            Money taxAdded,
            Money grand,
            Money cancelled,
            Money authorized,
            Money captured,
            Money refunded,
            Money due) {}

    /** Money that was promised or moved. */
    public record Payment(
            String id,
            PaymentKind kind,
            String method,
            Money amount,
            @Nullable String reference,
            Instant at) {}

    /** A parcel; {@code status} is APPROVED, DISPATCHED or DELIVERED. */
    public record Shipment(
            String id,
            ShipmentStatus status,
            List<LineQuantity> lines,
            @Nullable String carrier,
            @Nullable String trackingNumber,
            Instant approvedAt,
            @Nullable Instant dispatchedAt,
            @Nullable Instant deliveredAt) {}

    public enum ShipmentStatus {
        APPROVED,
        DISPATCHED,
        DELIVERED
    }

    /** Why and when the whole order ended. */
    public record Cancellation(
            CancellationReason reason, @Nullable String note, Instant at) {}

    /** What happens by itself at {@code at} if nothing comes before it. */
    public record Deadline(String name, Instant at) {}
}
