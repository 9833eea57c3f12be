package io.ordertrail.command.order;

import static io.ordertrail.command.order.Commands.*;
import static io.ordertrail.command.order.Samples.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.ordertrail.api.account.AccountId;
import io.ordertrail.api.message.Refusal.Fault;
import io.ordertrail.api.message.RequestRefusal;
import io.ordertrail.api.message.RequestRefusal.InvalidRequest;
import io.ordertrail.api.order.OrderCourseCommand.ResolveProblem;
import io.ordertrail.api.order.OrderCourseEvent.OrderProblemReported;
import io.ordertrail.api.order.OrderCourseRefusal;
import io.ordertrail.api.order.OrderGoodsEvent.ReturnSettled;
import io.ordertrail.api.order.OrderMoneyCommand.SettleDebt;
import io.ordertrail.api.order.OrderMoneyEvent.AskRefused;
import io.ordertrail.api.order.OrderMoneyEvent.RefundAsked;
import io.ordertrail.api.order.OrderMoneyEvent.VoidAsked;
import io.ordertrail.api.order.OrderMoneyRefusal;
import io.ordertrail.api.order.status.PaymentStatus;
import io.ordertrail.api.order.value.DebtSettlement;
import io.ordertrail.api.order.value.PaymentTerms;
import io.ordertrail.api.order.value.RefundKind;
import io.ordertrail.api.payment.PaymentOperation;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rule W5: what cannot go on is asked again, and people can say how it ended instead. */
class DebtTest {

    private static final String ACCOUNT = AccountId.of("their balance");

    /** Cancelled after it was paid by a card that takes nothing back. */
    private static OrderTale refundRefused() {
        OrderTale order = OrderTale.byCard(PaymentTerms.PREPAID);
        order.settles();
        order.staff(cancel());
        order.refused(1);
        return order;
    }

    private static String refundFailed(OrderTale order) {
        return "refund-failed:" + order.payment(1);
    }

    @Test
    void a_refund_that_was_refused_is_asked_for_again_and_again_until_it_succeeds() {
        OrderTale order = refundRefused();
        assertThat(order.facts().problems()).containsExactly(refundFailed(order));
        order.retried(1);
        order.refused(1);
        assertThat(order.last(AskRefused.class).failures()).isEqualTo(2);
        assertThat(order.facts().problems()).containsExactly(refundFailed(order));
        order.retried(1);
        order.done(1);
        assertThat(order.facts().problems()).isEmpty();
        assertThat(order.facts().funds().paid()).isEqualTo(eur("0.00"));
    }

    @Test
    void a_debt_that_somebody_settled_ends_the_retry() {
        OrderTale order = refundRefused();
        order.staff(settle(refundFailed(order), DebtSettlement.PAID_ANOTHER_WAY, null, null));
        assertThat(order.facts().problems()).isEmpty();
        assertThat(order.retried(1)).isEmpty();
        assertThat(order.all(RefundAsked.class)).hasSize(1);
    }

    @Test
    void money_that_is_charged_back_meanwhile_ends_the_retry() {
        OrderTale order = refundRefused();
        order.service(chargeback(order.payment(1), "cb-1", TOTAL));
        assertThat(order.facts().problems()).noneMatch(id -> id.startsWith("refund-failed"));
        order.retried(1);
        assertThat(order.all(RefundAsked.class)).hasSize(1);
    }

    @Test
    void a_debt_goes_to_an_account_of_the_customer() {
        OrderTale order = refundRefused();
        order.staff(settle(refundFailed(order), DebtSettlement.TO_ACCOUNT, null, ACCOUNT));
        assertThat(order.last(RefundAsked.class).to()).isEqualTo(ACCOUNT);
        order.done(1);
        assertThat(order.facts().funds().paid()).isEqualTo(eur("0.00"));
        assertThat(order.facts().problems()).isEmpty();
    }

    @Test
    void a_debt_goes_to_nobody_elses_account() {
        OrderTale order = refundRefused();
        assertThat(order.refusal(
                        "SUPERVISOR",
                        settle(refundFailed(order), DebtSettlement.TO_ACCOUNT, null, OrderScenario.STRANGERS)))
                .isEqualTo(new InvalidRequest(List.of(
                        new Fault("/accountId", "NOT_THE_CUSTOMERS", "This is the balance of another customer."))));
        assertThat(order.refusal(
                        "SUPERVISOR",
                        settle(refundFailed(order), DebtSettlement.TO_ACCOUNT, null, OrderScenario.NO_ACCOUNT)))
                .isInstanceOf(InvalidRequest.class);
        assertThat(order.all(RefundAsked.class)).hasSize(1);
    }

