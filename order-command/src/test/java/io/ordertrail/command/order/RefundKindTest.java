package io.ordertrail.command.order;

import static io.ordertrail.command.order.Commands.*;
import static io.ordertrail.command.order.Samples.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.ordertrail.api.account.AccountId;
import io.ordertrail.api.message.RequestRefusal;
import io.ordertrail.api.order.OrderAction;
import io.ordertrail.api.order.OrderCourseCommand;
import io.ordertrail.api.order.OrderCourseEvent.AddressChanged;
import io.ordertrail.api.order.OrderCourseEvent.OrderCompleted;
import io.ordertrail.api.order.OrderCourseEvent.OrderProblemReported;
import io.ordertrail.api.order.OrderCourseRefusal;
import io.ordertrail.api.order.OrderGoodsCommand;
import io.ordertrail.api.order.OrderGoodsEvent.ShipmentWithdrawn;
import io.ordertrail.api.order.OrderGoodsRefusal;
import io.ordertrail.api.order.OrderLifecycle;
import io.ordertrail.api.order.OrderMoneyCommand;
import io.ordertrail.api.order.OrderMoneyEvent.CaptureAsked;
import io.ordertrail.api.order.OrderMoneyEvent.PaymentAsked;
import io.ordertrail.api.order.OrderMoneyEvent.RefundAsked;
import io.ordertrail.api.order.OrderMoneyEvent.RefundRecorded;
import io.ordertrail.api.order.OrderMoneyRefusal;
import io.ordertrail.api.order.status.PaymentStatus;
import io.ordertrail.api.order.value.Address;
import io.ordertrail.api.order.value.DebtSettlement;
import io.ordertrail.api.order.value.PaymentKind;
import io.ordertrail.api.order.value.PaymentTerms;
import io.ordertrail.api.order.value.RefundKind;
import io.ordertrail.api.payment.PaymentOperation;
import io.ordertrail.api.payment.PaymentRefusal;
import io.ordertrail.model.order.OrderFacts;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A refund says what it is; what banks take back says so too. */
class RefundKindTest {

    private static OrderTale paid() {
        OrderTale order = OrderTale.byCard(PaymentTerms.PREPAID);
        order.settles();
        return order;
    }

    @Test
    void goodwill_lowers_what_is_wanted_and_the_order_ships() {
        OrderTale order = paid();
        order.staff(giveBack(order.payment(1), RefundKind.GOODWILL, "10.00"));
        order.owes("0.00");
        order.ships(1);
        order.done(1);
        order.owes("0.00");
        assertThat(order.facts().funds().paid()).isEqualTo(eur("38.90"));
    }

    @Test
    void goodwill_in_the_middle_of_the_shipments_keeps_nothing_from_leaving() {
        OrderTale order = OrderTale.byCard(PaymentTerms.AUTH_FIRST);
        order.done(1);
        order.ships(1, units("1", 3));
        order.done(1);
        order.staff(giveBack(order.payment(1), RefundKind.GOODWILL, "10.00"));
        order.done(1);
        // What was given is not taken again of what is still promised.
        assertThat(order.all(CaptureAsked.class)).hasSize(1);
        order.arrives(2);
        order.settles();
        assertThat(order.facts().funds().paid()).isEqualTo(eur("38.90"));
        assertThat(order.facts().funds().authorized()).isEqualTo(eur("0.00"));
    }

    @Test
    void other_means_raise_what_is_due_and_any_method_pays() {
        OrderTale order = paid();
        order.staff(giveBack(order.payment(1), RefundKind.OTHER_MEANS, null));
        order.owes(TOTAL);
        order.done(1);
        assertThat(order.all(PaymentAsked.class)).hasSize(1);
        assertThat(order.facts().refusalOf(OrderAction.PAY)).isEmpty();
        assertThat(order.refusal("SUPERVISOR", approve(1)))
                .isEqualTo(new OrderMoneyRefusal.NotPaid(PaymentTerms.PREPAID, eur(TOTAL)));
        order.by("CUSTOMER", pay(2, null));
        order.settles();
        order.ships(1);
    }

