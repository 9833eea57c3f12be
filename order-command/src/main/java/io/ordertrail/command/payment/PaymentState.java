package io.ordertrail.command.payment;

import io.ordertrail.api.payment.PaymentChoice;
import io.ordertrail.api.payment.PaymentEvent;
import io.ordertrail.api.payment.PaymentEvent.PaymentInitiated;
import io.ordertrail.api.payment.PaymentFacts;
import io.ordertrail.api.payment.PaymentOperation;
import io.ordertrail.command.kernel.ProcessedCommands;
import java.time.Instant;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.HashTreePSet;
import org.pcollections.PMap;
import org.pcollections.PSet;

/**
 * All that a payment must remember in order to decide. It only changes by events ({@link PaymentEvolution}). A payment comes
 * to an end, so nothing of it need be forgotten.
 *
 * @param customerId whose order it pays; null of money that came another way
 * @param open rule P3: the one request that the provider has not answered for good, or null
 * @param settled the requests that it has answered, by their keys (rule P4)
 * @param heard the highest number of the order's asks that was heard, 0 before any
 * @param disputes rule P6: what the customer's bank did, by {@link PaymentRules}' names
 * @param expiresAt when what is authorised ends; null before it is
 * @param references by which the provider knows what it did
 * @param lastAt business time of the last event
 * @param handled rule O7: the commands that were accepted
 */
record PaymentState(
        String orderId,
        @Nullable String customerId,
        PaymentChoice choice,
        PaymentFacts facts,
        @Nullable OpenRequest open,
        PMap<String, Settled> settled,
        int heard,
        PSet<String> disputes,
        @Nullable Instant expiresAt,
        References references,
        Instant lastAt,
        ProcessedCommands handled) {

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
                payment.customerId(),
                payment.choice(),
                PaymentFacts.initiated(payment.amount()),
                null,
                HashTreePMap.empty(),
                0,
                HashTreePSet.empty(),
                null,
                References.NONE,
                payment.at(),
                ProcessedCommands.all());
    }

    CurrencyUnit currency() {
        return facts.amount().getCurrencyUnit();
    }

    String method() {
        return choice.method();
    }

    /** Whether people move its money, and say when they did. */
    boolean isByHand() {
        return method().equals(PaymentChoice.MANUAL);
    }

    /** Whether the provider was ever asked this. */
    boolean wasAsked(String providerKey) {
        return awaits(providerKey) || settled.containsKey(providerKey);
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
                        customerId,
                        choice,
                        request.amount(),
                        references.before(request.operation())));
    }

    PaymentState evolve(PaymentEvent event) {
        return PaymentEvolution.evolve(this, event);
    }

    PaymentState with(PaymentFacts changed, Instant at) {
        return copy(changed, open, settled, heard, disputes, expiresAt, references, at, handled);
    }

    PaymentState hear(int number) {
        int highest = Math.max(heard, number);
        return copy(facts, open, settled, highest, disputes, expiresAt, references, lastAt, handled);
    }

    /** The request that is open from now on, or the same one, about which more is known. */
    PaymentState open(OpenRequest request) {
        return copy(facts, request, settled, heard, disputes, expiresAt, references, lastAt, handled);
    }

    /** What was open, if anything was, is answered. */
    PaymentState settle(boolean succeeded) {
        PMap<String, Settled> more = open == null ? settled : settled.plus(open.key(), Settled.of(open, succeeded));
        return copy(facts, null, more, heard, disputes, expiresAt, references, lastAt, handled);
    }

    PaymentState contradicted(String providerKey) {
        PMap<String, Settled> told =
                settled.plus(providerKey, settled.get(providerKey).contradicted());
        return copy(facts, open, told, heard, disputes, expiresAt, references, lastAt, handled);
    }

    PaymentState promised(Instant until, @Nullable String reference) {
        References known = new References(reference, references.capture());
        return copy(facts, open, settled, heard, disputes, until, known, lastAt, handled);
    }

    PaymentState taken(@Nullable String reference) {
        References known = new References(references.authorization(), reference);
        return copy(facts, open, settled, heard, disputes, expiresAt, known, lastAt, handled);
    }

    PaymentState disputed(String what) {
        return copy(facts, open, settled, heard, disputes.plus(what), expiresAt, references, lastAt, handled);
    }

    PaymentState handled(@Nullable String commandId, long version) {
        ProcessedCommands more = handled.with(commandId, version);
        return copy(facts, open, settled, heard, disputes, expiresAt, references, lastAt, more);
    }

    private PaymentState copy(
            PaymentFacts facts,
            @Nullable OpenRequest open,
            PMap<String, Settled> settled,
            int heard,
            PSet<String> disputes,
            @Nullable Instant expiresAt,
            References references,
            Instant lastAt,
            ProcessedCommands handled) {
        return new PaymentState(
                orderId,
                customerId,
                choice,
                facts,
                open,
                settled,
                heard,
                disputes,
                expiresAt,
                references,
                lastAt,
                handled);
    }
}
