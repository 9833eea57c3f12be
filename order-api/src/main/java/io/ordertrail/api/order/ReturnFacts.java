package io.ordertrail.api.order;

import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * How far a return has come, as its order knows it.
 *
 * @param accepted what is to go back in all; null before the goods were inspected
 * @param refunded what went back for it by now
 * @param creditAccountId the account for what no payment takes back, or null
 * @param exchangeOrderId the order that it pays for first; null where there is none, or that was tried
 * @param settled whether nothing more is owed for it
 */
public record ReturnFacts(
        ReturnStage stage,
        @Nullable Money accepted,
        Money refunded,
        @Nullable String creditAccountId,
        @Nullable String exchangeOrderId,
        boolean settled) {

    static ReturnFacts requested(OrderEvent.ReturnRecorded asked, Money nothing) {
        return new ReturnFacts(asked.stage(), null, nothing, asked.creditAccountId(), asked.exchangeOrderId(), false);
    }

    ReturnFacts become(ReturnStage next) {
        return new ReturnFacts(next, accepted, refunded, creditAccountId, exchangeOrderId, settled);
    }

    ReturnFacts accept(Money worth) {
        return new ReturnFacts(stage, worth, refunded, creditAccountId, exchangeOrderId, settled);
    }

    ReturnFacts refund(Money amount) {
        return new ReturnFacts(stage, accepted, refunded.plus(amount), creditAccountId, exchangeOrderId, settled);
    }

    ReturnFacts withoutExchange() {
        return new ReturnFacts(stage, accepted, refunded, creditAccountId, null, settled);
    }

    ReturnFacts settle() {
        return new ReturnFacts(stage, accepted, refunded, creditAccountId, exchangeOrderId, true);
    }

    /** Whether money may still be owed for it. */
    public boolean isOwed() {
        return accepted != null && !settled;
    }
}
