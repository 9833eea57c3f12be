package io.ordertrail.api.order;

import io.ordertrail.api.constraint.AccountIdForm;
import io.ordertrail.api.constraint.CrossChecked;
import io.ordertrail.api.constraint.CrossFaults;
import io.ordertrail.api.constraint.Filled;
import io.ordertrail.api.constraint.Note;
import io.ordertrail.api.constraint.OrderIdForm;
import io.ordertrail.api.constraint.Reference;
import io.ordertrail.api.message.Named;
import io.ordertrail.api.message.Refusal.Fault;
import io.ordertrail.api.order.constraint.Lines;
import io.ordertrail.api.order.value.LineQuantity;
import io.ordertrail.api.order.value.ReturnStage;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** What can be asked about the goods of an order: stock, parcels, returns. */
public sealed interface OrderGoodsCommand extends OrderCommand {

    /** Allows a parcel to be packed. No lines means all that is left. */
    @Named("order.ApproveShipment")
    record ApproveShipment(
            @TargetAggregateIdentifier String orderId,
            String shipmentId,
            @Lines List<@NotNull @Valid LineQuantity> lines,
            @Nullable Instant at)
            implements OrderGoodsCommand, CrossChecked {

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
            implements OrderGoodsCommand {}

    /** The parcel reached the customer. */
    @Named("order.RecordDelivered")
    record RecordDelivered(
            @TargetAggregateIdentifier String orderId,
            String shipmentId,
            @Nullable Instant at) implements OrderGoodsCommand {}

    /**
     * Sent by the service itself: what stock keeps for a line, as its answer to an ask or because a back-order was
     * filled.
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
            implements OrderGoodsCommand {}

    /**
     * Sent by the service itself: stock will not hear what a line wants, because a person took over the step of the
     * ask.
     *
     * @param number of the ask; where it is not the newest of its line, or was answered, nothing changes
     * @param reason theirs
     */
    @Named("order.RecordStockAskTakenOver")
    record RecordStockAskTakenOver(
            @TargetAggregateIdentifier String orderId, String lineId, int number, String reason)
            implements OrderGoodsCommand {}

    /** A shipment that was approved is not sent: its units may be approved again. */
    @Named("order.WithdrawShipment")
    record WithdrawShipment(
            @TargetAggregateIdentifier String orderId,
            String shipmentId,
            @Nullable Instant at) implements OrderGoodsCommand {}

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
            implements OrderGoodsCommand {}

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
            implements OrderGoodsCommand {}

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
            implements OrderGoodsCommand, CrossChecked {

        @Override
        public Stream<Fault> crossFaults() {
            return Stream.concat(
                    CrossFaults.partOf(orderId, returnId, "/returnId"),
                    CrossFaults.eachOnce(lines, LineQuantity::lineId));
        }
    }

    /**
     * Sent by the service itself: how far a return has come. {@code lines} are the units that came back at RECEIVED,
     * and at CLOSED all that ever came, of which the order may not have heard yet; at every other stage they mean
     * nothing. A return that is rejected, expires or is closed frees what did not come.
     *
     * @param accepted at INSPECTED, the whole refund: goods, and shipping if it is refunded, less what the shop keeps
     * @param shipping at INSPECTED, how much of {@code accepted} is shipping; at most what was paid for it and not yet
     *     refunded
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
            implements OrderGoodsCommand {}

    /**
     * Sent by the service itself: staff retries the refund of a return. A refund that was refused may be asked for
     * again; changes nothing if nothing is owed.
     *
     * @param creditAccountId the account that gets what no payment takes back; null leaves it as it was
     */
    @Named("order.RetryReturnRefund")
    record RetryReturnRefund(
            @TargetAggregateIdentifier String orderId,
            String returnId,
            @Nullable String creditAccountId) implements OrderGoodsCommand {}
}
