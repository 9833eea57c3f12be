package io.ordertrail.command.payment;

import io.ordertrail.api.message.Receipt;
import io.ordertrail.api.message.Refused;
import io.ordertrail.api.payment.PaymentCommand.Outcome;
import io.ordertrail.api.payment.PaymentCommand.RecordProviderAnswer;
import io.ordertrail.api.payment.PaymentRefusal.ProviderReferenceTaken;
import io.ordertrail.command.kernel.AggregateRepository;
import io.ordertrail.command.kernel.UniqueClaims;
import io.ordertrail.model.payment.PaymentState;
import java.time.Clock;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;

/** Where providers' answers come in: makes sure that what a provider calls something belongs to one payment. */
final class PaymentHandler {

    private final AggregateRepository<Payment> payments;
    private final UniqueClaims names;
    private final AuthorizationPeriod period;
    private final Clock clock;

    PaymentHandler(AggregateRepository<Payment> payments, UniqueClaims names, AuthorizationPeriod period, Clock clock) {
        this.payments = payments;
        this.names = names;
        this.period = period;
        this.clock = clock;
    }

    @CommandHandler
    Receipt handle(RecordProviderAnswer command) {
        Aggregate<Payment> payment = payments.load(command.paymentId());
        PaymentState state = payment.invoke(Payment::state);
        if (takesReference(state, command)) {
            claim(state.method(), String.valueOf(command.providerReference()), command.paymentId());
        }
        return payment.invoke(found -> found.answered(command, period, clock));
    }

    /** Whether the reference that came with {@code answer} becomes the payment's. */
    private static boolean takesReference(PaymentState state, RecordProviderAnswer answer) {
        return answer.outcome() == Outcome.SUCCEEDED
                && answer.providerReference() != null
                && state.awaits(answer.providerKey());
    }

    /**
     * Rule P5: a unique row, written in the transaction of the event. One payment may be told its own reference again.
     */
    private void claim(String provider, String reference, String paymentId) {
        String name = PaymentNames.reference(provider, reference);
        if (names.claim(PaymentNames.PROVIDER_REFERENCE, name, paymentId)) {
            return;
        }
        Optional<String> owner = names.ownerOf(PaymentNames.PROVIDER_REFERENCE, name);
        if (!owner.equals(Optional.of(paymentId))) {
            throw new Refused(new ProviderReferenceTaken(provider, reference, owner.orElse("another payment")));
        }
    }
}
