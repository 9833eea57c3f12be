package io.ordertrail.api.returns;

import io.ordertrail.api.message.ActionAnswer;
import io.ordertrail.api.returns.ReturnRefusal.NoRefundDue;
import io.ordertrail.api.returns.ReturnRefusal.NotToBeClosed;
import io.ordertrail.api.returns.ReturnRefusal.NothingLeftToReceive;
import io.ordertrail.api.returns.ReturnRefusal.NothingToInspect;
import io.ordertrail.api.returns.ReturnRefusal.ReturnAlreadyDecided;
import io.ordertrail.api.returns.ReturnRefusal.ReturnNotExpected;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What people can do to a return; {@link #refusalWhen} says whether it may be done now. */
public enum ReturnAction {
    APPROVE,
    REJECT,
    /** Say that goods of it came. */
    RECEIVE,
    INSPECT,
    /** Retry the refund that is still owed. */
    RETRY_REFUND,
    CLOSE;

    /**
     * The refusal of the action, for any caller; empty if it is allowed.
     *
     * @param isComplete whether every unit has come
     * @param isOwed whether a refund is due, by the inspection
     */
    public Optional<ReturnRefusal> refusalWhen(RmaStatus status, boolean isComplete, boolean isOwed) {
        return switch (this) {
            case APPROVE, REJECT -> unless(status == RmaStatus.REQUESTED, new ReturnAlreadyDecided(status));
            case RECEIVE ->
                status == RmaStatus.APPROVED || status == RmaStatus.RECEIVED
                        ? unless(!isComplete, new NothingLeftToReceive())
                        : Optional.of(new ReturnNotExpected(status));
            case INSPECT -> unless(status == RmaStatus.RECEIVED, new NothingToInspect(status));
            case RETRY_REFUND -> unless(status == RmaStatus.INSPECTED && isOwed, new NoRefundDue(status));
            case CLOSE -> unless(status == RmaStatus.INSPECTED, new NotToBeClosed(status));
        };
    }

    /** Every action with its answer, in their order. */
    public static List<ActionAnswer> answers(ReturnView view) {
        boolean isComplete = view.lines().stream().allMatch(line -> line.received() >= line.requested());
        boolean isOwed = view.refund() != null && view.refund().isPositive()
                || view.shipping() != null && view.shipping().isPositive();
        return Arrays.stream(values())
                .map(action -> ActionAnswer.of(action, action.refusalWhen(view.status(), isComplete, isOwed)))
                .toList();
    }

    private static Optional<ReturnRefusal> unless(boolean allowed, ReturnRefusal no) {
        return allowed ? Optional.empty() : Optional.of(no);
    }
}
