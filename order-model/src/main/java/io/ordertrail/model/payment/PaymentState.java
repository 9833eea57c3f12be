package io.ordertrail.model.payment;

import io.ordertrail.api.payment.PaymentChoice;
import io.ordertrail.api.payment.PaymentEvent;
import io.ordertrail.api.payment.PaymentEvent.PaymentInitiated;
import io.ordertrail.api.payment.PaymentOperation;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.Objects;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.HashTreePSet;
import org.pcollections.PMap;
import org.pcollections.PSet;

/**
 * All that a payment must remember in order to decide. It only changes by events ({@link PaymentEvolution}). A payment
 * comes to an end, so nothing of it need be forgotten.
 *
 * @param customerId whose order it pays; null of money that came another way
 * @param open rule P3: the one request that the provider has not answered for good, or null
 * @param settled the requests that it has answered, by their keys (rule P4)
 * @param heard the highest number of the order's asks that was heard, 0 before any
 * @param disputes rule P6: what the customer's bank did, by {@link PaymentRules}' names
 * @param expiresAt when what is authorised ends; null before it is
 * @param references by which the provider knows what it did
 * @param lastAt business time of the last event
 */
@RecordBuilder
public record PaymentState(
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
        Instant lastAt)
        implements PaymentStateBuilder.With {

    /** By which the provider knows what it did. */
    public record References(
            @Nullable String authorization, @Nullable String capture) {

        static final References NONE = new References(null, null);

        /** What a request for {@code operation} follows on. */
        @Nullable
        public String before(PaymentOperation operation) {
            return operation == PaymentOperation.REFUND && capture != null ? capture : authorization;
        }
    }

    public static PaymentState of(PaymentInitiated payment) {
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
                payment.at());
    }

    public CurrencyUnit currency() {
        return facts.amount().getCurrencyUnit();
    }

    public String method() {
        return choice.method();
    }

    /** Whether people move its money, and say when they did. */
    public boolean isByHand() {
        return method().equals(PaymentChoice.MANUAL);
    }

    /** Whether the provider was ever asked this. */
    public boolean wasAsked(String providerKey) {
        return awaits(providerKey) || settled.containsKey(providerKey);
    }

    public boolean awaits(String providerKey) {
        return open != null && open.key().equals(providerKey);
    }

    public PaymentState evolve(PaymentEvent event) {
        return PaymentEvolution.evolve(this, event);
    }

    PaymentState hear(int number) {
        return withHeard(Math.max(heard, number));
    }

    /** What was open, if anything was, is answered. */
    PaymentState settle(boolean succeeded) {
        PMap<String, Settled> more = open == null ? settled : settled.plus(open.key(), Settled.of(open, succeeded));
        return with(it -> it.open(null).settled(more));
    }

    PaymentState contradicted(String providerKey) {
        return withSettled(settled.plus(
                providerKey, Objects.requireNonNull(settled.get(providerKey)).contradicted()));
    }

    PaymentState promised(Instant until, @Nullable String reference) {
        References known = new References(reference, references.capture());
        return with(it -> it.expiresAt(until).references(known));
    }

    PaymentState taken(@Nullable String reference) {
        return withReferences(new References(references.authorization(), reference));
    }

    PaymentState disputed(String what) {
        return withDisputes(disputes.plus(what));
    }
}