    @Test
    void a_refund_by_other_means_that_is_refused_leaves_nothing_due_and_is_told() {
        OrderTale order = paid();
        order.staff(giveBack(order.payment(1), RefundKind.OTHER_MEANS, null));
        order.refused(1);
        order.owes("0.00");
        assertThat(order.facts().problems()).containsExactly("refund-refused:" + order.payment(1) + ":2");
        order.staff(resolve("refund-refused:" + order.payment(1) + ":2"));
    }

    @Test
    void goodwill_that_is_refused_stays_owed() {
        OrderTale order = paid();
        order.staff(giveBack(order.payment(1), RefundKind.GOODWILL, "10.00"));
        order.refused(1);
        assertThat(order.facts().problems()).containsExactly("refund-failed:" + order.payment(1));
        order.retried(1);
        assertThat(order.last(RefundAsked.class).amount()).isEqualTo(eur("10.00"));
    }

    @Test
    void goodwill_that_was_refused_and_is_asked_for_again_is_goodwill_still_and_given_once() {
        OrderTale order = paid();
        order.staff(giveBack(order.payment(1), RefundKind.GOODWILL, "10.00"));
        order.refused(1);
        order.retried(1);
        order.refused(1);
        order.retried(1);
        order.done(1);
        assertThat(order.all(RefundAsked.class)).extracting(RefundAsked::kind).containsOnly(RefundKind.GOODWILL);
        assertThat(order.last(RefundRecorded.class).kind()).isEqualTo(RefundKind.GOODWILL);
        assertThat(order.facts().funds().wanted()).isEqualTo(eur("38.90"));
        order.owes("0.00");
        assertThat(order.facts().funds().excess()).isEqualTo(eur("0.00"));
    }

    @Test
    void what_is_too_much_besides_goodwill_that_was_refused_is_no_gift() {
        OrderTale order = paid();
        order.staff(giveBack(order.payment(1), RefundKind.GOODWILL, "10.00"));
        order.refused(1);
        order.by("CUSTOMER", cancelLines(units("2", 2)));
        order.retried(1);
        order.settles();
        assertThat(order.all(RefundRecorded.class))
                .extracting(RefundRecorded::kind, RefundRecorded::amount)
                .containsExactly(tuple(RefundKind.GOODWILL, eur("10.00")), tuple(RefundKind.CORRECTION, eur("14.00")));
        assertThat(order.facts().funds().paid()).isEqualTo(eur("24.90"));
    }

    @Test
    void goodwill_that_was_refused_goes_to_an_account_as_what_it_is() {
        OrderTale order = paid();
        order.staff(giveBack(order.payment(1), RefundKind.GOODWILL, "10.00"));
        order.refused(1);
        order.staff(settle(
                "refund-failed:" + order.payment(1), DebtSettlement.TO_ACCOUNT, null, AccountId.of("the customer's")));
        assertThat(order.last(RefundAsked.class).kind()).isEqualTo(RefundKind.GOODWILL);
        assertThat(order.facts().funds().wanted()).isEqualTo(eur("38.90"));
    }

    @Test
    void goodwill_that_was_refused_and_is_given_again_by_hand_is_no_second_gift() {
        OrderTale order = paid();
        order.staff(giveBack(order.payment(1), RefundKind.GOODWILL, "10.00"));
        order.refused(1);
        order.staff(giveBack(order.payment(1), RefundKind.GOODWILL, "10.00"));
        order.done(1);
        assertThat(order.facts().funds().wanted()).isEqualTo(eur("38.90"));
        assertThat(order.facts().funds().paid()).isEqualTo(eur("38.90"));
        order.owes("0.00");
    }

