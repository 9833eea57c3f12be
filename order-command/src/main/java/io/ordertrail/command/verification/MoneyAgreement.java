package io.ordertrail.command.verification;

import io.ordertrail.api.order.Funds;
import io.ordertrail.api.order.OrderFacts;
import io.ordertrail.api.order.OrderLifecycle;
import io.ordertrail.api.order.PaymentSums;
import io.ordertrail.api.order.PaymentTerms;
import io.ordertrail.api.order.ReturnStage;
import io.ordertrail.api.payment.PaymentFacts;
import io.ordertrail.api.payment.PaymentOperation;
import io.ordertrail.api.verification.Verification.Check;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** I8, of money: an order and its payments tell the same, and whatever is not settled is somebody's. */
final class MoneyAgreement {

    private final Map<String, OrderFacts> orders;
    private final PaymentBooks payments;
    private final WaitingWork work;
    private final Tally agree =
            new Tally("I8", "Captured, refunded and charged back of an order's payments is what the order counts");
    private final Tally worth = new Tally("I8", "No order keeps more than it is worth without an ask or a problem");
    private final Tally owed =
            new Tally("I8", "No order is complete, owed for and given up without an ask or a problem");
    private final Tally promised =
            new Tally("I8", "No order that has ended, and to which nothing is due, holds a promise");
    private final Tally asked = new Tally("I8", "Every ask of a payment is with its provider, or waits to be sent");
    private final Tally left = new Tally("I8", "No step waits for an order that has ended and owes nothing");

    MoneyAgreement(Map<String, OrderFacts> orders, PaymentBooks payments, WaitingWork work) {
        this.orders = orders;
        this.payments = payments;
        this.work = work;
    }

    Stream<Check> checks() {
        orders.forEach(this::check);
        payments.orders().forEach((paymentId, orderId) -> {
            OrderFacts order = orders.get(orderId);
            if (!work.isUnderWay(orderId)
                    && !payments.isOpen(paymentId)
                    && (order == null || !order.funds().payments().containsKey(paymentId))) {
                agree.breach(paymentId + " is of " + orderId + ", which does not know of it");
            }
        });
        return Stream.of(agree, worth, owed, promised, asked, left).map(Tally::check);
    }

    private void check(String orderId, OrderFacts order) {
        Funds funds = order.funds();
        boolean underWay = work.isUnderWay(orderId);
        funds.payments().forEach((paymentId, sums) -> {
            if (!underWay) {
                agree(orderId, paymentId, sums);
                asked(orderId, paymentId, sums);
            }
        });
        if (underWay || order.imported()) {
            return;
        }
        worth.look();
        boolean told = !order.problems().isEmpty() || isAsked(funds);
        if (funds.excess().isPositive() && !told) {
            worth.breach(orderId + " keeps " + funds.excess() + " beyond its worth");
        }
        if (order.isOver()) {
            ended(orderId, order, told);
        }
    }

    private void ended(String orderId, OrderFacts order, boolean told) {
        Funds funds = order.funds();
        boolean due = funds.due().isPositive();
        owed.look();
        if (order.lifecycle() == OrderLifecycle.COMPLETED
                && order.terms() != PaymentTerms.INVOICE
                && due
                && !order.waived()
                && !told) {
            owed.breach(orderId + " is complete, and " + funds.due() + " is due that nobody asks for");
        }
        promised.look();
        if (!due && !told && funds.authorized().isPositive()) {
            promised.breach(
                    orderId + " is " + order.lifecycle() + ", and still holds a promise of " + funds.authorized());
        }
        left.look();
        if (!due
                && !told
                && !awaitsGoods(order)
                && work.deadlines().contains(orderId)
                && !funds.authorized().isPositive()) {
            left.breach(orderId + " is " + order.lifecycle() + ", and a step waits for its time");
        }
    }

    private void agree(String orderId, String paymentId, PaymentSums sums) {
        agree.look();
        Optional<PaymentFacts> payment = payments.of(paymentId);
        if (payment.isEmpty()) {
            if (sums.open() == null && !sums.declined() && !sums.isByHand()) {
                agree.breach(paymentId + " of " + orderId + " has no events of its own");
            }
            return;
        }
        PaymentFacts facts = payment.get();
        if (!sums.captured().equals(facts.captured())
                || !sums.refunded().equals(facts.refunded())
                || !sums.chargedBack().equals(facts.chargedBack())) {
            agree.breach("%s of %s: captured %s, refunded %s, charged back %s; the order counts %s, %s, %s"
                    .formatted(
                            paymentId,
                            orderId,
                            facts.captured(),
                            facts.refunded(),
                            facts.chargedBack(),
                            sums.captured(),
                            sums.refunded(),
                            sums.chargedBack()));
        }
    }

    private void asked(String orderId, String paymentId, PaymentSums sums) {
        if (sums.open() == null) {
            return;
        }
        asked.look();
        boolean elsewhere = sums.isAsked(PaymentOperation.REFUND) && sums.open().to() != null;
        if (elsewhere || !payments.isOpen(paymentId)) {
            asked.breach(
                    "Ask %d of %s of %s is with nobody".formatted(sums.open().number(), paymentId, orderId));
        }
    }

    /** A return that was approved has a time of its own, whatever has become of its order. */
    private static boolean awaitsGoods(OrderFacts order) {
        return order.returns().values().stream().anyMatch(one -> one.stage() == ReturnStage.APPROVED);
    }

    private static boolean isAsked(Funds funds) {
        return funds.payments().values().stream().anyMatch(payment -> payment.open() != null);
    }
}
