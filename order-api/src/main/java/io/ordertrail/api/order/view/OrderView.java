package io.ordertrail.api.order.view;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.ordertrail.api.message.ActionAnswer;
import io.ordertrail.api.message.ApprovalKind;
import io.ordertrail.api.message.Named;
import io.ordertrail.api.order.OrderLifecycle;
import io.ordertrail.api.order.status.DisplayStatus;
import io.ordertrail.api.order.status.FulfilmentStatus;
import io.ordertrail.api.order.status.PaymentStatus;
import io.ordertrail.api.order.status.RefundState;
import io.ordertrail.api.order.status.ReturnStatus;
import io.ordertrail.api.order.value.Address;
import io.ordertrail.api.order.value.CancellationReason;
import io.ordertrail.api.order.value.DebtSettlement;
import io.ordertrail.api.order.value.PaymentKind;
import io.ordertrail.api.order.value.PaymentTerms;
import io.ordertrail.api.order.value.RefundKind;
import io.ordertrail.api.order.value.Shipping;
import io.ordertrail.api.personal.PersonalData;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * An order as it stood after the event of sequence number {@code version}.
 *
 * @param createdAt business time of the placing
 * @param updatedAt when the last event was recorded
 * @param refunds what was asked to go back or has gone back; those that are DONE and the settlements that were paid add
 *     up to {@code totals.refunded}
 * @param settlements debts that staff has settled
 * @param asks what the order has asked of stock and payments and has no answer to, the oldest first
 * @param returns how far each has come, as the order knows it
 * @param edits that were worked out and may still be made
 * @param problems that are open
 * @param shippingAddress where the goods go; null if it was not given, as for downloads
 * @param metadata what the shop keeps with the order for itself, as it was placed
 * @param deadlines what will happen by itself, and when; empty while nothing is due
 * @param approvals what waits for a second person
 */
@Named("order.OrderView")
@RecordBuilder
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
        @PersonalData @Nullable String holdReason,
        PaymentTerms paymentTerms,
        String currency,
        List<Line> lines,
        @Nullable Shipping shipping,
        Sums totals,
        List<Payment> payments,
        List<Refund> refunds,
        List<Settlement> settlements,
        List<Ask> asks,
        List<OrderShipmentView> shipments,
        List<OrderReturnView> returns,
        List<OrderEditView> edits,
        List<Problem> problems,
        @Nullable Address shippingAddress,
        @Nullable Address billingAddress,
        Map<String, String> metadata,
        @Nullable Cancellation cancellation,
        List<ActionAnswer> allowedActions,
        List<Deadline> deadlines,
        List<Approval> approvals,
        Instant createdAt,
        Instant updatedAt) {

    /**
     * A line with what became of its units.
     *
     * @param discount everything that is taken off the whole line
     * @param orderDiscount of that, its share of the order's discount
     * @param note what staff wrote about it when it was edited, or null
     * @param tracked whether its SKU is kept as stock
     */
    @RecordBuilder
    public record Line(
            String lineId,
            String sku,
            String name,
            Money unitPrice,
            Money discount,
            Money orderDiscount,
            @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal taxRate,
            boolean priceIncludesTax,
            Money total,
            Money tax,
            @PersonalData @Nullable String note,
            boolean tracked,
            Quantities quantity) {}

    /**
     * Units of a line.
     *
     * @param shipped left the house, but for those that were lost
     * @param awaited asked of stock and not promised
     * @param backordered promised, though not there yet
     * @param returning asked to be sent back, and not back yet
     * @param lost left the house and did not arrive: they are open again, or cancelled
     */
    public record Quantities(
            long ordered,
            long cancelled,
            long approved,
            long shipped,
            long delivered,
            long returned,
            long awaited,
            long backordered,
            long returning,
            long lost) {}

    /**
     * The totals at placement or the last edit, what was cancelled since, and the money that moved.
     *
     * @param authorized promised, and neither received nor given up
     * @param released given up of what was promised
     * @param refunded what went back, by refund or chargeback
     * @param worth what the shop is to have in the end: less what was cancelled, came back or was excused
     * @param due of that, what the customer is still to pay; what is asked to go back counts as gone
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
            Money worth,
            Money due) {}

    /** Money that was promised or moved. {@code reason} says why it was declined. */
    @RecordBuilder
    public record Payment(
            String id,
            PaymentKind kind,
            String method,
            Money amount,
            @PersonalData @Nullable String reference,
            @PersonalData @Nullable String reason,
            Instant at) {}

    /**
     * Received money that was asked to go back, or has gone back. What the bank gave back of a chargeback stands here
     * with an amount below zero.
     *
     * @param number of the ask; null for a chargeback
     * @param returnId the return that it is for, or null
     * @param to the account or the other order that gets it; null if it goes back the way it came
     * @param reason why it goes back, or why it was refused
     * @param at when it reached its state
     */
    @RecordBuilder
    public record Refund(
            String id,
            String paymentId,
            @Nullable Integer number,
            RefundKind kind,
            RefundState state,
            Money amount,
            @Nullable String returnId,
            @Nullable String to,
            @PersonalData @Nullable String reason,
            Instant at) {}

    /**
     * A debt that staff has settled.
     *
     * @param paymentId whose money it was; null if the customer owed it
     */
    @RecordBuilder
    public record Settlement(
            String debtId,
            DebtSettlement how,
            @Nullable String paymentId,
            Money amount,
            @PersonalData @Nullable String reference,
            @PersonalData String reason,
            Instant at) {}

    /**
     * An open ask of the order. An unknown outcome is no answer.
     *
     * @param subject the payment or the line that was asked
     * @param number counts the asks of the subject
     * @param amount of money; null of stock, and of a void, which is of all that is left
     * @param quantity of units; null of money
     */
    public record Ask(
            String subject,
            int number,
            AskedOperation operation,
            @Nullable Money amount,
            @Nullable Long quantity,
            Instant since) {}

    /** Something that needs a person. {@code code} is for programs, {@code detail} for people. */
    public record Problem(
            String id, String code, @PersonalData String detail, Instant at) {}

    /** Why and when the whole order ended. */
    @RecordBuilder
    public record Cancellation(
            CancellationReason reason,
            @PersonalData @Nullable String note,
            Instant at) {}

    /**
     * What waits for a second person.
     *
     * @param number by which it is approved or denied
     * @param expiresAt when it is over if nobody decides before
     */
    public record Approval(
            int number,
            ApprovalKind kind,
            Money amount,
            @PersonalData @Nullable String reason,
            String askedBy,
            Instant expiresAt) {}

    /**
     * What happens by itself at {@code at} if nothing comes before it.
     *
     * @param subject the payment that it is about; null if it is about the order
     */
    public record Deadline(DeadlineKind kind, @Nullable String subject, Instant at) {}
}
