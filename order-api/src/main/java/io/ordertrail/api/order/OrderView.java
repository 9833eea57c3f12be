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
 * @param returns how far each has come, as the order knows it
 * @param edits that were worked out and may still be made
 * @param problems that are open
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
        List<Refund> refunds,
        List<Shipment> shipments,
        List<Return> returns,
        List<Edit> edits,
        List<Problem> problems,
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

    /**
     * The totals at placement or the last edit, what was cancelled since, and the money that moved.
     *
     * @param authorized promised, and neither received nor given up
     * @param released given up of what was promised
     */
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
            Money released,
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

    /** Received money that went back. */
    public record Refund(String id, String paymentId, RefundKind kind, Money amount, Instant at) {}

    /** A parcel; {@code status} tells how far it has come. */
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
        DELIVERED,
        /** Not sent after all; its units may be approved again. */
        WITHDRAWN
    }

    /**
     * Goods that were asked back.
     *
     * @param lines the units that were asked back
     * @param worth of each line, what the customer pays for its units
     * @param updatedAt when it reached its stage
     */
    public record Return(
            String id,
            ReturnStage stage,
            List<LineQuantity> lines,
            List<Money> worth,
            @Nullable String reason,
            @Nullable String override,
            Instant requestedAt,
            Instant updatedAt) {}

    /**
     * A change of what was ordered that was worked out and not made.
     *
     * @param lines all that would be ordered
     * @param difference what the order would be worth more; less where it is negative
     * @param stock how many units more, or fewer, of tracked SKUs would be promised
     */
    public record Edit(
            String id,
            List<OrderLine> lines,
            Totals totals,
            Money difference,
            List<StockLine> stock,
            @Nullable String reason,
            Instant at) {}

    /** Something that needs a person. {@code code} is for programs, {@code detail} for people. */
    public record Problem(String id, String code, String detail, Instant at) {}

    /** Why and when the whole order ended. */
    public record Cancellation(
            CancellationReason reason, @Nullable String note, Instant at) {}

    /** What happens by itself at {@code at} if nothing comes before it. */
    public record Deadline(String name, Instant at) {}
}