    @Test
    void a_supervisor_writes_a_debt_off() {
        OrderTale order = refundRefused();
        SettleDebt off = settle(refundFailed(order), DebtSettlement.WRITTEN_OFF, null, null);
        assertThat(order.refusal("FINANCE", off)).isInstanceOf(RequestRefusal.MissingRole.class);
        order.by("SUPERVISOR", off);
        assertThat(order.facts().problems()).isEmpty();
        assertThat(order.facts().funds().paid()).isEqualTo(eur(TOTAL));
    }

    @Test
    void a_debt_is_settled_in_parts_but_never_beyond() {
        OrderTale order = refundRefused();
        String debt = refundFailed(order);
        assertThat(order.refusal("SUPERVISOR", settle(debt, DebtSettlement.PAID_ANOTHER_WAY, "48.91", null)))
                .isEqualTo(new OrderMoneyRefusal.MoreThanOwed(eur("48.91"), eur(TOTAL)));
        order.staff(settle(debt, DebtSettlement.PAID_ANOTHER_WAY, "40.00", null));
        assertThat(order.last(RefundAsked.class).amount()).isEqualTo(eur("8.90"));
    }

    @Test
    void only_a_debt_that_stands_is_settled() {
        OrderTale order = refundRefused();
        assertThat(order.refusal("SUPERVISOR", settle("refund-failed:x", DebtSettlement.PAID_ANOTHER_WAY, null, null)))
                .isEqualTo(new OrderMoneyRefusal.DebtNotFound("refund-failed:x"));
        assertThat(order.refusal("SUPERVISOR", settle("due", DebtSettlement.WRITTEN_OFF, null, null)))
                .isEqualTo(new OrderMoneyRefusal.DebtNotFound("due"));
    }

    @Test
    void what_the_customer_owes_is_written_off() {
        OrderTale order = OrderTale.of(PaymentTerms.INVOICE);
        order.arrives(1);
        order.by("SUPERVISOR", settle("due", DebtSettlement.WRITTEN_OFF, null, null));
        order.owes("0.00");
    }

    @Test
    void a_void_that_fails_is_tried_again() {
        OrderTale order = OrderTale.byCard(PaymentTerms.AUTH_FIRST);
        order.done(1);
        order.staff(cancel());
        order.refused(1);
        assertThat(order.facts().problems()).containsExactly("void-failed:" + order.payment(1));
        assertThat(order.retried(1)).contains(new VoidAsked(ORDER, order.payment(1), 2, null, NOW));
        order.done(1);
        assertThat(order.facts().problems()).isEmpty();
    }

    @Test
    void the_problem_of_a_failed_void_is_over_when_the_promise_ends_by_itself() {
        OrderTale order = OrderTale.byCard(PaymentTerms.AUTH_FIRST);
        order.done(1);
        order.staff(cancel());
        order.refused(1);
        order.expired(1);
        assertThat(order.facts().problems()).isEmpty();
        assertThat(order.retried(1)).noneMatch(VoidAsked.class::isInstance);
    }

    @Test
    void a_promise_that_is_needed_again_after_a_failed_void_is_no_problem() {
        OrderTale order = OrderTale.of(PaymentTerms.AUTH_FIRST);
        order.by("CUSTOMER", pay(1, "30.00"));
        order.by("CUSTOMER", pay(2, "18.90"));
        order.done(1);
        order.done(2);
        order.staff(propose(1, change("1", 1)));
        assertThat(order.staff(apply(1))).contains(new VoidAsked(ORDER, payment(2), 1, null, NOW));
        order.refused(2);
        assertThat(order.facts().problems()).containsExactly("void-failed:" + payment(2));
        order.staff(propose(2, change("1", 3)));
        order.staff(apply(2));
        assertThat(order.facts().problems()).isEmpty();
        order.retried(2);
        assertThat(order.all(VoidAsked.class)).hasSize(1);
    }

    @Test
    void a_problem_that_staff_resolved_is_resolved_for_the_service_too() {
        OrderTale order = OrderTale.of(PaymentTerms.PREPAID);
        order.service(report("p-1"));
        order.staff(resolve("p-1"));
        assertThat(order.service(resolve("p-1"))).isEmpty();
        assertThat(order.staff(resolve("p-1"))).isEmpty();
        assertThat(order.service(resolve("p-2"))).isEmpty();
        assertThat(order.refusal("SUPERVISOR", resolve("p-2")))
                .isEqualTo(new OrderCourseRefusal.ProblemNotFound("p-2"));
    }

