package io.ordertrail.model.order;

import static io.ordertrail.api.order.value.PaymentKind.AUTHORIZED;
import static io.ordertrail.api.order.value.PaymentKind.CAPTURED;
import static io.ordertrail.api.order.value.PaymentKind.DECLINED;
import static io.ordertrail.api.order.value.PaymentKind.RELEASED;
import static io.ordertrail.model.order.Story.after;
import static io.ordertrail.model.order.Story.captureAsked;
import static io.ordertrail.model.order.Story.eur;
import static io.ordertrail.model.order.Story.funds;
import static io.ordertrail.model.order.Story.news;
import static io.ordertrail.model.order.Story.payAsked;
import static io.ordertrail.model.order.Story.placed;
import static io.ordertrail.model.order.Story.refundAsked;
import static io.ordertrail.model.order.Story.refunded;
import static io.ordertrail.model.order.Story.refused;
import static io.ordertrail.model.order.Story.returned;
import static io.ordertrail.model.order.Story.voidAsked;
import static org.assertj.core.api.Assertions.assertThat;

import io.ordertrail.api.order.OrderCourseEvent.OrderCancelled;
import io.ordertrail.api.order.OrderEvent;
import io.ordertrail.api.order.OrderGoodsEvent.ReturnSettled;
import io.ordertrail.api.order.OrderMoneyEvent.AskRetried;
import io.ordertrail.api.order.OrderMoneyEvent.ChargebackReversed;
import io.ordertrail.api.order.OrderMoneyEvent.DebtSettled;
import io.ordertrail.api.order.status.PaymentStatus;
import io.ordertrail.api.order.value.CancellationReason;
import io.ordertrail.api.order.value.DebtSettlement;
import io.ordertrail.api.order.value.PaymentTerms;
import io.ordertrail.api.order.value.RefundKind;
import io.ordertrail.api.order.value.ReturnStage;
import io.ordertrail.api.payment.PaymentAction;
import io.ordertrail.api.payment.PaymentOperation;
import io.ordertrail.api.payment.PaymentRefusal;
import io.ordertrail.model.order.goods.Quantities;
import io.ordertrail.model.order.money.Funds;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What an order is owed and owes, after each event that moves its money. */
class FundsTest {

    @Test
    void finding_3_10_what_may_be_done_to_a_payment_is_told_for_each_step_of_its_way() {
        assertThat(actions(payAsked("p", 30)))
                .containsExactly(
                        "CAPTURE OPERATION_IN_PROGRESS", "VOID OPERATION_IN_PROGRESS", "REFUND OPERATION_IN_PROGRESS");
        assertThat(actions(news("p", null, DECLINED, 30)))
                .containsExactly("CAPTURE NOTHING_TO_CAPTURE", "VOID NOTHING_TO_VOID", "REFUND NOTHING_TO_REFUND");
        OrderEvent promised = news("p", null, AUTHORIZED, 30);
        assertThat(actions(promised)).containsExactly("CAPTURE", "VOID", "REFUND NOTHING_TO_REFUND");
        assertThat(actions(promised, captureAsked("p", 1, 10)))
                .allSatisfy(answer -> assertThat(answer).endsWith("OPERATION_IN_PROGRESS"));
        assertThat(actions(promised, captureAsked("p", 1, 10), news("p", 1, CAPTURED, 10)))
                .containsExactly("CAPTURE", "VOID", "REFUND");
        assertThat(actions(promised, captureAsked("p", 1, 30), news("p", 1, CAPTURED, 30)))
                .containsExactly("CAPTURE NOTHING_TO_CAPTURE", "VOID NOTHING_TO_VOID", "REFUND");
        // What another payment is asked to capture is not asked of this one too.
        assertThat(actions(promised, news("q", null, AUTHORIZED, 30), captureAsked("q", 1, 30)))
                .containsExactly("CAPTURE NOTHING_TO_CAPTURE", "VOID", "REFUND NOTHING_TO_REFUND");
        assertThat(funds().refusalOf(PaymentAction.VOID, "p")).contains(new PaymentRefusal.PaymentNotFound("p"));
    }

    private static List<String> actions(OrderEvent... events) {
        return funds(events).allowedActions("p").stream()
                .map(answer -> answer.action() + (answer.allowed() ? "" : " " + answer.code()))
                .toList();
    }

    @Test
    void what_is_asked_for_is_due_and_not_payable() {
        Funds asked = funds(payAsked("p", 30));
        assertThat(asked.due()).isEqualTo(eur(30));
        assertThat(asked.payable()).isEqualTo(eur(0));
        assertThat(asked.missing(PaymentTerms.AUTH_FIRST)).isEqualTo(eur(30));
    }

