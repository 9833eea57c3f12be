package io.ordertrail.model.order.decision;

import io.ordertrail.api.message.Refused;
import io.ordertrail.api.message.Role;
import io.ordertrail.api.order.OrderEvent;
import io.ordertrail.api.order.OrderGoodsCommand.RetryReturnRefund;
import io.ordertrail.api.order.OrderGoodsEvent.ReturnAccountNamed;
import io.ordertrail.api.order.OrderMoneyCommand.RetryAsk;
import io.ordertrail.api.order.OrderMoneyCommand.SettleDebt;
import io.ordertrail.api.order.OrderMoneyEvent.AskRetried;
import io.ordertrail.api.order.OrderMoneyEvent.DebtSettled;
import io.ordertrail.api.order.OrderMoneyEvent.RefundAsked;
import io.ordertrail.api.order.OrderMoneyRefusal.DebtNotFound;
import io.ordertrail.api.order.OrderMoneyRefusal.MoreThanOwed;
import io.ordertrail.api.order.value.DebtSettlement;
import io.ordertrail.api.order.value.RefundKind;
import io.ordertrail.api.payment.PaymentAction;
import io.ordertrail.api.payment.PaymentOperation;
import io.ordertrail.model.kernel.Faults;
import io.ordertrail.model.order.difference.DerivedProblems;
import io.ordertrail.model.order.goods.LineStock;
import io.ordertrail.model.order.goods.OrderReturn;
import io.ordertrail.model.order.money.Funds;
import io.ordertrail.model.order.money.PaymentSums;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Rule W5: what was refused is asked again, and what cannot go on is ended by people. */
public record DebtDecisions(OrderContext order) {

    /** What the customer owes, as the id of a debt. */
    public static final String DUE = "due";

    /** Whatever is no longer refused, or is not the newest ask, is let be. */
    public List<OrderEvent> retry(RetryAsk command) {
        PaymentSums payment = funds().of(command.subject());
        LineStock line = order.facts().stock().get(command.subject());
        if (line != null && line.asked().number() == command.number() && line.mayBeAskedAgain()) {
            return List.of(AskRetried.ofLine(order.orderId(), command.subject(), command.number(), order.now()));
        }
        boolean refused = payment.failures().values().stream()
                .anyMatch(failure -> failure.number() == command.number() && !failure.again());
        return refused
                ? List.of(AskRetried.ofPayment(order.orderId(), command.subject(), command.number(), order.now()))
                : List.of();
    }

    /** As long as something is owed for the return. */
    public List<OrderEvent> retryReturn(RetryReturnRefund command) {
        OrderReturn asked = order.facts().returns().get(command.returnId());
        if (asked == null || !asked.isOwed()) {
            return List.of();
        }
        Instant now = order.now();
        List<OrderEvent> events = new ArrayList<>();
        if (command.creditAccountId() != null
                && !command.creditAccountId().equals(asked.money().creditAccountId())) {
            events.add(new ReturnAccountNamed(order.orderId(), command.returnId(), command.creditAccountId(), now));
        }
        funds().payments()
                .forEach((paymentId, payment) -> payment.failure(PaymentOperation.REFUND)
                        .filter(failure -> !failure.again())
                        .ifPresent(failure ->
                                events.add(AskRetried.ofPayment(order.orderId(), paymentId, failure.number(), now))));
        return events;
    }

    public List<OrderEvent> settle(SettleDebt command) {
        Faults.inCurrency(command.amount(), "/amount", order.currency());
        if (command.how() == DebtSettlement.WRITTEN_OFF) {
            order.caller().mustBe(Role.SUPERVISOR);
        }
        return command.debtId().equals(DUE) ? excuse(command) : giveBack(command);
    }

    /** The customer's debt: another payment is recorded as such, so that only writing it off is left. */
    private List<OrderEvent> excuse(SettleDebt command) {
        Money due = funds().due();
        if (command.how() != DebtSettlement.WRITTEN_OFF || !due.isPositive()) {
            throw new Refused(new DebtNotFound(command.debtId()));
        }
        return List.of(settled(command, null, within(command, due), order.now()));
    }

    private List<OrderEvent> giveBack(SettleDebt command) {
        Map<String, Money> owed = owed(command.debtId());
        Money left = within(command, owed.values().stream().reduce(funds().nothing(), Money::plus));
        List<OrderEvent> events = new ArrayList<>();
        for (Map.Entry<String, Money> payment : owed.entrySet()) {
            Money share = left.isLessThan(payment.getValue()) ? left : payment.getValue();
            if (share.isPositive()) {
                events.add(
                        command.how() == DebtSettlement.TO_ACCOUNT
                                ? toAccount(command, payment.getKey(), share)
                                : settled(command, payment.getKey(), share, order.now()));
                left = left.minus(share);
            }
        }
        return events;
    }

    /** Of which payments the debt is how much. */
    private Map<String, Money> owed(String debtId) {
        boolean open = order.facts().problems().contains(debtId);
        boolean byHand = debtId.startsWith(DerivedProblems.REFUND_DUE);
        if (!open || !(byHand || debtId.startsWith(DerivedProblems.REFUND_FAILED))) {
            throw new Refused(new DebtNotFound(debtId));
        }
        Map<String, Money> owed = new LinkedHashMap<>();
        if (byHand) {
            Money left = new DerivedProblems(order.state(), order.now()).dueByHand();
            for (Map.Entry<String, PaymentSums> payment : funds().payments().entrySet()) {
                Money kept = payment.getValue().kept();
                if (payment.getValue().isByHand() && payment.getValue().open() == null && kept.isPositive()) {
                    Money share = left.isLessThan(kept) ? left : kept;
                    owed.put(payment.getKey(), share);
                    left = left.minus(share);
                }
            }
            return owed;
        }
        String paymentId = debtId.substring(DerivedProblems.REFUND_FAILED.length());
        Money kept = order.rules().payment(paymentId, PaymentAction.REFUND).kept();
        owed.put(paymentId, funds().excess().isLessThan(kept) ? funds().excess() : kept);
        return owed;
    }

    private RefundAsked toAccount(SettleDebt command, String paymentId, Money share) {
        String returnId = order.facts().returns().entrySet().stream()
                .filter(one ->
                        one.getValue().isOwed() && one.getValue().money().left().isPositive())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
        return new RefundAsked(
                order.orderId(),
                paymentId,
                funds().of(paymentId).number() + 1,
                share,
                returnId == null ? kind(funds().of(paymentId), share) : RefundKind.RETURN,
                returnId,
                command.accountId(),
                command.reason(),
                order.now());
    }

    private static RefundKind kind(PaymentSums payment, Money share) {
        return share.isGreaterThan(payment.gift()) ? RefundKind.CORRECTION : RefundKind.GOODWILL;
    }

    private DebtSettled settled(SettleDebt command, @Nullable String paymentId, Money amount, Instant at) {
        return new DebtSettled(
                order.orderId(),
                command.debtId(),
                command.how(),
                paymentId,
                amount,
                command.reference(),
                command.reason(),
                at);
    }

    private static Money within(SettleDebt command, Money owed) {
        Money amount = command.amount() == null ? owed : command.amount();
        if (amount.isGreaterThan(owed)) {
            throw new Refused(new MoreThanOwed(amount, owed));
        }
        return amount;
    }

    private Funds funds() {
        return order.facts().funds();
    }
}
