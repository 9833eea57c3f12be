package io.ordertrail.command.process;

import io.ordertrail.axon.process.step.StepId;
import java.util.Set;

/**
 * Which steps people may take over: an ask, which its order then knows to be unanswered, and those on which nothing
 * depends. Any other tells somebody what has happened, or moves money that has left an account; if it were dropped,
 * nobody would ever say it.
 */
final class TakeOvers {

    private static final Set<String> NOTHING_DEPENDS_ON =
            Set.of(DeadlinePolicy.NAME, StuckStepPolicy.NAME, AutomaticShipmentPolicy.NAME);

    /** The kind of a step whose name this release cannot read: no retry would ever help it. */
    static final String UNREADABLE = "unreadable";

    private TakeOvers() {}

    static boolean mayTakeOver(StepId step) {
        return StockAskPolicy.isAsk(step)
                || PaymentAskPolicy.isAsk(step)
                || RefundPolicy.isAsk(step)
                || step.kind().equals(UNREADABLE)
                || NOTHING_DEPENDS_ON.contains(step.process());
    }
}
