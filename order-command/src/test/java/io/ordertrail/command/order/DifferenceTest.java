package io.ordertrail.command.order;

import static io.ordertrail.command.order.Commands.*;
import static io.ordertrail.command.order.Samples.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.ordertrail.api.order.OrderCourseEvent.OrderConfirmed;
import io.ordertrail.api.order.OrderGoodsEvent.StockAnswered;
import io.ordertrail.api.order.OrderGoodsEvent.StockAsked;
import io.ordertrail.api.order.OrderLifecycle;
import io.ordertrail.api.order.OrderMoneyCommand;
import io.ordertrail.api.order.OrderMoneyEvent.CaptureAsked;
import io.ordertrail.api.order.OrderMoneyEvent.PaymentAsked;
import io.ordertrail.api.order.OrderMoneyEvent.RefundAsked;
import io.ordertrail.api.order.OrderMoneyEvent.VoidAsked;
import io.ordertrail.api.order.value.PaymentTerms;
import io.ordertrail.api.order.value.RefundKind;
import io.ordertrail.api.payment.PaymentOperation;
import io.ordertrail.api.payment.PaymentRefusal;
import io.ordertrail.model.order.OrderFacts;
import io.ordertrail.model.order.difference.MoneyDifference;
import org.junit.jupiter.api.Test;

/** Rule W2: one test for each row of its table, and for what it says below. */
class DifferenceTest {

    @Test
    void W2_stock_is_asked_to_keep_exactly_what_a_line_wants() {
        OrderTale order = OrderTale.ofStock(PaymentTerms.INVOICE, null);
        assertThat(order.history()).contains(stockAsked(1, 3, 0, NOW));
        order.stock(3, 0, 0);
        assertThat(order.all(StockAsked.class)).hasSize(1);
    }

    @Test
    void W2_raising_lowering_and_releasing_are_one_ask() {
        OrderTale order = OrderTale.ofStock(PaymentTerms.INVOICE, null);
        order.stock(3, 0, 0);
        assertThat(order.staff(propose(1, change("1", 5)))).noneMatch(StockAsked.class::isInstance);
        assertThat(order.staff(apply(1))).contains(stockAsked(2, 5, 0, NOW));
        order.staff(cancelLines(units("1", 4)));
        assertThat(order.last(StockAsked.class)).isEqualTo(stockAsked(3, 1, 0, NOW));
        assertThat(order.staff(cancel())).contains(stockAsked(4, 0, 0, NOW));
    }

    @Test
    void W2_what_leaves_is_asked_for_no_more_and_counts_as_left() {
        OrderTale order = OrderTale.ofStock(PaymentTerms.INVOICE, null);
        order.stock(3, 0, 0);
        order.ships(1, units("1", 2));
        assertThat(order.all(StockAsked.class)).hasSize(1);
        order.staff(cancelLines(units("1", 1)));
        assertThat(order.last(StockAsked.class)).isEqualTo(stockAsked(2, 0, 2, NOW));
    }

    @Test
    void W2_money_is_asked_for_in_the_way_that_was_named_once_stock_is_promised() {
        OrderTale order = OrderTale.ofStock(PaymentTerms.PREPAID, OrderTale.CARD);
        assertThat(order.all(PaymentAsked.class)).isEmpty();
        assertThat(order.stock(1, 2, 0))
                .contains(new PaymentAsked(
                        ORDER, MoneyDifference.ownPayment(ORDER, 1), "c-1", OrderTale.CARD, eur(TOTAL), NOW));
    }

    @Test
    void W2_where_no_way_is_known_it_is_due_and_the_customer_is_asked() {
        OrderTale order = OrderTale.of(PaymentTerms.PREPAID);
        assertThat(order.all(PaymentAsked.class)).isEmpty();
        order.owes(TOTAL);
        assertThat(order.by("CUSTOMER", pay(1, null)))
                .containsExactly(new PaymentAsked(ORDER, payment(1), "c-1", OrderTale.CARD, eur(TOTAL), NOW));
    }