    @Test
    void a_correction_is_at_most_what_is_too_much_and_nothing_goes_back_twice() {
        OrderTale order = paid();
        assertThat(order.refusal("SUPERVISOR", giveBack(order.payment(1), RefundKind.CORRECTION, "1.00")))
                .isEqualTo(new OrderMoneyRefusal.MoreThanOwed(eur("1.00"), eur("0.00")));
        assertThat(order.refusal("SUPERVISOR", giveBack(order.payment(1), RefundKind.GOODWILL, "48.91")))
                .isEqualTo(new PaymentRefusal.MoreThanCaptured(eur("48.91"), eur(TOTAL)));
        assertThat(order.refusal("CUSTOMER", giveBack(order.payment(1), RefundKind.GOODWILL, "1.00")))
                .isInstanceOf(RequestRefusal.MissingRole.class);
        order.staff(giveBack(order.payment(1), RefundKind.OTHER_MEANS, null));
        assertThat(order.refusal("SUPERVISOR", giveBack(order.payment(1), RefundKind.OTHER_MEANS, null)))
                .isEqualTo(new PaymentRefusal.OperationInProgress(PaymentOperation.REFUND));
    }

    @Test
    void lines_are_cancelled_before_anything_is_approved_and_not_the_whole_order() {
        OrderTale order = paid();
        order.by("CUSTOMER", cancelLines(units("2", 2)));
        assertThat(order.facts().lifecycle()).isEqualTo(OrderLifecycle.CONFIRMED);
        assertThat(order.last(RefundAsked.class).amount()).isEqualTo(eur("14.00"));
    }

    @Test
    void a_chargeback_holds_the_goods_is_told_and_has_a_status_of_its_own() {
        OrderTale order = OrderTale.of(PaymentTerms.INVOICE);
        order.by("CUSTOMER", pay(1, null));
        order.settles();
        order.ships(1, units("1", 3));
        order.service(chargeback(payment(1), "cb-1", TOTAL));
        assertThat(order.facts().hold()).isEqualTo(OrderFacts.CHARGEBACK);
        assertThat(order.facts().problems()).containsExactly("chargeback:" + payment(1) + ":0");
        assertThat(order.last(OrderProblemReported.class).detail())
                .contains("48.90")
                .contains("FRAUD");
        assertThat(order.facts().paymentStatus()).isEqualTo(PaymentStatus.CHARGED_BACK);
        assertThat(order.refusal("SUPERVISOR", approve(2)))
                .isEqualTo(new OrderCourseRefusal.OnHold(OrderFacts.CHARGEBACK));
        order.owes(TOTAL);
    }

    @Test
    void what_the_bank_took_back_is_not_taken_again_of_what_is_still_promised() {
        OrderTale order = OrderTale.byCard(PaymentTerms.AUTH_FIRST);
        order.done(1);
        order.ships(1, units("1", 3));
        order.done(1);
        order.service(chargeback(order.payment(1), "cb-1", "10.00"));
        assertThat(order.all(CaptureAsked.class)).hasSize(1);
    }

    @Test
    void a_dispute_that_is_won_reverses_it() {
        OrderTale order = paid();
        order.service(chargeback(order.payment(1), "cb-1", TOTAL));
        order.service(dispute(order.payment(1), "won-1", TOTAL));
        assertThat(order.facts().hold()).isNull();
        assertThat(order.facts().problems()).isEmpty();
        order.owes("0.00");
        assertThat(order.facts().paymentStatus()).isEqualTo(PaymentStatus.PAID);
    }

    @Test
    void the_same_chargeback_and_the_same_reversal_count_once() {
        OrderTale order = paid();
        order.service(chargeback(order.payment(1), "cb-1", "10.00"));
        assertThat(order.service(chargeback(order.payment(1), "cb-1", "10.00"))).isEmpty();
        order.service(dispute(order.payment(1), "won-1", "10.00"));
        assertThat(order.service(dispute(order.payment(1), "won-1", "10.00"))).isEmpty();
    }

    @Test
    void a_dispute_that_is_won_after_the_customer_paid_again_gives_that_back() {
        OrderTale order = paid();
        order.service(chargeback(order.payment(1), "cb-1", TOTAL));
        order.staff(received(2, TOTAL, "b1", null));
        order.service(dispute(order.payment(1), "won-1", TOTAL));
        order.settles();
        assertThat(order.facts().funds().paid()).isEqualTo(eur(TOTAL));
    }

    @Test
    void after_all_has_left_a_chargeback_holds_nothing() {
        OrderTale order = paid();
        order.arrives(1);
        order.service(chargeback(order.payment(1), "cb-1", TOTAL));
        assertThat(order.facts().hold()).isNull();
        assertThat(order.facts().paymentStatus()).isEqualTo(PaymentStatus.CHARGED_BACK);
        assertThat(order.facts().refusalOf(OrderAction.PAY)).isEmpty();
    }

