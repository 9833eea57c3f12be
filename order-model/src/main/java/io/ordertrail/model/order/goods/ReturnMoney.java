package io.ordertrail.model.order.goods;

import io.ordertrail.api.order.OrderGoodsEvent.ReturnRecorded;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What goes back to the customer for a return, as its order knows it.
 *
 * @param accepted what is to go back in all; null before the goods were inspected
 * @param shipping how much of that is shipping, or null
 * @param refunded what was refunded for it so far
 * @param wentTo the payments, accounts and orders that it went to, with commas; empty before any did
 * @param creditAccountId the account for what no payment takes back, or null
 * @param exchangeOrderId the order that it pays for first; null if there is none, or if that was tried
 * @param settled whether nothing more is owed for it
 */
public record ReturnMoney(
        @Nullable Money accepted,
        @Nullable Money shipping,
        Money refunded,
        String wentTo,
        @Nullable String creditAccountId,
        @Nullable String exchangeOrderId,
        boolean settled) {

    static ReturnMoney requested(ReturnRecorded asked, Money nothing) {
        return new ReturnMoney(null, null, nothing, "", asked.creditAccountId(), asked.exchangeOrderId(), false)
                .after(asked);
    }

    /** An inspection says what is accepted. */
    ReturnMoney after(ReturnRecorded event) {
        return event.accepted() == null
                ? this
                : new ReturnMoney(
                        event.accepted(),
                        event.shipping(),
                        refunded,
                        wentTo,
                        creditAccountId,
                        exchangeOrderId,
                        settled);
    }

    /** What was accepted and has not gone back yet; zero before the goods were inspected. */
    public Money left() {
        Money nothing = refunded.minus(refunded);
        return accepted == null || accepted.isLessThan(refunded) ? nothing : accepted.minus(refunded);
    }

    /** So much of {@code sent} as is still owed was refunded for it. */
    public ReturnMoney refund(Money sent, String to) {
        Money amount = sent.isGreaterThan(left()) ? left() : sent;
        String all = wentTo.isEmpty() ? to : (wentTo.contains(to) ? wentTo : wentTo + "," + to);
        return new ReturnMoney(
                accepted, shipping, refunded.plus(amount), all, creditAccountId, exchangeOrderId, settled);
    }

    public ReturnMoney credit(String account) {
        return new ReturnMoney(accepted, shipping, refunded, wentTo, account, exchangeOrderId, settled);
    }

    public ReturnMoney withoutExchange() {
        return new ReturnMoney(accepted, shipping, refunded, wentTo, creditAccountId, null, settled);
    }

    public ReturnMoney settle() {
        return new ReturnMoney(accepted, shipping, refunded, wentTo, creditAccountId, exchangeOrderId, true);
    }

    /** Whether money may still be owed for it. */
    public boolean isOwed() {
        return accepted != null && !settled;
    }
}
