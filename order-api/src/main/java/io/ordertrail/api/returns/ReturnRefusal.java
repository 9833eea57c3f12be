package io.ordertrail.api.returns;

import io.ordertrail.api.message.Named;
import io.ordertrail.api.message.Refusal;
import io.ordertrail.api.message.Sentence;
import org.joda.money.Money;

/** Refusals of returns, one record for each reason. The first word of each Javadoc is its rule, if any. */
public sealed interface ReturnRefusal extends Refusal {

    @Named("return.refusal.ReturnNotFound")
    @Sentence("There is no return {returnId}.")
    record ReturnNotFound(String returnId) implements ReturnRefusal, NotFound {}

    @Named("return.refusal.ReturnIdTaken")
    @Sentence("Another request already opened {returnId}.")
    record ReturnIdTaken(String returnId) implements ReturnRefusal {}

    /** It was approved or rejected before. */
    @Named("return.refusal.ReturnAlreadyDecided")
    @Sentence("The return is decided already: it is {status}.")
    record ReturnAlreadyDecided(RmaStatus status) implements ReturnRefusal {}

    /** Goods are received only of a return that is approved and not inspected. */
    @Named("return.refusal.ReturnNotExpected")
    record ReturnNotExpected(RmaStatus status) implements ReturnRefusal {
        @Override
        public String detail() {
            String no = "No goods are expected: the return is " + status + ".";
            return status == RmaStatus.EXPIRED ? no + " Request another return for goods that arrived later." : no;
        }
    }

    /** R1: no more comes back than was requested. */
    @Named("return.refusal.MoreThanRequested")
    @Sentence("Line {lineId} has {left} units still to come back, not {came}.")
    record MoreThanRequested(String lineId, long came, long left) implements ReturnRefusal {}

    @Named("return.refusal.NothingLeftToReceive")
    @Sentence("Every unit has come back already.")
    record NothingLeftToReceive() implements ReturnRefusal {}

    @Named("return.refusal.NotInReturn")
    @Sentence("The return has no line {lineId}.")
    record NotInReturn(String lineId) implements ReturnRefusal, Unprocessable {}

    /** R4: what is not here cannot be looked at. */
    @Named("return.refusal.NothingToInspect")
    @Sentence("There is nothing to inspect: the return is {status}.")
    record NothingToInspect(RmaStatus status) implements ReturnRefusal {}

    /** R4: every unit that came has one verdict. */
    @Named("return.refusal.VerdictsDoNotAddUp")
    @Sentence("Line {lineId}: {received} units came back, but {judged} have a verdict.")
    record VerdictsDoNotAddUp(String lineId, long received, long judged) implements ReturnRefusal, Unprocessable {}

    /** No refund is due, or none any more. */
    @Named("return.refusal.NoRefundDue")
    @Sentence("No refund is due: the return is {status}.")
    record NoRefundDue(RmaStatus status) implements ReturnRefusal {}

    /** R3. */
    @Named("return.refusal.RefundTooHigh")
    @Sentence("At most {due} may be refunded, not {asked}.")
    record RefundTooHigh(Money asked, Money due) implements ReturnRefusal {}

    /** It can only be closed once it was inspected, and once only. */
    @Named("return.refusal.NotToBeClosed")
    @Sentence("The return cannot be closed: it is {status}.")
    record NotToBeClosed(RmaStatus status) implements ReturnRefusal {}
}
