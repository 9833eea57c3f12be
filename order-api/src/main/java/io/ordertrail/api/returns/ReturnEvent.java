package io.ordertrail.api.returns;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.ordertrail.api.message.DatedEvent;
import io.ordertrail.api.message.Named;
import io.ordertrail.api.message.Sentence;
import io.ordertrail.api.personal.DataSubject;
import io.ordertrail.api.personal.PersonalData;
import io.ordertrail.api.returns.ReturnCommand.ReturnedUnits;
import io.ordertrail.api.returns.ReturnCommand.Verdict;
import java.time.Instant;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Events of a return. Stored for ever. */
public sealed interface ReturnEvent extends DatedEvent {

    String returnId();

    @DataSubject(byOwner = true)
    String orderId();

    @Named("return.ReturnRequested")
    @Sentence("A return was asked for: {lines}")
    record ReturnRequested(
            String returnId,
            String orderId,
            List<ReturnLine> lines,
            @Nullable String creditAccountId,
            Instant at) implements ReturnEvent {}

    /** {@code dueBy} is when it ends unless any of the goods came. */
    @Named("return.ReturnApproved")
    @Sentence("The return was approved; the goods are due by {dueBy}[: {note}]")
    record ReturnApproved(
            String returnId,
            String orderId,
            @PersonalData @Nullable String note,
            Instant dueBy,
            Instant at) implements ReturnEvent {}

    @Named("return.ReturnRejected")
    @Sentence("The return was rejected: {reason}")
    record ReturnRejected(
            String returnId, String orderId, @PersonalData String reason, Instant at) implements ReturnEvent {}

    @Named("return.ReturnItemsReceived")
    @Sentence("Goods came back: {lines}")
    record ReturnItemsReceived(String returnId, String orderId, List<ReturnedUnits> lines, Instant at)
            implements ReturnEvent {}

    /**
     * What was found of the goods; {@link ReturnRefundDecided} follows.
     *
     * @param skus of the verdicts' lines, one each
     */
    @Named(value = "return.ReturnInspected", revision = "2")
    @Sentence("The goods were inspected")
    record ReturnInspected(String returnId, String orderId, List<Verdict> verdicts, List<String> skus, Instant at)
            implements ReturnEvent {}

    /**
     * {@code refund} is the refund of the goods: the worth of every unit that was not rejected (rule R3), less
     * {@code deduction}. {@code shipping} is refunded in addition.
     */
    @Named("return.ReturnRefundDecided")
    @Sentence("{refund} goes back[, and {shipping} of shipping][, less {deduction}][: {deductionReason}]")
    record ReturnRefundDecided(
            String returnId,
            String orderId,
            Money refund,
            @Nullable Money shipping,
            @Nullable Money deduction,
            @PersonalData @Nullable String deductionReason,
            Instant at)
            implements ReturnEvent {

        /** What goes back in all, goods and shipping. */
        @JsonIgnore
        public Money due() {
            return shipping == null ? refund : refund.plus(shipping);
        }
    }

    /** Staff retries the refund. */
    @Named("return.ReturnRefundRetried")
    @Sentence("The refund of the return is tried again[, to {creditAccountId}]")
    record ReturnRefundRetried(
            String returnId, String orderId, @Nullable String creditAccountId, Instant at) implements ReturnEvent {}

    /** {@code to} names every payment and account that it went to, with commas. */
    @Named("return.ReturnRefunded")
    @Sentence("{amount} went back to {to}")
    record ReturnRefunded(String returnId, String orderId, Money amount, String to, Instant at)
            implements ReturnEvent {}

    /** The goods did not come in time. */
    @Named("return.ReturnExpired")
    @Sentence("The goods did not come in time")
    record ReturnExpired(String returnId, String orderId, Instant at) implements ReturnEvent {}

    /** {@code received} are all units that ever came, one entry a line. */
    @Named("return.ReturnClosed")
    @Sentence("The return is closed")
    record ReturnClosed(String returnId, String orderId, List<ReturnedUnits> received, Instant at)
            implements ReturnEvent {}
}
