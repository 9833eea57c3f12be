package io.ordertrail.command.verification;

import io.ordertrail.api.order.OrderLifecycle;
import io.ordertrail.api.order.value.PaymentTerms;
import io.ordertrail.api.payment.PaymentChoice;
import io.ordertrail.api.payment.PaymentOperation;
import io.ordertrail.api.verification.Verification.Check;
import io.ordertrail.model.order.OrderFacts;
import io.ordertrail.model.order.money.Funds;
import io.ordertrail.model.order.money.PaymentSums;
import io.ordertrail.model.payment.PaymentFacts;
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
    private final Tally asked = new Tally("I8", "Every ask of a payment is with its provider, or waits to be sent");
    private final Tally worth = new Tally("I8", "No order keeps more than it is worth without an ask or a problem");
    private final Tally owed = new Tally("I8", "No complete order with a debt is left without an ask or a problem");
    private final Tally promised =
            new Tally("I8", "No order that has ended, and to which nothing is due, holds a promise");

    MoneyAgreement(Map<String, OrderFacts> orders, PaymentBooks payments, WaitingWork work) {
        this.orders = orders;
        this.payments = payments;
        this.work = work;
    }

    Stream<Check> checks() {
        orders.forEach(this::check);
        payments.orders().forEach((paymentId, orderId) -> {
            OrderFacts order = orders.get(orderId);
            boolean known = order != null && order.funds().payments().containsKey(paymentId);
            if (!known && !work.isUnderWay(orderId)) {
                agree.breach(paymentId + " is of " + orderId + ", which does not know of it");
            }
        });
        return Stream.of(agree, asked, worth, owed, promised).map(Tally::check);
    }

    private void check(String orderId, OrderFacts order) {
        if (work.isUnderWay(orderId)) {
            return;
        }
        Funds funds = order.funds();
        funds.payments().forEach((paymentId, sums) -> {
            agree(orderId, paymentId, sums);
            asked(orderId, paymentId, sums);
        });
        // Of an imported order nothing is asked.
        if (order.imported()) {
            return;
        }
        boolean told = !order.problems().isEmpty() || isAsked(funds);
        worth.look();
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
        boolean mustBePaid = order.lifecycle() == OrderLifecycle.COMPLETED
                && order.terms() != PaymentTerms.INVOICE
                && !order.waived();
        if (mustBePaid && due && !told && order.hold() == null) {
            owed.breach(orderId + " is complete, and " + funds.due() + " is due and not asked for");
        }
        promised.look();
        if (!due && !told && funds.authorized().isPositive()) {
            promised.breach(
                    orderId + " is " + order.lifecycle() + ", and still holds a promise of " + funds.authorized());
        }
    }

    private void agree(String orderId, String paymentId, PaymentSums sums) {
        agree.look();
        Optional<PaymentFacts> payment = payments.of(paymentId);
        if (payment.isEmpty()) {
            if (mustHaveBegun(sums)) {
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

    /**
     * One that is asked for is another claim; one that was declined need not have begun; an exchange has no payment.
     */
    private static boolean mustHaveBegun(PaymentSums sums) {
        return !sums.isAsked(PaymentOperation.AUTHORIZE)
                && !sums.failed()
                && !sums.method().equals(PaymentChoice.EXCHANGE);
    }

    private void asked(String orderId, String paymentId, PaymentSums sums) {
        if (sums.open() == null) {
            return;
        }
        asked.look();
        String to = sums.isAsked(PaymentOperation.REFUND) ? sums.open().to() : null;
        boolean withSomebody =
                to == null ? payments.open(paymentId).filter(work::isRequested).isPresent() : work.isUnderWay(to);
        if (!withSomebody) {
            asked.breach("Ask %d of %s of %s, %s, is not under way"
                    .formatted(
                            sums.open().number(),
                            paymentId,
                            orderId,
                            sums.open().operation()));
        }
    }

    private static boolean isAsked(Funds funds) {
        return funds.payments().values().stream().anyMatch(payment -> payment.open() != null);
    }
}
