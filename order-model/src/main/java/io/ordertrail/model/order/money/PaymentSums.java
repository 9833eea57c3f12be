package io.ordertrail.model.order.money;

import io.ordertrail.api.order.value.PaymentKind;
import io.ordertrail.api.order.value.RefundKind;
import io.ordertrail.api.payment.PaymentChoice;
import io.ordertrail.api.payment.PaymentOperation;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What an order knows of one payment: its money, added up, and what was asked of it. News may come in any order.
 *
 * @param method how it pays; empty as long as nothing but an answer is known of it
 * @param authorized promised, ever
 * @param captured received, ever
 * @param released given up of what was promised
 * @param refunded refunded the way it came
 * @param elsewhere refunded in another way: to an account, to another order, or as staff recorded
 * @param chargedBack taken back by the customer's bank
 * @param declined whether it was said that nothing is promised
 * @param number of the latest ask
 * @param open the one ask that has no answer yet, or null
 * @param failures what was refused and has not succeeded since
 */
public record PaymentSums(
        String method,
        Money authorized,
        Money captured,
        Money released,
        Money refunded,
        Money elsewhere,
        Money chargedBack,
        boolean declined,
        int number,
        @Nullable PaymentAsk open,
        Map<PaymentOperation, AskFailure> failures) {

    public static PaymentSums none(Money nothing) {
        return new PaymentSums("", nothing, nothing, nothing, nothing, nothing, nothing, false, 0, null, Map.of());
    }

    public PaymentSums by(String how) {
        return new PaymentSums(
                how,
                authorized,
                captured,
                released,
                refunded,
                elsewhere,
                chargedBack,
                declined,
                number,
                open,
                failures);
    }

    public PaymentSums and(PaymentKind kind, Money amount) {
        return switch (kind) {
            case AUTHORIZED -> moved(authorized.plus(amount), captured, released, declined);
            case CAPTURED -> moved(authorized, captured.plus(amount), released, declined);
            case RELEASED -> moved(authorized, captured, released.plus(amount), declined);
            // Staff recorded money that has not come.
            case DECLINED -> moved(authorized, isManual() ? captured.minus(amount) : captured, released, true);
            case UNKNOWN -> this;
        };
    }

    /** Nothing is promised any more. */
    public PaymentSums withoutPromise() {
        return moved(authorized, captured, released.plus(outstanding()), declined);
    }

    public PaymentSums giveBack(Money amount, boolean thisWay) {
        return thisWay
                ? gone(refunded.plus(amount), elsewhere, chargedBack)
                : gone(refunded, elsewhere.plus(amount), chargedBack);
    }

    public PaymentSums chargeBack(Money amount) {
        return gone(refunded, elsewhere, chargedBack.plus(amount));
    }

    public PaymentSums ask(PaymentAsk ask) {
        return asked(ask.number(), ask, failures);
    }

    /** The ask of this number has its answer. One that is not open has none to come. */
    public PaymentSums answered(int ask) {
        return open != null && open.number() == ask ? asked(number, null, failures) : this;
    }

    public PaymentSums succeeded(PaymentOperation operation) {
        return failed(map -> {
            map.remove(operation);
            return map;
        });
    }

    public PaymentSums refuse(PaymentOperation operation, int ask, int times, String reason) {
        Money gift =
                open != null && open.number() == ask && open.kind() == RefundKind.GOODWILL ? open.amount() : gift();
        return answered(ask).failed(map -> {
            map.put(operation, new AskFailure(ask, times, reason, false, gift));
            return map;
        });
    }

    public PaymentSums retry(int ask) {
        return failed(map -> {
            map.replaceAll((operation, failure) -> failure.number() == ask ? failure.retried() : failure);
            return map;
        });
    }

    /** Promised, and neither received nor given up. */
    public Money outstanding() {
        return positive(authorized.minus(captured).minus(released));
    }

    /** Received, and not gone again. */
    public Money kept() {
        return captured.minus(refunded).minus(elsewhere).minus(chargedBack);
    }

    /** The amount that went back, by refund or chargeback, to any destination. */
    public Money back() {
        return refunded.plus(elsewhere).plus(chargedBack);
    }

    /** What the open ask is about if it is such an operation; else zero. */
    public Money asked(PaymentOperation operation) {
        return isAsked(operation) && open != null ? open.amount() : zero();
    }

    public boolean isAsked(PaymentOperation operation) {
        return open != null && open.operation() == operation;
    }

    /** Whether this operation was refused, and is not to be asked for again yet. */
    public boolean isRefused(PaymentOperation operation) {
        return failure(operation).filter(failure -> !failure.again()).isPresent();
    }

    public Optional<AskFailure> failure(PaymentOperation operation) {
        return Optional.ofNullable(failures.get(operation));
    }

    /** What was refused of a gift of the shop, and is owed still. */
    public Money gift() {
        return failure(PaymentOperation.REFUND).map(AskFailure::gift).orElse(zero());
    }

    /** Whether only people can pay its money back. */
    public boolean isByHand() {
        return isManual() || method.equals(PaymentChoice.EXCHANGE);
    }

    /** Whether people said that its money came. */
    public boolean isManual() {
        return method.equals(PaymentChoice.MANUAL);
    }

    /** Whether more went back than is known to have come: the report of it may still be under way (rule O6). */
    public boolean overdrawn() {
        return kept().isNegative();
    }

    /** Whether nothing but a no is known of it. */
    public boolean failed() {
        return declined && authorized.isZero() && captured.isZero();
    }

    private Money zero() {
        return Money.zero(authorized.getCurrencyUnit());
    }

    private static Money positive(Money amount) {
        return amount.isNegative() ? Money.zero(amount.getCurrencyUnit()) : amount;
    }

    private PaymentSums moved(Money promised, Money received, Money givenUp, boolean no) {
        return new PaymentSums(
                method, promised, received, givenUp, refunded, elsewhere, chargedBack, no, number, open, failures);
    }

    private PaymentSums gone(Money thisWay, Money otherWay, Money taken) {
        return new PaymentSums(
                method, authorized, captured, released, thisWay, otherWay, taken, declined, number, open, failures);
    }

    private PaymentSums asked(int latest, @Nullable PaymentAsk ask, Map<PaymentOperation, AskFailure> refusals) {
        return new PaymentSums(
                method,
                authorized,
                captured,
                released,
                refunded,
                elsewhere,
                chargedBack,
                declined,
                Math.max(number, latest),
                ask,
                refusals);
    }

    private PaymentSums failed(UnaryOperator<Map<PaymentOperation, AskFailure>> change) {
        Map<PaymentOperation, AskFailure> changed = new EnumMap<>(PaymentOperation.class);
        changed.putAll(failures);
        return asked(number, open, Collections.unmodifiableMap(change.apply(changed)));
    }
}
