package io.ordertrail.api.order;

import static io.ordertrail.api.order.OrderLifecycle.CANCELLED;
import static io.ordertrail.api.order.OrderLifecycle.COMPLETED;
import static io.ordertrail.api.order.OrderLifecycle.CONFIRMED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderFactsTest {

    private static final OrderFacts PLACED =
            OrderFacts.created(PaymentTerms.AUTH_FIRST, Quantities.ordered(3), Funds.owing(eur(30)));

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
        OrderFacts facts = PLACED.with(new Funds(eur(30), eur(authorized), eur(captured), eur(refunded)));
        assertThat(facts.paymentStatus()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, 0, 0, UNFULFILLED", "0, 3, 0, 0, UNFULFILLED", "0, 3, 1, 0, PARTIALLY_SHIPPED", "0, 3, 3, 0, SHIPPED",
        "0, 3, 3, 1, PARTIALLY_DELIVERED", "0, 3, 3, 3, DELIVERED", "1, 2, 2, 2, DELIVERED", "3, 0, 0, 0, CANCELLED"
    })
    void the_fulfilment_status_follows_from_the_quantities(
            int cancelled, int approved, int shipped, int delivered, FulfilmentStatus expected) {
        OrderFacts facts = PLACED.become(CONFIRMED).with(new Quantities(3, cancelled, approved, shipped, delivered, 0));
        assertThat(facts.fulfilmentStatus()).isEqualTo(expected);
    }

    @Test
    void the_display_status_is_one_word_for_people() {
        assertThat(PLACED.displayStatus()).isEqualTo(DisplayStatus.PAYMENT_DUE);
        OrderFacts paid = PLACED.with(PLACED.funds().capture(eur(30))).become(CONFIRMED);
        assertThat(paid.displayStatus()).isEqualTo(DisplayStatus.PROCESSING);
        assertThat(paid.hold("fraud").displayStatus()).isEqualTo(DisplayStatus.PROBLEM);
        assertThat(paid.with(new Quantities(3, 0, 3, 1, 0, 0)).displayStatus()).isEqualTo(DisplayStatus.IN_TRANSIT);
        assertThat(paid.with(new Quantities(3, 0, 3, 3, 3, 0)).displayStatus()).isEqualTo(DisplayStatus.DELIVERED);
        assertThat(paid.with(new Quantities(3, 0, 3, 3, 3, 3)).displayStatus()).isEqualTo(DisplayStatus.RETURNED);
        assertThat(PLACED.become(CANCELLED).displayStatus()).isEqualTo(DisplayStatus.CANCELLED);
    }

    @Test
    void O3_other_quantities_cannot_be_written_down() {
        assertThatThrownBy(() -> new Quantities(3, 1, 3, 0, 0, 0)).hasMessageStartingWith("O3 broken");
        assertThatThrownBy(() -> new Quantities(3, 0, 1, 2, 0, 0)).hasMessageStartingWith("O3 broken");
        assertThatThrownBy(() -> new Quantities(3, 0, 2, 1, 2, 0)).hasMessageStartingWith("O3 broken");
        assertThatThrownBy(() -> new Quantities(3, 0, 2, 1, 0, 2)).hasMessageStartingWith("O3 broken");
    }

    @Test
    void O4_what_the_terms_ask_decides_whether_goods_may_leave() {
        Funds authorized = Funds.owing(eur(30)).authorize(eur(30));
        assertThat(authorized.satisfy(PaymentTerms.AUTH_FIRST)).isTrue();
        assertThat(authorized.satisfy(PaymentTerms.PREPAID)).isFalse();
        assertThat(authorized.capture(eur(30)).satisfy(PaymentTerms.PREPAID)).isTrue();
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
        assertThat(done.with(done.funds().capture(eur(30))).refusalOf(OrderAction.PAY))
                .isPresent();
    }

    private static Money eur(int amount) {
        return Money.parse("EUR " + amount);
    }
}
