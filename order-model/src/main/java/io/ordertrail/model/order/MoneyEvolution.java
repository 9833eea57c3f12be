package io.ordertrail.model.order;

import io.ordertrail.api.order.OrderEvent;
import io.ordertrail.api.order.OrderEvent.AskRefused;
import io.ordertrail.api.order.OrderEvent.AskRetried;
import io.ordertrail.api.order.OrderEvent.CaptureAsked;
import io.ordertrail.api.order.OrderEvent.ChargebackReversed;
import io.ordertrail.api.order.OrderEvent.DebtSettled;
import io.ordertrail.api.order.OrderEvent.OrderCancelled;
import io.ordertrail.api.order.OrderEvent.OrderEdited;
import io.ordertrail.api.order.OrderEvent.OrderLinesCancelled;
import io.ordertrail.api.order.OrderEvent.PaymentAsked;
import io.ordertrail.api.order.OrderEvent.PaymentProcessed;
import io.ordertrail.api.order.OrderEvent.PaymentWaived;
import io.ordertrail.api.order.OrderEvent.RefundAsked;
import io.ordertrail.api.order.OrderEvent.RefundRecorded;
import io.ordertrail.api.order.OrderEvent.ReturnRecorded;
import io.ordertrail.api.order.OrderEvent.ShipmentResolved;
import io.ordertrail.api.order.OrderEvent.VoidAsked;
import io.ordertrail.api.order.PaymentKind;
import io.ordertrail.api.order.RefundKind;
import io.ordertrail.api.payment.PaymentOperation;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.joda.money.Money;

/** What each event changes of an order's money: what it is worth, what was asked of its payments, and what they answered. */
final class MoneyEvolution {

    /** The number of no ask. */
    private static final int NONE = -1;

    private MoneyEvolution() {}

    public static OrderFacts next(OrderFacts facts, OrderEvent event) {
        OrderFacts asked = asks(facts, event);
        return asked == facts ? worth(answers(facts, event), event) : asked;
    }

    private static OrderFacts asks(OrderFacts facts, OrderEvent event) {
        Money nothing = facts.funds().nothing();
        if (event instanceof PaymentAsked ask) {
            PaymentAsk open = new PaymentAsk(0, PaymentOperation.AUTHORIZE, ask.amount(), null, null, null);
            return pay(
                    facts,
                    ask.paymentId(),
                    payment -> payment.by(ask.choice().method()).ask(open));
        }
        if (event instanceof CaptureAsked ask) {
            PaymentAsk open = new PaymentAsk(ask.number(), PaymentOperation.CAPTURE, ask.amount(), null, null, null);
            return pay(facts, ask.paymentId(), payment -> payment.ask(open));
        }
        if (event instanceof VoidAsked ask) {
            PaymentAsk open = new PaymentAsk(ask.number(), PaymentOperation.VOID, nothing, null, null, null);
            OrderFacts asked = pay(facts, ask.paymentId(), payment -> payment.ask(open));
            // Where it leaves something unpaid, it was given up on purpose: the same way is not asked again by itself.
            return asked.funds().payable().isPositive() ? asked.withoutWay() : asked;
        }
        if (event instanceof RefundAsked ask) {
            PaymentAsk open = new PaymentAsk(
                    ask.number(), PaymentOperation.REFUND, ask.amount(), ask.kind(), ask.returnId(), ask.to());
            OrderFacts asked = pay(facts, ask.paymentId(), payment -> payment.ask(open));
            return switch (ask.kind()) {
                case GOODWILL -> asked.with(asked.funds().excuse(given(facts, ask)));
                case OTHER_MEANS -> asked.withoutWay();
                case RETURN, CORRECTION, EXCHANGE, CHARGEBACK, UNKNOWN -> asked;
            };
        }
        return facts;
    }

    /** An ask that is repeated after a refusal is no second gift. */
    private static Money given(OrderFacts facts, RefundAsked ask) {
        Money more = ask.amount().minus(facts.funds().of(ask.paymentId()).gift());
        return more.isNegative() ? facts.funds().nothing() : more;
    }

    private static OrderFacts answers(OrderFacts facts, OrderEvent event) {
        if (event instanceof PaymentProcessed news) {
            return processed(facts, news);
        }
        if (event instanceof AskRefused no) {
            return pay(
                    facts,
                    no.paymentId(),
                    payment -> payment.refuse(no.operation(), no.number(), no.failures(), no.reason()));
        }
        if (event instanceof AskRetried again) {
            return facts.funds().payments().containsKey(again.subject())
                    ? pay(facts, again.subject(), payment -> payment.retry(again.number()))
                    : facts;
        }
        if (event instanceof RefundRecorded refund) {
            return refunded(facts, refund);
        }
        if (event instanceof ChargebackReversed won) {
            return pay(
                    facts,
                    won.paymentId(),
                    payment -> payment.chargeBack(won.amount().negated()));
        }
        return facts;
    }

