package io.ordertrail.command.order;

import static io.ordertrail.command.order.Samples.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.ordertrail.api.message.ApprovalKind;
import io.ordertrail.api.message.Refusal;
import io.ordertrail.api.message.Refused;
import io.ordertrail.api.message.RequestRefusal.ApprovalNotFound;
import io.ordertrail.api.message.RequestRefusal.MissingRole;
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
import io.ordertrail.api.order.OrderMoneyEvent.PaymentWaived;
import io.ordertrail.api.order.OrderMoneyEvent.RefundAsked;
import io.ordertrail.api.order.value.DebtSettlement;
import io.ordertrail.api.order.value.PaymentTerms;
import io.ordertrail.api.order.value.RefundKind;
import io.ordertrail.model.kernel.ApprovalLimits;
import io.ordertrail.model.kernel.Caller;
import io.ordertrail.model.order.OrderState;
import io.ordertrail.model.order.decision.ApprovalDecisions;
import io.ordertrail.model.order.decision.OrderContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** Rule P7: more than one person may decide on needs another. */
class ApprovalTest {

    private static final Map<CurrencyUnit, Money> TEN = Map.of(CurrencyUnit.EUR, Money.parse("EUR 10.00"));
    private static final ApprovalLimits LIMITS = new ApprovalLimits(
            Map.of(ApprovalKind.REFUND, TEN, ApprovalKind.WAIVER, TEN, ApprovalKind.WRITE_OFF, TEN),
            Duration.ofDays(7));

    private final OrderTale tale = OrderTale.byCard(PaymentTerms.PREPAID);
    private OrderState state = paid();
    private Instant now = NOW;

    private OrderState paid() {
        tale.settles();
        return tale.state();
    }

    private List<OrderEvent> by(String actor, Role role, Function<ApprovalDecisions, List<OrderEvent>> decision) {
        Caller caller = new Caller(actor, Set.of(role));
        List<OrderEvent> events = decision.apply(
                new ApprovalDecisions(new OrderContext(state, caller, Clock.fixed(now, ZoneOffset.UTC)), LIMITS));
        events.forEach(event -> state = state.evolve(event));
        return events;
    }

    private Refusal refusal(String actor, Role role, Function<ApprovalDecisions, List<OrderEvent>> decision) {
        return catchThrowableOfType(Refused.class, () -> by(actor, role, decision))
                .refusal();
    }

    private RequestRefund refund(String amount) {
        return new RequestRefund(
                ORDER, tale.payment(1), Money.parse("EUR " + amount), RefundKind.GOODWILL, null, "late", null);
    }

    @Test
    void what_is_within_the_limit_is_done_at_once() {
        assertThat(by("anna", Role.FINANCE, it -> it.refund(refund("10.00")))).hasOnlyElementsOfType(RefundAsked.class);
    }

    @Test
    void P7_more_waits_for_a_second_person_who_is_not_the_first() {
        assertThat(by("anna", Role.FINANCE, it -> it.refund(refund("10.01"))))
                .containsExactly(new ApprovalAsked(
                        ORDER,
                        1,
                        ApprovalKind.REFUND,
                        Money.parse("EUR 10.01"),
                        refund("10.01"),
                        null,
                        null,
                        "anna",
                        NOW.plus(Duration.ofDays(7)),
                        NOW));
        assertThat(refusal("anna", Role.FINANCE, it -> it.give(new GiveApproval(ORDER, 1))))
                .isEqualTo(new SecondPersonNeeded(1, "anna"));
        assertThat(by("bert", Role.FINANCE, it -> it.give(new GiveApproval(ORDER, 1))))
                .satisfiesExactly(
                        given -> assertThat(given).isEqualTo(new ApprovalGiven(ORDER, 1, "bert", NOW)),
                        asked -> assertThat(asked).isInstanceOf(RefundAsked.class));
        assertThat(refusal("carl", Role.FINANCE, it -> it.give(new GiveApproval(ORDER, 1))))
                .isEqualTo(new ApprovalNotFound(1));
    }

    @Test
    void what_is_no_longer_right_is_refused_when_it_is_approved() {
        by("anna", Role.FINANCE, it -> it.refund(refund("30.00")));
        by("anna", Role.FINANCE, it -> it.refund(refund("40.00")));
        by("bert", Role.FINANCE, it -> it.give(new GiveApproval(ORDER, 1)));
        assertThat(refusal("bert", Role.FINANCE, it -> it.give(new GiveApproval(ORDER, 2))))
                .isNotInstanceOf(ApprovalNotFound.class);
        assertThat(state.approvals().open()).containsOnlyKeys(2);
    }

