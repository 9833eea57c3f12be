package io.ordertrail.command.fulfilment;

import static io.ordertrail.command.fulfilment.Story.NOW;
import static io.ordertrail.command.fulfilment.Story.ORDER;

import io.ordertrail.api.order.OrderCommand.ReportProblem;
import io.ordertrail.api.order.OrderCommand.ResolveProblem;
import io.ordertrail.api.process.ProcessEvent.StepStuck;
import io.ordertrail.api.process.ProcessEvent.StepTakenOver;
import io.ordertrail.api.process.ProcessEvent.StepUnstuck;
import io.ordertrail.axon.process.RecordedSteps;
import io.ordertrail.axon.process.StepId;
import org.junit.jupiter.api.Test;

class StuckStepsTest {

    private static final String RELEASE = "step:" + Story.step("release:1").commandId();

    private final RecordedSteps steps = new RecordedSteps();
    private final StuckSteps policy = new StuckSteps();

    @Test
    void an_order_of_which_a_step_is_stuck_has_a_problem() {
        policy.stuck(new StepStuck("fulfilment", ORDER, "release:1", "", 1, "NOT_NOW", "Not now.", NOW), steps);
        steps.sent(
                        StepId.first(StuckSteps.NAME, ORDER, "stuck:" + RELEASE),
                        new ReportProblem(ORDER, RELEASE, "STEP_STUCK", "Step release:1 of fulfilment: Not now."))
                .nothingElse();
    }

    @Test
    void it_has_it_no_more_once_the_step_has_gone_through() {
        policy.unstuck(new StepUnstuck("fulfilment", ORDER, "release:1", "", 1, NOW), steps);
        steps.sent(
                        StepId.first(StuckSteps.NAME, ORDER, "unstuck:" + RELEASE),
                        new ResolveProblem(ORDER, RELEASE, "Step release:1 of fulfilment has gone through"))
                .nothingElse();
    }

    @Test
    void a_part_of_an_order_leads_to_it() {
        policy.stuck(new StepStuck("payment-news", Story.PAYMENT, "captured:3", "", 1, "X", "No.", NOW), steps);
        String problem = "step:"
                + StepId.first("payment-news", Story.PAYMENT, "captured:3").commandId();
        steps.sent(
                        StepId.first(StuckSteps.NAME, ORDER, "stuck:" + problem),
                        new ReportProblem(ORDER, problem, "STEP_STUCK", "Step captured:3 of payment-news: No."))
                .nothingElse();
    }

    @Test
    void what_is_about_no_order_is_no_orders_problem() {
        policy.stuck(new StepStuck("transfer-process", "transfer-1", "back", "", 1, "X", "No.", NOW), steps);
        policy.stuck(new StepStuck(StuckSteps.NAME, ORDER, "stuck:1", "", 1, "X", "No.", NOW), steps);
        steps.nothingElse();
    }

    @Test
    void what_somebody_takes_over_is_no_problem_any_more() {
        policy.takenOver(
                new StepTakenOver("fulfilment", ORDER, "release:1", "", 1, "anna", "Paid in cash", NOW), steps);
        steps.sent(
                        StepId.first(StuckSteps.NAME, ORDER, "taken-over:" + RELEASE),
                        new ResolveProblem(ORDER, RELEASE, "Step release:1 of fulfilment is settled otherwise"))
                .nothingElse();
    }
}
