package io.ordertrail.command.order;

import io.ordertrail.api.order.OrderAction;
import io.ordertrail.api.order.OrderCommand.RecordPayment;
import io.ordertrail.api.order.OrderCommand.RecordRefund;
import io.ordertrail.api.order.OrderEvent;
import io.ordertrail.api.order.OrderEvent.PaymentProcessed;
import io.ordertrail.api.order.OrderEvent.RefundRecorded;
import io.ordertrail.api.order.PaymentKind;
import io.ordertrail.api.order.PaymentSums;
import io.ordertrail.command.Caller;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What an order makes of money that moved. Staff is asked whether it may be; what the service says has happened, whatever
 * became of the order since.
 */
record PaymentNews(OrderState state) {

    /** Staff, and no customer, says what was promised or has arrived, and each payment once. */
    void mayBeSaidByStaff(RecordPayment command, Caller caller) {
        caller.mustBe(Caller.STAFF);
        if (command.kind() == PaymentKind.RELEASED || command.kind() == PaymentKind.DECLINED) {
            caller.mustBe(Caller.SERVICE);
        }
        new OrderRules(state).allow(OrderAction.PAY).newPayment(command.paymentId());
    }

    /** A payment is promised or declined once; it may be captured and released in parts. */
    List<OrderEvent> heard(RecordPayment news, Instant at) {
        PaymentSums known = state.facts().funds().of(news.paymentId());
        boolean again = switch (news.kind()) {
            case AUTHORIZED -> known.authorized().isPositive();
            case DECLINED -> known.declined();
            case CAPTURED, RELEASED, UNKNOWN -> false;
        };
        return again ? List.of() : andProblems(processed(news, at), news.paymentId(), at);
    }

    /** A refund is recorded once for ever. */
    List<OrderEvent> refunded(RecordRefund news, Instant at) {
        if (state.refunds().contains(news.refundId())) {
            return List.of();
        }
        OrderEvent refund =
                new RefundRecorded(state.orderId(), news.paymentId(), news.refundId(), news.kind(), news.amount(), at);
        return andProblems(refund, news.paymentId(), at);
    }

    static PaymentProcessed processed(RecordPayment command, Instant at) {
        return new PaymentProcessed(
                command.orderId(),
                command.paymentId(),
                command.kind(),
                command.method(),
                command.amount(),
                command.reference(),
                at);
    }

    private List<OrderEvent> andProblems(OrderEvent event, String paymentId, Instant at) {
        List<OrderEvent> events = new ArrayList<>(List.of(event));
        events.addAll(Problems.overdrawn(state.evolve(event), paymentId, at));
        return events;
    }
}