    /** Nothing is heard of an outcome that nobody knows: the ask stays open. */
    @Test
    void an_outcome_that_is_unknown_counts_as_asked_until_it_is_known() {
        Funds unknown = funds(payAsked("p", 20));
        assertThat(unknown.payable()).isEqualTo(eur(10));
        assertThat(after(placed(), payAsked("p", 20), news("p", null, DECLINED, 20))
                        .funds()
                        .payable())
                .isEqualTo(eur(30));
        assertThat(after(placed(), payAsked("p", 20), news("p", null, AUTHORIZED, 20))
                        .funds()
                        .payable())
                .isEqualTo(eur(10));
    }

    @Test
    void O4_a_promise_is_enough_where_the_terms_say_so_and_money_everywhere() {
        Funds promised = funds(news("p", null, AUTHORIZED, 30));
        assertThat(promised.due()).isEqualTo(eur(30));
        assertThat(promised.missing(PaymentTerms.AUTH_FIRST)).isEqualTo(eur(0));
        assertThat(promised.missing(PaymentTerms.PREPAID)).isEqualTo(eur(30));
        assertThat(promised.missing(PaymentTerms.INVOICE)).isEqualTo(eur(0));
        assertThat(promised.satisfy(PaymentTerms.PREPAID)).isFalse();
        assertThat(funds(news("p", 1, CAPTURED, 30)).satisfy(PaymentTerms.PREPAID))
                .isTrue();
    }

    @Test
    void a_promise_that_is_asked_to_be_given_up_or_was_refused_cannot_be_counted_on() {
        assertThat(funds(news("p", null, AUTHORIZED, 30), voidAsked("p", 1)).payable())
                .isEqualTo(eur(30));
        Funds refused = funds(
                news("p", null, AUTHORIZED, 30), captureAsked("p", 1, 30), refused("p", 1, PaymentOperation.CAPTURE));
        assertThat(refused.payable()).isEqualTo(eur(30));
        assertThat(after(
                                placed(),
                                news("p", null, AUTHORIZED, 30),
                                captureAsked("p", 1, 30),
                                refused("p", 1, PaymentOperation.CAPTURE),
                                AskRetried.ofPayment("order-1", "p", 1, Story.AT))
                        .funds()
                        .payable())
                .isEqualTo(eur(0));
    }

    @Test
    void one_ask_of_a_payment_is_open_until_its_own_answer_comes() {
        OrderFacts asked = after(placed(), news("p", null, AUTHORIZED, 30), captureAsked("p", 1, 10));
        assertThat(asked.funds().of("p").isAsked(PaymentOperation.CAPTURE)).isTrue();
        assertThat(asked.funds().of("p").asked(PaymentOperation.CAPTURE)).isEqualTo(eur(10));
        OrderFacts other = after(asked, refused("p", 7, PaymentOperation.CAPTURE));
        assertThat(other.funds().of("p").open()).isEqualTo(asked.funds().of("p").open());
        OrderFacts answered = after(asked, news("p", 1, CAPTURED, 10));
        assertThat(answered.funds().of("p").open()).isNull();
        assertThat(answered.funds().of("p").number()).isEqualTo(1);
        assertThat(answered.funds().of("p").outstanding()).isEqualTo(eur(20));
    }

    /** A promise that ends by itself once answered the ask that had begun the payment. */
    @Test
    void a_promise_that_ends_by_itself_answers_no_ask() {
        Funds news = funds(payAsked("p", 30), news("p", null, RELEASED, 30));
        assertThat(news.of("p").isAsked(PaymentOperation.AUTHORIZE)).isTrue();
    }

    @Test
    void what_is_asked_to_go_back_counts_as_gone_until_it_is_refused() {
        OrderFacts tooMuch = after(placed(), news("p", 1, CAPTURED, 40));
        assertThat(tooMuch.funds().excess()).isEqualTo(eur(10));
        assertThat(tooMuch.funds().due()).isEqualTo(eur(0));
        OrderFacts asked = after(tooMuch, refundAsked("p", 2, 10, RefundKind.CORRECTION, null));
        assertThat(asked.funds().excess()).isEqualTo(eur(0));
        assertThat(asked.funds().paid()).isEqualTo(eur(40));
        OrderFacts refused = after(asked, refused("p", 2, PaymentOperation.REFUND));
        assertThat(refused.funds().excess()).isEqualTo(eur(10));
        assertThat(refused.funds().of("p").isRefused(PaymentOperation.REFUND)).isTrue();
        OrderFacts gone = after(asked, refunded("p", 2, 10, RefundKind.CORRECTION));
        assertThat(gone.funds().excess()).isEqualTo(eur(0));
        assertThat(gone.funds().refunded()).isEqualTo(eur(10));
    }

