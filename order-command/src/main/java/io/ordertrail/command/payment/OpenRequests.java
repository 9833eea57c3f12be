package io.ordertrail.command.payment;

import io.ordertrail.api.payment.PaymentOperation;
import io.ordertrail.command.AggregateRepository;
import java.util.Optional;
import org.axonframework.messaging.ResultMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;

/** Looks at a payment to see whether a request of it is still open. Whatever was settled meanwhile need not be asked. */
final class OpenRequests {

    private final AggregateRepository<Payment> payments;

    OpenRequests(AggregateRepository<Payment> payments) {
        this.payments = payments;
    }

    /** What the provider is to be asked; empty where the request is settled. */
    Optional<ProviderRequest> find(String providerKey) {
        ResultMessage<Optional<ProviderRequest>> found = DefaultUnitOfWork.startAndGet(null)
                .executeWithResult(() -> payments.load(PaymentOperation.paymentOf(providerKey))
                        .invoke(payment -> payment.openRequest(providerKey)));
        return found.getPayload();
    }
}
