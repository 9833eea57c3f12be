package io.ordertrail.query.order;

import io.ordertrail.api.order.OrderEvent;
import io.ordertrail.api.order.OrderEvent.ReturnRecorded;
import io.ordertrail.api.order.OrderView.Return;
import io.ordertrail.api.order.ReturnStage;
import io.ordertrail.model.order.OrderFacts;
import io.ordertrail.model.order.ReturnFacts;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** How each event changes the returns of an order; the facts say what is owed for them. */
final class ReturnsOfOrder {

    private ReturnsOfOrder() {}

    static List<Return> next(List<Return> returns, OrderEvent event, OrderFacts after) {
        if (!(event instanceof ReturnRecorded e)) {
            return returns.stream()
                    .map(one -> told(one, known(after, one.id()), one.updatedAt()))
                    .toList();
        }
        ReturnFacts facts = known(after, e.returnId());
        return e.stage() == ReturnStage.REQUESTED
                ? PartsFold.and(returns, asked(e, facts))
                : PartsFold.change(returns, Return::id, e.returnId(), one -> told(one, facts, e.at()));
    }

    private static ReturnFacts known(OrderFacts facts, String returnId) {
        return Objects.requireNonNull(facts.returns().get(returnId), returnId);
    }

    private static Return asked(ReturnRecorded e, ReturnFacts facts) {
        return new Return(
                e.returnId(),
                e.stage(),
                e.lines(),
                e.worth(),
                e.reason(),
                e.override(),
                facts.accepted(),
                facts.refunded(),
                facts.settled(),
                e.creditAccountId(),
                e.exchangeOrderId(),
                e.at(),
                e.at());
    }

    private static Return told(Return one, ReturnFacts facts, Instant at) {
        return new Return(
                one.id(),
                facts.stage(),
                one.lines(),
                one.worth(),
                one.reason(),
                one.override(),
                facts.accepted(),
                facts.refunded(),
                facts.settled(),
                facts.creditAccountId(),
                one.exchangeOrderId(),
                one.requestedAt(),
                at);
    }
}
