package io.ordertrail.command.order;

import io.ordertrail.api.order.OrderEvent.PaymentProcessed;
import io.ordertrail.api.order.OrderEvent.RefundRecorded;
import io.ordertrail.api.order.PaymentKind;
import io.ordertrail.api.payment.PaymentChoice;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.joda.money.Money;

/** What was received for an order and went back, payment by payment, for processes that must name the payment they mean. */
public final class OrderMoney {

    private final EventStore events;

    public OrderMoney(EventStore events) {
        this.events = events;
    }

    /**
     * One payment of which money was received.
     *
     * @param method how it came
     * @param captured all that was received
     * @param refunds what went back, by refund id
     */
    public record Received(String paymentId, String method, Money captured, Map<String, Money> refunds) {

        /** Whether it came another way, by which only people can give it back. */
        public boolean isManual() {
            return method.equals(PaymentChoice.MANUAL);
        }

        /** What is left of it. */
        public Money left() {
            return refunds.values().stream().reduce(captured, Money::minus);
        }
    }

    /** The payments of the order of which money was received, the oldest first. */
    public List<Received> receivedFor(String orderId) {
        Map<String, Received> payments = new LinkedHashMap<>();
        events.readEvents(orderId, 0).forEachRemaining(message -> {
            if (message.getPayload() instanceof PaymentProcessed paid && paid.kind() == PaymentKind.CAPTURED) {
                payments.merge(
                        paid.paymentId(),
                        new Received(paid.paymentId(), paid.method(), paid.amount(), Map.of()),
                        OrderMoney::both);
            } else if (message.getPayload() instanceof RefundRecorded refund) {
                payments.computeIfPresent(refund.paymentId(), (id, payment) -> less(payment, refund));
            }
        });
        return List.copyOf(payments.values());
    }

    private static Received both(Received one, Received more) {
        return new Received(one.paymentId(), one.method(), one.captured().plus(more.captured()), one.refunds());
    }

    private static Received less(Received payment, RefundRecorded refund) {
        Map<String, Money> refunds = new LinkedHashMap<>(payment.refunds());
        refunds.put(refund.refundId(), refund.amount());
        return new Received(payment.paymentId(), payment.method(), payment.captured(), refunds);
    }
}