    /** An authorisation answers the ask of number 0. A promise that ends by itself answers nothing. */
    private static OrderFacts processed(OrderFacts facts, PaymentProcessed news) {
        int begun = news.kind() == PaymentKind.RELEASED ? NONE : 0;
        int answered = news.number() == null ? begun : news.number();
        PaymentOperation done = switch (news.kind()) {
            case AUTHORIZED, DECLINED -> PaymentOperation.AUTHORIZE;
            case CAPTURED -> PaymentOperation.CAPTURE;
            case RELEASED -> PaymentOperation.VOID;
            case UNKNOWN -> PaymentOperation.UNKNOWN;
        };
        OrderFacts heard = pay(
                facts,
                news.paymentId(),
                payment -> payment.by(news.method())
                        .answered(answered)
                        .succeeded(done)
                        .and(news.kind(), news.amount()));
        if (news.kind() == PaymentKind.RELEASED && news.number() != null) {
            // It was asked to give all of it up: whatever the amount, nothing is left to ask for.
            heard = pay(heard, news.paymentId(), PaymentSums::withoutPromise);
        }
        boolean wayFailed = news.kind() == PaymentKind.DECLINED
                && !heard.funds().of(news.paymentId()).isManual();
        return wayFailed ? heard.withoutWay() : heard;
    }

    private static OrderFacts refunded(OrderFacts facts, RefundRecorded refund) {
        if (refund.kind() == RefundKind.CHARGEBACK) {
            return pay(facts, refund.paymentId(), payment -> payment.chargeBack(refund.amount()))
                    .withoutWay();
        }
        PaymentAsk open = facts.funds().of(refund.paymentId()).open();
        OrderFacts gone = pay(
                facts,
                refund.paymentId(),
                payment -> payment.answered(refund.number() == null ? NONE : refund.number())
                        .succeeded(PaymentOperation.REFUND)
                        .giveBack(refund.amount(), refund.to() == null));
        String returnId =
                open != null && refund.number() != null && open.number() == refund.number() ? open.returnId() : null;
        return returnId == null
                ? gone
                : FactsEvolution.with(
                        gone,
                        returnId,
                        FactsEvolution.known(gone, returnId)
                                .refund(refund.amount(), refund.to() == null ? refund.paymentId() : refund.to()));
    }

    private static OrderFacts worth(OrderFacts facts, OrderEvent event) {
        Funds funds = facts.funds();
        if (event instanceof PaymentWaived) {
            return facts.waive();
        }
        if (event instanceof OrderLinesCancelled cancelled) {
            return facts.with(funds.shrink(cancelled.value()));
        }
        if (event instanceof ShipmentResolved resolved) {
            return facts.with(funds.shrink(resolved.value()));
        }
        if (event instanceof OrderEdited edited) {
            return facts.with(funds.worth(edited.totals().grand()));
        }
        if (event instanceof ReturnRecorded returned && returned.accepted() != null) {
            return facts.with(funds.takeBack(returned.accepted()));
        }
        if (event instanceof OrderCancelled) {
            return facts.with(funds.end());
        }
        return event instanceof DebtSettled settled ? settled(facts, settled) : facts;
    }

    private static OrderFacts settled(OrderFacts facts, DebtSettled settled) {
        if (settled.paymentId() == null) {
            return facts.with(facts.funds().excuse(settled.amount()));
        }
        OrderFacts done = pay(facts, settled.paymentId(), payment -> payment.succeeded(PaymentOperation.REFUND));
        return switch (settled.how()) {
            case PAID_ANOTHER_WAY, TO_ACCOUNT ->
                forReturns(
                        pay(done, settled.paymentId(), payment -> payment.giveBack(settled.amount(), false)), settled);
            case WRITTEN_OFF -> done.with(done.funds().retain(settled.amount()));
            case UNKNOWN -> done;
        };
    }

    /** What people gave back ends first what was owed for goods that came back, the oldest return first. */
    private static OrderFacts forReturns(OrderFacts facts, DebtSettled settled) {
        OrderFacts done = facts;
        Money rest = settled.amount();
        for (Map.Entry<String, ReturnFacts> one : facts.returns().entrySet()) {
            Money left = one.getValue().isOwed()
                    ? one.getValue().left()
                    : facts.funds().nothing();
            Money share = rest.isLessThan(left) ? rest : left;
            if (share.isPositive()) {
                done = FactsEvolution.with(done, one.getKey(), one.getValue().refund(share, settled.paymentId()));
                rest = rest.minus(share);
            }
        }
        return done;
    }

    private static OrderFacts pay(OrderFacts facts, String paymentId, UnaryOperator<PaymentSums> change) {
        return facts.with(facts.funds().change(paymentId, change));
    }
}
