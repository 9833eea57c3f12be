package io.ordertrail.api.returns;

import io.ordertrail.api.message.Named;
import io.ordertrail.api.message.Refusal;
import org.joda.money.Money;

/** Refusals of returns, one record for each reason. The first word of each Javadoc is its rule, if any. */
public sealed interface ReturnRefusal extends Refusal {

    @Named("return.refusal.ReturnNotFound")
    record ReturnNotFound(String returnId) implements ReturnRefusal, NotFound {
        @Override
        public String detail() {
            return "There is no return " + returnId + ".";
        }
    }

    @Named("return.refusal.ReturnIdTaken")
    record ReturnIdTaken(String returnId) implements ReturnRefusal {
        @Override
        public String detail() {
            return "Another request already opened " + returnId + ".";
        }
    }

    /** It was approved or rejected before. */
    @Named("return.refusal.ReturnAlreadyDecided")
    record ReturnAlreadyDecided(RmaStatus status) implements ReturnRefusal {
        @Override
        public String detail() {
            return "The return is decided already: it is " + status + ".";
        }
    }

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
    record MoreThanRequested(String lineId, long came, long left) implements ReturnRefusal {
        @Override
        public String detail() {
            return "Line " + lineId + " has " + left + " units still to come back, not " + came + ".";
        }
    }

    @Named("return.refusal.NothingLeftToReceive")
    record NothingLeftToReceive() implements ReturnRefusal {
        @Override
        public String detail() {
            return "Every unit has come back already.";
        }
    }

    @Named("return.refusal.NotInReturn")
    record NotInReturn(String lineId) implements ReturnRefusal, Unprocessable {
        @Override
        public String detail() {
            return "The return has no line " + lineId + ".";
        }
    }

    /** R4: what is not here cannot be looked at. */
    @Named("return.refusal.NothingToInspect")
    record NothingToInspect(RmaStatus status) implements ReturnRefusal {
        @Override
        public String detail() {
            return "There is nothing to inspect: the return is " + status + ".";
        }
    }

    /** R4: every unit that came has one verdict. */
    @Named("return.refusal.VerdictsDoNotAddUp")
    record VerdictsDoNotAddUp(String lineId, long received, long judged) implements ReturnRefusal, Unprocessable {
        @Override
        public String detail() {
            return "Line " + lineId + ": " + received + " units came back, but " + judged + " have a verdict.";
        }
    }

    /** No refund is due, or none any more. */
    @Named("return.refusal.NoRefundDue")
    record NoRefundDue(RmaStatus status) implements ReturnRefusal {
        @Override
        public String detail() {
            return "No refund is due: the return is " + status + ".";
        }
    }

    /** R3. */
    @Named("return.refusal.RefundTooHigh")
    record RefundTooHigh(Money asked, Money due) implements ReturnRefusal {
        @Override
        public String detail() {
            return "At most " + due + " may be refunded, not " + asked + ".";
        }
    }

    /** It can only be closed once it was inspected, and once only. */
    @Named("return.refusal.NotToBeClosed")
    record NotToBeClosed(RmaStatus status) implements ReturnRefusal {
        @Override
        public String detail() {
            return "The return cannot be closed: it is " + status + ".";
        }
    }
}
