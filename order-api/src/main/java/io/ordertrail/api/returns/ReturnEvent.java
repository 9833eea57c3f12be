package io.ordertrail.api.returns;

import io.ordertrail.api.message.DatedEvent;
import io.ordertrail.api.message.Named;
import io.ordertrail.api.returns.ReturnCommand.ReturnedUnits;
import io.ordertrail.api.returns.ReturnCommand.Verdict;
import java.time.Instant;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Events of a return. Stored for ever. */
public sealed interface ReturnEvent extends DatedEvent {

    String returnId();

    String orderId();

    @Named("return.ReturnRequested")
    record ReturnRequested(
            String returnId,
            String orderId,
            List<ReturnLine> lines,
            @Nullable String creditAccountId,
            Instant at) implements ReturnEvent {}

    /** {@code dueBy} is when it ends unless any of the goods came. */
    @Named("return.ReturnApproved")
    record ReturnApproved(
            String returnId, String orderId, @Nullable String note, Instant dueBy, Instant at) implements ReturnEvent {}

    @Named("return.ReturnRejected")
    record ReturnRejected(String returnId, String orderId, String reason, Instant at) implements ReturnEvent {}

    @Named("return.ReturnItemsReceived")
    record ReturnItemsReceived(String returnId, String orderId, List<ReturnedUnits> lines, Instant at)
            implements ReturnEvent {}

    /**
     * {@code refund} is the refund of the goods: the worth of every unit that was not rejected (rule R3), less
     * {@code deduction}. {@code shipping} is refunded in addition.
     *
     * @param skus of the verdicts' lines, one each
     */
    @Named("return.ReturnInspected")
    record ReturnInspected(
            String returnId,
            String orderId,
            List<Verdict> verdicts,
            List<String> skus,
            Money refund,
            @Nullable Money shipping,
            @Nullable Money deduction,
            @Nullable String deductionReason,
            Instant at)
            implements ReturnEvent {}

    /** Staff retries the refund. */
    @Named("return.ReturnRefundRetried")
    record ReturnRefundRetried(
            String returnId, String orderId, @Nullable String creditAccountId, Instant at) implements ReturnEvent {}

    /** {@code to} names every payment and account that it went to, with commas. */
    @Named("return.ReturnRefunded")
    record ReturnRefunded(String returnId, String orderId, Money amount, String to, Instant at)
            implements ReturnEvent {}

    /** The goods did not come in time. */
    @Named("return.ReturnExpired")
    record ReturnExpired(String returnId, String orderId, Instant at) implements ReturnEvent {}

    /** {@code received} are all units that ever came, one entry a line. */
    @Named("return.ReturnClosed")
    record ReturnClosed(String returnId, String orderId, List<ReturnedUnits> received, Instant at)
            implements ReturnEvent {}
}
