package io.ordertrail.command.process;

import io.ordertrail.api.order.OrderCourseCommand.ReportProblem;
import io.ordertrail.api.order.OrderCourseCommand.ResolveProblem;
import io.ordertrail.api.order.OrderId;
import io.ordertrail.api.process.ProcessEvent.OfStep;
import io.ordertrail.api.process.ProcessEvent.StepStuck;
import io.ordertrail.api.process.ProcessEvent.StepTakenOver;
import io.ordertrail.api.process.ProcessEvent.StepUnstuck;
import io.ordertrail.axon.process.step.StepId;
import io.ordertrail.axon.process.step.StepOutbox;
import java.util.Optional;
import org.axonframework.eventhandling.EventHandler;

/**
 * An order of which a step does not go through has a problem, until the step has gone through. That is told as a
 * deadline of this very moment: such steps wait for no other, and the stuck one may be in the way of all others of its
 * order.
 */
final class StuckStepPolicy {

    static final String NAME = "stuck-step";

    @EventHandler
    void on(StepStuck event, StepOutbox steps) {
        StepId name = StepId.of(event);
        orderOf(name)
                .ifPresent(order -> steps.sendAt(
                        step(order, "report-problem", name),
                        event.at(),
                        new ReportProblem(order, problem(name), "STEP_STUCK", what(name) + ": " + event.detail())));
    }

    @EventHandler
    void on(StepUnstuck event, StepOutbox steps) {
        resolve(event, "has gone through", steps);
    }

    @EventHandler
    void on(StepTakenOver event, StepOutbox steps) {
        resolve(event, "was taken over", steps);
    }

    private static void resolve(OfStep event, String how, StepOutbox steps) {
        StepId name = StepId.of(event);
        orderOf(name)
                .ifPresent(order -> steps.sendAt(
                        step(order, "resolve-problem", name),
                        event.at(),
                        new ResolveProblem(order, problem(name), what(name) + " " + how)));
    }

    /** Most steps are about an order. That one of this very policy is stuck is told to nobody. */
    private static Optional<String> orderOf(StepId name) {
        return Optional.of(name.subject())
                .filter(OrderId::isValid)
                .filter(order -> !name.process().equals(NAME));
    }

    /** Short, and of characters that an address can have. */
    private static String problem(StepId name) {
        return "step:" + name.commandId();
    }

    private static StepId step(String orderId, String kind, StepId stuck) {
        return StepId.of(NAME, orderId, kind, stuck.commandId(), 0);
    }

    private static String what(StepId name) {
        String of = name.of().isEmpty() ? "" : " of " + name.of();
        return "Step " + name.kind() + of + " (" + name.process() + ")";
    }
}
