package io.ordertrail.command.payment;

import io.ordertrail.api.payment.PaymentChoice;
import io.ordertrail.api.payment.PaymentEvent;
import io.ordertrail.api.payment.PaymentEvent.PaymentInitiated;
import io.ordertrail.api.payment.PaymentFacts;
import io.ordertrail.api.payment.PaymentOperation;
import io.ordertrail.command.Handled;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * All that a payment must remember in order to decide. It only changes by events ({@link PaymentEvolution}). A payment comes
 * to an end, so nothing of it need be forgotten.
 *
 * @param captureAtOnce whether all of it is to be captured as soon as it is authorised
 * @param open rule P3: the one request that the provider has not answered for good, or null
 * @param asked rule P4: how many requests of each sort there were
 * @param refunds ids of the refunds that were asked for, whatever became of them
 * @param chargebacks rule P6: the provider's ids of the chargebacks that were recorded
 * @param expiresAt when what is authorised ends; null before it is
 * @param references by which the provider knows what it did
 * @param lastAt business time of the last event
 * @param handled rule O7: the commands that were accepted
 */
record PaymentState(
        String orderId,
        PaymentChoice choice,
        boolean captureAtOnce,
        PaymentFacts facts,
        @Nullable OpenRequest open,
        Map<PaymentOperation, Integer> asked,
        Set<String> refunds,
        Set<String> chargebacks,
        @Nullable Instant expiresAt,
        References references,
        Instant lastAt,
        Handled handled) {

    /** By which the provider knows what it did. */
    record References(
            @Nullable String authorization, @Nullable String capture) {

        static final References NONE = new References(null, null);

        /** What a request for {@code operation} follows on. */
        @Nullable
        String before(PaymentOperation operation) {
            return operation == PaymentOperation.REFUND && capture != null ? capture : authorization;
        }
    }

    static PaymentState of(PaymentInitiated payment) {
        return new PaymentState(
                payment.orderId(),
                payment.choice(),
                payment.captureAtOnce(),
                PaymentFacts.initiated(payment.amount()),
                null,
                Map.of(),
                Set.of(),
                Set.of(),
                null,
                References.NONE,
                payment.at(),
                Handled.all());
    }

    CurrencyUnit currency() {
        return facts.amount().getCurrencyUnit();
    }

    /** Rule P4: the key of the next request of this sort. */
    String nextKey(String paymentId, PaymentOperation operation) {
        return operation.key(paymentId, asked.getOrDefault(operation, 0) + 1);
    }

    /** Whether the provider was ever asked this. */
    boolean wasAsked(String paymentId, String providerKey) {
        return PaymentOperation.ofKey(providerKey)
                .filter(operation -> {
                    int asked = this.asked.getOrDefault(operation, 0);
                    for (int n = 1; n <= asked; n++) {
                        if (operation.key(paymentId, n).equals(providerKey)) {
                            return true;
                        }
                    }
                    return false;
                })
                .isPresent();
    }

    boolean awaits(String providerKey) {
        return open != null && open.key().equals(providerKey);
    }

    /** What the provider is to be asked under {@code providerKey}; empty where that is not open. */
    Optional<ProviderRequest> request(String paymentId, String providerKey) {
        return Optional.ofNullable(open)
                .filter(request -> request.key().equals(providerKey))
                .map(request -> new ProviderRequest(
                        request.key(),
                        request.operation(),
                        paymentId,
                        orderId,
                        choice,
                        request.amount(),
                        references.before(request.operation())));
    }

    PaymentState evolve(PaymentEvent event) {
        return PaymentEvolution.evolve(this, event);
    }

    PaymentState with(PaymentFacts changed, Instant at) {
        return copy(changed, open, asked, refunds, chargebacks, expiresAt, references, at, handled);
    }

    PaymentState ask(OpenRequest request) {
        Map<PaymentOperation, Integer> counted = new EnumMap<>(PaymentOperation.class);
        counted.putAll(asked);
        counted.merge(request.operation(), 1, Integer::sum);
        Set<String> named = request.refundId() == null ? refunds : more(refunds, request.refundId());
        return copy(facts, request, Map.copyOf(counted), named, chargebacks, expiresAt, references, lastAt, handled);
    }

    /** The same question, about which more, or nothing more, is known. */
    PaymentState with(@Nullable OpenRequest request) {
        return copy(facts, request, asked, refunds, chargebacks, expiresAt, references, lastAt, handled);
    }

    PaymentState promised(Instant until, @Nullable String reference) {
        References known = new References(reference, references.capture());
        return copy(facts, open, asked, refunds, chargebacks, until, known, lastAt, handled);
    }

    PaymentState taken(@Nullable String reference) {
        References known = new References(references.authorization(), reference);
        return copy(facts, open, asked, refunds, chargebacks, expiresAt, known, lastAt, handled);
    }

    PaymentState chargedBack(String providerEventId) {
        return copy(
                facts,
                open,
                asked,
                refunds,
                more(chargebacks, providerEventId),
                expiresAt,
                references,
                lastAt,
                handled);
    }

    PaymentState handled(@Nullable String commandId, long version) {
        Handled more = handled.with(commandId, version);
        return copy(facts, open, asked, refunds, chargebacks, expiresAt, references, lastAt, more);
    }

    private PaymentState copy(
            PaymentFacts facts,
            @Nullable OpenRequest open,
            Map<PaymentOperation, Integer> asked,
            Set<String> refunds,
            Set<String> chargebacks,
            @Nullable Instant expiresAt,
            References references,
            Instant lastAt,
            Handled handled) {
        return new PaymentState(
                orderId,
                choice,
                captureAtOnce,
                facts,
                open,
                asked,
                refunds,
                chargebacks,
                expiresAt,
                references,
                lastAt,
                handled);
    }

    private static Set<String> more(Set<String> known, String name) {
        Set<String> all = new HashSet<>(known);
        all.add(name);
        return Set.copyOf(all);
    }
}
