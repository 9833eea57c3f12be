package io.ordertrail.command.order;

import static io.ordertrail.command.order.Commands.*;
import static io.ordertrail.command.order.Samples.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.ordertrail.api.message.Receipt;
import io.ordertrail.api.message.RequestRefusal.ImpossibleTime;
import io.ordertrail.api.order.OrderCourseEvent.OrderConfirmed;
import io.ordertrail.api.order.OrderCourseRefusal.OrderNotFound;
import io.ordertrail.api.order.OrderCourseRefusal.WrongLifecycle;
import io.ordertrail.api.order.OrderEvent;
import io.ordertrail.api.order.OrderLifecycle;
import io.ordertrail.api.order.OrderMoneyCommand.RecordPayment;
import io.ordertrail.api.order.OrderMoneyCommand.RequestRefund;
import io.ordertrail.api.order.OrderMoneyCommand.WaivePayment;
import io.ordertrail.api.order.OrderMoneyEvent.PaymentProcessed;
import io.ordertrail.api.order.OrderMoneyEvent.PaymentWaived;
import io.ordertrail.api.order.OrderMoneyEvent.RefundAsked;
import io.ordertrail.api.order.OrderMoneyRefusal.AlreadyPaid;
import io.ordertrail.api.order.OrderMoneyRefusal.ReferenceAlreadyRecorded;
import io.ordertrail.api.order.value.LineQuantity;
import io.ordertrail.api.order.value.PaymentKind;
import io.ordertrail.api.order.value.PaymentTerms;
import io.ordertrail.api.order.value.RefundKind;
import java.time.Duration;
import java.time.Instant;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** Money that staff say has arrived, and rule O4 on what it allows. */
class PaymentTest extends OrderScenario {

    private static PaymentProcessed paid(int n, String amount, Instant at) {
        return new PaymentProcessed(
                ORDER, payment(n), null, PaymentKind.CAPTURED, "MANUAL", eur(amount), "bank-1", null, null, at);
    }

    private static OrderEvent confirmedAt(Instant at) {
        return new OrderConfirmed(ORDER, Samples.TIMES.shipBy(), at);
    }

    @Test
    void O4_a_prepaid_order_is_confirmed_once_captured_in_full() {
        given(created(PaymentTerms.PREPAID))
                .when(received("48.90"))
                .then(paid(2, "48.90", NOW), confirmedAt(NOW))
                .answer(Receipt.of(ORDER, 2));
    }

    @Test
    void O4_a_prepaid_order_waits_while_a_cent_is_missing() {
        given(created(PaymentTerms.PREPAID))
                .when(received("48.89"))
                .then(paid(2, "48.89", NOW))
                .answer(Receipt.of(ORDER, 1));
    }

    @Test
    void O4_what_is_authorised_and_what_is_captured_count_together() {
        given(created(PaymentTerms.AUTH_FIRST), authorized("40.00"))
                .when(received("8.90"))
                .then(paid(2, "8.90", NOW), confirmedAt(NOW));
    }

    @Test
    void the_second_part_of_a_payment_confirms() {
        given(created(), captured("40.00")).when(received("8.90")).then(paid(2, "8.90", NOW), confirmedAt(NOW));
    }

    @Test
    void a_payment_that_was_entered_late_confirms_when_it_was_made() {
        given(created(), news(1, PaymentKind.CAPTURED, "MANUAL", "40.00", LATER))
                .when(received(2, "8.90", "bank-1", PLACED))
                .then(paid(2, "8.90", PLACED), confirmedAt(PLACED));
    }

    private static RequestRefund backAt(Instant at) {
        return new RequestRefund(ORDER, payment(1), eur("10.00"), RefundKind.GOODWILL, null, "late", at);
    }

    @Test
    void what_people_gave_back_by_hand_went_back_when_they_say() {
        given(created(), captured(TOTAL), confirmed())
                .when(backAt(LATER))
                .shows(events -> assertThat(events.get(0))
                        .isEqualTo(new RefundAsked(
                                ORDER, payment(1), 1, eur("10.00"), RefundKind.GOODWILL, null, null, "late", LATER)));
        given(created(), news(1, PaymentKind.CAPTURED, "MANUAL", TOTAL, LATER), confirmed())
                .when(backAt(PLACED))
                .refused(new ImpossibleTime(PLACED, LATER, NOW));
        Instant tomorrow = NOW.plus(Duration.ofDays(1));
        given(created(), captured(TOTAL), confirmed())
                .when(backAt(tomorrow))
                .refused(new ImpossibleTime(tomorrow, PLACED, NOW));
    }

    @Test
    void what_a_provider_gives_back_goes_back_now() {
        given(created(), news(1, PaymentKind.CAPTURED, "SANDBOX", TOTAL, PLACED), confirmed())
                .when(backAt(LATER))
                .faulty("/at MOVES_NOW");
    }

