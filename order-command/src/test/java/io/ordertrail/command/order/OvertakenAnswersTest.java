package io.ordertrail.command.order;

import static io.ordertrail.command.order.Commands.*;
import static io.ordertrail.command.order.Samples.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.ordertrail.api.order.OrderGoodsEvent.ReturnSettled;
import io.ordertrail.api.order.OrderLifecycle;
import io.ordertrail.api.order.OrderMoneyCommand;
import io.ordertrail.api.order.OrderMoneyEvent.CaptureAsked;
import io.ordertrail.api.order.OrderMoneyEvent.PaymentAsked;
import io.ordertrail.api.order.OrderMoneyEvent.RefundAsked;
import io.ordertrail.api.order.OrderMoneyEvent.VoidAsked;
import io.ordertrail.api.order.OrderMoneyRefusal;
import io.ordertrail.api.order.value.PaymentKind;
import io.ordertrail.api.order.value.PaymentTerms;
import io.ordertrail.api.order.value.RefundKind;
import io.ordertrail.api.payment.PaymentRefusal;
import io.ordertrail.model.order.OrderFacts;
import org.junit.jupiter.api.Test;

/** Answers of payments that come late, or after something else has changed what is wanted. */
class OvertakenAnswersTest {

    /** All is shipped, and nobody knows whether its money was taken. */
    private static OrderTale shippedWithoutAnswer() {
        OrderTale order = OrderTale.byCard(PaymentTerms.AUTH_FIRST);
        order.done(1);
        order.arrives(1);
        return order;
    }

    @Test
    void goods_come_back_while_the_capture_is_unknown_and_the_return_waits_for_its_money() {
        OrderTale order = shippedWithoutAnswer();
        assertThat(order.returned(1, "44.00", units("1", 3), units("2", 2))).noneMatch(ReturnSettled.class::isInstance);

        assertThat(order.done(1))
                .contains(new RefundAsked(
                        ORDER, order.payment(1), 2, eur("44.00"), RefundKind.RETURN, returned(1), null, null, NOW));
        assertThat(order.done(1)).contains(new ReturnSettled(ORDER, returned(1), eur("44.00"), order.payment(1), NOW));
        assertThat(order.facts().funds().paid()).isEqualTo(eur("4.90"));
    }

    @Test
    void goods_come_back_whose_capture_is_refused_in_the_end_and_nothing_is_owed_for_them() {
        OrderTale order = shippedWithoutAnswer();
        order.returned(1, "44.00", units("1", 3), units("2", 2));
        assertThat(order.refused(1)).contains(new ReturnSettled(ORDER, returned(1), eur("0.00"), null, NOW));
        order.owes("4.90");
    }

    @Test
    void a_second_payment_is_not_asked_for_while_the_first_is_unknown() {
        OrderTale order = OrderTale.of(PaymentTerms.PREPAID);
        order.by("CUSTOMER", pay(1, null));
        assertThat(order.refusal("CUSTOMER", pay(2, null))).isEqualTo(new OrderMoneyRefusal.NothingDue());
        assertThat(order.refusal("CUSTOMER", pay(2, TOTAL))).isEqualTo(new OrderMoneyRefusal.NothingDue());
    }

    @Test
    void of_two_payments_at_once_only_one_is_asked_for() {
        OrderTale order = OrderTale.of(PaymentTerms.PREPAID);
        order.by("CUSTOMER", pay(1, "30.00"));
        assertThat(order.refusal("CUSTOMER", pay(2, "30.00")))
                .isEqualTo(new PaymentRefusal.MoreThanDue(eur("30.00"), eur("18.90")));
        order.by("CUSTOMER", pay(2, "18.90"));
        order.settles();
        assertThat(order.facts().funds().paid()).isEqualTo(eur(TOTAL));
    }

    @Test
    void a_promise_that_comes_when_nothing_is_due_any_more_is_given_up_and_not_taken() {
        OrderTale order = OrderTale.of(PaymentTerms.PREPAID);
        order.by("CUSTOMER", pay(1, null));
        order.staff(received(2, TOTAL, "b1", null));
        assertThat(order.done(1)).contains(new VoidAsked(ORDER, payment(1), 1, null, NOW));
        assertThat(order.all(CaptureAsked.class)).isEmpty();
    }

    @Test
    void the_end_of_an_order_whose_capture_failed_keeps_its_promise_and_its_problem() {
        OrderTale order = shippedWithoutAnswer();
        order.refused(1);
        assertThat(order.facts().lifecycle()).isEqualTo(OrderLifecycle.COMPLETED);
        assertThat(order.all(VoidAsked.class)).isEmpty();
        assertThat(order.facts().problems()).containsExactly("capture-failed:" + order.payment(1));

        assertThat(order.retried(1)).contains(new CaptureAsked(ORDER, order.payment(1), 2, eur(TOTAL), NOW));
        order.done(1);
        assertThat(order.facts().problems()).isEmpty();
        order.owes("0.00");
    }

