package io.ordertrail.query.order;

import io.ordertrail.api.order.OrderEvent;
import io.ordertrail.api.order.OrderEvent.AskRefused;
import io.ordertrail.api.order.OrderEvent.ChargebackReversed;
import io.ordertrail.api.order.OrderEvent.RefundAsked;
import io.ordertrail.api.order.OrderEvent.RefundRecorded;
import io.ordertrail.api.order.OrderView.Refund;
import io.ordertrail.api.order.RefundKind;
import io.ordertrail.api.order.RefundState;
import io.ordertrail.api.payment.PaymentOperation;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** How each event changes the refunds of an order: each ask is a refund, and so is money that went back without an ask. */
final class Refunds {

    private Refunds() {}

    static List<Refund> next(List<Refund> refunds, OrderEvent event) {
        if (event instanceof RefundAsked e) {
            return PartsFold.and(refunds, asked(e));
        }
        if (event instanceof AskRefused e && e.operation() == PaymentOperation.REFUND) {
            return refunds.stream()
                    .map(refund -> of(e.paymentId(), e.number()).test(refund) ? refused(refund, e) : refund)
                    .toList();
        }
        if (event instanceof RefundRecorded e) {
            return recorded(refunds, e);
        }
        return event instanceof ChargebackReversed e ? PartsFold.and(refunds, reversed(e)) : refunds;
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

    private static List<Refund> recorded(List<Refund> refunds, RefundRecorded e) {
        Predicate<Refund> same = of(e.paymentId(), e.number());
        if (refunds.stream().noneMatch(same)) {
            return PartsFold.and(refunds, done(e, null));
        }
        return refunds.stream()
                .map(refund -> same.test(refund) ? done(e, refund) : refund)
                .toList();
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
