package io.ordertrail.command.payment.provider;

import io.ordertrail.api.payment.PaymentEvent;
import io.ordertrail.api.payment.PaymentEvent.PaymentInitiated;
import io.ordertrail.api.payment.PaymentOperation;
import io.ordertrail.axon.unknown.UnknownEvents;
import io.ordertrail.model.payment.OpenRequest;
import io.ordertrail.model.payment.PaymentState;
import java.util.Objects;
import java.util.Optional;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;

/**
 * Looks at a payment to see whether a request of it is still open: whatever was settled meanwhile need not be asked. It
 * reads the events themselves. Loading the payment would take its lock before a connection, while commands, which have
 * a connection each, wait for the lock: with as many of them as there are connections nobody would go on.
 */
final class OpenRequests {

    private final EventStore events;

    OpenRequests(EventStore events) {
        this.events = events;
    }

    /** What the provider is to be asked; empty where the request is settled, or was never made. */
    Optional<ProviderRequest> find(String providerKey) {
        String paymentId = PaymentOperation.paymentOf(providerKey);
        PaymentState payment = read(paymentId);
        return payment == null || !payment.awaits(providerKey)
                ? Optional.empty()
                : Optional.ofNullable(payment.open()).map(open -> request(paymentId, payment, open));
    }

    private static ProviderRequest request(String paymentId, PaymentState payment, OpenRequest open) {
        return new ProviderRequest(
                open.key(),
                open.operation(),
                paymentId,
                payment.orderId(),
                payment.customerId(),
                payment.choice(),
                open.amount(),
                payment.references().before(open.operation()));
    }

    private @Nullable PaymentState read(String paymentId) {
        DomainEventStream stream = events.readEvents(paymentId, 0);
        PaymentState payment = null;
        while (stream.hasNext()) {
            PaymentEvent event = UnknownEvents.known(stream.next(), PaymentEvent.class);
            payment = event instanceof PaymentInitiated first
                    ? PaymentState.of(first)
                    : Objects.requireNonNull(payment, paymentId).evolve(event);
        }
        return payment;
    }
}