    @Test
    void staff_may_capture_what_failed_without_waiting() {
        OrderTale order = shippedWithoutAnswer();
        order.refused(1);
        order.staff(new OrderMoneyCommand.RequestCapture(ORDER, order.payment(1), null));
        order.done(1);
        order.owes("0.00");
    }

    @Test
    void a_payment_that_begins_after_the_approval_is_captured() {
        OrderTale order = OrderTale.of(PaymentTerms.AUTH_FIRST);
        order.by("SUPERVISOR", waive());
        order.ships(1);
        order.by("CUSTOMER", pay(1, null));
        assertThat(order.done(1)).contains(new CaptureAsked(ORDER, payment(1), 1, eur(TOTAL), NOW));
        order.service(deliver(1));
        order.settles();
        assertThat(order.facts().funds().paid()).isEqualTo(eur(TOTAL));
    }

    @Test
    void the_difference_of_an_edit_that_is_covered_is_not_asked_for() {
        OrderTale order = OrderTale.byCard(PaymentTerms.AUTH_FIRST);
        order.done(1);
        order.staff(propose(1, change("1", 1)));
        order.staff(apply(1));
        order.staff(propose(2, change("1", 3)));
        order.staff(apply(2));
        assertThat(order.all(PaymentAsked.class)).hasSize(1);
        assertThat(order.facts().hold()).isNull();
    }

    @Test
    void a_promise_that_ends_after_an_edit_is_renewed_for_what_is_due_now() {
        OrderTale order = OrderTale.byCard(PaymentTerms.AUTH_FIRST);
        order.done(1);
        order.staff(propose(1, change("1", 1)));
        order.staff(apply(1));
        order.expired(1);
        assertThat(order.last(PaymentAsked.class).amount()).isEqualTo(eur("28.90"));
        order.refused(2);
        assertThat(order.facts().hold()).isEqualTo(OrderFacts.PAYMENT_LOST);
    }

    @Test
    void a_hold_for_a_lost_payment_ends_when_the_customer_pays_anew() {
        OrderTale order = OrderTale.byCard(PaymentTerms.AUTH_FIRST);
        order.done(1);
        order.expired(1);
        order.refused(2);
        assertThat(order.facts().hold()).isEqualTo(OrderFacts.PAYMENT_LOST);
        order.by("CUSTOMER", pay(3, null));
        assertThat(order.facts().hold()).isEqualTo(OrderFacts.PAYMENT_LOST);
        order.settles();
        assertThat(order.facts().hold()).isNull();
        order.ships(1);
    }

    @Test
    void money_that_staff_recorded_before_stock_answered_is_not_asked_for_once_more() {
        OrderTale order = OrderTale.ofStock(PaymentTerms.PREPAID, OrderTale.CARD);
        order.staff(received(2, "40.00", "b1", null));
        order.stock(3, 0, 0);
        assertThat(order.last(PaymentAsked.class).amount()).isEqualTo(eur("8.90"));
    }

    @Test
    void a_second_instalment_of_an_invoice_is_captured_without_a_false_alarm() {
        OrderTale order = OrderTale.of(PaymentTerms.INVOICE);
        order.by("CUSTOMER", pay(1, "20.00"));
        order.settles();
        order.ships(1);
        order.by("CUSTOMER", pay(2, null));
        order.settles();
        assertThat(order.all(CaptureAsked.class))
                .extracting(CaptureAsked::amount)
                .containsExactly(eur("20.00"), eur("28.90"));
        assertThat(order.facts().problems()).isEmpty();
    }

    @Test
    void a_capture_that_was_put_off_is_not_sent_once_the_order_is_cancelled() {
        OrderTale order = OrderTale.byCard(PaymentTerms.PREPAID);
        order.done(1);
        order.refused(1);
        assertThat(order.staff(cancel())).contains(new VoidAsked(ORDER, order.payment(1), 2, null, NOW));
        // The promise is still there when the time comes to ask for its money again.
        order.refused(1);
        assertThat(order.service(retry(order.payment(1), 1))).isNotEmpty();
        assertThat(order.all(CaptureAsked.class)).hasSize(1);
        order.retried(1);
        order.done(1);
        assertThat(order.all(CaptureAsked.class)).hasSize(1);
    }

    @Test
    void a_void_that_finds_nothing_to_give_up_is_not_asked_for_again_and_again() {
        OrderTale order = OrderTale.byCard(PaymentTerms.AUTH_FIRST);
        order.done(1);
        order.staff(cancel());
        order.service(new OrderMoneyCommand.RecordPaymentAnswer(
                ORDER, order.payment(1), 1, PaymentKind.RELEASED, "SANDBOX", eur("0.00"), null, null, null, NOW));
        assertThat(order.all(VoidAsked.class)).hasSize(1);
        assertThat(order.facts().funds().authorized()).isEqualTo(eur("0.00"));
    }
}
