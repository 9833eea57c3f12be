package io.ordertrail.command.order;

import io.ordertrail.api.order.OrderCommand.ReportProblem;
import io.ordertrail.api.order.OrderCommand.ResolveProblem;
import io.ordertrail.api.order.OrderEvent;
import io.ordertrail.api.order.OrderEvent.OrderProblemReported;
import io.ordertrail.api.order.OrderEvent.OrderProblemResolved;
import io.ordertrail.api.order.OrderRefusal.ProblemNotFound;
import io.ordertrail.axon.Refused;
import io.ordertrail.command.Caller;
import java.time.Instant;
import java.util.List;

/**
 * What needs a person. A problem that an order finds itself has an id made of what it concerns, so that it is open once at
 * most.
 */
final class Problems {

    private Problems() {}

    static List<OrderEvent> reported(OrderState state, ReportProblem problem, Instant at) {
        return state.facts().problems().contains(problem.problemId())
                ? List.of()
                : List.of(new OrderProblemReported(
                        state.orderId(), problem.problemId(), problem.code(), problem.detail(), at));
    }

    /** By the service itself or by staff. */
    static OrderEvent resolved(OrderState state, ResolveProblem problem, Caller caller, Instant at) {
        if (!caller.is(Caller.SERVICE)) {
            caller.mustBe(Caller.STAFF);
        }
        if (!state.facts().problems().contains(problem.problemId())) {
            throw new Refused(new ProblemNotFound(problem.problemId()));
        }
        return new OrderProblemResolved(state.orderId(), problem.problemId(), problem.note(), at);
    }

    /** More of a payment went back than is known to have come (rule O6). */
    static List<OrderEvent> overdrawn(OrderState state, String paymentId, Instant at) {
        String id = "overdrawn:" + paymentId;
        boolean open = state.facts().problems().contains(id);
        boolean holds = state.facts().funds().of(paymentId).overdrawn();
        if (holds && !open) {
            return List.of(new OrderProblemReported(
                    state.orderId(),
                    id,
                    "REFUNDED_BEYOND_CAPTURED",
                    "More of " + paymentId + " went back than was received.",
                    at));
        }
        return open && !holds
                ? List.of(new OrderProblemResolved(state.orderId(), id, "The money was received after all.", at))
                : List.of();
    }

    /** A line that was added to a confirmed order, or got more units, cannot be had. */
    static List<OrderEvent> outOfStock(OrderState state, String lineId, Instant at) {
        String id = "out-of-stock:" + lineId;
        if (state.facts().problems().contains(id)) {
            return List.of();
        }
        return List.of(new OrderProblemReported(
                state.orderId(), id, "OUT_OF_STOCK", "Line " + lineId + " cannot be had as it was edited.", at));
    }
}
