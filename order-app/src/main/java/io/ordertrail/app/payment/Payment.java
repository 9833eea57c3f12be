package io.ordertrail.app.payment;

import io.ordertrail.api.order.OrderView;
import io.ordertrail.api.order.PaymentKind;
import java.time.Instant;
import java.util.Optional;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Money that was recorded for an order, or will not come.
 *
 * @param version of the order that it belongs to
 */
record Payment(
        String id,
        String orderId,
        long version,
        PaymentKind kind,
        String method,
        Money amount,
        @Nullable String reference,
        Instant at) {

    static Payment of(OrderView order, String paymentId) {
        return find(order, paymentId)
                .orElseThrow(() -> new IllegalStateException("An accepted payment is part of its order"));
    }

    /** The payment of {@code paymentId} if it was declined; empty where the order has heard no such thing. */
    static Optional<Payment> declined(OrderView order, String paymentId) {
        return find(order, paymentId).filter(payment -> payment.kind == PaymentKind.DECLINED);
    }

    private static Optional<Payment> find(OrderView order, String paymentId) {
        return order.payments().stream()
                .filter(payment -> payment.id().equals(paymentId))
                .map(payment -> new Payment(
                        payment.id(),
                        order.id(),
                        order.version(),
                        payment.kind(),
                        payment.method(),
                        payment.amount(),
                        payment.reference(),
                        payment.at()))
                .findFirst();
    }
}
