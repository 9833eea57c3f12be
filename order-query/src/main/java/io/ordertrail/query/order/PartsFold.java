package io.ordertrail.query.order;

import io.ordertrail.api.order.OrderEvent;
import io.ordertrail.api.order.OrderEvent.DebtSettled;
import io.ordertrail.api.order.OrderEvent.OrderCancelled;
import io.ordertrail.api.order.OrderEvent.OrderEditProposed;
import io.ordertrail.api.order.OrderEvent.OrderEdited;
import io.ordertrail.api.order.OrderEvent.OrderLinesCancelled;
import io.ordertrail.api.order.OrderEvent.OrderProblemReported;
import io.ordertrail.api.order.OrderEvent.OrderProblemResolved;
import io.ordertrail.api.order.OrderEvent.PaymentProcessed;
import io.ordertrail.api.order.OrderEvent.ShipmentApproved;
import io.ordertrail.api.order.OrderEvent.ShipmentResolved;
import io.ordertrail.api.order.OrderEvent.ShipmentWithdrawn;
import io.ordertrail.api.order.OrderView;
import io.ordertrail.model.order.OrderFacts;
import io.ordertrail.query.order.FoldedOrder.Parts;
import io.ordertrail.query.projection.fold.Recorded;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** How each event changes the parts of an order. */
final class PartsFold {

    private PartsFold() {}

    /** @param after the facts about the order after the event */
    static Parts next(Parts parts, Recorded<OrderEvent> recorded, OrderFacts after) {
        OrderEvent event = recorded.event();
        return new Parts(
                payments(parts.payments(), event),
                Refunds.next(parts.refunds(), event),
                settlements(parts.settlements(), event),
                OpenAsks.next(parts.asks(), event, after),
                Parcels.next(parts.shipments(), event),
                ReturnsOfOrder.next(parts.returns(), event, after),
                edits(outdates(event) ? List.of() : parts.edits(), event),
                problems(parts.problems(), event),
                NextDeadlines.next(parts.deadlines(), recorded, after));
    }

    private static List<OrderView.Payment> payments(List<OrderView.Payment> payments, OrderEvent event) {
        return event instanceof PaymentProcessed e
                ? and(
                        payments,
                        new OrderView.Payment(
                                e.paymentId(), e.kind(), e.method(), e.amount(), e.reference(), e.reason(), e.at()))
                : payments;
    }

    private static List<OrderView.Settlement> settlements(List<OrderView.Settlement> settlements, OrderEvent event) {
        return event instanceof DebtSettled e
                ? and(
                        settlements,
                        new OrderView.Settlement(
                                e.debtId(), e.how(), e.paymentId(), e.amount(), e.reference(), e.reason(), e.at()))
                : settlements;
    }

    private static List<OrderView.Edit> edits(List<OrderView.Edit> edits, OrderEvent event) {
        return event instanceof OrderEditProposed e
                ? and(
                        edits,
                        new OrderView.Edit(
                                e.editId(),
                                e.lines(),
                                e.shipping(),
                                e.totals(),
                                e.difference(),
                                e.stock(),
                                e.reason(),
                                e.at()))
                : edits;
    }

    private static List<OrderView.Problem> problems(List<OrderView.Problem> problems, OrderEvent event) {
        if (event instanceof OrderProblemReported e) {
            return and(problems, new OrderView.Problem(e.problemId(), e.code(), e.detail(), e.at()));
        }
        return event instanceof OrderProblemResolved e
                ? problems.stream()
                        .filter(problem -> !problem.id().equals(e.problemId()))
                        .toList()
                : problems;
    }

    /** An edit is worked out for the goods as they are. */
    private static boolean outdates(OrderEvent event) {
        return event instanceof OrderEdited
                || event instanceof OrderLinesCancelled
                || event instanceof OrderCancelled
                || event instanceof ShipmentApproved
                || event instanceof ShipmentWithdrawn
                || event instanceof ShipmentResolved;
    }

    static <T> List<T> change(List<T> some, Function<T, String> idOf, String id, UnaryOperator<T> step) {
        if (some.stream().noneMatch(one -> idOf.apply(one).equals(id))) {
            throw new IllegalStateException("There is no " + id);
        }
        return some.stream()
                .map(one -> idOf.apply(one).equals(id) ? step.apply(one) : one)
                .toList();
    }

    static <T> List<T> and(List<T> some, T one) {
        List<T> more = new ArrayList<>(some);
        more.add(one);
        return List.copyOf(more);
    }
}
