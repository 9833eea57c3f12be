package io.ordertrail.model.order.decision;

import io.ordertrail.api.message.ApprovalKind;
import io.ordertrail.api.message.Refused;
import io.ordertrail.api.message.RequestRefusal.ApprovalNotFound;
import io.ordertrail.api.message.RequestRefusal.SecondPersonNeeded;
import io.ordertrail.api.message.Role;
import io.ordertrail.api.order.OrderApprovalCommand.DenyApproval;
import io.ordertrail.api.order.OrderApprovalCommand.ExpireApproval;
import io.ordertrail.api.order.OrderApprovalCommand.GiveApproval;
import io.ordertrail.api.order.OrderEvent;
import io.ordertrail.api.order.OrderMoneyCommand.RequestRefund;
import io.ordertrail.api.order.OrderMoneyCommand.SettleDebt;
import io.ordertrail.api.order.OrderMoneyCommand.WaivePayment;
import io.ordertrail.api.order.OrderMoneyEvent.ApprovalAsked;
import io.ordertrail.api.order.OrderMoneyEvent.ApprovalDenied;
import io.ordertrail.api.order.OrderMoneyEvent.ApprovalExpired;
import io.ordertrail.api.order.OrderMoneyEvent.ApprovalGiven;
import io.ordertrail.api.order.OrderMoneyEvent.DebtSettled;
import io.ordertrail.api.order.OrderMoneyEvent.RefundAsked;
import io.ordertrail.api.order.status.RefundState;
import io.ordertrail.api.order.value.DebtSettlement;
import io.ordertrail.api.order.value.RefundKind;
import io.ordertrail.api.order.view.OrderView;
import io.ordertrail.model.kernel.ApprovalLimits;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Rule P7: what is about more money than one person may decide on waits for a second one. It is decided twice by the
 * same rules: when it is asked for, so that nothing waits in vain, and when it is approved, since the order may have
 * changed. A limit is for all of its kind that was decided about one order.
 */
public record ApprovalDecisions(OrderContext order, ApprovalLimits limits) {

    private static final Set<RefundKind> BY_PEOPLE =
            Set.of(RefundKind.GOODWILL, RefundKind.OTHER_MEANS, RefundKind.CORRECTION);

    public List<OrderEvent> refund(RequestRefund command) {
        List<OrderEvent> events = new RefundDecisions(order).giveBack(command);
        Money amount =
                sum(events.stream().filter(RefundAsked.class::isInstance).map(event -> ((RefundAsked) event).amount()));
        return orAsk(ApprovalKind.REFUND, amount, givenBack(), events, command, null, null);
    }

    public List<OrderEvent> waive(WaivePayment command) {
        List<OrderEvent> events = new PaymentDecisions(order).waive(command);
        Money due = order.facts().funds().due();
        return orAsk(ApprovalKind.WAIVER, due, order.facts().funds().nothing(), events, null, command, null);
    }

    /** Only what is given up needs a second person: what is paid in another way is. */
    public List<OrderEvent> settle(SettleDebt command) {
        List<OrderEvent> events = new DebtDecisions(order).settle(command);
        if (command.how() != DebtSettlement.WRITTEN_OFF) {
            return events;
        }
        Money amount =
                sum(events.stream().filter(DebtSettled.class::isInstance).map(event -> ((DebtSettled) event).amount()));
        return orAsk(ApprovalKind.WRITE_OFF, amount, givenUp(), events, null, null, command);
    }

    public List<OrderEvent> give(GiveApproval command) {
        ApprovalAsked asked = open(command.number());
        String by = order.caller().actor();
        if (by.equals(asked.askedBy())) {
            throw new Refused(new SecondPersonNeeded(asked.number(), by));
        }
        if (asked.kind() != ApprovalKind.REFUND) {
            order.caller().mustBe(Role.SUPERVISOR);
        }
        List<OrderEvent> events = new ArrayList<>();
        events.add(new ApprovalGiven(order.orderId(), asked.number(), by, order.now()));
        events.addAll(done(asked));
        return events;
    }

    /** The account that {@code number} names, if it names one: whose it is, an order cannot see. */
    public @Nullable String account(int number) {
        return order.state()
                .approvals()
                .of(number)
                .map(asked -> asked.refund() != null
                        ? asked.refund().to()
                        : asked.settlement() == null ? null : asked.settlement().accountId())
                .orElse(null);
    }

    public List<OrderEvent> deny(DenyApproval command) {
        ApprovalAsked asked = open(command.number());
        return List.of(new ApprovalDenied(
                order.orderId(), asked.number(), order.caller().actor(), command.reason(), order.now()));
    }

    public List<OrderEvent> expire(ExpireApproval command) {
        return order.state().approvals().of(command.number()).stream()
                .filter(asked -> !order.clock().instant().isBefore(asked.expiresAt()))
                .<OrderEvent>map(asked -> new ApprovalExpired(order.orderId(), asked.number(), order.now()))
                .toList();
    }

    private List<OrderEvent> done(ApprovalAsked asked) {
        if (asked.refund() != null) {
            return new RefundDecisions(order).giveBack(asked.refund());
        }
        if (asked.waiver() != null) {
            return new PaymentDecisions(order).waive(asked.waiver());
        }
        if (asked.settlement() != null) {
            return new DebtDecisions(order).settle(asked.settlement());
        }
        throw new Refused(new ApprovalNotFound(asked.number()));
    }

    private ApprovalAsked open(int number) {
        return order.state().approvals().of(number).orElseThrow(() -> new Refused(new ApprovalNotFound(number)));
    }

    private List<OrderEvent> orAsk(
            ApprovalKind kind,
            Money amount,
            Money before,
            List<OrderEvent> events,
            @Nullable RequestRefund refund,
            @Nullable WaivePayment waiver,
            @Nullable SettleDebt settlement) {
        if (!limits.isBeyond(kind, amount.plus(before))) {
            return events;
        }
        return List.of(new ApprovalAsked(
                order.orderId(),
                order.state().approvals().last() + 1,
                kind,
                amount,
                refund,
                waiver,
                settlement,
                order.caller().actor(),
                order.clock().instant().plus(limits.waiting()),
                order.now()));
    }

    /** What people gave back of this order of their own will: else many small refunds would need nobody. */
    private Money givenBack() {
        return sum(order.state().transactions().refunds().stream()
                .filter(refund -> BY_PEOPLE.contains(refund.kind()) && refund.state() != RefundState.REFUSED)
                .map(OrderView.Refund::amount));
    }

    private Money givenUp() {
        return sum(order.state().transactions().settlements().stream()
                .filter(settlement -> settlement.how() == DebtSettlement.WRITTEN_OFF)
                .map(OrderView.Settlement::amount));
    }

    private Money sum(Stream<Money> amounts) {
        return amounts.reduce(order.facts().funds().nothing(), Money::plus);
    }
}
