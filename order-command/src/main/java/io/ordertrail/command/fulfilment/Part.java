package io.ordertrail.command.fulfilment;

import io.ordertrail.api.payment.PaymentChoice;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A payment of an order, as {@link Settlement} knows it.
 *
 * @param method its provider
 * @param asking whether it is not known yet if it will be authorised, or has arrived
 * @param refused whether its provider would not capture what it had promised
 * @param promised authorised so far
 * @param asked of that, to be captured, with no answer yet
 * @param captured received
 * @param released of what was promised, given up or expired
 * @param returned of what was received, given back or taken back
 * @param returning of what was received, asked to go back, with no answer yet
 * @param refunds how often giving it back was tried
 * @param excused of what went back, what others gave back: it is not to be paid again
 * @param goods of that, what went back for goods that came back
 */
record Part(
        String method,
        boolean asking,
        boolean refused,
        Money promised,
        Money asked,
        Money captured,
        Money released,
        Money returned,
        Money returning,
        int refunds,
        Money excused,
        Money goods) {

    /** What was stored before others' refunds were told apart has none of them. */
    Part {
        excused = orNothing(excused, promised);
        goods = orNothing(goods, promised);
    }

    static Part of(String method, Money nothing) {
        return new Part(method, true, false, nothing, nothing, nothing, nothing, nothing, nothing, 0, nothing, nothing);
    }

    Part answered(Money more) {
        return came(false, refused, promised.plus(more), asked, captured, released);
    }

    Part ask(Money more) {
        return came(asking, refused, promised, asked.plus(more), captured, released);
    }

    /** What was asked for cannot be had, and is not asked for again. What others asked for is not meant. */
    Part refuseCapture(Money amount) {
        return came(asking, true, promised, asked.minus(amount), captured, released);
    }

    Part capture(Money more) {
        return came(false, refused, promised, asked, captured.plus(more), released);
    }

    Part release(Money more) {
        return came(asking, refused, promised, asked, captured, released.plus(more));
    }

    Part returning(Money more) {
        return went(returned, returning.plus(more), refunds + 1, excused, goods);
    }

    /** Somebody else wants it to go back; less of it where that has failed. */
    Part excuse(Money more, boolean forGoods) {
        Money ofGoods = forGoods ? more : nothing();
        return went(returned, returning.plus(more), refunds, excused.plus(more), goods.plus(ofGoods));
    }

    /** It went back: what was asked to, and by hand maybe more. */
    Part returned(Money amount) {
        Money asked = amount.isLessThan(returning) ? amount : returning;
        Money beyond = amount.minus(asked);
        return went(returned.plus(amount), returning.minus(asked), refunds, excused.plus(beyond), goods);
    }

    /** The bank took it back: it is to be paid again. */
    Part takeBack(Money amount) {
        return went(returned.plus(amount), returning, refunds, excused, goods);
    }

    /** It is asked to go back once more. */
    Part tryAgain() {
        return went(returned, returning, refunds + 1, excused, goods);
    }

    /** Promised, and neither received nor asked for nor given up. */
    Money open() {
        Money rest = promised.minus(captured).minus(asked).minus(released);
        return rest.isNegative() ? nothing() : rest;
    }

    /** What may be asked for now: one capture at a time (rule P3). */
    Money capturable() {
        return isQuiet() && !refused ? open() : nothing();
    }

    /** Received, neither given back nor asked to go back. */
    Money kept() {
        return captured.minus(returned).minus(returning);
    }

    /** What need not be asked for any more. */
    Money covered() {
        return kept().plus(excused).plus(asked);
    }

    /** What was paid for goods, whether they stayed or came back. */
    Money paid() {
        return kept().plus(goods);
    }

    /** Money that came another way goes back by hand. */
    boolean byHand() {
        return method.equals(PaymentChoice.MANUAL);
    }

    /** Whether nothing more is to become of it once the order has ended. */
    boolean isDone(boolean cancelled) {
        return isQuiet() && open().isZero() && returning.isZero() && (!cancelled || !kept().isPositive());
    }

    /** Whether nothing that was asked of its provider is without an answer. */
    boolean isQuiet() {
        return !asking && asked.isZero();
    }

    private Money nothing() {
        return Money.zero(promised.getCurrencyUnit());
    }

    private Part came(boolean asking, boolean refused, Money promised, Money asked, Money captured, Money released) {
        return new Part(
                method, asking, refused, promised, asked, captured, released, returned, returning, refunds, excused,
                goods);
    }

    private Part went(Money returned, Money returning, int refunds, Money excused, Money goods) {
        return new Part(
                method, asking, refused, promised, asked, captured, released, returned, returning, refunds, excused,
                goods);
    }

    private static Money orNothing(@Nullable Money amount, Money like) {
        return amount == null ? Money.zero(like.getCurrencyUnit()) : amount;
    }
}
