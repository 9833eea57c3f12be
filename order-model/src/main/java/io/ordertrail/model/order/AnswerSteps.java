package io.ordertrail.model.order;

import io.ordertrail.api.order.OrderMoneyEvent.DebtSettled;
import io.ordertrail.api.order.OrderMoneyEvent.PaymentProcessed;
import io.ordertrail.api.order.OrderMoneyEvent.RefundRecorded;
import io.ordertrail.api.order.value.PaymentKind;
import io.ordertrail.api.order.value.RefundKind;
import io.ordertrail.api.payment.PaymentOperation;
import io.ordertrail.model.order.goods.OrderReturn;
import io.ordertrail.model.order.goods.ReturnMoney;
import io.ordertrail.model.order.money.PaymentAsk;
import io.ordertrail.model.order.money.PaymentSums;
import java.util.Map;
import org.joda.money.Money;

/** What events change of the money that an order's payments have promised, brought and given back. */
final class AnswerSteps {

    /** The number of no ask. */
    private static final int NONE = -1;

    private AnswerSteps() {}

    /** An authorisation answers the ask of number 0. A promise that ends by itself answers nothing. */
    static OrderFacts processed(OrderFacts facts, PaymentProcessed news) {
        int begun = news.kind() == PaymentKind.RELEASED ? NONE : 0;
        int answered = news.number() == null ? begun : news.number();
        PaymentOperation done = switch (news.kind()) {
            case AUTHORIZED, DECLINED -> PaymentOperation.AUTHORIZE;
            case CAPTURED -> PaymentOperation.CAPTURE;
            case RELEASED -> PaymentOperation.VOID;
            case UNKNOWN -> PaymentOperation.UNKNOWN;
        };
        OrderFacts heard = facts.pay(
                news.paymentId(),
                payment -> payment.by(news.method())
                        .answered(answered)
                        .succeeded(done)
                        .and(news.kind(), news.amount()));
        if (news.kind() == PaymentKind.RELEASED && news.number() != null) {
            // It was asked to give all of it up: whatever the amount, nothing is left to ask for.
            heard = heard.pay(news.paymentId(), PaymentSums::withoutPromise);
        }
        boolean wayFailed = news.kind() == PaymentKind.DECLINED
                && !heard.funds().of(news.paymentId()).isManual();
        return wayFailed ? heard.withWay(null) : heard;
    }

    static OrderFacts refunded(OrderFacts facts, RefundRecorded refund) {
        if (refund.kind() == RefundKind.CHARGEBACK) {
            return facts.pay(refund.paymentId(), payment -> payment.chargeBack(refund.amount()))
                    .withWay(null);
        }
        PaymentAsk open = facts.funds().of(refund.paymentId()).open();
        OrderFacts gone = facts.pay(
                refund.paymentId(),
                payment -> payment.answered(refund.number() == null ? NONE : refund.number())
                        .succeeded(PaymentOperation.REFUND)
                        .giveBack(refund.amount(), refund.to() == null));
        String returnId =
                open != null && refund.number() != null && open.number() == refund.number() ? open.returnId() : null;
        return returnId == null
                ? gone
                : ReturnSteps.money(
                        gone,
                        returnId,
                        money -> money.refund(refund.amount(), refund.to() == null ? refund.paymentId() : refund.to()));
    }

    static OrderFacts settled(OrderFacts facts, DebtSettled settled) {
        String paymentId = settled.paymentId();
        if (paymentId == null) {
            return facts.withFunds(facts.funds().excuse(settled.amount()));
        }
        OrderFacts done = facts.pay(paymentId, payment -> payment.succeeded(PaymentOperation.REFUND));
        return switch (settled.how()) {
            case PAID_ANOTHER_WAY, TO_ACCOUNT ->
                forReturns(
                        done.pay(paymentId, payment -> payment.giveBack(settled.amount(), false)),
                        settled.amount(),
                        paymentId);
            case WRITTEN_OFF -> done.withFunds(done.funds().retain(settled.amount()));
            case UNKNOWN -> done;
        };
    }

    /** What people gave back ends first what was owed for goods that came back, the oldest return first. */
    private static OrderFacts forReturns(OrderFacts facts, Money amount, String paymentId) {
        OrderFacts done = facts;
        Money rest = amount;
        for (Map.Entry<String, OrderReturn> one : facts.returns().entrySet()) {
            ReturnMoney money = one.getValue().money();
            Money left = money.isOwed() ? money.left() : facts.funds().nothing();
            Money share = rest.isLessThan(left) ? rest : left;
            if (share.isPositive()) {
                done = ReturnSteps.money(done, one.getKey(), owed -> owed.refund(share, paymentId));
                rest = rest.minus(share);
            }
        }
        return done;
    }
}
