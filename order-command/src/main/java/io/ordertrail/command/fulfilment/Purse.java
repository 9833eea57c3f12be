package io.ordertrail.command.fulfilment;

import io.ordertrail.command.fulfilment.Asks.Ask;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * The payments of an order, in the order in which they began, each by its own name.
 *
 * @param asks what is asked of them
 */
record Purse(Map<String, Part> payments, Asks asks) {

    static final Purse EMPTY = new Purse(Map.of(), Asks.NONE);

    /** What was stored before asks were kept has none. */
    Purse {
        asks = asks == null ? Asks.NONE : asks;
    }

    Optional<Part> of(String paymentId) {
        return Optional.ofNullable(payments.get(paymentId));
    }

    Purse with(String paymentId, Part part) {
        Map<String, Part> changed = new LinkedHashMap<>(payments);
        changed.put(paymentId, part);
        return new Purse(Collections.unmodifiableMap(changed), asks);
    }

    /** A payment whose beginning is not known is none of this order's. */
    Purse change(String paymentId, UnaryOperator<Part> change) {
        Part part = payments.get(paymentId);
        return part == null ? this : with(paymentId, change.apply(part));
    }

    Optional<Ask> asked(String name) {
        return asks.of(name);
    }

    /** A capture of ours is answered; one that is for no shipment is none of ours. */
    Purse captureAnswered(String paymentId, @Nullable String shipmentId) {
        return with(asks.captureAnswered(paymentId, shipmentId));
    }

    Purse capture(String step, Ask ask) {
        return change(ask.paymentId(), part -> part.ask(ask.amount())).with(asks.with(step, ask));
    }

    Purse captureRefused(String step, String paymentId) {
        Optional<Ask> ask = asked(step);
        return change(paymentId, part -> part.refuseCapture(ask.map(Ask::amount).orElse(part.asked())))
                .with(asks.without(step));
    }

    /** What others give back is under way too. By hand, it is paid with what a person was told to give back. */
    Purse refundAsked(String paymentId, String refundId, Money amount) {
        if (Sending.isOurs(paymentId, refundId) || isByHand(paymentId)) {
            return this;
        }
        return change(paymentId, part -> part.excuse(amount, Sending.isForGoods(refundId)))
                .with(asks.with(refundId, Ask.refund(paymentId, amount, null)));
    }

    /** By hand, all debts are paid or none: which of them a refund was meant for, nobody says. */
    Purse refunded(String paymentId, String refundId, Money amount) {
        boolean forGoods = Sending.isForGoods(refundId);
        if (Sending.isOurs(paymentId, refundId)) {
            return change(paymentId, part -> part.returned(amount)).with(asks.without(Sending.refundStep(refundId)));
        }
        if (isByHand(paymentId) && !forGoods) {
            Purse paid = change(paymentId, part -> part.returned(amount));
            return paid.of(paymentId).filter(part -> part.returning().isZero()).isEmpty()
                    ? paid
                    : paid.with(asks.withoutDebts(paymentId));
        }
        Purse heard = asked(refundId).isPresent() ? this : change(paymentId, part -> part.excuse(amount, forGoods));
        return heard.change(paymentId, part -> part.returned(amount)).with(asks.without(refundId));
    }

    /** Another's, who tries again as another one if at all. */
    Purse refundFailed(String paymentId, String refundId, Money amount) {
        return asked(refundId).isEmpty()
                ? this
                : change(paymentId, part -> part.excuse(amount.negated(), Sending.isForGoods(refundId)))
                        .with(asks.without(refundId));
    }

    /** One of ours, as another one; {@code problem} is that of the first that failed. */
    Purse refundAgain(String paymentId, String refundId, Money amount, String problem) {
        Purse again = change(paymentId, Part::tryAgain);
        String next = Sending.refundStep(paymentId, again.refunds(paymentId));
        return again.with(
                asks.without(Sending.refundStep(refundId)).with(next, Ask.refund(paymentId, amount, problem)));
    }

    /** A person owes it to the customer. */
    Purse owe(String debt, Ask ask) {
        return with(asks.with(debt, ask));
    }

    /** What was told to the order since {@code before} and is over. */
    List<String> problemsOver(Purse before) {
        return before.asks.problems().stream()
                .filter(problem -> !asks.problems().contains(problem))
                .toList();
    }

    boolean isByHand(String paymentId) {
        return of(paymentId).filter(Part::byHand).isPresent();
    }

    int refunds(String paymentId) {
        return of(paymentId).map(Part::refunds).orElse(0);
    }

    Money sum(Function<Part, Money> amount, Money nothing) {
        return payments.values().stream().map(amount).reduce(nothing, Money::plus);
    }

    /** {@code total} as it falls to each payment, the oldest first, of each no more than {@code limit}. */
    Map<String, Money> split(Money total, Function<Part, Money> limit) {
        Map<String, Money> shares = new LinkedHashMap<>();
        Money rest = total;
        for (Map.Entry<String, Part> payment : payments.entrySet()) {
            Money most = limit.apply(payment.getValue());
            Money share = most.isLessThan(rest) ? most : rest;
            if (share.isPositive()) {
                shares.put(payment.getKey(), share);
                rest = rest.minus(share);
            }
        }
        return shares;
    }

    private Purse with(Asks changed) {
        return new Purse(payments, changed);
    }
}
