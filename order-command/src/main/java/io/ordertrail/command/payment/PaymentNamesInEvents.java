package io.ordertrail.command.payment;

import io.ordertrail.api.payment.PaymentEvent;
import io.ordertrail.api.payment.PaymentEvent.PaymentAuthorized;
import io.ordertrail.api.payment.PaymentEvent.PaymentCaptured;
import io.ordertrail.api.payment.PaymentEvent.PaymentInitiated;
import io.ordertrail.api.payment.PaymentEvent.PaymentRefunded;
import io.ordertrail.command.NamesInEvents;
import io.ordertrail.command.UniqueNames;
import java.util.HashMap;
import java.util.Map;
import org.axonframework.eventhandling.EventMessage;
import org.jspecify.annotations.Nullable;

/** Rule P5, of payments whose names were lost: what providers call them. */
final class PaymentNamesInEvents implements NamesInEvents {

    private final UniqueNames names;
    private final Map<String, String> methods = new HashMap<>();

    PaymentNamesInEvents(UniqueNames names) {
        this.names = names;
    }

    @Override
    public void claim(EventMessage<?> message) {
        if (!(message.getPayload() instanceof PaymentEvent event)) {
            return;
        }
        if (event instanceof PaymentInitiated first) {
            methods.put(first.paymentId(), first.choice().method());
        } else if (event instanceof PaymentAuthorized authorization) {
            claim(event.paymentId(), authorization.providerReference());
        } else if (event instanceof PaymentCaptured capture) {
            claim(event.paymentId(), capture.providerReference());
        } else if (event instanceof PaymentRefunded refund) {
            claim(event.paymentId(), refund.providerReference());
        }
    }

    @Override
    public void goOn() {
        methods.clear();
    }

    private void claim(String paymentId, @Nullable String reference) {
        String method = methods.get(paymentId);
        if (reference != null && method != null) {
            names.claim(PaymentNames.PROVIDER_REFERENCE, PaymentNames.reference(method, reference), paymentId);
        }
    }
}
