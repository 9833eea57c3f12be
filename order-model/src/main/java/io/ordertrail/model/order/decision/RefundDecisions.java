package io.ordertrail.model.order.decision;

import io.ordertrail.api.message.FaultCode;
import io.ordertrail.api.message.Refused;
import io.ordertrail.api.order.OrderEvent;
import io.ordertrail.api.order.OrderMoneyCommand.RequestRefund;
import io.ordertrail.api.order.OrderMoneyEvent.RefundAsked;
import io.ordertrail.api.order.OrderMoneyRefusal.MoreThanOwed;
import io.ordertrail.api.order.value.RefundKind;
import io.ordertrail.api.payment.PaymentAction;
import io.ordertrail.api.payment.PaymentOperation;
import io.ordertrail.api.payment.PaymentRefusal.MoreThanCaptured;
import io.ordertrail.model.kernel.BusinessTime;
import io.ordertrail.model.kernel.Faults;
import io.ordertrail.model.order.difference.RefundDifference;
import io.ordertrail.model.order.money.PaymentSums;
import java.time.Instant;
import java.util.List;
import org.joda.money.Money;

/**
 * What staff give back of their own will (rule O6); what is owed, the order gives back by itself
 * ({@link RefundDifference}).
 */
public record RefundDecisions(OrderContext order) {

    public List<OrderEvent> giveBack(RequestRefund command) {
        Faults.inCurrency(command.amount(), "/amount", order.currency());
        PaymentSums payment = order.rules().payment(command.paymentId(), PaymentAction.REFUND);
        Money kept = payment.kept();
        Money amount = command.amount() == null ? most(command, kept) : command.amount();
        if (amount.isGreaterThan(kept)) {
            throw new Refused(new MoreThanCaptured(amount, kept));
        }
        if (command.kind() == RefundKind.CORRECTION && amount.isGreaterThan(excess())) {
            throw new Refused(new MoreThanOwed(amount, excess()));
        }
        return List.of(new RefundAsked(
                order.orderId(),
                command.paymentId(),
                payment.number() + 1,
                amount,
                kind(command, payment, amount),
                null,
                command.to(),
                command.reason(),
                at(command, payment)));
    }

    /** What people gave back by hand, they may have given back before; all other money moves now. */
    private Instant at(RequestRefund command, PaymentSums payment) {
        boolean byHand = payment.isManual() && command.to() == null;
        Faults.unless(
                byHand || !BusinessTime.isHistory(command.at(), order.clock()),
                "/at",
                FaultCode.MOVES_NOW,
                "This money moves now. Only what came by hand and goes back by hand can have gone back before.");
        return order.at(
                command.at(),
                order.state()
                        .transactions()
                        .receivedAt(command.paymentId())
                        .orElse(order.state().placedAt()));
    }

    /** What was refused is owed still: asked for once more, it is no gift that it was not. */
    private RefundKind kind(RequestRefund command, PaymentSums payment, Money amount) {
        boolean again = command.kind() == RefundKind.GOODWILL
                && payment.failure(PaymentOperation.REFUND).isPresent()
                && amount.isGreaterThan(payment.gift())
                && !amount.isGreaterThan(excess());
        return again ? RefundKind.CORRECTION : command.kind();
    }

    private Money most(RequestRefund command, Money kept) {
        boolean bounded = command.kind() == RefundKind.CORRECTION && excess().isPositive() && excess().isLessThan(kept);
        return bounded ? excess() : kept;
    }

    private Money excess() {
        return order.facts().funds().excess();
    }
}