    @Test
    void goodwill_lowers_what_the_order_is_worth() {
        OrderFacts given = after(
                paid(), refundAsked("p", 2, 10, RefundKind.GOODWILL, null), refunded("p", 2, 10, RefundKind.GOODWILL));
        assertThat(given.funds().wanted()).isEqualTo(eur(20));
        assertThat(given.funds().due()).isEqualTo(eur(0));
    }

    @Test
    void a_refund_that_is_to_be_paid_another_way_is_due_again_and_not_asked_of_the_same_way() {
        OrderFacts other = after(paid(), refundAsked("p", 2, 30, RefundKind.OTHER_MEANS, null));
        assertThat(other.funds().due()).isEqualTo(eur(30));
        assertThat(other.funds().payable()).isEqualTo(eur(30));
        assertThat(other.way()).isNull();
        assertThat(paid().way()).isEqualTo(Story.CARD);
    }

    @Test
    void what_is_accepted_of_a_return_is_owed_until_it_has_gone_back() {
        OrderFacts inspected = after(
                shipped(),
                returned(ReturnStage.REQUESTED, 1, null),
                returned(ReturnStage.RECEIVED, 1, null),
                returned(ReturnStage.INSPECTED, 1, 10));
        assertThat(inspected.funds().excess()).isEqualTo(eur(10));
        OrderFacts asked = after(inspected, refundAsked("p", 2, 10, RefundKind.RETURN, "return-1"));
        assertThat(asked.funds().wanted()).isEqualTo(eur(20));
        OrderFacts gone = after(asked, refunded("p", 2, 10, RefundKind.RETURN));
        assertThat(gone.returns().get("return-1").money().refunded()).isEqualTo(eur(10));
        assertThat(gone.returns().get("return-1").isOwed()).isTrue();
        OrderFacts settled = after(gone, new ReturnSettled("order-1", "return-1", eur(10), "p", Story.AT));
        assertThat(settled.returns().get("return-1").isOwed()).isFalse();
    }

    @Test
    void what_the_bank_takes_back_is_due_and_shown_until_it_gives_it_back() {
        OrderFacts taken = after(paid(), refunded("p", null, 30, RefundKind.CHARGEBACK));
        assertThat(taken.funds().due()).isEqualTo(eur(30));
        assertThat(taken.paymentStatus()).isEqualTo(PaymentStatus.CHARGED_BACK);
        assertThat(taken.way()).isNull();
        OrderFacts won = after(taken, new ChargebackReversed("order-1", "p", "b-2", eur(30), Story.AT));
        assertThat(won.paymentStatus()).isEqualTo(PaymentStatus.PAID);
        assertThat(won.funds().due()).isEqualTo(eur(0));
    }

    @Test
    void of_a_cancelled_order_all_goes_back_but_what_staff_wrote_off() {
        OrderFacts ended = after(paid(), new OrderCancelled("order-1", CancellationReason.CUSTOMER, null, Story.AT));
        assertThat(ended.funds().wanted()).isEqualTo(eur(0));
        assertThat(ended.funds().excess()).isEqualTo(eur(30));
        assertThat(after(ended, settled(DebtSettlement.WRITTEN_OFF, "p"))
                        .funds()
                        .excess())
                .isEqualTo(eur(20));
        assertThat(after(ended, settled(DebtSettlement.PAID_ANOTHER_WAY, "p"))
                        .funds()
                        .excess())
                .isEqualTo(eur(20));
    }

    @Test
    void what_a_customer_owes_and_is_written_off_is_due_no_more() {
        OrderFacts excused = after(placed(), settled(DebtSettlement.WRITTEN_OFF, null));
        assertThat(excused.funds().due()).isEqualTo(eur(20));
    }

    private static OrderEvent settled(DebtSettlement how, @Nullable String paymentId) {
        return new DebtSettled("order-1", "due", how, paymentId, eur(10), null, "Too old", Story.AT);
    }

    private static OrderFacts paid() {
        return after(placed(), news("p", null, AUTHORIZED, 30), news("p", 1, CAPTURED, 30));
    }

    private static OrderFacts shipped() {
        return paid().withLines(Map.of("1", Quantities.ordered(3).approve(3).ship(3)));
    }
}
