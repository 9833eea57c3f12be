package io.ordertrail.command.order;

import static io.ordertrail.command.order.Commands.*;
import static io.ordertrail.command.order.Samples.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.ordertrail.api.order.OrderCourseEvent.OrderConfirmed;
import io.ordertrail.api.order.OrderCourseEvent.OrderHeld;
import io.ordertrail.api.order.OrderCourseEvent.OrderProblemReported;
import io.ordertrail.api.order.OrderCourseEvent.OrderProblemResolved;
import io.ordertrail.api.order.OrderEvent;
import io.ordertrail.api.order.OrderMoneyEvent.AskRefused;
import io.ordertrail.api.order.OrderMoneyEvent.AskRetried;
import io.ordertrail.api.order.OrderMoneyEvent.CaptureAsked;
import io.ordertrail.api.order.OrderMoneyEvent.PaymentAsked;
import io.ordertrail.api.order.OrderMoneyEvent.PaymentProcessed;
import io.ordertrail.api.order.OrderMoneyEvent.RefundRecorded;
import io.ordertrail.api.order.OrderMoneyEvent.VoidAsked;
import io.ordertrail.api.order.status.PaymentStatus;
import io.ordertrail.api.order.value.PaymentKind;
import io.ordertrail.api.order.value.PaymentTerms;
import io.ordertrail.api.order.value.RefundKind;
import io.ordertrail.api.payment.PaymentChoice;
import io.ordertrail.api.payment.PaymentOperation;
import io.ordertrail.model.order.OrderFacts;
import io.ordertrail.model.order.OrderState;
import java.time.Duration;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What payments answer, each ask once, whatever became of the order since. */
class PaymentAnswerTest extends OrderScenario {

    private static final String OVERDRAWN = "overdrawn:" + payment(1);

    private static PaymentAsked asked() {
        return new PaymentAsked(ORDER, payment(1), "c-1", PaymentChoice.sandbox("ok"), eur(TOTAL), LATER);
    }

    private static CaptureAsked captureAsked(int number, String amount) {
        return new CaptureAsked(ORDER, payment(1), number, eur(amount), LATER);
    }

    private static PaymentProcessed heard(@Nullable Integer number, PaymentKind kind, String amount) {
        return new PaymentProcessed(ORDER, payment(1), number, kind, "SANDBOX", eur(amount), null, null, null, NOW);
    }

    private static RefundRecorded chargedBack(String id, String amount) {
        return new RefundRecorded(ORDER, payment(1), null, id, RefundKind.CHARGEBACK, eur(amount), null, "FRAUD", NOW);
    }

    private static Money authorizedAfter(OrderEvent... news) {
        OrderState state = OrderState.of(created(), created().at());
        for (OrderEvent event : news) {
            state = state.evolve(event);
        }
        return state.facts().funds().authorized();
    }

    @Test
    void a_promise_answers_the_ask_and_is_taken_where_the_terms_say_so() {
        given(created(), asked())
                .by("SERVICE")
                .when(told(PaymentKind.AUTHORIZED, TOTAL))
                .then(
                        heard(null, PaymentKind.AUTHORIZED, TOTAL),
                        new CaptureAsked(ORDER, payment(1), 1, eur(TOTAL), NOW));
    }

    @Test
    void O4_a_promise_is_enough_where_the_terms_say_so() {
        given(created(PaymentTerms.AUTH_FIRST), asked())
                .by("SERVICE")
                .when(told(PaymentKind.AUTHORIZED, TOTAL))
                .then(
                        heard(null, PaymentKind.AUTHORIZED, TOTAL),
                        new OrderConfirmed(ORDER, Samples.TIMES.shipBy(), NOW));
    }

    @Test
    void news_of_money_is_taken_in_whatever_became_of_the_order() {
        given(created(), asked(), cancelled())
                .by("SERVICE")
                .when(told(PaymentKind.AUTHORIZED, TOTAL))
                .then(heard(null, PaymentKind.AUTHORIZED, TOTAL), new VoidAsked(ORDER, payment(1), 1, null, NOW));
    }

