package io.ordertrail.command.payment;

import static io.ordertrail.command.payment.Samples.*;

import io.ordertrail.api.message.Receipt;
import io.ordertrail.api.order.OrderId;
import io.ordertrail.api.payment.PaymentChoice;
import io.ordertrail.api.payment.PaymentCommand.InitiatePayment;
import io.ordertrail.api.payment.PaymentCommand.RecordManualPayment;
import io.ordertrail.api.payment.PaymentEvent.PaymentCaptured;
import io.ordertrail.api.payment.PaymentEvent.PaymentInitiated;
import io.ordertrail.api.payment.PaymentRefusal.PaymentIdTaken;
import io.ordertrail.api.payment.PaymentRefusal.PaymentNotFound;
import org.junit.jupiter.api.Test;

class InitiationTest extends PaymentScenario {

    private static final PaymentInitiated RECORDED =
            new PaymentInitiated(PAYMENT, ORDER, null, PaymentChoice.manual(), eur("100"), "bank-1", THEN);
    private static final PaymentCaptured CAME =
            new PaymentCaptured(PAYMENT, ORDER, "MANUAL", null, null, null, eur("100"), eur("0"), THEN);

    private static InitiatePayment by(PaymentChoice choice) {
        return new InitiatePayment(PAYMENT, ORDER, CUSTOMER, choice, eur("100"));
    }

    @Test
    void P4_a_payment_begins_with_a_stored_request_for_its_authorisation() {
        givenNothing()
                .when(initiate())
                .then(initiated(NOW), authorizationAsked(NOW))
                .answer(Receipt.of(PAYMENT, 1));
    }

    @Test
    void only_the_service_itself_begins_a_payment() {
        givenNothing().by("SUPERVISOR").when(initiate()).forbidden();
    }

    @Test
    void O7_the_same_command_again_is_answered_the_same() {
        givenCausedBy("c-1", initiated(THEN), authorizationAsked(THEN))
                .when("c-1", initiate())
                .nothing()
                .answer(Receipt.of(PAYMENT, 1).again());
    }

    @Test
    void another_command_cannot_begin_it_once_more() {
        givenCausedBy("c-1", initiated(THEN), authorizationAsked(THEN))
                .when("c-2", initiate())
                .refused(new PaymentIdTaken(PAYMENT));
    }

    @Test
    void a_provider_that_is_not_there_is_not_asked() {
        givenNothing().when(by(new PaymentChoice("BANK", null, "ok"))).faulty("/method UNSUPPORTED_METHOD");
    }

    @Test
    void a_provider_says_itself_what_it_needs() {
        givenNothing().when(by(PaymentChoice.sandbox("?"))).faulty("/method INCOMPLETE_METHOD");
    }

    @Test
    void what_came_another_way_cannot_be_asked_for() {
        givenNothing().when(by(new PaymentChoice("MANUAL", null, "ok"))).faulty("/method UNSUPPORTED_METHOD");
    }

    @Test
    void nothing_cannot_be_paid() {
        givenNothing()
                .when(new InitiatePayment(PAYMENT, ORDER, CUSTOMER, SANDBOX, eur("0")))
                .faulty("/amount ZERO");
    }

    @Test
    void a_payment_belongs_to_the_order_that_its_id_names() {
        givenNothing()
                .when(new InitiatePayment(PAYMENT, OrderId.of("another"), CUSTOMER, SANDBOX, eur("1")))
                .faulty("/paymentId MALFORMED");
    }

    @Test
    void a_payment_is_of_somebodys_order() {
        givenNothing()
                .when(new InitiatePayment(PAYMENT, ORDER, " ", SANDBOX, eur("1")))
                .faulty("/customerId REQUIRED");
    }

    @Test
    void money_that_came_another_way_is_captured_from_the_start() {
        givenNothing()
                .when(new RecordManualPayment(PAYMENT, ORDER, eur("100"), "bank-1", THEN))
                .then(RECORDED, CAME)
                .answer(Receipt.of(PAYMENT, 1));
    }

    @Test
    void what_staff_recorded_is_one_payment_whoever_says_so_again() {
        given(RECORDED, CAME)
                .when(new RecordManualPayment(PAYMENT, ORDER, eur("100"), "bank-1", THEN))
                .nothing()
                .answer(Receipt.of(PAYMENT, 1).again());
    }

    @Test
    void a_payment_that_never_began_is_not_found() {
        givenNothing().when(take(1, "1")).refused(new PaymentNotFound(PAYMENT));
    }

    @Test
    void nor_can_its_provider_answer() {
        givenNothing().when(yes(authorize())).refused(new PaymentNotFound(PAYMENT));
    }
}
