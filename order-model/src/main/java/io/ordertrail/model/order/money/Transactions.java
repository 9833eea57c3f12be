package io.ordertrail.model.order.money;

import io.ordertrail.api.order.OrderMoneyEvent.AskRefused;
import io.ordertrail.api.order.OrderMoneyEvent.ChargebackReversed;
import io.ordertrail.api.order.OrderMoneyEvent.DebtSettled;
import io.ordertrail.api.order.OrderMoneyEvent.PaymentProcessed;
import io.ordertrail.api.order.OrderMoneyEvent.RefundAsked;
import io.ordertrail.api.order.OrderMoneyEvent.RefundRecorded;
import io.ordertrail.api.order.value.PaymentKind;
import io.ordertrail.api.order.value.RefundKind;
import io.ordertrail.api.order.view.OrderView.Payment;
import io.ordertrail.api.order.view.OrderView.Refund;
import io.ordertrail.api.order.view.OrderView.Settlement;
import io.ordertrail.api.payment.PaymentChoice;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Each movement of an order's money, the oldest first; {@link Funds} has their sums. */
public record Transactions(List<Payment> payments, List<Refund> refunds, List<Settlement> settlements) {

    public static final Transactions NONE = new Transactions(List.of(), List.of(), List.of());

    /**
     * Whether money that staff recorded has come with this reference. Of money that has not come after all, it may be
     * told again.
     */
    public boolean isKnown(String reference) {
        return payments.stream()
                .filter(payment -> isManual(payment) && payment.kind() != PaymentKind.DECLINED)
                .filter(payment -> reference.equals(payment.reference()))
                .anyMatch(payment -> payments.subList(payments.indexOf(payment), payments.size()).stream()
                        .noneMatch(later -> later.kind() == PaymentKind.DECLINED
                                && later.id().equals(payment.id())));
    }

    /** When the money of a payment came that staff recorded. */
    public Optional<Instant> receivedAt(String paymentId) {
        return payments.stream()
                .filter(payment -> isManual(payment) && payment.kind() == PaymentKind.CAPTURED)
                .filter(payment -> payment.id().equals(paymentId))
                .map(Payment::at)
                .reduce((one, later) -> later);
    }

    /** Ids of what banks took back and gave back. */
    public List<String> chargebacks() {
        return refunds.stream()
                .filter(refund -> refund.kind() == RefundKind.CHARGEBACK)
                .map(Refund::id)
                .toList();
    }

    public Transactions processed(PaymentProcessed e) {
        Payment payment =
                new Payment(e.paymentId(), e.kind(), e.method(), e.amount(), e.reference(), e.reason(), e.at());
        return new Transactions(and(payments, payment), refunds, settlements);
    }

    public Transactions asked(RefundAsked e) {
        return with(Refunds.asked(refunds, e));
    }

    public Transactions refused(AskRefused e) {
        return with(Refunds.refused(refunds, e));
    }

    public Transactions refunded(RefundRecorded e) {
        return with(Refunds.recorded(refunds, e));
    }

    public Transactions reversed(ChargebackReversed e) {
        return with(Refunds.reversed(refunds, e));
    }

    public Transactions settled(DebtSettled e) {
        Settlement settlement =
                new Settlement(e.debtId(), e.how(), e.paymentId(), e.amount(), e.reference(), e.reason(), e.at());
        return new Transactions(payments, refunds, and(settlements, settlement));
    }

    private Transactions with(List<Refund> changed) {
        return new Transactions(payments, changed, settlements);
    }

    private static boolean isManual(Payment payment) {
        return payment.method().equals(PaymentChoice.MANUAL);
    }

    static <T> List<T> and(List<T> some, T one) {
        List<T> more = new ArrayList<>(some);
        more.add(one);
        return List.copyOf(more);
    }
}
