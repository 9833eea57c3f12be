package io.ordertrail.model.order.difference;

import io.ordertrail.api.order.OrderEvent;
import io.ordertrail.api.order.OrderMoneyEvent.RefundAsked;
import io.ordertrail.api.order.value.RefundKind;
import io.ordertrail.api.payment.PaymentOperation;
import io.ordertrail.model.order.OrderState;
import io.ordertrail.model.order.goods.OrderReturn;
import io.ordertrail.model.order.goods.ReturnMoney;
import io.ordertrail.model.order.money.Funds;
import io.ordertrail.model.order.money.PaymentAsk;
import io.ordertrail.model.order.money.PaymentShares;
import io.ordertrail.model.order.money.PaymentSums;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** What an order gives back of its own accord, and where to. */
public record RefundDifference(OrderState state, Instant at) {

    /**
     * What is kept beyond what the order is worth goes back the way it came, the oldest payment first; for a return,
     * what no payment takes back goes to the customer's account, and what pays for an exchange goes to the other order
     * before all else.
     */
    public List<OrderEvent> asks() {
        Money excess = funds().excess();
        if (excess.isZero()) {
            return List.of();
        }
        Money rest = excess;
        for (Map.Entry<String, OrderReturn> one : state.facts().returns().entrySet()) {
            Money share = PaymentShares.least(rest, left(one));
            List<OrderEvent> asks =
                    share.isPositive() ? forReturn(one.getKey(), one.getValue().money(), share) : List.of();
            if (!asks.isEmpty()) {
                return asks;
            }
            rest = rest.minus(share);
        }
        return unbidden(rest);
    }

    /** What a return still brings back and has not asked for. */
    private Money left(Map.Entry<String, OrderReturn> one) {
        if (!one.getValue().isOwed()) {
            return funds().nothing();
        }
        Money asked = funds().payments().values().stream()
                .map(PaymentSums::open)
                .filter(ask -> ask != null && one.getKey().equals(ask.returnId()))
                .map(PaymentAsk::amount)
                .reduce(funds().nothing(), Money::plus);
        Money left = one.getValue().money().left().minus(asked);
        return left.isNegative() ? funds().nothing() : left;
    }

    private List<OrderEvent> forReturn(String returnId, ReturnMoney one, Money worth) {
        if (one.exchangeOrderId() != null) {
            return PaymentShares.of(
                            funds(),
                            worth,
                            payment -> true,
                            PaymentSums::kept,
                            (payment, share) ->
                                    refund(payment, share, RefundKind.EXCHANGE, returnId, one.exchangeOrderId()))
                    .stream()
                    .limit(1)
                    .toList();
        }
        List<OrderEvent> back = back(worth, RefundKind.RETURN, returnId);
        String account = one.creditAccountId();
        return !back.isEmpty() || account == null
                ? back
                : PaymentShares.of(
                        funds(),
                        worth,
                        RefundDifference::goesToAccount,
                        PaymentSums::kept,
                        (payment, share) -> refund(payment, share, RefundKind.RETURN, returnId, account));
    }

    /** What is too much goes back the way it came; what is owed of a gift goes back as one. */
    private List<OrderEvent> unbidden(Money amount) {
        return PaymentShares.of(
                funds(),
                amount,
                RefundDifference::goesBack,
                payment -> payment.gift().isPositive()
                        ? PaymentShares.least(payment.gift(), payment.kept())
                        : payment.kept(),
                (payment, share) -> refund(
                        payment,
                        share,
                        payment.getValue().gift().isPositive() ? RefundKind.GOODWILL : RefundKind.CORRECTION,
                        null,
                        null));
    }

    private static boolean goesBack(PaymentSums payment) {
        return !payment.isByHand() && !payment.isRefused(PaymentOperation.REFUND);
    }

    /** The way it came. */
    private List<OrderEvent> back(Money amount, RefundKind kind, @Nullable String returnId) {
        return PaymentShares.of(
                funds(),
                amount,
                RefundDifference::goesBack,
                PaymentSums::kept,
                (payment, share) -> refund(payment, share, kind, returnId, null));
    }

    /** What came by hand goes there at once; else each time that its own way has refused it. */
    private static boolean goesToAccount(PaymentSums payment) {
        if (payment.isByHand()) {
            return !payment.isRefused(PaymentOperation.REFUND);
        }
        return payment.failure(PaymentOperation.REFUND)
                .filter(failure -> !failure.again() && failure.failures() % 2 == 1)
                .isPresent();
    }

    private RefundAsked refund(
            Map.Entry<String, PaymentSums> payment,
            Money share,
            RefundKind kind,
            @Nullable String returnId,
            @Nullable String to) {
        return new RefundAsked(
                state.orderId(),
                payment.getKey(),
                PaymentShares.next(payment.getValue()),
                share,
                kind,
                returnId,
                to,
                null,
                at);
    }

    private Funds funds() {
        return state.facts().funds();
    }
}