    @Test
    void W2_all_is_captured_at_once_where_the_terms_say_so() {
        OrderTale order = OrderTale.byCard(PaymentTerms.PREPAID);
        assertThat(order.done(1)).contains(new CaptureAsked(ORDER, order.payment(1), 1, eur(TOTAL), NOW));
        assertThat(order.done(1)).contains(new OrderConfirmed(ORDER, Samples.TIMES.shipBy(), NOW));
        order.owes("0.00");
    }

    @Test
    void W2_else_what_leaves_the_house_is_captured_the_shipping_with_the_first_parcel() {
        OrderTale order = OrderTale.byCard(PaymentTerms.AUTH_FIRST);
        assertThat(order.done(1)).contains(new OrderConfirmed(ORDER, Samples.TIMES.shipBy(), NOW));
        assertThat(order.staff(approve(1, units("1", 1))))
                .contains(new CaptureAsked(ORDER, order.payment(1), 1, eur("14.90"), NOW));
        order.done(1);
        assertThat(order.staff(approve(2))).contains(new CaptureAsked(ORDER, order.payment(1), 2, eur("34.00"), NOW));
    }

    @Test
    void W2_what_is_captured_meanwhile_is_not_asked_for_twice() {
        OrderTale order = OrderTale.byCard(PaymentTerms.AUTH_FIRST);
        order.done(1);
        order.staff(approve(1, units("1", 1)));
        order.staff(approve(2, units("1", 1)));
        assertThat(order.all(CaptureAsked.class)).hasSize(1);
        assertThat(order.done(1)).contains(new CaptureAsked(ORDER, order.payment(1), 2, eur("10.00"), NOW));
    }

    @Test
    void W2_what_one_payment_is_asked_for_is_not_asked_of_the_next_too() {
        OrderTale order = OrderTale.of(PaymentTerms.AUTH_FIRST);
        order.by("CUSTOMER", pay(1, "30.00"));
        order.by("CUSTOMER", pay(2, "18.90"));
        order.done(1);
        order.done(2);
        order.staff(approve(1, units("1", 1)));
        assertThat(order.all(CaptureAsked.class))
                .containsExactly(new CaptureAsked(ORDER, payment(1), 1, eur("14.90"), NOW));
    }

    @Test
    void W2_for_what_came_back_before_it_was_paid_nothing_is_captured() {
        OrderTale order = OrderTale.byCard(PaymentTerms.AUTH_FIRST);
        order.done(1);
        order.arrives(1, units("1", 3));
        order.refused(1);
        order.returned(1, "20.00", units("1", 2));
        assertThat(order.retried(1)).contains(new CaptureAsked(ORDER, order.payment(1), 2, eur("14.90"), NOW));
    }

    @Test
    void W2_what_was_waived_is_not_asked_for() {
        OrderTale order = OrderTale.ofStock(PaymentTerms.PREPAID, OrderTale.CARD);
        order.by("SUPERVISOR", waive());
        order.stock(3, 0, 0);
        assertThat(order.facts().lifecycle()).isEqualTo(OrderLifecycle.CONFIRMED);
        assertThat(order.all(PaymentAsked.class)).isEmpty();
    }

    @Test
    void W2_what_is_kept_beyond_the_worth_goes_back() {
        OrderTale order = OrderTale.byCard(PaymentTerms.PREPAID);
        order.settles();
        assertThat(order.staff(cancelLines(units("1", 1))))
                .contains(new RefundAsked(
                        ORDER, order.payment(1), 2, eur("10.00"), RefundKind.CORRECTION, null, null, null, NOW));
        order.done(1);
        assertThat(order.facts().funds().paid()).isEqualTo(eur("38.90"));
    }

    @Test
    void W2_promises_that_are_needed_no_more_are_given_up() {
        OrderTale order = OrderTale.byCard(PaymentTerms.AUTH_FIRST);
        order.done(1);
        assertThat(order.staff(cancel())).contains(new VoidAsked(ORDER, order.payment(1), 1, null, NOW));
        order.done(1);
        assertThat(order.facts().funds().authorized()).isEqualTo(eur("0.00"));
    }

