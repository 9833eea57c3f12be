package io.ordertrail.model.order.money;

import io.ordertrail.api.message.ActionAnswer;
import io.ordertrail.api.order.value.PaymentTerms;
import io.ordertrail.api.payment.PaymentAction;
import io.ordertrail.api.payment.PaymentOperation;
import io.ordertrail.api.payment.PaymentRefusal;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.joda.money.Money;

/**
 * The money of an order, all in its one currency.
 *
 * @param value what the order is worth as it is ordered now: its grand total less what was cancelled or given up
 * @param takenBack what was accepted of goods that came back
 * @param excused what the customer need not pay: goodwill, and debts that were written off
 * @param retained what the shop keeps though it need not: debts of its own that were written off
 * @param ended whether the order was cancelled: nothing of it is worth anything any more
 * @param payments by payment id, the oldest first
 */
public record Funds(
        Money value, Money takenBack, Money excused, Money retained, boolean ended, Map<String, PaymentSums> payments) {

    public static Funds owing(Money value) {
        Money zero = Money.zero(value.getCurrencyUnit());
        return new Funds(value, zero, zero, zero, false, Map.of());
    }

    /** What is known of a payment changes. */
    public Funds change(String paymentId, UnaryOperator<PaymentSums> change) {
        Map<String, PaymentSums> changed = new LinkedHashMap<>(payments);
        changed.put(paymentId, change.apply(of(paymentId)));
        return new Funds(value, takenBack, excused, retained, ended, Collections.unmodifiableMap(changed));
    }

    /** The order is worth {@code amount} less than before. */
    public Funds shrink(Money amount) {
        return worth(value.minus(amount));
    }

    /** The order is worth {@code amount} from now on. */
    public Funds worth(Money amount) {
        return new Funds(amount, takenBack, excused, retained, ended, payments);
    }

    /** Goods worth {@code amount} came back. */
    public Funds takeBack(Money amount) {
        return new Funds(value, takenBack.plus(amount), excused, retained, ended, payments);
    }

    public Funds excuse(Money amount) {
        return new Funds(value, takenBack, excused.plus(amount), retained, ended, payments);
    }

    public Funds retain(Money amount) {
        return new Funds(value, takenBack, excused, retained.plus(amount), ended, payments);
    }

    public Funds end() {
        return new Funds(value, takenBack, excused, retained, true, payments);
    }

    /** What is known of a payment; nothing of one that is not known. */
    public PaymentSums of(String paymentId) {
        PaymentSums known = payments.get(paymentId);
        return known == null ? PaymentSums.none(nothing()) : known;
    }

    /** What the shop is to have in the end (rule W2). */
    public Money wanted() {
        return ended
                ? retained
                : positive(value.minus(takenBack).minus(excused)).plus(retained);
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

    /** What went back, by refund or chargeback. Rule O6: never more than was captured, once all reports are there. */
    public Money refunded() {
        return sum(PaymentSums::back);
    }

    /** What was received and kept. */
    public Money paid() {
        return captured().minus(refunded());
    }

    /** What was received and is to stay: what is asked to go back counts as gone. */
    public Money kept() {
        return paid().minus(sum(payment -> payment.asked(PaymentOperation.REFUND)));
    }

    /**
     * What the customer is still to pay, never below zero: the one sum behind every word and rule about what is due.
     */
    public Money due() {
        return positive(wanted().minus(kept()));
    }

    /** What was received beyond what the order is worth, and is not asked to go back yet. */
    public Money excess() {
        return positive(kept().minus(wanted()));
    }

    /** What is promised and may be counted on: neither asked to be given up nor refused when it was asked for. */
    public Money promised() {
        return sum(payment -> payment.isAsked(PaymentOperation.VOID) || payment.isRefused(PaymentOperation.CAPTURE)
                ? nothing()
                : payment.outstanding());
    }

    /**
     * What is due, not promised and not asked for (rule W2): so much may be asked of the customer, unknown outcomes
     * counted.
     */
    public Money payable() {
        return positive(due().minus(promised()).minus(sum(payment -> payment.asked(PaymentOperation.AUTHORIZE))));
    }

    /** Rule O4: whether what {@code terms} ask for has been promised or paid. */
    public boolean satisfy(PaymentTerms terms) {
        return missing(terms).isZero();
    }

    /** Rule O4: what keeps goods from leaving under {@code terms}. */
    public Money missing(PaymentTerms terms) {
        return switch (terms) {
            case PREPAID, UNKNOWN -> due();
            case AUTH_FIRST -> positive(due().minus(promised()));
            case INVOICE -> nothing();
        };
    }

    /** Whether all that is known of any payment is a no. */
    public boolean failed() {
        return !payments.isEmpty() && payments.values().stream().allMatch(PaymentSums::failed);
    }

    /** Whether any payment has this operation open. */
    public boolean isAsked(PaymentOperation operation) {
        return payments.values().stream().anyMatch(payment -> payment.isAsked(operation));
    }

    /** Every action of a payment with its answer, in the order of {@link PaymentAction}. */
    public List<ActionAnswer> allowedActions(String paymentId) {
        return Arrays.stream(PaymentAction.values())
                .map(action -> ActionAnswer.of(action, refusalOf(action, paymentId)))
                .toList();
    }

    /** The refusal of {@code action}, for any caller and any amount; empty if it is allowed. */
    public Optional<PaymentRefusal> refusalOf(PaymentAction action, String paymentId) {
        PaymentSums payment = payments.get(paymentId);
        if (payment == null) {
            return Optional.of(new PaymentRefusal.PaymentNotFound(paymentId));
        }
        if (payment.open() != null) {
            return Optional.of(
                    new PaymentRefusal.OperationInProgress(payment.open().operation()));
        }
        return Optional.ofNullable(
                switch (action) {
                    case CAPTURE ->
                        payment.outstanding().isPositive() && uncaptured().isPositive()
                                ? null
                                : new PaymentRefusal.NothingToCapture();
                    case VOID -> payment.outstanding().isPositive() ? null : new PaymentRefusal.NothingToVoid();
                    case REFUND -> payment.kept().isPositive() ? null : new PaymentRefusal.NothingToRefund();
                });
    }

    /** What is due and not asked to be captured. */
    public Money uncaptured() {
        return positive(due().minus(sum(payment -> payment.asked(PaymentOperation.CAPTURE))));
    }

    public Money nothing() {
        return Money.zero(value.getCurrencyUnit());
    }

    private Money sum(Function<PaymentSums, Money> part) {
        return payments.values().stream().map(part).reduce(nothing(), Money::plus);
    }

    private static Money positive(Money amount) {
        return amount.isNegative() ? Money.zero(amount.getCurrencyUnit()) : amount;
    }
}