    @Test
    void news_from_a_clock_that_is_fast_happened_now_and_before_the_placing_at_it() {
        given(created(PaymentTerms.AUTH_FIRST))
                .by("SERVICE")
                .when(told(1, null, PaymentKind.AUTHORIZED, "1.00", NOW.plusSeconds(5)))
                .then(heard(null, PaymentKind.AUTHORIZED, "1.00"));
        given(created(PaymentTerms.AUTH_FIRST))
                .by("SERVICE")
                .when(told(1, null, PaymentKind.AUTHORIZED, "1.00", PLACED.minusSeconds(5)))
                .then(news(1, PaymentKind.AUTHORIZED, "SANDBOX", "1.00", PLACED));
    }

    @Test
    void a_payment_is_authorised_and_declined_once() {
        given(created(PaymentTerms.AUTH_FIRST), authorized("10.00"))
                .by("SERVICE")
                .when(told(PaymentKind.AUTHORIZED, "10.00"))
                .changesNothing(1);
        given(created(), news(1, PaymentKind.DECLINED, "SANDBOX", "10.00", LATER))
                .by("SERVICE")
                .when(told(PaymentKind.DECLINED, "10.00"))
                .changesNothing(1);
    }

    @Test
    void W1_each_capture_answers_its_own_ask_and_once() {
        OrderEvent[] first = {
            created(), asked(), news(1, PaymentKind.AUTHORIZED, "SANDBOX", TOTAL, LATER), captureAsked(1, TOTAL)
        };
        given(first)
                .by("SERVICE")
                .when(told(1, 1, PaymentKind.CAPTURED, TOTAL, NOW))
                .then(heard(1, PaymentKind.CAPTURED, TOTAL), new OrderConfirmed(ORDER, Samples.TIMES.shipBy(), NOW));
        given(first)
                .by("SERVICE")
                .when(told(1, 2, PaymentKind.CAPTURED, TOTAL, NOW))
                .changesNothing(3);
    }

    @Test
    void a_refusal_is_an_answer_too_and_is_kept_with_its_reason() {
        given(created(), asked(), news(1, PaymentKind.AUTHORIZED, "SANDBOX", TOTAL, LATER), captureAsked(1, TOTAL))
                .by("SERVICE")
                .when(refuse(payment(1), 1, PaymentOperation.CAPTURE, "limit"))
                .then(
                        new AskRefused(
                                ORDER, payment(1), 1, PaymentOperation.CAPTURE, "limit", 1, Duration.ofMinutes(1), NOW),
                        new OrderProblemReported(
                                ORDER,
                                "capture-failed:" + payment(1),
                                "CAPTURE_FAILED",
                                "CAPTURE of " + payment(1) + " was refused: limit",
                                NOW));
    }

    @ParameterizedTest
    @CsvSource({"2,2", "3,4", "6,32", "7,60", "8,60", "1000,60"})
    void W5_what_was_refused_is_asked_again_ever_more_slowly(int failures, int minutes) {
        given(
                        created(),
                        asked(),
                        news(1, PaymentKind.AUTHORIZED, "SANDBOX", TOTAL, LATER),
                        captureAsked(1, TOTAL),
                        new AskRefused(
                                ORDER,
                                payment(1),
                                1,
                                PaymentOperation.CAPTURE,
                                "limit",
                                failures - 1,
                                Duration.ofHours(1),
                                NOW),
                        AskRetried.ofPayment(ORDER, payment(1), 1, NOW),
                        captureAsked(2, TOTAL))
                .by("SERVICE")
                .when(refuse(payment(1), 2, PaymentOperation.CAPTURE, "limit"))
                .shows(events ->
                        assertThat(((AskRefused) events.get(0)).retryAfter()).isEqualTo(Duration.ofMinutes(minutes)));
    }

    @Test
    void W1_an_answer_to_what_is_not_asked_changes_nothing() {
        given(created(), captured(TOTAL), confirmed())
                .by("SERVICE")
                .when(refuse(payment(1), 1, PaymentOperation.REFUND, "limit"))
                .changesNothing(2);
        given(created(), captured(TOTAL), confirmed())
                .by("SERVICE")
                .when(refunded(payment(1), 1, "1.00"))
                .changesNothing(2);
        given(created(), captured(TOTAL), confirmed())
                .by("SERVICE")
                .when(retry(payment(1), 1))
                .changesNothing(2);
    }

