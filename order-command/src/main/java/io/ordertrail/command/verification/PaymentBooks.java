package io.ordertrail.command.verification;

import io.ordertrail.api.payment.PaymentEvent;
import io.ordertrail.api.payment.PaymentEvent.PaymentAuthorizationRequested;
import io.ordertrail.api.payment.PaymentEvent.PaymentCaptureRequested;
import io.ordertrail.api.payment.PaymentEvent.PaymentInitiated;
import io.ordertrail.api.payment.PaymentEvent.PaymentOutcomeKnown;
import io.ordertrail.api.payment.PaymentEvent.PaymentOutcomeOverdue;
import io.ordertrail.api.payment.PaymentEvent.PaymentOutcomeUnknown;
import io.ordertrail.api.payment.PaymentEvent.PaymentVoidRequested;
import io.ordertrail.api.payment.PaymentEvent.RefundRequested;
import io.ordertrail.api.payment.PaymentFacts;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What each payment has, by its own events, and whether its provider was asked something that it has not answered. */
final class PaymentBooks {

    private final Map<String, PaymentFacts> payments = new HashMap<>();
    private final Map<String, String> orders = new HashMap<>();
    private final Set<String> open = new HashSet<>();

    void see(PaymentEvent event) {
        if (event instanceof PaymentInitiated first) {
            payments.put(event.paymentId(), PaymentFacts.initiated(first.amount()));
            orders.put(event.paymentId(), event.orderId());
            return;
        }
        payments.computeIfPresent(event.paymentId(), (id, facts) -> facts.after(event));
        if (event instanceof PaymentAuthorizationRequested
                || event instanceof PaymentCaptureRequested
                || event instanceof PaymentVoidRequested
                || event instanceof RefundRequested) {
            open.add(event.paymentId());
        } else if (!(event instanceof PaymentOutcomeUnknown
                || event instanceof PaymentOutcomeOverdue
                || event instanceof PaymentOutcomeKnown)) {
            open.remove(event.paymentId());
        }
    }

    Optional<PaymentFacts> of(String paymentId) {
        return Optional.ofNullable(payments.get(paymentId));
    }

    boolean isOpen(String paymentId) {
        return open.contains(paymentId);
    }

    /** Payment by payment, whose it is. */
    Map<String, String> orders() {
        return orders;
    }
}