    @Test
    void a_reason_of_any_length_or_none_still_tells_the_problem() {
        for (String reason : List.of("", "x".repeat(4000))) {
            OrderTale order = OrderTale.byCard(PaymentTerms.PREPAID);
            order.settles();
            order.staff(giveBack(order.payment(1), RefundKind.OTHER_MEANS, null));
            order.service(refuse(order.payment(1), 2, PaymentOperation.REFUND, reason));
            OrderProblemReported told = order.last(OrderProblemReported.class);
            assertThat(told.code()).isEqualTo("REFUND_FAILED");
            assertThat(told.detail()).hasSizeLessThan(1200);

            order.staff(cancel());
            order.service(refuse(order.payment(1), 3, PaymentOperation.REFUND, reason));
            assertThat(order.facts().problems()).contains(refundFailed(order));
            assertThat(order.last(OrderProblemReported.class).detail()).hasSizeLessThan(1200);
        }
    }

    @Test
    void what_was_given_back_by_hand_is_due_again_when_an_edit_wants_it_and_any_method_pays() {
        OrderTale order = OrderTale.of(PaymentTerms.PREPAID);
        order.staff(received(2, TOTAL, "b1", null));
        order.staff(propose(1, change("1", 1)));
        order.staff(apply(1));
        order.staff(settle("refund-due:20.00", DebtSettlement.PAID_ANOTHER_WAY, null, null));
        order.staff(propose(2, change("1", 3)));
        order.staff(apply(2));
        order.owes("20.00");
        assertThat(order.refusal("SUPERVISOR", approve(1)))
                .isEqualTo(new OrderMoneyRefusal.NotPaid(PaymentTerms.PREPAID, eur("20.00")));
        order.by("CUSTOMER", pay(1, null));
        order.settles();
        order.ships(1);
    }

    @Test
    void an_invoice_of_which_a_part_came_back_before_it_was_paid_can_be_paid_off() {
        OrderTale order = OrderTale.of(PaymentTerms.INVOICE);
        order.arrives(1);
        assertThat(order.returned(1, "20.00", units("1", 2)))
                .contains(new ReturnSettled(ORDER, returned(1), eur("0.00"), null, NOW));
        order.owes("28.90");
        order.by("CUSTOMER", pay(1, null));
        order.settles();
        order.owes("0.00");
        assertThat(order.facts().paymentStatus()).isEqualTo(PaymentStatus.PAID);
    }

    /**
     * The simulator's seed 116333: staff had seen the chargeback, the goods arrived, and nobody was told of the debt.
     */
    @Test
    void W7_what_the_bank_took_back_is_owed_still_when_somebody_has_seen_it() {
        OrderTale order = OrderTale.byCard(PaymentTerms.PREPAID);
        order.settles();
        order.staff(approve(1, units("1", 3), units("2", 2)));
        order.service(chargeback(order.payment(1), "cb-1", "10.00"));
        order.staff(
                new ResolveProblem(ORDER, order.facts().problems().iterator().next(), "seen"));
        order.service(dispatch(1));
        order.service(deliver(1));
        assertThat(order.facts().problems()).containsExactly("payment-due:10.00");
    }

    /** The capture was refused until the promise was over, and the goods were gone: nobody would have been told. */
    @Test
    void W7_what_a_complete_order_is_still_owed_is_a_problem_until_it_is_paid_or_written_off() {
        OrderTale order = OrderTale.byCard(PaymentTerms.AUTH_FIRST);
        order.done(1);
        order.ships(1, units("1", 3), units("2", 2));
        order.refused(1);
        order.expired(1);
        order.refused(2);
        order.service(deliver(1));
        assertThat(order.facts().problems()).containsExactly("payment-due:" + TOTAL);
        order.by("SUPERVISOR", settle("due", DebtSettlement.WRITTEN_OFF, "8.90", null));
        assertThat(order.facts().problems()).containsExactly("payment-due:40.00");
        order.staff(received("40.00"));
        assertThat(order.facts().problems()).isEmpty();
    }

    @Test
    void an_invoice_is_due_after_delivery_and_no_problem() {
        OrderTale order = OrderTale.of(PaymentTerms.INVOICE);
        order.arrives(1, units("1", 3), units("2", 2));
        assertThat(order.facts().problems()).isEmpty();
    }
}
