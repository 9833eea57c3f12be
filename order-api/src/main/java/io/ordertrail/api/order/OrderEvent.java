package io.ordertrail.api.order;

import io.ordertrail.api.message.Named;
import io.ordertrail.api.payment.PaymentChoice;
import io.ordertrail.api.payment.PaymentOperation;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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

    /**
     * Prices are never computed again from here on; {@code roundingMode} says how tax was rounded.
     *
     * @param shippingAddress where the goods go; null if there are none to send, as for downloads
     * @param tracked ids of the lines whose SKUs are kept as stock; no line of an imported order is
     * @param payment how it is to be paid; null if that is not known
     * @param confirmWithin how long it waits, from when this was recorded, for all that confirms it; null if it waits for ever
     * @param shipWithin how soon after its confirmation all of it should have left; null if there is no deadline
     */
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
            @Nullable Address shippingAddress,
            @Nullable Address billingAddress,
            List<String> tracked,
            @Nullable PaymentChoice payment,
            Map<String, String> metadata,
            @Nullable Duration confirmWithin,
            @Nullable Duration shipWithin,
            Instant at)
            implements OrderEvent {

        /** The channel of imported orders. */
        public static final String IMPORT = "IMPORT";

        public OrderCreated {
            metadata = Metadata.copyOf(metadata);
        }
    }

    /**
     * Money was promised or received, or will not come.
     *
     * @param number of the ask that this answers; null if it answers {@link PaymentAsked}, or no ask
     * @param reason why it was declined
     * @param expiresAt when what is promised ends unless it is captured; null if nothing is promised
     */
    @Named("order.PaymentProcessed")
    record PaymentProcessed(
            String orderId,
            String paymentId,
            @Nullable Integer number,
            PaymentKind kind,
            String method,
            Money amount,
            @Nullable String reference,
            @Nullable String reason,
            @Nullable Instant expiresAt,
            Instant at)
            implements OrderEvent {}

    /** The order asks for money: a payment of this id is to be begun (rule W2). */
    @Named("order.PaymentAsked")
    record PaymentAsked(
            String orderId, String paymentId, String customerId, PaymentChoice choice, Money amount, Instant at)
            implements OrderEvent {}

    /** The order asks for {@code amount} of what a payment has promised; {@code number} counts the asks of the payment. */
    @Named("order.CaptureAsked")
    record CaptureAsked(String orderId, String paymentId, int number, Money amount, Instant at) implements OrderEvent {}

    /** The order no longer needs the rest of what a payment has promised. */
    @Named("order.VoidAsked")
    record VoidAsked(
            String orderId,
            String paymentId,
            int number,
            @Nullable String reason,
            Instant at) implements OrderEvent {}

    /**
     * The order gives {@code amount} of what a payment brought back.
     *
     * @param returnId the return that it is for; null if it is for none
     * @param to the account or the other order that gets it; null if it goes back the way it came
     */
    @Named("order.RefundAsked")
    record RefundAsked(
            String orderId,
            String paymentId,
            int number,
            Money amount,
            RefundKind kind,
            @Nullable String returnId,
            @Nullable String to,
            @Nullable String reason,
            Instant at)
            implements OrderEvent {}

    /**
     * What was asked of a payment was not done.
     *
     * @param failures how often in a row the payment has refused this operation, from 1
     */
    @Named("order.AskRefused")
    record AskRefused(
            String orderId,
            String paymentId,
            int number,
            PaymentOperation operation,
            String reason,
            int failures,
            Instant at)
            implements OrderEvent {

        private static final Duration FIRST_RETRY = Duration.ofMinutes(1);
        private static final int DOUBLINGS_TO_AN_HOUR = 6;
        private static final Duration LONGEST_RETRY = Duration.ofHours(1);

        /** How long after this was recorded it is asked again by itself: a minute, two, four … an hour. */
        public Duration retryAfter() {
            Duration later = FIRST_RETRY.multipliedBy(1L << Math.min(failures - 1, DOUBLINGS_TO_AN_HOUR));
            return later.compareTo(LONGEST_RETRY) > 0 ? LONGEST_RETRY : later;
        }
    }

    /** What was refused may be asked for again; {@code subject} is the payment or the line. */
    @Named("order.AskRetried")
    record AskRetried(String orderId, String subject, int number, Instant at) implements OrderEvent {}

    /**
     * Somebody said how a debt ended.
     *
     * @param paymentId whose money it was; null if the customer owed it
     */
    @Named("order.DebtSettled")
    record DebtSettled(
            String orderId,
            String debtId,
            DebtSettlement how,
            @Nullable String paymentId,
            Money amount,
            @Nullable String reference,
            String reason,
            Instant at)
            implements OrderEvent {}

    @Named("order.PaymentWaived")
    record PaymentWaived(String orderId, String reason, Instant at) implements OrderEvent {}

    /**
     * Stock is there and payment covers what the terms ask.
     *
     * @param shipWithin how soon after this was recorded all of it should have left; null if there is no deadline
     */
    @Named("order.OrderConfirmed")
    record OrderConfirmed(String orderId, @Nullable Duration shipWithin, Instant at) implements OrderEvent {}

    @Named("order.OrderHeld")
    record OrderHeld(
            String orderId, String reason, @Nullable String note, Instant at) implements OrderEvent {}

    @Named("order.OrderReleased")
    record OrderReleased(String orderId, @Nullable String note, Instant at) implements OrderEvent {}

    /** {@code skus} of the lines, one each. */
    @Named("order.ShipmentApproved")
    record ShipmentApproved(String orderId, String shipmentId, List<LineQuantity> lines, List<String> skus, Instant at)
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

    /** The order asks stock for exactly so many units of some of its lines; each line counts its asks. */
    @Named("order.StockAsked")
    record StockAsked(String orderId, List<StockAsk> lines, Instant at) implements OrderEvent {}

    /**
     * What stock keeps for a line.
     *
     * @param number of the ask that is answered
     * @param position of the stock item's stream
     */
    @Named("order.StockAnswered")
    record StockAnswered(
            String orderId,
            String lineId,
            int number,
            long position,
            long reserved,
            long backordered,
            long refused,
            long left,
            Instant at)
            implements OrderEvent {}

    /**
     * Stock did not hear what a line wants: a person took over the step. What the line has stays; what it
     * wants beyond that it does not get by this ask.
     *
     * @param number of the ask, which was the newest of its line
     * @param reason theirs
     */
    @Named("order.StockAskTakenOver")
    record StockAskTakenOver(String orderId, String lineId, int number, String reason, Instant at)
            implements OrderEvent {}

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

    /**
     * Money went back.
     *
     * @param number of the ask that this answers; null for a chargeback
     * @param refundId names it for ever
     * @param to the account or the other order that got it; null if it went back the way it came
     */
    @Named("order.RefundRecorded")
    record RefundRecorded(
            String orderId,
            String paymentId,
            @Nullable Integer number,
            String refundId,
            RefundKind kind,
            Money amount,
            @Nullable String to,
            @Nullable String reason,
            Instant at)
            implements OrderEvent {}

    /** The bank gave back what it had taken. */
    @Named("order.ChargebackReversed")
    record ChargebackReversed(String orderId, String paymentId, String reversalId, Money amount, Instant at)
            implements OrderEvent {}

    /** A parcel that left did not arrive; {@code returned} says whether it came back to the sender, else it is lost. */
    @Named("order.ShipmentUndelivered")
    record ShipmentUndelivered(
            String orderId,
            String shipmentId,
            boolean returned,
            @Nullable String reason,
            Instant at) implements OrderEvent {}

    /**
     * What becomes of the units of such a parcel: they are open again, or given up.
     *
     * @param returned whether the goods are back in the house
     * @param lines the units, with the value by which the order shrinks where they are given up, else zero
     * @param skus of each line
     */
    @Named("order.ShipmentResolved")
    record ShipmentResolved(
            String orderId,
            String shipmentId,
            boolean returned,
            boolean sendAgain,
            List<CancelledLine> lines,
            List<String> skus,
            Money value,
            @Nullable String reason,
            Instant at)
            implements OrderEvent {}

    /** Where the goods go from now on; null if that did not change. */
    @Named("order.AddressChanged")
    record AddressChanged(
            String orderId,
            @Nullable Address shippingAddress,
            @Nullable Address billingAddress,
            Instant at) implements OrderEvent {}

    /** The account that gets what no payment takes back of a return. */
    @Named("order.ReturnAccountNamed")
    record ReturnAccountNamed(String orderId, String returnId, String creditAccountId, Instant at)
            implements OrderEvent {}

    /** All that a return was to bring back has gone back; {@code amount} of it as money, the rest was not paid yet. */
    @Named("order.ReturnSettled")
    record ReturnSettled(
            String orderId,
            String returnId,
            Money amount,
            @Nullable String to,
            Instant at) implements OrderEvent {}

    /**
     * @param lines the units that the stage moves: asked back at REQUESTED, back at RECEIVED, free again at REJECTED,
     *     EXPIRED and CLOSED
     * @param worth of each line, what the customer pays for its units (rule R3); empty but at REQUESTED
     * @param skus of each line; empty but at REQUESTED
     * @param accepted at INSPECTED, by how much less the order is worth; else null
     * @param shipping at INSPECTED, how much of that is shipping; else null
     * @param exchangeOrderId at REQUESTED, the order that what comes back pays for first; else null
     */
    @Named("order.ReturnRecorded")
    record ReturnRecorded(
            String orderId,
            String returnId,
            ReturnStage stage,
            List<LineQuantity> lines,
            List<Money> worth,
            List<String> skus,
            @Nullable Money accepted,
            @Nullable Money shipping,
            @Nullable String reason,
            @Nullable String override,
            @Nullable String creditAccountId,
            @Nullable String exchangeOrderId,
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
            @Nullable Shipping shipping,
            Totals totals,
            Money difference,
            List<StockLine> stock,
            @Nullable String reason,
            Instant at)
            implements OrderEvent {}

    /**
     * @param lines all that is ordered now, priced once and for ever
     * @param difference what the order is worth more; less if it is negative
     * @param stock how many units more, or fewer, of tracked SKUs are to be promised
     */
    @Named("order.OrderEdited")
    record OrderEdited(
            String orderId,
            String editId,
            List<OrderLine> lines,
            @Nullable Shipping shipping,
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
