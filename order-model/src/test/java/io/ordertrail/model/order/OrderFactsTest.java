package io.ordertrail.model.order;

import static io.ordertrail.api.order.OrderLifecycle.CANCELLED;
import static io.ordertrail.api.order.OrderLifecycle.COMPLETED;
import static io.ordertrail.api.order.OrderLifecycle.CONFIRMED;
import static io.ordertrail.api.order.value.PaymentKind.AUTHORIZED;
import static io.ordertrail.api.order.value.PaymentKind.CAPTURED;
import static io.ordertrail.api.order.value.PaymentKind.DECLINED;
import static io.ordertrail.api.order.value.PaymentKind.RELEASED;
import static io.ordertrail.model.order.Story.after;
import static io.ordertrail.model.order.Story.eur;
import static io.ordertrail.model.order.Story.news;
import static io.ordertrail.model.order.Story.refunded;
import static io.ordertrail.model.order.Story.returned;
import static org.assertj.core.api.Assertions.assertThat;

import io.ordertrail.api.order.OrderAction;
import io.ordertrail.api.order.OrderGoodsEvent.ReturnRecorded;
import io.ordertrail.api.order.OrderMoneyRefusal;
import io.ordertrail.api.order.status.DisplayStatus;
import io.ordertrail.api.order.status.FulfilmentStatus;
import io.ordertrail.api.order.status.PaymentStatus;
import io.ordertrail.api.order.status.ReturnStatus;
import io.ordertrail.api.order.value.RefundKind;
import io.ordertrail.api.order.value.ReturnStage;
import io.ordertrail.api.order.view.OrderView;
import io.ordertrail.model.order.goods.OrderReturn;
import io.ordertrail.model.order.goods.Quantities;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderFactsTest {

    private static final OrderFacts PLACED = Story.placed();

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
        OrderFacts facts = after(
                PLACED,
                news("promised", null, AUTHORIZED, authorized),
                news("received", 1, CAPTURED, captured),
                refunded("received", 2, refunded, RefundKind.OTHER_MEANS));
        assertThat(facts.paymentStatus()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, 0, 0, UNFULFILLED", "0, 3, 0, 0, UNFULFILLED", "0, 3, 1, 0, PARTIALLY_SHIPPED", "0, 3, 3, 0, SHIPPED",
        "0, 3, 3, 1, PARTIALLY_DELIVERED", "0, 3, 3, 3, DELIVERED", "1, 2, 2, 2, DELIVERED", "3, 0, 0, 0, CANCELLED"
    })
    void the_fulfilment_status_follows_from_the_quantities(
            int cancelled, int approved, int shipped, int delivered, FulfilmentStatus expected) {
        OrderFacts facts =
                PLACED.withLifecycle(CONFIRMED).withLines(goods(units(cancelled, approved, shipped, delivered, 0)));
        assertThat(facts.fulfilmentStatus()).isEqualTo(expected);
    }

    @Test
    void the_display_status_is_one_word_for_people() {
        assertThat(PLACED.displayStatus()).isEqualTo(DisplayStatus.PAYMENT_DUE);
        OrderFacts paid = after(PLACED, news("p", 1, CAPTURED, 30)).withLifecycle(CONFIRMED);
        assertThat(paid.displayStatus()).isEqualTo(DisplayStatus.PROCESSING);
        assertThat(paid.withHold("fraud").displayStatus()).isEqualTo(DisplayStatus.PROBLEM);
        assertThat(paid.withLines(goods(units(0, 3, 1, 0, 0))).displayStatus()).isEqualTo(DisplayStatus.IN_TRANSIT);
        assertThat(paid.withLines(goods(units(0, 3, 3, 3, 0))).displayStatus()).isEqualTo(DisplayStatus.DELIVERED);
        assertThat(paid.withLines(goods(units(0, 3, 3, 3, 3))).displayStatus()).isEqualTo(DisplayStatus.RETURNED);
        assertThat(PLACED.withLifecycle(CANCELLED).displayStatus()).isEqualTo(DisplayStatus.CANCELLED);
    }

    @Test
    void a_promise_that_was_given_up_is_void_and_one_that_was_never_made_failed() {
        OrderFacts declined = after(PLACED, news("p", null, DECLINED, 30));
        assertThat(declined.paymentStatus()).isEqualTo(PaymentStatus.FAILED);
        assertThat(declined.withLifecycle(CANCELLED).paymentStatus()).isEqualTo(PaymentStatus.NONE);
        assertThat(after(declined, news("q", null, AUTHORIZED, 30)).paymentStatus())
                .isEqualTo(PaymentStatus.AUTHORIZED);
        OrderFacts released = after(PLACED, news("p", null, AUTHORIZED, 30), news("p", 1, RELEASED, 30));
        assertThat(released.withLifecycle(CANCELLED).paymentStatus()).isEqualTo(PaymentStatus.VOIDED);
        assertThat(after(released, news("q", 1, CAPTURED, 10)).paymentStatus()).isEqualTo(PaymentStatus.PARTIALLY_PAID);
    }

    @ParameterizedTest
    @CsvSource({"REQUESTED, REQUESTED", "APPROVED, IN_PROGRESS", "RECEIVED, IN_PROGRESS", "REJECTED, NONE"})
    void the_return_status_follows_from_the_stages(ReturnStage stage, ReturnStatus expected) {
        OrderFacts shipped = PLACED.withLines(goods(units(0, 3, 3, 3, 0)));
        OrderReturn asked = OrderReturn.requested((ReturnRecorded) returned(ReturnStage.REQUESTED, 1, null), eur(0));
        OrderReturn one = asked.after((ReturnRecorded) returned(stage, 0, null));
        assertThat(shipped.withReturns(Map.of("r", one)).returnStatus()).isEqualTo(expected);
    }

    @Test
    void the_return_status_follows_from_the_units_that_came_back() {
        assertThat(PLACED.withLines(goods(units(0, 3, 3, 3, 1))).returnStatus())
                .isEqualTo(ReturnStatus.PARTIALLY_RETURNED);
        assertThat(PLACED.withLines(goods(units(0, 3, 3, 3, 3))).returnStatus()).isEqualTo(ReturnStatus.RETURNED);
    }

    @Test
    void what_is_back_ordered_is_said_until_something_has_left() {
        Quantities waiting = Quantities.ordered(3).keep(1, 2);
        assertThat(PLACED.withLines(goods(waiting)).fulfilmentStatus()).isEqualTo(FulfilmentStatus.BACKORDERED);
        assertThat(PLACED.withLines(goods(waiting.approve(1).ship(1))).fulfilmentStatus())
                .isEqualTo(FulfilmentStatus.PARTIALLY_SHIPPED);
    }

    @Test
    void an_open_problem_is_what_people_are_shown_first() {
        assertThat(PLACED.withLifecycle(CANCELLED)
                        .withOpenProblems(List.of(new OrderView.Problem("p-1", "CODE", "", Story.AT)))
                        .displayStatus())
                .isEqualTo(DisplayStatus.PROBLEM);
    }

    @Test
    void every_action_is_answered_and_what_is_forbidden_has_its_reason() {
        assertThat(PLACED.allowedActions()).hasSameSizeAs(OrderAction.values());
        assertThat(PLACED.withLifecycle(CANCELLED).allowedActions())
                .filteredOn(answer -> !answer.allowed())
                .hasSize(OrderAction.values().length - 1)
                .allSatisfy(answer -> assertThat(answer.reason()).isNotBlank());
    }

    /** An invoice is paid after the goods arrived. */
    @Test
    void a_completed_order_takes_what_is_still_due_and_no_more() {
        OrderFacts done = PLACED.withLifecycle(COMPLETED);
        assertThat(done.refusalOf(OrderAction.PAY)).isEmpty();
        assertThat(after(done, news("p", 1, CAPTURED, 30)).refusalOf(OrderAction.PAY))
                .isPresent();
    }

    @Test
    void a_shop_reads_pay_only_while_something_is_due_and_neither_promised_nor_asked_for() {
        assertThat(PLACED.refusalOf(OrderAction.PAY)).isEmpty();
        OrderFacts paid = after(PLACED, news("p", 1, CAPTURED, 30));
        assertThat(paid.refusalOf(OrderAction.PAY)).contains(new OrderMoneyRefusal.NothingDue());
        assertThat(paid.refusalOf(OrderAction.RECORD_PAYMENT)).isEmpty();
        assertThat(after(PLACED, news("p", null, AUTHORIZED, 30)).refusalOf(OrderAction.PAY))
                .contains(new OrderMoneyRefusal.NothingDue());
    }

    private static Map<String, Quantities> goods(Quantities units) {
        return Map.of("1", units);
    }

    private static Quantities units(long cancelled, long approved, long shipped, long delivered, long returned) {
        return new Quantities(3, cancelled, approved, shipped, delivered, returned, 0, 0, 0, 0);
    }
}
