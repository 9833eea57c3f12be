package io.ordertrail.command.order;

import static io.ordertrail.command.order.Commands.*;
import static io.ordertrail.command.order.Samples.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.ordertrail.api.RequestRefusal.MissingRole;
import io.ordertrail.api.order.OrderCommand.RecordPayment;
import io.ordertrail.api.order.OrderEvent;
import io.ordertrail.api.order.OrderEvent.OrderProblemReported;
import io.ordertrail.api.order.OrderEvent.OrderProblemResolved;
import io.ordertrail.api.order.OrderEvent.PaymentProcessed;
import io.ordertrail.api.order.OrderEvent.RefundRecorded;
import io.ordertrail.api.order.PaymentKind;
import io.ordertrail.api.order.PaymentTerms;
import io.ordertrail.api.order.RefundKind;
import java.util.List;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** News of money, which the service tells. */
class PaymentNewsTest extends OrderScenario {

    private static final String OVERDRAWN = "overdrawn:" + payment(1);

    private static PaymentProcessed now(PaymentKind kind, String amount) {
        return new PaymentProcessed(ORDER, payment(1), kind, "SANDBOX", eur(amount), null, NOW);
    }

    private static RefundRecorded refunded(String refundId, RefundKind kind, String amount) {
        return new RefundRecorded(ORDER, payment(1), refundId, kind, eur(amount), NOW);
    }

    private static Money authorizedAfter(OrderEvent... news) {
        OrderState state = OrderState.of(created());
        for (OrderEvent event : news) {
            state = state.evolve(event);
        }
        return state.facts().funds().authorized();
    }

    @Test
    void news_of_money_is_taken_in_whatever_became_of_the_order() {
        given(created(), cancelled())
                .by("SERVICE")
                .when(told(PaymentKind.CAPTURED, "10.00"))
                .then(now(PaymentKind.CAPTURED, "10.00"));
    }

    @Test
    void staff_does_not_pay_a_cancelled_order() {
        given(created(), cancelled()).when(capture("10.00")).result().expectNoEvents();
    }

    @Test
    void news_from_a_clock_that_is_fast_happened_now_and_before_the_placing_at_it() {
        given(created())
                .by("SERVICE")
                .when(told(PaymentKind.AUTHORIZED, "1.00", NOW.plusSeconds(5)))
                .then(now(PaymentKind.AUTHORIZED, "1.00"));
        given(created(PaymentTerms.AUTH_FIRST))
                .by("SERVICE")
                .when(told(PaymentKind.AUTHORIZED, "1.00", PLACED.minusSeconds(5)))
                .then(new PaymentProcessed(
                        ORDER, payment(1), PaymentKind.AUTHORIZED, "SANDBOX", eur("1.00"), null, PLACED));
    }

    @Test
    void a_payment_is_authorised_and_declined_once_but_captured_in_parts() {
        given(created(), news(PaymentKind.AUTHORIZED, "10.00"))
                .by("SERVICE")
                .when(told(PaymentKind.AUTHORIZED, "10.00"))
                .changesNothing(1);
        given(created(), news(PaymentKind.DECLINED, "10.00"))
                .by("SERVICE")
                .when(told(PaymentKind.DECLINED, "10.00"))
                .changesNothing(1);
        given(created(), news(PaymentKind.CAPTURED, "10.00"))
                .by("SERVICE")
                .when(told(PaymentKind.CAPTURED, "10.00"))
                .then(now(PaymentKind.CAPTURED, "10.00"));
    }

    @Test
    void only_the_service_says_that_money_will_not_come() {
        RecordPayment released = pay(2, PaymentKind.RELEASED, "1.00", null);
        given(created()).when(released).refused(new MissingRole("SERVICE"));
        RecordPayment declined = pay(2, PaymentKind.DECLINED, "1.00", null);
        given(created()).when(declined).refused(new MissingRole("SERVICE"));
    }

    @Test
    void what_is_still_promised_does_not_depend_on_the_order_of_the_news() {
        OrderEvent authorized = news(PaymentKind.AUTHORIZED, "30.00");
        OrderEvent captured = news(PaymentKind.CAPTURED, "10.00");
        OrderEvent released = news(PaymentKind.RELEASED, "20.00");
        assertThat(authorizedAfter(authorized, captured)).isEqualTo(eur("20.00"));
        assertThat(authorizedAfter(captured, authorized)).isEqualTo(eur("20.00"));
        assertThat(authorizedAfter(released, authorized, captured)).isEqualTo(eur("0.00"));
        assertThat(authorizedAfter(captured)).isEqualTo(eur("0.00"));
    }

    @Test
    void O6_a_refund_is_recorded_once_for_ever() {
        given(created(), captured(TOTAL))
                .by("SERVICE")
                .when(refund("r-1", "8.90"))
                .then(refunded("r-1", RefundKind.REFUND, "8.90"));
        given(created(), captured(TOTAL), refunded("r-1", RefundKind.REFUND, "8.90"))
                .by("SERVICE")
                .when(refund("r-1", "8.90"))
                .changesNothing(2);
    }

    @Test
    void O6_a_refund_beyond_what_was_captured_is_recorded_and_needs_a_person() {
        given(created(), captured("5.00"))
                .by("SERVICE")
                .when(refund("r-1", RefundKind.CHARGEBACK, "5.01"))
                .then(
                        refunded("r-1", RefundKind.CHARGEBACK, "5.01"),
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
                        created(),
                        refunded("r-1", RefundKind.REFUND, "5.00"),
                        new OrderProblemReported(ORDER, OVERDRAWN, "REFUNDED_BEYOND_CAPTURED", "…", LATER))
                .by("SERVICE")
                .when(told(PaymentKind.CAPTURED, "5.00"))
                .then(
                        now(PaymentKind.CAPTURED, "5.00"),
                        new OrderProblemResolved(ORDER, OVERDRAWN, "The money was received after all.", NOW));
    }

    @Test
    void only_the_service_records_refunds() {
        given(created(), captured(TOTAL)).when(refund("r-1", "1.00")).refused(new MissingRole("SERVICE"));
    }

    @Test
    void a_refund_is_money() {
        given(created(), captured(TOTAL))
                .by("SERVICE")
                .when(refund("r-1", "0.00"))
                .faulty("/amount ZERO");
    }

    @Test
    void O4_goods_that_came_back_and_were_refunded_keep_nothing_else_from_leaving() {
        Money tee = eur("10.00");
        var funds = OrderState.of(created())
                .facts()
                .funds()
                .heard(payment(1), PaymentKind.CAPTURED, eur(TOTAL))
                .gaveBack(payment(1), RefundKind.REFUND, tee);
        assertThat(funds.missing(PaymentTerms.PREPAID)).isEqualTo(tee);
        assertThat(funds.takeBack(tee).satisfy(PaymentTerms.PREPAID)).isTrue();
        assertThat(funds.due()).isEqualTo(eur("0.00"));
        assertThat(List.of(
                        funds.gaveBack(payment(1), RefundKind.CHARGEBACK, tee).due()))
                .containsExactly(tee);
    }
}
