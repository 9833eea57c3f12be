package io.ordertrail.command.fulfilment;

import io.ordertrail.api.order.OrderCommand.ReportProblem;
import io.ordertrail.api.order.OrderCommand.ResolveProblem;
import io.ordertrail.api.order.OrderId;
import io.ordertrail.api.process.ProcessEvent.OfStep;
import io.ordertrail.api.process.ProcessEvent.StepStuck;
import io.ordertrail.api.process.ProcessEvent.StepTakenOver;
import io.ordertrail.api.process.ProcessEvent.StepUnstuck;
import io.ordertrail.axon.process.StepId;
import io.ordertrail.axon.process.Steps;
import java.util.Optional;
import org.axonframework.eventhandling.EventHandler;

/** An order of which a step does not go through has a problem, until the step has gone through. */
final class StuckSteps {

    static final String NAME = "stuck-steps";

    @EventHandler
    void stuck(StepStuck event, Steps steps) {
        orderOf(event)
                .ifPresent(order -> steps.send(
                        StepId.first(NAME, order, "stuck:" + problem(event)),
                        new ReportProblem(order, problem(event), "STEP_STUCK", what(event) + ": " + event.detail())));
    }

    @EventHandler
    void unstuck(StepUnstuck event, Steps steps) {
        orderOf(event)
                .ifPresent(order -> steps.send(
                        StepId.first(NAME, order, "unstuck:" + problem(event)),
                        new ResolveProblem(order, problem(event), what(event) + " has gone through")));
    }

    @EventHandler
    void takenOver(StepTakenOver event, Steps steps) {
        orderOf(event)
                .ifPresent(order -> steps.send(
                        StepId.first(NAME, order, "taken-over:" + problem(event)),
                        new ResolveProblem(order, problem(event), what(event) + " is settled otherwise")));
    }

    /** A process is about an order, or about a part of one, whose id leads to it. That this very policy is stuck is told to nobody. */
    private static Optional<String> orderOf(OfStep event) {
        if (event.process().equals(NAME)) {
            return Optional.empty();
        }
        return OrderId.isValid(event.subject()) ? Optional.of(event.subject()) : OrderId.ofPart(event.subject());
    }

    /** Short, and of characters that an address can have. */
    private static String problem(OfStep event) {
        return "step:" + StepId.of(event).commandId();
    }

    private static String what(OfStep event) {
        return "Step " + event.kind() + " of " + event.process();
    }
}
