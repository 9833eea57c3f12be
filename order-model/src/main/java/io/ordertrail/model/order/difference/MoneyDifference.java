package io.ordertrail.model.order.difference;

import io.ordertrail.api.order.OrderEvent;
import io.ordertrail.api.order.OrderGoodsEvent.ReturnSettled;
import io.ordertrail.api.order.OrderId;
import io.ordertrail.api.order.OrderLifecycle;
import io.ordertrail.api.order.OrderMoneyEvent.CaptureAsked;
import io.ordertrail.api.order.OrderMoneyEvent.PaymentAsked;
import io.ordertrail.api.order.OrderMoneyEvent.VoidAsked;
import io.ordertrail.api.order.value.PaymentTerms;
import io.ordertrail.api.payment.PaymentChoice;
import io.ordertrail.api.payment.PaymentOperation;
import io.ordertrail.model.order.ApprovedWorth;
import io.ordertrail.model.order.OrderFacts;
import io.ordertrail.model.order.OrderState;
import io.ordertrail.model.order.money.Funds;
import io.ordertrail.model.order.money.PaymentShares;
import io.ordertrail.model.order.money.PaymentSums;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.joda.money.Money;

/**
 * What an order wants of money, beside what it has, was promised and has asked. A payment is asked one thing at a time
 * (P3). What it gives back is {@link RefundDifference}.
 */
public record MoneyDifference(OrderState state, Instant at) {

    /** What has left the house, or all of it at once by the terms; in the end all that is due. */
    public List<OrderEvent> captures() {
        OrderFacts facts = state.facts();
        if (OrderFacts.CHARGEBACK.equals(facts.hold()) || facts.lifecycle() == OrderLifecycle.CANCELLED) {
            return List.of();
        }
        return PaymentShares.of(
                funds(),
                missing(),
                payment -> !payment.isRefused(PaymentOperation.CAPTURE),
                PaymentSums::outstanding,
                (payment, share) -> new CaptureAsked(
                        state.orderId(), payment.getKey(), PaymentShares.next(payment.getValue()), share, at));
    }

    /** What is to be captured by now, and is neither kept nor asked for; zero or less where nothing is. */
    public Money missing() {
        OrderFacts facts = state.facts();
        // What history was paid was taken long ago: its goods leave without anybody asking.
        boolean all = facts.imported()
                || facts.terms() != PaymentTerms.AUTH_FIRST
                || facts.lifecycle() == OrderLifecycle.COMPLETED;
        Money target = all ? funds().wanted() : PaymentShares.least(funds().wanted(), approvedWorth());
        return target.minus(funds().kept()).minus(asked(PaymentOperation.CAPTURE));
    }

    /** Stock first, then the money that nobody has promised, in the way that was named. */
    public List<OrderEvent> payment() {
        OrderFacts facts = state.facts();
        PaymentChoice way = facts.way();
        boolean wanted = !facts.isOver()
                && !facts.waived()
                && facts.isStockPromised()
                && !OrderFacts.CHARGEBACK.equals(facts.hold());
        // A promise that was refused when it was asked for stays one: it is not made up for behind the customer's back.
        Money missing = funds().due().minus(outstanding()).minus(asked(PaymentOperation.AUTHORIZE));
        if (way == null || !wanted || !missing.isPositive()) {
            return List.of();
        }
        String paymentId = ownPayment(state.orderId(), funds().payments().size() + 1);
        return List.of(new PaymentAsked(state.orderId(), paymentId, facts.customerId(), way, missing, at));
    }

    /**
     * The payment that an order begins by itself as its {@code number}-th, counted from 1 with those that people began.
     */
    public static String ownPayment(String orderId, int number) {
        return OrderId.payment(orderId, "ask:" + number);
    }

    /** A promise that can no longer be needed is given up, the latest first. */
    public List<OrderEvent> voids() {
        List<Map.Entry<String, PaymentSums>> latestFirst =
                new ArrayList<>(funds().payments().entrySet());
        Collections.reverse(latestFirst);
        for (Map.Entry<String, PaymentSums> payment : latestFirst) {
            PaymentSums sums = payment.getValue();
            if (sums.open() == null && !sums.isRefused(PaymentOperation.VOID) && isSpare(sums)) {
                return List.of(new VoidAsked(state.orderId(), payment.getKey(), PaymentShares.next(sums), null, at));
            }
        }
        return List.of();
    }

    /** Whether all that is due would be promised without this promise; of a cancelled order nothing is. */
    public boolean isSpare(PaymentSums payment) {
        if (state.facts().lifecycle() == OrderLifecycle.CANCELLED) {
            return payment.outstanding().isPositive();
        }
        boolean counted = !payment.isRefused(PaymentOperation.CAPTURE) && !payment.isAsked(PaymentOperation.VOID);
        Money spare = funds().promised().minus(funds().due());
        return payment.outstanding().isPositive()
                && !(counted ? spare.minus(payment.outstanding()) : spare).isNegative();
    }

    /** Nothing more is owed for a return once all that is too much has gone back and nothing more is on its way in. */
    public List<OrderEvent> settledReturns() {
        boolean open = funds().excess().isPositive()
                || funds().isAsked(PaymentOperation.REFUND)
                || funds().isAsked(PaymentOperation.CAPTURE);
        if (open) {
            return List.of();
        }
        return state.facts().returns().entrySet().stream()
                .filter(one -> one.getValue().isOwed())
                .<OrderEvent>map(one -> new ReturnSettled(
                        state.orderId(),
                        one.getKey(),
                        one.getValue().money().refunded(),
                        one.getValue().money().wentTo().isEmpty()
                                ? null
                                : one.getValue().money().wentTo(),
                        at))
                .toList();
    }

    /** What has left the house is worth, less what came back and what was excused. */
    private Money approvedWorth() {
        Money worth = ApprovedWorth.of(state)
                .minus(funds().takenBack())
                .minus(funds().excused())
                .plus(funds().retained());
        return worth.isNegative() ? funds().nothing() : worth;
    }

    public Money asked(PaymentOperation operation) {
        return sum(payment -> payment.asked(operation));
    }

    private Money outstanding() {
        return sum(payment -> payment.isAsked(PaymentOperation.VOID) ? funds().nothing() : payment.outstanding());
    }

    private Money sum(Function<PaymentSums, Money> part) {
        return funds().payments().values().stream().map(part).reduce(funds().nothing(), Money::plus);
    }

    private Funds funds() {
        return state.facts().funds();
    }
}