    @Test
    void W2_once_all_is_delivered_and_paid_the_rest_of_a_promise_is_given_up() {
        OrderTale order = OrderTale.byCard(PaymentTerms.AUTH_FIRST);
        order.done(1);
        order.staff(cancelLines(units("1", 1)));
        order.arrives(1);
        order.settles();
        assertThat(order.facts().lifecycle()).isEqualTo(OrderLifecycle.COMPLETED);
        assertThat(order.facts().funds().captured()).isEqualTo(eur("38.90"));
        assertThat(order.facts().funds().released()).isEqualTo(eur("10.00"));
    }

    @Test
    void W2_an_answer_to_an_older_ask_is_recorded_and_changes_nothing_else() {
        OrderTale order = OrderTale.ofStock(PaymentTerms.INVOICE, null);
        order.staff(propose(1, change("1", 5)));
        order.staff(apply(1));
        OrderFacts before = order.facts();
        assertThat(order.stock(1, 3, 0, 0, 0)).hasOnlyElementsOfType(StockAnswered.class);
        assertThat(order.facts()).isEqualTo(before);
        order.stock(2, 5, 0, 0, 0);
        assertThat(order.facts().isStockPromised()).isTrue();
    }

    @Test
    void P3_a_payment_is_asked_one_thing_at_a_time() {
        OrderTale order = OrderTale.byCard(PaymentTerms.PREPAID);
        order.done(1);
        String payment = order.payment(1);
        assertThat(order.refusal("SUPERVISOR", new OrderMoneyCommand.RequestVoid(ORDER, payment, null)))
                .isEqualTo(new PaymentRefusal.OperationInProgress(PaymentOperation.CAPTURE));
    }

    @Test
    void a_capture_that_people_ask_for_stays_within_what_is_asked_for_already() {
        OrderTale order = OrderTale.of(PaymentTerms.AUTH_FIRST);
        order.by("CUSTOMER", pay(1, "30.00"));
        order.by("CUSTOMER", pay(2, "18.90"));
        order.done(1);
        order.done(2);
        order.staff(propose(1, change("1", 1)));
        order.staff(apply(1));
        order.refused(2);
        order.staff(new OrderMoneyCommand.RequestCapture(ORDER, payment(1), null));
        assertThat(order.refusal("SUPERVISOR", new OrderMoneyCommand.RequestCapture(ORDER, payment(2), null)))
                .isEqualTo(new PaymentRefusal.NothingToCapture());
    }

    @Test
    void a_void_that_people_asked_for_and_that_is_refused_is_told() {
        OrderTale order = OrderTale.byCard(PaymentTerms.AUTH_FIRST);
        order.done(1);
        order.staff(new OrderMoneyCommand.RequestVoid(ORDER, order.payment(1), "wrong card"));
        order.refused(1);
        assertThat(order.facts().problems()).containsExactly("void-refused:" + order.payment(1) + ":1");
        order.ships(1);
        order.settles();
        order.owes("0.00");
    }

    @Test
    void a_capture_that_failed_is_a_problem_only_as_long_as_it_is_wanted() {
        OrderTale order = OrderTale.byCard(PaymentTerms.AUTH_FIRST);
        order.done(1);
        order.staff(new OrderMoneyCommand.RequestCapture(ORDER, order.payment(1), eur("1.00")));
        order.refused(1);
        assertThat(order.facts().problems()).containsExactly("capture-refused:" + order.payment(1) + ":1");
        order.retried(1);
        order.staff(approve(1));
        order.refused(1);
        assertThat(order.facts().problems()).contains("capture-failed:" + order.payment(1));
        order.service(withdraw(1));
        assertThat(order.facts().problems()).doesNotContain("capture-failed:" + order.payment(1));
    }
}
