package io.ordertrail.command.payment;

import io.ordertrail.api.payment.PaymentChoice;
import io.ordertrail.api.payment.PaymentEvent;
import io.ordertrail.api.payment.PaymentEvent.PaymentAuthorized;
import io.ordertrail.api.payment.PaymentEvent.PaymentCaptured;
import io.ordertrail.api.payment.PaymentEvent.PaymentInitiated;
import io.ordertrail.api.payment.PaymentEvent.PaymentRefunded;
import io.ordertrail.command.kernel.ClaimsOfEvents;
import io.ordertrail.command.kernel.UniqueName;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.axonframework.eventhandling.EventMessage;
import org.jspecify.annotations.Nullable;

/** Rule P5: what providers call the payments. What staff call money that came another way belongs to nobody. */
final class PaymentNamesInEvents implements ClaimsOfEvents {

    @Override
    public Function<EventMessage<?>, Stream<UniqueName>> reader() {
        Map<String, String> providers = new HashMap<>();
        return ClaimsOfEvents.of(PaymentEvent.class, event -> in(event, providers));
    }

    private static Stream<UniqueName> in(PaymentEvent event, Map<String, String> providers) {
        if (event instanceof PaymentInitiated first) {
            if (!first.choice().method().equals(PaymentChoice.MANUAL)) {
                providers.put(first.paymentId(), first.choice().method());
            }
            return Stream.empty();
        }
        String provider = providers.get(event.paymentId());
        String reference = reference(event);
        return provider == null || reference == null
                ? Stream.empty()
                : Stream.of(new UniqueName(
                        PaymentNames.PROVIDER_REFERENCE,
                        PaymentNames.reference(provider, reference),
                        event.paymentId()));
    }

    private static @Nullable String reference(PaymentEvent event) {
        if (event instanceof PaymentAuthorized authorization) {
            return authorization.providerReference();
        }
        if (event instanceof PaymentCaptured capture) {
            return capture.providerReference();
        }
        return event instanceof PaymentRefunded refund ? refund.providerReference() : null;
    }
}