    @Test
    void money_that_staff_recorded_is_not_counted_once_more_when_its_payment_tells_of_it() {
        given(created(), captured(TOTAL), confirmed())
                .by("SERVICE")
                .when(told(PaymentKind.CAPTURED, TOTAL))
                .changesNothing(2);
    }

    @Test
    void only_the_service_answers() {
        given(created()).when(told(PaymentKind.RELEASED, "1.00")).forbidden();
        given(created())
                .when(refuse(payment(1), 1, PaymentOperation.VOID, "limit"))
                .forbidden();
        given(created()).when(refunded(payment(1), 1, "1.00")).forbidden();
        given(created()).when(chargeback(payment(1), "cb-1", "1.00")).forbidden();
        given(created()).when(dispute(payment(1), "won-1", "1.00")).forbidden();
    }

    @Test
    void what_is_still_promised_does_not_depend_on_the_order_of_the_news() {
        OrderEvent authorized = news(1, PaymentKind.AUTHORIZED, "SANDBOX", "30.00", LATER);
        OrderEvent captured = news(1, PaymentKind.CAPTURED, "SANDBOX", "10.00", LATER);
        OrderEvent released = news(1, PaymentKind.RELEASED, "SANDBOX", "20.00", LATER);
        assertThat(authorizedAfter(authorized, captured)).isEqualTo(eur("20.00"));
        assertThat(authorizedAfter(captured, authorized)).isEqualTo(eur("20.00"));
        assertThat(authorizedAfter(released, authorized, captured)).isEqualTo(eur("0.00"));
        assertThat(authorizedAfter(captured)).isEqualTo(eur("0.00"));
    }

    @Test
    void O6_more_than_was_captured_that_goes_back_is_recorded_and_needs_a_person() {
        given(created(), captured("5.00"), held())
                .by("SERVICE")
                .when(chargeback(payment(1), "cb-1", "5.01"))
                .then(
                        chargedBack("cb-1", "5.01"),
                        new OrderProblemReported(
                                ORDER,
                                "chargeback:" + payment(1) + ":0",
                                "CHARGEBACK",
                                "The customer's bank took EUR 5.01 back: FRAUD",
                                NOW),
                        new OrderProblemReported(
                                ORDER,
                                OVERDRAWN,
                                "REFUNDED_BEYOND_CAPTURED",
                                "More of " + payment(1) + " went back than was received.",
                                NOW));
    }

    @Test
    void O6_the_problem_is_no_more_once_the_capture_is_known() {
        given(
                        created(PaymentTerms.AUTH_FIRST),
                        authorized("5.00"),
                        captureAsked(1, "5.00"),
                        chargedBack("cb-1", "5.00"),
                        new OrderProblemReported(ORDER, OVERDRAWN, "REFUNDED_BEYOND_CAPTURED", "…", LATER))
                .by("SERVICE")
                .when(told(1, 1, PaymentKind.CAPTURED, "5.00", NOW))
                .then(
                        heard(1, PaymentKind.CAPTURED, "5.00"),
                        new OrderProblemResolved(ORDER, OVERDRAWN, "It is over.", NOW));
    }

    @Test
    void a_confirmed_order_whose_own_payment_is_declined_is_held() {
        OrderTale order = OrderTale.byCard(PaymentTerms.AUTH_FIRST);
        order.done(1);
        order.expired(1);
        assertThat(order.refused(2))
                .contains(new OrderHeld(
                        ORDER, OrderFacts.PAYMENT_LOST, "The payment was declined: no reason was given.", NOW));
    }

    @Test
    void a_payment_that_a_customer_began_and_that_is_declined_holds_nothing() {
        OrderTale order = OrderTale.of(PaymentTerms.INVOICE);
        order.by("CUSTOMER", pay(1, null));
        order.refused(1);
        assertThat(order.facts().hold()).isNull();
        assertThat(order.facts().paymentStatus()).isEqualTo(PaymentStatus.FAILED);
    }
}
