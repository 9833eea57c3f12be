package io.ordertrail.model.order.money;

import io.ordertrail.api.order.OrderMoneyEvent.AskRefused;
import io.ordertrail.api.order.OrderMoneyEvent.ChargebackReversed;
import io.ordertrail.api.order.OrderMoneyEvent.RefundAsked;
import io.ordertrail.api.order.OrderMoneyEvent.RefundRecorded;
import io.ordertrail.api.order.status.RefundState;
import io.ordertrail.api.order.value.RefundKind;
import io.ordertrail.api.order.view.OrderView.Refund;
import io.ordertrail.api.payment.PaymentOperation;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What events change of the refunds of an order: each ask is a refund, and so is money that went back without an ask.
 */
final class Refunds {

    private Refunds() {}

    static List<Refund> asked(List<Refund> refunds, RefundAsked e) {
        return Transactions.and(refunds, asked(e));
    }

    static List<Refund> refused(List<Refund> refunds, AskRefused e) {
        return e.operation() == PaymentOperation.REFUND
                ? change(refunds, of(e.paymentId(), e.number()), refund -> refused(refund, e))
                : refunds;
    }

    static List<Refund> recorded(List<Refund> refunds, RefundRecorded e) {
        Predicate<Refund> same = of(e.paymentId(), e.number());
        return refunds.stream().noneMatch(same)
                ? Transactions.and(refunds, done(e, null))
                : change(refunds, same, refund -> done(e, refund));
    }

    static List<Refund> reversed(List<Refund> refunds, ChargebackReversed e) {
        return Transactions.and(refunds, reversed(e));
    }

    private static List<Refund> change(List<Refund> refunds, Predicate<Refund> which, UnaryOperator<Refund> step) {
        return refunds.stream()
                .map(refund -> which.test(refund) ? step.apply(refund) : refund)
                .toList();
    }

    private static Refund asked(RefundAsked e) {
        return new Refund(
                PaymentOperation.REFUND.key(e.paymentId(), e.number()),
                e.paymentId(),
                e.number(),
                e.kind(),
                RefundState.ASKED,
                e.amount(),
                e.returnId(),
                e.to(),
                e.reason(),
                e.at());
    }

    private static Refund refused(Refund refund, AskRefused no) {
        return new Refund(
                refund.id(),
                refund.paymentId(),
                refund.number(),
                refund.kind(),
                RefundState.REFUSED,
                refund.amount(),
                refund.returnId(),
                refund.to(),
                no.reason(),
                no.at());
    }

    private static Refund done(RefundRecorded e, @Nullable Refund asked) {
        return new Refund(
                e.refundId(),
                e.paymentId(),
                e.number(),
                e.kind(),
                RefundState.DONE,
                e.amount(),
                asked == null ? null : asked.returnId(),
                e.to(),
                e.reason(),
                e.at());
    }

    private static Refund reversed(ChargebackReversed e) {
        return new Refund(
                e.reversalId(),
                e.paymentId(),
                null,
                RefundKind.CHARGEBACK,
                RefundState.DONE,
                e.amount().negated(),
                null,
                null,
                null,
                e.at());
    }

    private static Predicate<Refund> of(String paymentId, @Nullable Integer number) {
        return refund ->
                number != null && refund.paymentId().equals(paymentId) && Objects.equals(refund.number(), number);
    }
}