    @Test
    void a_held_order_can_be_paid_and_confirmed() {
        given(created(), held()).when(received("48.90")).then(paid(2, "48.90", NOW), confirmedAt(NOW));
    }

    @Test
    void more_than_is_owed_may_arrive_and_is_somebodys() {
        given(created(), captured(TOTAL), confirmed())
                .when(received("5.00"))
                .then(paid(2, "5.00", NOW), refundDue("5.00", NOW));
    }

    @Test
    void a_delivered_invoice_can_still_be_paid() {
        given(delivered(PaymentTerms.INVOICE)).when(received("48.90")).then(paid(2, "48.90", NOW));
    }

    @Test
    void a_completed_and_paid_order_takes_no_more_money() {
        given(created(), captured(TOTAL), confirmed(), completed())
                .when(received("1.00"))
                .refused(new WrongLifecycle(OrderLifecycle.COMPLETED));
    }

    @Test
    void a_cancelled_order_takes_no_money() {
        given(created(), cancelled()).when(received("48.90")).refused(new WrongLifecycle(OrderLifecycle.CANCELLED));
    }

    @Test
    void an_order_that_was_never_placed_takes_no_money() {
        givenNothing().when(received("48.90")).refused(new OrderNotFound(ORDER));
    }

    @Test
    void a_payment_is_more_than_nothing() {
        given(created()).when(received("0.00")).faulty("/amount ZERO");
    }

    @Test
    void a_payment_is_never_negative() {
        given(created()).when(received("-1.00")).faulty("/amount NEGATIVE");
    }

    @Test
    void O1_a_payment_is_in_the_orders_currency() {
        given(created())
                .when(new RecordPayment(ORDER, payment(1), Money.ofMajor(CurrencyUnit.JPY, 100), null, null))
                .faulty("/amount CURRENCY_MISMATCH");
    }

    @Test
    void a_payment_tells_all_its_faults_at_once() {
        given(created())
                .when(new RecordPayment(ORDER, "payment-1", eur("1000000000000000"), "a\u0000b", null))
                .faulty("/paymentId MALFORMED", "/amount TOO_LARGE", "/reference CONTROL_CHARACTER");
    }

    @Test
    void a_payment_is_recorded_under_one_id_once() {
        given(created(), captured("1.00")).when(received(1, "2.00", null, null)).faulty("/paymentId TAKEN");
    }

    @Test
    void the_same_bank_reference_is_recorded_once() {
        given(created(), paid(1, "1.00", LATER))
                .when(received("48.90"))
                .refused(new ReferenceAlreadyRecorded("bank-1"));
    }

    @Test
    void a_payment_comes_after_the_order() {
        Instant before = PLACED.minusSeconds(1);
        given(created()).when(received(2, "48.90", null, before)).refused(new ImpossibleTime(before, PLACED, NOW));
    }

    @Test
    void a_payment_does_not_lie_in_the_future() {
        Instant tomorrow = NOW.plus(Duration.ofDays(1));
        given(created()).when(received(2, "48.90", null, tomorrow)).refused(new ImpossibleTime(tomorrow, PLACED, NOW));
    }

    @Test
    void a_customer_does_not_say_that_their_money_arrived() {
        given(created()).by("CUSTOMER").when(received("48.90")).forbidden();
    }

    @Test
    void the_service_does_not_say_what_only_people_know() {
        given(created()).by("SERVICE").when(received("48.90")).forbidden();
    }

    @Test
    void O4_a_supervisor_lets_an_unpaid_order_go() {
        given(created())
                .by("SUPERVISOR")
                .when(waive())
                .then(new PaymentWaived(ORDER, "Long-standing customer", NOW), confirmedAt(NOW))
                .answer(Receipt.of(ORDER, 2));
    }

    @Test
    void O4_staff_cannot_waive_a_payment() {
        given(created()).by("FINANCE").when(waive()).forbidden();
    }

    @Test
    void O4_there_is_nothing_to_waive_of_a_paid_order() {
        given(created(), captured(TOTAL), confirmed())
                .by("SUPERVISOR")
                .when(waive())
                .refused(new AlreadyPaid());
    }

    @Test
    void a_cancelled_orders_payment_is_not_waived() {
        given(created(), cancelled())
                .by("SUPERVISOR")
                .when(waive())
                .refused(new WrongLifecycle(OrderLifecycle.CANCELLED));
    }

    @Test
    void a_waiver_gives_its_reason() {
        given(created())
                .by("SUPERVISOR")
                .when(new WaivePayment(ORDER, " ", null))
                .faulty("/reason REQUIRED");
    }

    private static OrderEvent[] delivered(PaymentTerms terms) {
        var all = new LineQuantity[] {units("1", 3), units("2", 2)};
        return new OrderEvent[] {
            created(terms), confirmed(), approved(1, all), shipped(1, all), Samples.delivered(1, all), completed()
        };
    }
}
