package io.ordertrail.api.order;

import static io.ordertrail.api.order.OrderLifecycle.CANCELLED;
import static io.ordertrail.api.order.OrderLifecycle.COMPLETED;
import static io.ordertrail.api.order.OrderLifecycle.CONFIRMED;
import static io.ordertrail.api.order.PaymentKind.AUTHORIZED;
import static io.ordertrail.api.order.PaymentKind.CAPTURED;
import static io.ordertrail.api.order.PaymentKind.DECLINED;
import static io.ordertrail.api.order.PaymentKind.RELEASED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderFactsTest {

    private static final OrderFacts PLACED =
            OrderFacts.created(PaymentTerms.AUTH_FIRST, goods(Quantities.ordered(3)), Funds.owing(eur(30)));

    @ParameterizedTest
    @CsvSource({
        "0, 0, 0, PENDING",
        "30, 0, 0, AUTHORIZED",
        "10, 0, 0, PENDING",
        "0, 10, 0, PARTIALLY_PAID",
        "0, 30, 0, PAID",
        "0, 31, 0, OVERPAID",
        "0, 30, 10, PARTIALLY_REFUNDED",
        "0, 30, 30, REFUNDED"
    })
    void the_payment_status_follows_from_the_money(int authorized, int captured, int refunded, PaymentStatus expected) {
        OrderFacts facts = PLACED.with(Funds.owing(eur(30))
                .heard("promised", AUTHORIZED, eur(authorized))
                .heard("received", CAPTURED, eur(captured))
                .gaveBack("received", RefundKind.REFUND, eur(refunded)));
        assertThat(facts.paymentStatus()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, 0, 0, UNFULFILLED", "0, 3, 0, 0, UNFULFILLED", "0, 3, 1, 0, PARTIALLY_SHIPPED", "0, 3, 3, 0, SHIPPED",
        "0, 3, 3, 1, PARTIALLY_DELIVERED", "0, 3, 3, 3, DELIVERED", "1, 2, 2, 2, DELIVERED", "3, 0, 0, 0, CANCELLED"
    })
    void the_fulfilment_status_follows_from_the_quantities(
            int cancelled, int approved, int shipped, int delivered, FulfilmentStatus expected) {
        OrderFacts facts = PLACED.become(CONFIRMED).with(goods(units(cancelled, approved, shipped, delivered, 0)));
        assertThat(facts.fulfilmentStatus()).isEqualTo(expected);
    }

    @Test
    void the_display_status_is_one_word_for_people() {
        assertThat(PLACED.displayStatus()).isEqualTo(DisplayStatus.PAYMENT_DUE);
        OrderFacts paid =
                PLACED.with(PLACED.funds().heard("p", CAPTURED, eur(30))).become(CONFIRMED);
        assertThat(paid.displayStatus()).isEqualTo(DisplayStatus.PROCESSING);
        assertThat(paid.hold("fraud").displayStatus()).isEqualTo(DisplayStatus.PROBLEM);
        assertThat(paid.with(goods(units(0, 3, 1, 0, 0))).displayStatus()).isEqualTo(DisplayStatus.IN_TRANSIT);
        assertThat(paid.with(goods(units(0, 3, 3, 3, 0))).displayStatus()).isEqualTo(DisplayStatus.DELIVERED);
        assertThat(paid.with(goods(units(0, 3, 3, 3, 3))).displayStatus()).isEqualTo(DisplayStatus.RETURNED);
        assertThat(PLACED.become(CANCELLED).displayStatus()).isEqualTo(DisplayStatus.CANCELLED);
    }

    @Test
    void a_promise_that_was_given_up_is_void_and_one_that_was_never_made_failed() {
        Funds declined = PLACED.funds().heard("p", DECLINED, eur(30));
        assertThat(PLACED.with(declined).paymentStatus()).isEqualTo(PaymentStatus.FAILED);
        assertThat(PLACED.with(declined).become(CANCELLED).paymentStatus()).isEqualTo(PaymentStatus.NONE);
        assertThat(PLACED.with(declined.heard("q", AUTHORIZED, eur(30))).paymentStatus())
                .isEqualTo(PaymentStatus.AUTHORIZED);
        Funds released = PLACED.funds().heard("p", AUTHORIZED, eur(30)).heard("p", RELEASED, eur(30));
        assertThat(PLACED.with(released).become(CANCELLED).paymentStatus()).isEqualTo(PaymentStatus.VOIDED);
        assertThat(PLACED.with(released.heard("q", CAPTURED, eur(10))).paymentStatus())
                .isEqualTo(PaymentStatus.PARTIALLY_PAID);
    }

    @Test
    void the_return_status_follows_from_units_and_stages() {
        OrderFacts shipped = PLACED.with(goods(units(0, 3, 3, 3, 0)));
        assertThat(shipped.withReturns(Map.of("r", ReturnStage.REQUESTED)).returnStatus())
                .isEqualTo(ReturnStatus.REQUESTED);
        assertThat(shipped.withReturns(Map.of("r", ReturnStage.APPROVED)).returnStatus())
                .isEqualTo(ReturnStatus.IN_PROGRESS);
        assertThat(shipped.withReturns(Map.of("r", ReturnStage.REJECTED)).returnStatus())
                .isEqualTo(ReturnStatus.NONE);
        assertThat(PLACED.with(goods(units(0, 3, 3, 3, 1))).returnStatus()).isEqualTo(ReturnStatus.PARTIALLY_RETURNED);
        assertThat(PLACED.with(goods(units(0, 3, 3, 3, 3))).returnStatus()).isEqualTo(ReturnStatus.RETURNED);
    }

    @Test
    void what_is_back_ordered_is_said_until_something_has_left() {
        Quantities waiting = Quantities.ordered(3).await(3).promise(2);
        assertThat(PLACED.with(goods(waiting)).fulfilmentStatus()).isEqualTo(FulfilmentStatus.BACKORDERED);
        assertThat(PLACED.with(goods(waiting.approve(1).ship(1))).fulfilmentStatus())
                .isEqualTo(FulfilmentStatus.PARTIALLY_SHIPPED);
    }

    @Test
    void an_open_problem_is_what_people_are_shown_first() {
        assertThat(PLACED.become(CANCELLED).with(List.of("p-1")).displayStatus())
                .isEqualTo(DisplayStatus.PROBLEM);
    }

    @Test
    void what_is_given_up_is_first_what_is_not_there() {
        Quantities waiting = Quantities.ordered(5).await(2).promise(2).await(1);
        assertThat(waiting.cancel(2).ready()).isEqualTo(2);
        assertThat(waiting.cancel(2).backordered()).isEqualTo(1);
        assertThat(waiting.cancel(4).ready()).isEqualTo(1);
        assertThat(waiting.reorder(4)).isEqualTo(Quantities.ordered(4).await(2).promise(2));
        assertThat(waiting.reorder(9).ready()).isEqualTo(6);
    }

    @Test
    void O3_other_quantities_cannot_be_written_down() {
        assertThatThrownBy(() -> units(1, 3, 0, 0, 0)).hasMessageStartingWith("O3 broken");
        assertThatThrownBy(() -> units(0, 1, 2, 0, 0)).hasMessageStartingWith("O3 broken");
        assertThatThrownBy(() -> units(0, 2, 1, 2, 0)).hasMessageStartingWith("O3 broken");
        assertThatThrownBy(() -> units(0, 2, 1, 0, 2)).hasMessageStartingWith("O3 broken");
    }

    @Test
    void O4_what_the_terms_ask_decides_whether_goods_may_leave() {
        Funds authorized = Funds.owing(eur(30)).heard("p", AUTHORIZED, eur(30));
        assertThat(authorized.satisfy(PaymentTerms.AUTH_FIRST)).isTrue();
        assertThat(authorized.satisfy(PaymentTerms.PREPAID)).isFalse();
        assertThat(authorized.heard("p", CAPTURED, eur(30)).satisfy(PaymentTerms.PREPAID))
                .isTrue();
        assertThat(Funds.owing(eur(30)).satisfy(PaymentTerms.INVOICE)).isTrue();
    }

    @Test
    void every_action_is_answered_and_what_is_forbidden_has_its_reason() {
        assertThat(PLACED.allowedActions()).hasSameSizeAs(OrderAction.values());
        assertThat(PLACED.become(CANCELLED).allowedActions())
                .filteredOn(answer -> !answer.allowed())
                .hasSize(OrderAction.values().length - 1)
                .allSatisfy(answer -> assertThat(answer.reason()).isNotBlank());
    }

    /** An invoice is paid after the goods arrived. */
    @Test
    void a_completed_order_takes_what_is_still_due_and_no_more() {
        OrderFacts done = PLACED.become(COMPLETED);
        assertThat(done.refusalOf(OrderAction.PAY)).isEmpty();
        assertThat(done.with(done.funds().heard("p", CAPTURED, eur(30))).refusalOf(OrderAction.PAY))
                .isPresent();
    }

    private static Map<String, Quantities> goods(Quantities units) {
        return Map.of("1", units);
    }

    private static Quantities units(long cancelled, long approved, long shipped, long delivered, long returned) {
        return new Quantities(3, cancelled, approved, shipped, delivered, returned, 0, 0, 0);
    }

    private static Money eur(int amount) {
        return Money.parse("EUR " + amount);
    }
}
