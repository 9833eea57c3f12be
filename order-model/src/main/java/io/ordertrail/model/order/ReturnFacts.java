package io.ordertrail.model.order;

import io.ordertrail.api.order.OrderEvent;
import io.ordertrail.api.order.ReturnStage;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * How far a return has come, as its order knows it.
 *
 * @param accepted what is to go back in all; null before the goods were inspected
 * @param refunded what was refunded for it so far
 * @param wentTo the payments, accounts and orders that it went to, with commas; empty before any did
 * @param creditAccountId the account for what no payment takes back, or null
 * @param exchangeOrderId the order that it pays for first; null if there is none, or if that was tried
 * @param settled whether nothing more is owed for it
 */
public record ReturnFacts(
        ReturnStage stage,
        @Nullable Money accepted,
        Money refunded,
        String wentTo,
        @Nullable String creditAccountId,
        @Nullable String exchangeOrderId,
        boolean settled) {

    public static ReturnFacts requested(OrderEvent.ReturnRecorded asked, Money nothing) {
        return new ReturnFacts(
                asked.stage(), null, nothing, "", asked.creditAccountId(), asked.exchangeOrderId(), false);
    }

    public ReturnFacts become(ReturnStage next) {
        return new ReturnFacts(next, accepted, refunded, wentTo, creditAccountId, exchangeOrderId, settled);
    }

    public ReturnFacts accept(Money worth) {
        return new ReturnFacts(stage, worth, refunded, wentTo, creditAccountId, exchangeOrderId, settled);
    }

    /** What was accepted and has not gone back yet; zero before the goods were inspected. */
    public Money left() {
        Money nothing = refunded.minus(refunded);
        return accepted == null || accepted.isLessThan(refunded) ? nothing : accepted.minus(refunded);
    }

    /** So much of {@code amount} as is still owed was refunded for it. */
    public ReturnFacts refund(Money sent, String to) {
        Money amount = sent.isGreaterThan(left()) ? left() : sent;
        String all = wentTo.isEmpty() ? to : (wentTo.contains(to) ? wentTo : wentTo + "," + to);
        return new ReturnFacts(stage, accepted, refunded.plus(amount), all, creditAccountId, exchangeOrderId, settled);
    }

    public ReturnFacts credit(String account) {
        return new ReturnFacts(stage, accepted, refunded, wentTo, account, exchangeOrderId, settled);
    }

    public ReturnFacts withoutExchange() {
        return new ReturnFacts(stage, accepted, refunded, wentTo, creditAccountId, null, settled);
    }

    public ReturnFacts settle() {
        return new ReturnFacts(stage, accepted, refunded, wentTo, creditAccountId, exchangeOrderId, true);
    }

    /** Whether money may still be owed for it. */
    public boolean isOwed() {
        return accepted != null && !settled;
    }
}
