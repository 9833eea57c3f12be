package io.ordertrail.command.process;

import io.ordertrail.api.order.OrderCourseCommand.ReportProblem;
import io.ordertrail.api.order.OrderCourseCommand.ResolveProblem;
import io.ordertrail.api.process.ProcessEvent.StepStuck;
import io.ordertrail.api.process.ProcessEvent.StepTakenOver;
import io.ordertrail.api.process.ProcessEvent.StepUnstuck;
import io.ordertrail.axon.process.step.StepId;
import org.junit.jupiter.api.Test;

class StuckStepPolicyTest extends PolicyScenario {

    private static final StepId CAPTURE = StepId.of("payment-ask", ORDER, "capture-payment", PAYMENT, 2);
    private static final String PROBLEM = "step:" + CAPTURE.commandId();

    StuckStepPolicyTest() {
        super("stuck-step", new StuckStepPolicy());
    }

    private static StepStuck stuck(StepId step) {
        return new StepStuck(
                step.process(), step.subject(), step.kind(), step.of(), step.number(), "X", "Not now.", AT);
    }

    private static StepUnstuck unstuck(StepId step) {
        return new StepUnstuck(step.process(), step.subject(), step.kind(), step.of(), step.number(), AT);
    }

    @Test
    void an_order_of_which_a_step_is_stuck_has_a_problem_at_once_whatever_waits_for_that_step() {
        when(stuck(CAPTURE))
                .sendsAt(
                        AT,
                        "report-problem",
                        CAPTURE.commandId(),
                        0,
                        new ReportProblem(
                                ORDER,
                                PROBLEM,
                                "STEP_STUCK",
                                "Step capture-payment of " + PAYMENT + " (payment-ask): Not now."))
                .andNoMore();
    }

    @Test
    void it_has_it_no_more_once_the_step_has_gone_through() {
        when(unstuck(CAPTURE))
                .sendsAt(
                        AT,
                        "resolve-problem",
                        CAPTURE.commandId(),
                        0,
                        new ResolveProblem(
                                ORDER,
                                PROBLEM,
                                "Step capture-payment of " + PAYMENT + " (payment-ask) has gone through"))
                .andNoMore();
    }

    @Test
    void nor_once_somebody_has_taken_it_over() {
        when(new StepTakenOver(
                        CAPTURE.process(),
                        CAPTURE.subject(),
                        CAPTURE.kind(),
                        CAPTURE.of(),
                        CAPTURE.number(),
                        "ann",
                        "paid by hand",
                        AT))
                .sendsAt(
                        AT,
                        "resolve-problem",
                        CAPTURE.commandId(),
                        0,
                        new ResolveProblem(
                                ORDER, PROBLEM, "Step capture-payment of " + PAYMENT + " (payment-ask) was taken over"))
                .andNoMore();
    }

    @Test
    void what_is_about_no_order_is_no_orders_problem() {
        when(stuck(StepId.of("transfer", "transfer-1", "deposit-back"))).andNoMore();
    }

    @Test
    void that_this_very_policy_is_stuck_is_told_to_nobody() {
        when(stuck(step("report-problem", CAPTURE.commandId(), 0))).andNoMore();
    }
}