    @Test
    void a_waiver_is_approved_by_a_supervisor_only() {
        state = OrderTale.of(PaymentTerms.PREPAID).state();
        WaivePayment waiver = new WaivePayment(ORDER, "known for years", null);
        assertThat(by("anna", Role.SUPERVISOR, it -> it.waive(waiver))).hasOnlyElementsOfType(ApprovalAsked.class);
        assertThat(refusal("bert", Role.FINANCE, it -> it.give(new GiveApproval(ORDER, 1))))
                .isInstanceOf(MissingRole.class);
        assertThat(by("bert", Role.SUPERVISOR, it -> it.give(new GiveApproval(ORDER, 1))))
                .hasExactlyElementsOfTypes(ApprovalGiven.class, PaymentWaived.class);
    }

    @Test
    void P7_a_debt_beyond_the_limit_is_written_off_by_two_supervisors() {
        OrderTale owed = OrderTale.byCard(PaymentTerms.PREPAID);
        owed.settles();
        owed.staff(Commands.cancel());
        owed.refused(1);
        state = owed.state();
        SettleDebt writeOff =
                Commands.settle("refund-failed:" + owed.payment(1), DebtSettlement.WRITTEN_OFF, null, null);
        assertThat(by("anna", Role.SUPERVISOR, it -> it.settle(writeOff)))
                .singleElement()
                .isInstanceOfSatisfying(ApprovalAsked.class, asked -> {
                    assertThat(asked.kind()).isEqualTo(ApprovalKind.WRITE_OFF);
                    assertThat(asked.amount()).isEqualTo(eur(TOTAL));
                    assertThat(asked.askedBy()).isEqualTo("anna");
                });
        assertThat(refusal("anna", Role.SUPERVISOR, it -> it.give(new GiveApproval(ORDER, 1))))
                .isEqualTo(new SecondPersonNeeded(1, "anna"));
        assertThat(refusal("bert", Role.FINANCE, it -> it.give(new GiveApproval(ORDER, 1))))
                .isInstanceOf(MissingRole.class);
        assertThat(by("bert", Role.SUPERVISOR, it -> it.give(new GiveApproval(ORDER, 1))))
                .hasExactlyElementsOfTypes(ApprovalGiven.class, DebtSettled.class);
    }

    @Test
    void a_debt_within_the_limit_is_written_off_at_once_and_what_was_paid_needs_nobody_else() {
        OrderTale owed = OrderTale.byCard(PaymentTerms.PREPAID);
        owed.settles();
        owed.staff(Commands.cancel());
        owed.refused(1);
        state = owed.state();
        String debt = "refund-failed:" + owed.payment(1);
        assertThat(by(
                        "anna",
                        Role.FINANCE,
                        it -> it.settle(Commands.settle(debt, DebtSettlement.PAID_ANOTHER_WAY, "10.01", null))))
                .hasOnlyElementsOfType(DebtSettled.class);
        assertThat(by(
                        "anna",
                        Role.SUPERVISOR,
                        it -> it.settle(Commands.settle(debt, DebtSettlement.WRITTEN_OFF, "10.00", null))))
                .hasOnlyElementsOfType(DebtSettled.class);
    }

    @Test
    void it_can_be_denied_and_ends_by_itself() {
        by("anna", Role.FINANCE, it -> it.refund(refund("20.00")));
        by("anna", Role.FINANCE, it -> it.refund(refund("21.00")));
        assertThat(by("bert", Role.FINANCE, it -> it.deny(new DenyApproval(ORDER, 1, "too much"))))
                .containsExactly(new ApprovalDenied(ORDER, 1, "bert", "too much", NOW));
        assertThat(by("deadline", Role.SERVICE, it -> it.expire(new ExpireApproval(ORDER, 2))))
                .isEmpty();
        now = NOW.plus(Duration.ofDays(7));
        assertThat(by("deadline", Role.SERVICE, it -> it.expire(new ExpireApproval(ORDER, 2))))
                .hasOnlyElementsOfType(ApprovalExpired.class);
        assertThat(by("deadline", Role.SERVICE, it -> it.expire(new ExpireApproval(ORDER, 1))))
                .isEmpty();
        assertThat(state.approvals().open()).isEmpty();
    }

    @Test
    void many_small_ones_are_one_large_one() {
        tale.staff(refund("9.00"));
        tale.settles();
        state = tale.state();
        assertThat(by("anna", Role.FINANCE, it -> it.refund(refund("1.01"))))
                .hasOnlyElementsOfType(ApprovalAsked.class);
    }

    @Test
    void an_edit_that_makes_the_order_worth_more_ends_its_waiver() {
        OrderTale order = OrderTale.of(PaymentTerms.PREPAID);
        order.staff(new WaivePayment(ORDER, "known for years", null));
        assertThat(order.facts().waived()).isTrue();
        order.staff(Commands.propose(1, Commands.change("1", 100)));
        order.staff(Commands.apply(1));
        assertThat(order.facts().waived()).isFalse();
    }
}
