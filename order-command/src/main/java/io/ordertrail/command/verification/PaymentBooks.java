package io.ordertrail.command.verification;

import io.ordertrail.api.payment.PaymentEvent;
import io.ordertrail.api.payment.PaymentEvent.PaymentAuthorizationRequested;
import io.ordertrail.api.payment.PaymentEvent.PaymentAuthorized;
import io.ordertrail.api.payment.PaymentEvent.PaymentCaptureFailed;
import io.ordertrail.api.payment.PaymentEvent.PaymentCaptureRequested;
import io.ordertrail.api.payment.PaymentEvent.PaymentCaptured;
import io.ordertrail.api.payment.PaymentEvent.PaymentDeclined;
import io.ordertrail.api.payment.PaymentEvent.PaymentExpired;
import io.ordertrail.api.payment.PaymentEvent.PaymentInitiated;
import io.ordertrail.api.payment.PaymentEvent.PaymentRefunded;
import io.ordertrail.api.payment.PaymentEvent.PaymentVoidFailed;
import io.ordertrail.api.payment.PaymentEvent.PaymentVoidRequested;
import io.ordertrail.api.payment.PaymentEvent.PaymentVoided;
import io.ordertrail.api.payment.PaymentEvent.RefundFailed;
import io.ordertrail.api.payment.PaymentEvent.RefundRequested;
import io.ordertrail.model.payment.PaymentFacts;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What each payment has, by its own events, and what its provider was asked that it has not answered. */
final class PaymentBooks {

    private final Map<String, PaymentFacts> payments = new HashMap<>();
    private final Map<String, String> orders = new HashMap<>();
    private final Map<String, String> open = new HashMap<>();

    void see(PaymentEvent event) {
        if (event instanceof PaymentInitiated first) {
            payments.put(event.paymentId(), PaymentFacts.initiated(first.amount()));
            orders.put(event.paymentId(), event.orderId());
            return;
        }
        payments.computeIfPresent(event.paymentId(), (id, facts) -> facts.after(event));
        requested(event)
                .ifPresentOrElse(
                        key -> open.put(event.paymentId(), key),
                        () -> open.computeIfPresent(event.paymentId(), (id, key) -> isAnswer(event) ? null : key));
    }

    Optional<PaymentFacts> of(String paymentId) {
        return Optional.ofNullable(payments.get(paymentId));
    }

    /** The provider key of the request that has no answer yet, be it one of unknown outcome. */
    Optional<String> open(String paymentId) {
        return Optional.ofNullable(open.get(paymentId));
    }

    /** Payment by payment, whose it is. */
    Map<String, String> orders() {
        return orders;
    }

    private static Optional<String> requested(PaymentEvent event) {
        if (event instanceof PaymentAuthorizationRequested asked) {
            return Optional.of(asked.providerKey());
        }
        if (event instanceof PaymentCaptureRequested asked) {
            return Optional.of(asked.providerKey());
        }
        if (event instanceof PaymentVoidRequested asked) {
            return Optional.of(asked.providerKey());
        }
        return event instanceof RefundRequested asked ? Optional.of(asked.providerKey()) : Optional.empty();
    }

    /** Chargebacks and other news come between a request and its answer. */
    private static boolean isAnswer(PaymentEvent event) {
        return event instanceof PaymentAuthorized
                || event instanceof PaymentDeclined
                || event instanceof PaymentCaptured
                || event instanceof PaymentCaptureFailed
                || event instanceof PaymentVoided
                || event instanceof PaymentVoidFailed
                || event instanceof PaymentExpired
                || event instanceof PaymentRefunded
                || event instanceof RefundFailed;
    }
}
