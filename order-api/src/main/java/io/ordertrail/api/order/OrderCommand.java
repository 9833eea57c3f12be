package io.ordertrail.api.order;

import io.ordertrail.api.constraint.AccountIdForm;
import io.ordertrail.api.constraint.Clean;
import io.ordertrail.api.constraint.CrossChecked;
import io.ordertrail.api.constraint.CrossFaults;
import io.ordertrail.api.constraint.Filled;
import io.ordertrail.api.constraint.InBody;
import io.ordertrail.api.constraint.Note;
import io.ordertrail.api.constraint.OneOf;
import io.ordertrail.api.constraint.OrderIdForm;
import io.ordertrail.api.constraint.PositiveAmount;
import io.ordertrail.api.constraint.Price;
import io.ordertrail.api.constraint.Reference;
import io.ordertrail.api.message.FaultCode;
import io.ordertrail.api.message.Named;
import io.ordertrail.api.message.Refusal.Fault;
import io.ordertrail.api.order.constraint.Lines;
import io.ordertrail.api.payment.PaymentChoice;
import io.ordertrail.api.payment.PaymentOperation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
     * @param shippingAddress where the goods go; null if there are none to send, as for downloads
     * @param payment how it is to be paid at once; null if the payment comes later
     * @param expectedTotal what the caller showed to the customer; refused when the sum is another
     */
    @Named("order.CreateOrder")
    record CreateOrder(
            @NotNull @OrderIdForm @TargetAggregateIdentifier String orderId,
            @Filled @Reference @Nullable String externalRef,

            @NotNull
            @Pattern(
                    regexp = "[A-Za-z0-9._-]{1,32}",
                    message = "A channel has 1 to 32 letters, digits, dots, dashes or underscores.")
            String channel,

            @NotBlank @Reference String customerId,
            @NotNull CurrencyUnit currency,
            @NotNull PaymentTerms paymentTerms,
            @NotEmpty @Lines List<@NotNull @Valid LineRequest> lines,
            @Valid @Nullable ShippingRequest shipping,
            @Price @Nullable Money discount,
            @Price @Nullable Money expectedTotal,
            @Valid @Nullable Address shippingAddress,
            @Valid @Nullable Address billingAddress,
            @Valid @Nullable PaymentChoice payment,

            @Size(max = Metadata.MAX_NAMES, message = "has more than {max} names.")
            Map<
                            @Pattern(
                                    regexp = Metadata.NAME,
                                    message =
                                            "A name in metadata has 1 to 40 letters, digits, dots, dashes or underscores.")
                            String,
                            @NotBlank @Size(max = Metadata.MAX_VALUE) @Clean String>
                    metadata,

            @Nullable Instant at)
            implements OrderCommand, Goods {

        @Override
        public Stream<Fault> crossFaults() {
            return Stream.of(
                            Goods.super.crossFaults(),
                            CrossFaults.inCurrency(currency, expectedTotal, "/expectedTotal"),
                            CrossFaults.unless(
                                    payment == null || !OrderEvent.OrderCreated.IMPORT.equals(channel),
                                    "/payment",
                                    FaultCode.IMPORTED,
                                    "An imported order takes no payment; record the payments that it had."))
                    .flatMap(faults -> faults);
        }
    }

    /**
     * Asks for money in one way of paying, within what is due and neither promised nor asked for (rule W2).
     *
     * @param amount null means all of that
     */
    @Named("order.PayOrder")
    record PayOrder(
            @TargetAggregateIdentifier String orderId,
            String paymentId,
            @InBody("") @NotNull @Valid PaymentChoice choice,
            @PositiveAmount @Nullable Money amount)
            implements OrderCommand, CrossChecked {

        @Override
        public Stream<Fault> crossFaults() {
            return CrossFaults.partOf(orderId, paymentId, "/paymentId");
        }
    }

    /**
     * Sent by the service itself: the refund of another order pays for this one, at most what is due and neither promised
     * nor asked for.
     *
     * @param number of the other order's ask of {@code fromPaymentId}
     */
    @Named("order.PayFromExchange")
    record PayFromExchange(
            @TargetAggregateIdentifier String orderId,
            String paymentId,
            String fromPaymentId,
            int number,
            @NotNull @PositiveAmount Money amount)
            implements OrderCommand, CrossChecked {

        @Override
        public Stream<Fault> crossFaults() {
            return CrossFaults.partOf(orderId, paymentId, "/paymentId");
        }
    }

    /**
     * Staff's word that money arrived another way ({@code MANUAL}): it is received the moment it is recorded. A reference that
     * the order knows already is refused.
     */
    @Named("order.RecordPayment")
    record RecordPayment(
            @TargetAggregateIdentifier String orderId,
            String paymentId,
            @NotNull @PositiveAmount Money amount,
            @Reference @Nullable String reference,
            @Nullable Instant at)
            implements OrderCommand, CrossChecked {

        @Override
        public Stream<Fault> crossFaults() {
            return CrossFaults.partOf(orderId, paymentId, "/paymentId");
        }
    }

    /**
     * Sent by the service itself: the outcome of a payment, whatever the state of the order.
     *
     * @param number of the ask that it answers; null if it answers the ask of the payment itself, or none
     * @param reason why it was declined
     * @param expiresAt when what is promised ends; null if nothing is promised
     */
    @Named("order.RecordPaymentAnswer")
    record RecordPaymentAnswer(
            @TargetAggregateIdentifier String orderId,
            String paymentId,
            @Nullable Integer number,
            PaymentKind kind,
            String method,
            Money amount,
            @Nullable String reference,
            @Nullable String reason,
            @Nullable Instant expiresAt,
            Instant at)
            implements OrderCommand {}

    /** Sent by the service itself: a capture, a void or a refund that was asked of a payment was not done. */
    @Named("order.RecordAskRefused")
    record RecordAskRefused(
            @TargetAggregateIdentifier String orderId,
            String paymentId,
            int number,
            PaymentOperation operation,
            String reason,
            Instant at)
            implements OrderCommand {}

    /**
     * Sent by the service itself: a refund that the order asked for has been made.
     *
     * @param number of the ask
     */
    @Named("order.RecordRefund")
    record RecordRefund(
            @TargetAggregateIdentifier String orderId, String paymentId, int number, Money amount, Instant at)
            implements OrderCommand {}

    /**
     * Sent by the service itself: the customer's bank took money back.
     *
     * @param chargebackId names it for ever: the same one twice changes nothing
     */
    @Named("order.RecordChargeback")
    record RecordChargeback(
            @TargetAggregateIdentifier String orderId,
            String paymentId,
            String chargebackId,
            Money amount,
            @Nullable String reason,
            Instant at)
            implements OrderCommand {}

    /** Sent by the service itself: the bank reversed a chargeback. */
    @Named("order.RecordChargebackReversal")
    record RecordChargebackReversal(
            @TargetAggregateIdentifier String orderId, String paymentId, String reversalId, Money amount, Instant at)
            implements OrderCommand {}

    /**
     * Staff asks for promised money before the terms do, at most what the order is worth and has not got.
     *
     * @param amount null means all that is left of the promise, as far as it is due
     */
    @Named("order.RequestCapture")
    record RequestCapture(
            @TargetAggregateIdentifier String orderId,
            String paymentId,
            @PositiveAmount @Nullable Money amount) implements OrderCommand {}

    /** Staff gives a promise up. What it would have paid is due again, and is not asked for in the same way by itself. */
    @Named("order.RequestVoid")
    record RequestVoid(
            @TargetAggregateIdentifier String orderId,
            String paymentId,
            @Note @Nullable String reason) implements OrderCommand {}

    /**
     * Staff gives money back, and says what that is.
     *
     * @param amount null means all that is kept of the payment
     * @param kind {@code GOODWILL} lowers what the order is worth, {@code OTHER_MEANS} raises what is due, {@code CORRECTION}
     *     gives back what is too much and is at most that
     * @param to an account of the customer that gets it; null gives it back the way it came
     * @param at when the money went back, if people paid it back by hand; null means now
     */
    @Named("order.RequestRefund")
    record RequestRefund(
            @TargetAggregateIdentifier String orderId,
            String paymentId,
            @PositiveAmount @Nullable Money amount,

            @NotNull
            @OneOf(
                    value = {"GOODWILL", "OTHER_MEANS", "CORRECTION"},
                    code = FaultCode.UNSUPPORTED_KIND,
                    message =
                            "Say what the refund is: GOODWILL (the order is worth less), OTHER_MEANS (it is to be paid another way) or CORRECTION (it was too much).")
            RefundKind kind,

            @AccountIdForm @Nullable String to,
            @Note @Nullable String reason,
            @Nullable Instant at)
            implements OrderCommand {}

    /**
     * Repeats an ask that was refused: by the service itself when the time has come, or by staff. Changes nothing if it
     * is not the newest ask of its subject, was not refused, or is no longer wanted.
     *
     * @param subject the payment or the line that was asked
     * @param number of the ask that was refused
     */
    @Named("order.RetryAsk")
    record RetryAsk(@TargetAggregateIdentifier String orderId, String subject, int number) implements OrderCommand {}

    /**
     * Staff settles a debt (rule W5); its open ask is not sent any more.
     *
     * @param debtId id of its open problem
     * @param how it ended
     * @param amount null means all of it
     * @param accountId the customer's account that gets it, where it goes to one
     * @param reference of the payment that settled it, where there is one
     */
    @Named("order.SettleDebt")
    record SettleDebt(
            @TargetAggregateIdentifier String orderId,
            String debtId,
            @NotNull DebtSettlement how,
            @PositiveAmount @Nullable Money amount,
            @AccountIdForm @Nullable String accountId,
            @Reference @Nullable String reference,
            @NotBlank @Note String reason)
            implements OrderCommand, CrossChecked {

        @Override
        public Stream<Fault> crossFaults() {
            return CrossFaults.unless(
                    how == null || (how == DebtSettlement.TO_ACCOUNT) == (accountId != null),
                    "/accountId",
                    FaultCode.MISMATCH,
                    "An account is named where the money goes to one, and nowhere else.");
        }
    }

    /** Lets goods leave unpaid (rule O4): a command of its own, with a supervisor's role and a reason. */
    @Named("order.WaivePayment")
    record WaivePayment(
            @TargetAggregateIdentifier String orderId,
            @NotBlank @Note String reason,
            @Nullable Instant at) implements OrderCommand {}

    @Named("order.HoldOrder")
    record HoldOrder(
            @TargetAggregateIdentifier String orderId,
            @NotBlank @Reference String reason,
            @Note @Nullable String note,
            @Nullable Instant at)
            implements OrderCommand {}

    @Named("order.ReleaseOrder")
    record ReleaseOrder(
            @TargetAggregateIdentifier String orderId,
            @Note @Nullable String note,
            @Nullable Instant at) implements OrderCommand {}

    /** Allows a parcel to be packed. No lines means all that is left. */
    @Named("order.ApproveShipment")
    record ApproveShipment(
            @TargetAggregateIdentifier String orderId,
            String shipmentId,
            @Lines List<@NotNull @Valid LineQuantity> lines,
            @Nullable Instant at)
            implements OrderCommand, CrossChecked {

        @Override
        public Stream<Fault> crossFaults() {
            return Stream.concat(
                    CrossFaults.partOf(orderId, shipmentId, "/shipmentId"),
                    CrossFaults.eachOnce(lines, LineQuantity::lineId));
        }
    }

    /** The approved parcel left the house. */
    @Named("order.RecordShipped")
    record RecordShipped(
            @TargetAggregateIdentifier String orderId,
            String shipmentId,
            @Reference @Nullable String carrier,
            @Reference @Nullable String trackingNumber,
            @Nullable Instant at)
            implements OrderCommand {}

    /** The parcel reached the customer. */
    @Named("order.RecordDelivered")
    record RecordDelivered(
            @TargetAggregateIdentifier String orderId,
            String shipmentId,
            @Nullable Instant at) implements OrderCommand {}

    /** Cancels an order without approved units. */
    @Named("order.CancelOrder")
    record CancelOrder(
            @TargetAggregateIdentifier String orderId,
            @NotNull CancellationReason reason,
            @Note @Nullable String note,
            @Nullable Instant at)
            implements OrderCommand {}

    /** Takes out what was not yet approved of a partly shipped order. No lines means all that is left. */
    @Named("order.CancelLines")
    record CancelLines(
            @TargetAggregateIdentifier String orderId,
            @Lines List<@NotNull @Valid LineQuantity> lines,
            @NotNull CancellationReason reason,
            @Note @Nullable String note,
            @Nullable Instant at)
            implements OrderCommand, CrossChecked {

        @Override
        public Stream<Fault> crossFaults() {
            return CrossFaults.eachOnce(lines, LineQuantity::lineId);
        }
    }

    @Named("order.AddNote")
    record AddNote(
            @TargetAggregateIdentifier String orderId,
            @NotBlank @Note String text,
            @NotNull NoteVisibility visibility,
            @Nullable Instant at)
            implements OrderCommand {}

    /**
     * Sent by the service itself: what stock keeps for a line, as its answer to an ask or because a back-order was filled.
     *
     * @param number of the ask; an older one than the line's newest is recorded and changes nothing else
     * @param position of the stock item's stream: an answer that overtook a later one changes nothing
     * @param reserved units that are there for the line
     * @param backordered units that it waits for
     * @param refused units that it cannot have
     * @param left units of the line that have left, as far as stock has seen
     */
    @Named("order.RecordStockAnswer")
    record RecordStockAnswer(
            @TargetAggregateIdentifier String orderId,
            String lineId,
            int number,
            long position,
            long reserved,
            long backordered,
            long refused,
            long left)
            implements OrderCommand {}

    /**
     * Sent by the service itself: stock will not hear what a line wants, because a person took over the step of the ask.
     *
     * @param number of the ask; where it is not the newest of its line, or was answered, nothing changes
     * @param reason theirs
     */
    @Named("order.RecordStockAskTakenOver")
    record RecordStockAskTakenOver(
            @TargetAggregateIdentifier String orderId, String lineId, int number, String reason)
            implements OrderCommand {}

    /** Ends an order that is still pending when its time is over; changes nothing if it is not. */
    @Named("order.ExpireOrder")
    record ExpireOrder(@TargetAggregateIdentifier String orderId) implements OrderCommand {}

    /** Reports a confirmed order as late if not all of it has left. */
    @Named("order.ReportOverdue")
    record ReportOverdue(@TargetAggregateIdentifier String orderId) implements OrderCommand {}

    /** A shipment that was approved is not sent: its units may be approved again. */
    @Named("order.WithdrawShipment")
    record WithdrawShipment(
            @TargetAggregateIdentifier String orderId,
            String shipmentId,
            @Nullable Instant at) implements OrderCommand {}

    /**
     * Staff says what became of a parcel that was lost or came back (rule W5).
     *
     * @param sendAgain whether its units are open again; else they are given up, and the order is worth less
     */
    @Named("order.ResolveShipment")
    record ResolveShipment(
            @TargetAggregateIdentifier String orderId,
            String shipmentId,
            boolean sendAgain,
            @Note @Nullable String reason)
            implements OrderCommand {}

    /**
     * Sent by the service itself: a parcel that left did not arrive.
     *
     * @param returned whether it came back to the sender; else it is lost
     */
    @Named("order.RecordUndelivered")
    record RecordUndelivered(
            @TargetAggregateIdentifier String orderId,
            String shipmentId,
            boolean returned,
            @Nullable String reason,
            @Nullable Instant at)
            implements OrderCommand {}

    /** Corrects where the goods go, until something has left. A null address stays as it is. */
    @Named("order.ChangeAddress")
    record ChangeAddress(
            @TargetAggregateIdentifier String orderId,
            @Valid @Nullable Address shippingAddress,
            @Valid @Nullable Address billingAddress)
            implements OrderCommand, CrossChecked {

        @Override
        public Stream<Fault> crossFaults() {
            return CrossFaults.unless(
                    shippingAddress != null || billingAddress != null,
                    "/shippingAddress",
                    FaultCode.REQUIRED,
                    "Give the address that changes.");
        }
    }

    /**
     * Asks to send goods back (rules R1 and R2).
     *
     * @param lines at least one, each with the customer's reason
     * @param override a supervisor's reason to accept goods after their window; null if there is none
     * @param creditAccountId the account that gets the money where the payment cannot take it back
     * @param exchangeOrderId the order that the refund pays first; null if it is no exchange
     */
    @Named("order.RequestReturn")
    record RequestReturn(
            @TargetAggregateIdentifier String orderId,
            String returnId,
            @NotEmpty @Lines List<@NotNull @Valid LineQuantity> lines,
            @Note @Nullable String reason,
            @Filled @Note @Nullable String override,
            @AccountIdForm @Nullable String creditAccountId,
            @OrderIdForm @Nullable String exchangeOrderId,
            @Nullable Instant at)
            implements OrderCommand, CrossChecked {

        @Override
        public Stream<Fault> crossFaults() {
            return Stream.concat(
                    CrossFaults.partOf(orderId, returnId, "/returnId"),
                    CrossFaults.eachOnce(lines, LineQuantity::lineId));
        }
    }

    /**
     * Sent by the service itself: how far a return has come. {@code lines} are the units that came back at RECEIVED, and at
     * CLOSED all that ever came, of which the order may not have heard yet; at every other stage they mean nothing. A return
     * that is rejected, expires or is closed frees what did not come.
     *
     * @param accepted at INSPECTED, the whole refund: goods, and shipping if it is refunded, less what the shop keeps
     * @param shipping at INSPECTED, how much of {@code accepted} is shipping; at most what was paid for it and not yet refunded
     * @param at when the return came so far; null means now
     */
    @Named("order.RecordReturn")
    record RecordReturn(
            @TargetAggregateIdentifier String orderId,
            String returnId,
            ReturnStage stage,
            List<LineQuantity> lines,
            @Nullable Money accepted,
            @Nullable Money shipping,
            @Nullable Instant at)
            implements OrderCommand {}

    /**
     * Sent by the service itself: staff retries the refund of a return. A refund that was refused may
     * be asked for again; changes nothing if nothing is owed.
     *
     * @param creditAccountId the account that gets what no payment takes back; null leaves it as it was
     */
    @Named("order.RetryReturnRefund")
    record RetryReturnRefund(
            @TargetAggregateIdentifier String orderId,
            String returnId,
            @Nullable String creditAccountId) implements OrderCommand {}

    /**
     * Works out a change of what was ordered, without making it.
     *
     * @param lines what shall be otherwise: lines that exist by their id, new ones without; others stay as they are
     * @param shipping how it shall be sent, priced anew; null leaves that as it is
     */
    @Named("order.ProposeEdit")
    record ProposeEdit(
            @TargetAggregateIdentifier String orderId,
            String editId,
            @NotNull @Lines List<@NotNull @Valid EditedLine> lines,
            @Valid @Nullable ShippingRequest shipping,
            @Note @Nullable String reason,
            @Nullable Instant at)
            implements OrderCommand, CrossChecked {

        @Override
        public Stream<Fault> crossFaults() {
            if (lines == null) {
                return Stream.empty();
            }
            return Stream.of(
                            CrossFaults.partOf(orderId, editId, "/editId"),
                            CrossFaults.unless(
                                    !lines.isEmpty() || shipping != null,
                                    "/lines",
                                    FaultCode.REQUIRED,
                                    "An edit names one line at least, or how the order is shipped."),
                            CrossFaults.eachOnce(lines, EditedLine::lineId),
                            IntStream.range(0, lines.size())
                                    .boxed()
                                    .flatMap(i -> EditedLine.crossFaults(lines.get(i), "/lines/" + i)))
                    .flatMap(faults -> faults);
        }
    }

    /** Makes a change that was worked out, as long as nothing else changed the order's goods since. */
    @Named("order.ApplyEdit")
    record ApplyEdit(
            @TargetAggregateIdentifier String orderId,
            String editId,
            @Nullable Instant at) implements OrderCommand {}

    /**
     * Sent by the service itself: something needs a person. The same problem twice changes nothing while it is open.
     *
     * @param problemId 1 to 200 letters, digits, dots, colons, dashes or underscores, since it stands in a path
     * @param code for programs
     * @param detail for people
     */
    @Named("order.ReportProblem")
    record ReportProblem(
            @TargetAggregateIdentifier String orderId,

            @NotNull
            @Pattern(
                    regexp = "[A-Za-z0-9._:-]{1,200}",
                    message = "The id of a problem has 1 to 200 letters, digits, dots, colons, dashes or underscores.")
            String problemId,

            @NotBlank @Reference String code,
            @NotBlank @Note String detail)
            implements OrderCommand {}

    /** The problem is resolved, by staff or by the service itself. */
    @Named("order.ResolveProblem")
    record ResolveProblem(
            @TargetAggregateIdentifier String orderId,
            String problemId,
            @Note @Nullable String note) implements OrderCommand {}
}
