package io.ordertrail.model.order;

import io.ordertrail.api.order.OrderMoneyEvent.AskRefused;
import io.ordertrail.api.order.OrderMoneyEvent.AskRetried;
import io.ordertrail.api.order.OrderMoneyEvent.CaptureAsked;
import io.ordertrail.api.order.OrderMoneyEvent.PaymentAsked;
import io.ordertrail.api.order.OrderMoneyEvent.RefundAsked;
import io.ordertrail.api.order.OrderMoneyEvent.VoidAsked;
import io.ordertrail.api.payment.PaymentOperation;
import io.ordertrail.model.order.goods.ReturnMoney;
import io.ordertrail.model.order.money.PaymentAsk;
import org.joda.money.Money;

/** What events change of what an order has asked of its payments. */
final class AskSteps {

    private AskSteps() {}

    static OrderFacts begun(OrderFacts facts, PaymentAsked e) {
        PaymentAsk ask = PaymentAsk.of(0, PaymentOperation.AUTHORIZE, e.amount(), e.at());
        return facts.pay(
                e.paymentId(), payment -> payment.by(e.choice().method()).ask(ask));
    }

    static OrderFacts capture(OrderFacts facts, CaptureAsked e) {
        PaymentAsk ask = PaymentAsk.of(e.number(), PaymentOperation.CAPTURE, e.amount(), e.at());
        return facts.pay(e.paymentId(), payment -> payment.ask(ask));
    }

    static OrderFacts giveUp(OrderFacts facts, VoidAsked e) {
        PaymentAsk ask =
                PaymentAsk.of(e.number(), PaymentOperation.VOID, facts.funds().nothing(), e.at());
        OrderFacts asked = facts.pay(e.paymentId(), payment -> payment.ask(ask));
        // Where it leaves something unpaid, it was given up on purpose: the same way is not asked again by itself.
        return asked.funds().payable().isPositive() ? asked.withWay(null) : asked;
    }

    static OrderFacts refund(OrderFacts facts, RefundAsked e) {
        PaymentAsk ask =
                new PaymentAsk(e.number(), PaymentOperation.REFUND, e.amount(), e.kind(), e.returnId(), e.to(), e.at());
        OrderFacts asked = facts.pay(e.paymentId(), payment -> payment.ask(ask));
        return switch (e.kind()) {
            case GOODWILL -> asked.withFunds(asked.funds().excuse(given(facts, e)));
            case OTHER_MEANS -> asked.withWay(null);
            case EXCHANGE ->
                e.returnId() == null ? asked : ReturnSteps.money(asked, e.returnId(), ReturnMoney::withoutExchange);
            case RETURN, CORRECTION, CHARGEBACK, UNKNOWN -> asked;
        };
    }

    /**
     * An ask that is repeated after a refusal is no second gift. The gift of {@code facts} counts, as of before the
     * ask.
     */
    private static Money given(OrderFacts facts, RefundAsked ask) {
        Money more = ask.amount().minus(facts.funds().of(ask.paymentId()).gift());
        return more.isNegative() ? facts.funds().nothing() : more;
    }

    static OrderFacts refused(OrderFacts facts, AskRefused no) {
        return facts.pay(
                no.paymentId(), payment -> payment.refuse(no.operation(), no.number(), no.failures(), no.reason()));
    }

    static OrderFacts retried(OrderFacts facts, AskRetried again) {
        return again.paymentId() == null
                ? facts
                : facts.pay(again.paymentId(), payment -> payment.retry(again.number()));
    }
}