    @Test
    void the_same_bank_reference_is_refused() {
        OrderTale order = OrderTale.of(PaymentTerms.PREPAID);
        order.staff(received(1, TOTAL, "b1", null));
        assertThat(order.refusal("SUPERVISOR", received(2, TOTAL, "b1", null)))
                .isEqualTo(new OrderMoneyRefusal.ReferenceAlreadyRecorded("b1"));
    }

    @Test
    void what_is_overpaid_by_hand_is_on_the_list_until_it_is_given_back() {
        OrderTale order = OrderTale.of(PaymentTerms.PREPAID);
        order.staff(received(1, TOTAL, "b1", null));
        order.staff(received(2, "10.00", "b2", null));
        assertThat(order.facts().paymentStatus()).isEqualTo(PaymentStatus.OVERPAID);
        assertThat(order.facts().problems()).containsExactly("refund-due:10.00");
        order.staff(received(3, "5.00", "b3", null));
        assertThat(order.facts().problems()).containsExactly("refund-due:15.00");
        order.staff(settle("refund-due:15.00", DebtSettlement.PAID_ANOTHER_WAY, null, null));
        assertThat(order.facts().problems()).isEmpty();
    }

    @Test
    void an_address_is_corrected_until_the_parcel_leaves() {
        OrderTale order = paid();
        Address other = new Address("A. Turing", "Ring 2", null, "10115", "Berlin", null, "DE");
        OrderCourseCommand.ChangeAddress change = new OrderCourseCommand.ChangeAddress(ORDER, other, null);
        order.staff(approve(1, units("1", 1)));
        assertThat(order.by("CUSTOMER", change)).containsExactly(new AddressChanged(ORDER, "c-1", other, null, NOW));
        order.service(dispatch(1));
        assertThat(order.refusal("CUSTOMER", change)).isEqualTo(new OrderGoodsRefusal.AlreadyDispatched());
        OrderTale over = paid();
        over.staff(cancel());
        assertThat(over.refusal("CUSTOMER", change))
                .isEqualTo(new OrderCourseRefusal.WrongLifecycle(OrderLifecycle.CANCELLED));
    }

    @Test
    void a_customer_neither_ships_nor_edits_nor_moves_money() {
        OrderTale order = paid();
        Class<?> missing = RequestRefusal.MissingRole.class;
        assertThat(order.refusal("CUSTOMER", approve(1))).isInstanceOf(missing);
        assertThat(order.refusal("CUSTOMER", propose(1, change("1", 1)))).isInstanceOf(missing);
        assertThat(order.refusal("CUSTOMER", received("1.00"))).isInstanceOf(missing);
        assertThat(order.refusal("CUSTOMER", new OrderMoneyCommand.RequestCapture(ORDER, payment(1), null)))
                .isInstanceOf(missing);
        assertThat(order.refusal("CUSTOMER", new OrderMoneyCommand.RequestVoid(ORDER, payment(1), null)))
                .isInstanceOf(missing);
        assertThat(order.refusal("CUSTOMER", retry(order.payment(1), 1))).isInstanceOf(missing);
        assertThat(order.refusal("SUPERVISOR", told(PaymentKind.CAPTURED, "1.00")))
                .isInstanceOf(RequestRefusal.MissingRole.class);
    }

    @Test
    void the_clock_of_another_node_may_be_ahead() {
        OrderTale order = paid();
        // Further than a client's clock may be.
        Instant ahead = NOW.plusSeconds(5);
        order.staff(approve(1, units("1", 1)));
        assertThat(order.service(new OrderGoodsCommand.WithdrawShipment(ORDER, shipment(1), ahead)))
                .contains(new ShipmentWithdrawn(ORDER, shipment(1), List.of(units("1", 1)), NOW));
        order.staff(approve(2));
        order.service(dispatch(2, ahead));
        assertThat(order.service(deliver(2, ahead))).contains(new OrderCompleted(ORDER, NOW));
    }
}
