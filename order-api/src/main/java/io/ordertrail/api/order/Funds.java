package io.ordertrail.api.order;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.joda.money.Money;

/**
 * The money of an order, all in its one currency.
 *
 * @param value what the order is worth now: its grand total less what was cancelled
 * @param takenBack what the goods were worth that came back
 * @param payments by payment id, the oldest first
 */
public record Funds(Money value, Money takenBack, Map<String, PaymentSums> payments) {

    public static Funds owing(Money value) {
        return new Funds(value, Money.zero(value.getCurrencyUnit()), Map.of());
    }

    /** One more piece of news about a payment. */
    public Funds heard(String paymentId, PaymentKind kind, Money amount) {
        return with(paymentId, of(paymentId).and(kind, amount));
    }

    /** Money of a payment went back. */
    public Funds gaveBack(String paymentId, RefundKind kind, Money amount) {
        return with(paymentId, of(paymentId).back(kind, amount));
    }

    /** The order is worth {@code amount} less than before. */
    public Funds shrink(Money amount) {
        return worth(value.minus(amount));
    }

    /** The order is worth {@code amount} from now on. */
    public Funds worth(Money amount) {
        return new Funds(amount, takenBack, payments);
    }

    /** Goods worth {@code amount} came back. */
    public Funds takeBack(Money amount) {
        return new Funds(value, takenBack.plus(amount), payments);
    }

    /** What is known of a payment; nothing of one that is not known. */
    public PaymentSums of(String paymentId) {
        PaymentSums known = payments.get(paymentId);
        return known == null ? PaymentSums.none(nothing()) : known;
    }

    /** Promised, and neither received nor given up. */
    public Money authorized() {
        return sum(PaymentSums::outstanding);
    }

    /** Received, ever. */
    public Money captured() {
        return sum(PaymentSums::captured);
    }

    /** Given up of what was promised. */
    public Money released() {
        return sum(PaymentSums::released);
    }

    /** What went back, whoever sent it. Rule O6: never more than was captured, once all news is there. */
    public Money refunded() {
        return sum(PaymentSums::refunded).plus(sum(PaymentSums::chargedBack));
    }

    /** What was received and kept. */
    public Money paid() {
        return captured().minus(refunded());
    }

    /**
     * What the customer is still to pay, never below zero. What the shop gives back of its own will is not to be paid
     * again; what the customer's bank takes back is.
     */
    public Money due() {
        return positive(value.minus(captured()).plus(sum(PaymentSums::chargedBack)));
    }

    /** Rule O4: whether what {@code terms} ask for has been promised or paid. */
    public boolean satisfy(PaymentTerms terms) {
        return missing(terms).isZero();
    }

    /**
     * Rule O4: what keeps goods from leaving under {@code terms}. Money that went back counts as not paid, but for goods
     * that came back.
     */
    public Money missing(PaymentTerms terms) {
        Money refunded = sum(PaymentSums::refunded);
        Money excused = refunded.isLessThan(takenBack) ? refunded : takenBack;
        Money unpaid = value.minus(paid()).minus(excused);
        return switch (terms) {
            case PREPAID, UNKNOWN -> positive(unpaid);
            case AUTH_FIRST -> positive(unpaid.minus(authorized()));
            case INVOICE -> nothing();
        };
    }

    /** Whether all that is known of any payment is a no. */
    public boolean failed() {
        return !payments.isEmpty() && payments.values().stream().allMatch(PaymentSums::failed);
    }

    private Funds with(String paymentId, PaymentSums sums) {
        Map<String, PaymentSums> changed = new LinkedHashMap<>(payments);
        changed.put(paymentId, sums);
        return new Funds(value, takenBack, Collections.unmodifiableMap(changed));
    }

    private Money sum(Function<PaymentSums, Money> part) {
        return payments.values().stream().map(part).reduce(nothing(), Money::plus);
    }

    private Money nothing() {
        return Money.zero(value.getCurrencyUnit());
    }

    private static Money positive(Money amount) {
        return amount.isNegative() ? Money.zero(amount.getCurrencyUnit()) : amount;
    }
}
