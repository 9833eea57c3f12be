package io.ordertrail.model.order.decision;

import io.ordertrail.api.order.OrderCourseEvent.OrderHeld;
import io.ordertrail.api.order.OrderCourseEvent.OrderProblemReported;
import io.ordertrail.api.order.OrderCourseEvent.OrderProblemResolved;
import io.ordertrail.api.order.OrderCourseEvent.OrderReleased;
import io.ordertrail.api.order.OrderEvent;
import io.ordertrail.api.order.OrderMoneyCommand.RecordChargeback;
import io.ordertrail.api.order.OrderMoneyCommand.RecordChargebackReversal;
import io.ordertrail.api.order.OrderMoneyEvent.ChargebackReversed;
import io.ordertrail.api.order.OrderMoneyEvent.RefundRecorded;
import io.ordertrail.api.order.value.RefundKind;
import io.ordertrail.model.order.OrderFacts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What customers' banks took back and gave back. Somebody is told, and goods that have not left stay where they are.
 */
public record ChargebackDecisions(OrderContext order) {

    private static final String PROBLEM = "chargeback:";

    public List<OrderEvent> taken(RecordChargeback news) {
        if (order.state().transactions().chargebacks().contains(news.chargebackId())) {
            return List.of();
        }
        Instant at = order.news(news.at());
        List<OrderEvent> events = new ArrayList<>();
        events.add(new RefundRecorded(
                order.orderId(),
                news.paymentId(),
                null,
                news.chargebackId(),
                RefundKind.CHARGEBACK,
                news.amount(),
                null,
                news.reason(),
                at));
        events.add(new OrderProblemReported(
                order.orderId(),
                PROBLEM + news.paymentId() + ":"
                        + order.state().transactions().chargebacks().size(),
                "CHARGEBACK",
                "The customer's bank took " + news.amount() + " back"
                        + (news.reason() == null ? "." : ": " + news.reason()),
                at));
        OrderFacts facts = order.facts();
        if (facts.hold() == null
                && !facts.isOver()
                && facts.goods().shipped() < facts.goods().wanted()) {
            events.add(new OrderHeld(order.orderId(), OrderFacts.CHARGEBACK, news.reason(), at));
        }
        return events;
    }

    public List<OrderEvent> won(RecordChargebackReversal news) {
        if (order.state().transactions().chargebacks().contains(news.reversalId())) {
            return List.of();
        }
        Instant at = order.news(news.at());
        OrderEvent event =
                new ChargebackReversed(order.orderId(), news.paymentId(), news.reversalId(), news.amount(), at);
        List<OrderEvent> events = new ArrayList<>(List.of(event));
        OrderFacts after = order.facts().after(event);
        if (after.funds().of(news.paymentId()).chargedBack().isPositive()) {
            return events;
        }
        after.problems().stream()
                .filter(id -> id.startsWith(PROBLEM + news.paymentId() + ":"))
                .forEach(id -> events.add(new OrderProblemResolved(order.orderId(), id, "The bank gave it back.", at)));
        if (OrderFacts.CHARGEBACK.equals(after.hold())
                && after.funds().payments().values().stream()
                        .noneMatch(payment -> payment.chargedBack().isPositive())) {
            events.add(new OrderReleased(order.orderId(), "The bank gave back what it had taken.", at));
        }
        return events;
    }
}
