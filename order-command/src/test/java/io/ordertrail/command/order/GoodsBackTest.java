package io.ordertrail.command.order;

import static io.ordertrail.command.order.Commands.*;
import static io.ordertrail.command.order.Samples.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.ordertrail.api.account.AccountId;
import io.ordertrail.api.message.RequestRefusal;
import io.ordertrail.api.order.OrderCourseEvent.OrderProblemReported;
import io.ordertrail.api.order.OrderEvent;
import io.ordertrail.api.order.OrderGoodsCommand.RequestReturn;
import io.ordertrail.api.order.OrderGoodsEvent.ReturnRecorded;
import io.ordertrail.api.order.OrderGoodsEvent.ReturnSettled;
import io.ordertrail.api.order.OrderGoodsEvent.ShipmentApproved;
import io.ordertrail.api.order.OrderId;
import io.ordertrail.api.order.OrderMoneyCommand;
import io.ordertrail.api.order.OrderMoneyEvent.RefundAsked;
import io.ordertrail.api.order.OrderMoneyRefusal;
import io.ordertrail.api.order.value.DebtSettlement;
import io.ordertrail.api.order.value.PaymentTerms;
import io.ordertrail.api.order.value.RefundKind;
import io.ordertrail.api.order.value.ReturnStage;
import io.ordertrail.model.order.OrderState;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What goes back for goods that came back, and where it goes. */
class GoodsBackTest {

    private static final String ACCOUNT = AccountId.of("their balance");
    private static final String OTHER = OrderId.of("another order");

    private static OrderTale deliveredAndPaid() {
        OrderTale order = OrderTale.byCard(PaymentTerms.PREPAID);
        order.settles();
        order.arrives(1);
        return order;
    }

    private static RequestReturn asked(@Nullable String account, @Nullable String exchange) {
        return new RequestReturn(ORDER, returned(1), List.of(units("1", 2)), null, null, account, exchange, null);
    }

    @Test
    void R3_three_returns_of_one_unit_never_bring_back_a_cent_too_much() {
        OrderState state = OrderState.of(
                        created(
                                PaymentTerms.INVOICE,
                                List.of(line("A", 3, "3.34", "0.02", "0.19", true)),
                                null,
                                PLACED),
                        PLACED)
                .evolve(confirmed())
                .evolve(approvedOf("A", 3))
                .evolve(shipped(1, units("1", 3)));
        Money first = state.line("1").orElseThrow().worthBack(1);
        state = state.evolve(requested(1, first));
        Money second = state.line("1").orElseThrow().worthBack(1);
        state = state.evolve(requested(2, second));
        Money third = state.line("1").orElseThrow().worthBack(1);
        state = state.evolve(requested(3, third));
        assertThat(first.plus(second).plus(third)).isEqualTo(eur("10.00"));

        state = state.evolve(new ReturnRecorded(
                ORDER,
                returned(1),
                ReturnStage.REJECTED,
                List.of(units("1", 1)),
                List.of(),
                List.of(),
                null,
                null,
                null,
                null,
                null,
                null,
                LATER));
        Money again = state.line("1").orElseThrow().worthBack(1);
        assertThat(second.plus(third).plus(again)).isEqualTo(eur("10.00"));
    }

    private static OrderEvent approvedOf(String sku, int quantity) {
        return new ShipmentApproved(ORDER, shipment(1), List.of(units("1", quantity)), List.of(sku), LATER);
    }

    private static OrderEvent requested(int n, Money worth) {
        return new ReturnRecorded(
                ORDER,
                returned(n),
                ReturnStage.REQUESTED,
                List.of(units("1", 1)),
                List.of(worth),
                List.of("A"),
                null,
                null,
                null,
                null,
                null,
                null,
                LATER);
    }

    @Test
    void R3_no_more_is_accepted_than_the_units_are_worth_and_shipping_once() {
        OrderTale order = deliveredAndPaid();
        order.by("CUSTOMER", askBack(1, units("1", 1)));
        order.service(inspected(1, "99.00", "50.00"));
        assertThat(order.last(RefundAsked.class).amount()).isEqualTo(eur("14.90"));
        order.done(1);
        order.by("CUSTOMER", askBack(2, units("1", 1)));
        order.service(inspected(2, "14.90", "4.90"));
        assertThat(order.last(RefundAsked.class).amount()).isEqualTo(eur("10.00"));
    }

    @Test
    void a_return_may_bring_back_less_than_its_worth_and_never_less_than_nothing() {
        OrderTale order = deliveredAndPaid();
        order.by("CUSTOMER", askBack(1, units("1", 1)));
        order.service(inspected(1, "12.40", "4.90"));
        order.settles();
        assertThat(order.last(ReturnSettled.class).amount()).isEqualTo(eur("12.40"));
        order.by("CUSTOMER", askBack(2, units("1", 1)));
        order.service(inspected(2, "4.00", "4.90"));
        order.settles();
        assertThat(order.last(ReturnSettled.class).amount()).isEqualTo(eur("0.00"));
    }

    @Test
    void of_two_returns_each_gets_its_own_and_what_is_too_much_besides_is_a_correction() {
        OrderTale order = OrderTale.byCard(PaymentTerms.AUTH_FIRST);
        order.done(1);
        order.arrives(1);
        order.returned(1, "10.00", units("1", 1));
        order.returned(2, "7.00", units("2", 1));
        order.staff(received(2, "2.00", "b1", null));
        order.settles();
        assertThat(order.all(ReturnSettled.class))
                .extracting(ReturnSettled::amount)
                .containsExactly(eur("10.00"), eur("7.00"));
        assertThat(order.all(RefundAsked.class))
                .extracting(RefundAsked::kind)
                .containsExactly(RefundKind.RETURN, RefundKind.RETURN, RefundKind.CORRECTION);
    }

    @Test
    void what_the_card_does_not_take_back_goes_to_the_customers_account() {
        OrderTale order = deliveredAndPaid();
        order.by("CUSTOMER", asked(ACCOUNT, null));
        order.service(inspected(1, "20.00", null));
        assertThat(order.refused(1))
                .contains(new RefundAsked(
                        ORDER, order.payment(1), 3, eur("20.00"), RefundKind.RETURN, returned(1), ACCOUNT, null, NOW));
        order.done(1);
        assertThat(order.last(ReturnSettled.class))
                .isEqualTo(new ReturnSettled(ORDER, returned(1), eur("20.00"), ACCOUNT, NOW));
        assertThat(order.facts().problems()).isEmpty();
    }

    @Test
    void what_came_by_hand_goes_to_the_customers_account_at_once() {
        OrderTale order = OrderTale.of(PaymentTerms.PREPAID);
        order.staff(received(2, TOTAL, "b1", null));
        order.arrives(1);
        order.by("CUSTOMER", asked(ACCOUNT, null));
        assertThat(order.service(inspected(1, "20.00", null)))
                .noneMatch(OrderProblemReported.class::isInstance)
                .anyMatch(event -> event instanceof RefundAsked ask && ACCOUNT.equals(ask.to()));
    }

    @Test
    void what_staff_gave_back_by_hand_for_a_return_counts_as_its_money() {
        OrderTale order = OrderTale.of(PaymentTerms.PREPAID);
        order.staff(received(2, TOTAL, "b1", null));
        order.arrives(1);
        order.returned(1, "20.00", units("1", 2));
        order.staff(settle("refund-due:20.00", DebtSettlement.PAID_ANOTHER_WAY, null, null));
        assertThat(order.last(ReturnSettled.class).amount()).isEqualTo(eur("20.00"));
    }

    @Test
    void what_comes_back_pays_for_the_exchange_first_and_the_rest_goes_back() {
        OrderTale order = deliveredAndPaid();
        order.by("CUSTOMER", asked(null, OTHER));
        assertThat(order.service(inspected(1, "20.00", null)))
                .contains(new RefundAsked(
                        ORDER, order.payment(1), 2, eur("20.00"), RefundKind.EXCHANGE, returned(1), OTHER, null, NOW));
        // The other order needed 15.00 of it.
        order.service(refunded(order.payment(1), 2, "15.00"));
        assertThat(order.last(RefundAsked.class))
                .isEqualTo(new RefundAsked(
                        ORDER, order.payment(1), 3, eur("5.00"), RefundKind.RETURN, returned(1), null, null, NOW));
        order.done(1);
        assertThat(order.last(ReturnSettled.class).amount()).isEqualTo(eur("20.00"));
    }

    @Test
    void an_exchange_that_needs_nothing_leaves_the_money_to_the_card() {
        OrderTale order = deliveredAndPaid();
        order.by("CUSTOMER", asked(null, OTHER));
        order.service(inspected(1, "20.00", null));
        order.refused(1);
        order.retried(1);
        assertThat(order.last(RefundAsked.class).kind()).isEqualTo(RefundKind.RETURN);
        order.done(1);
        assertThat(order.facts().problems()).isEmpty();
    }

    @Test
    void an_order_takes_of_an_exchange_what_is_due_and_asks_the_customer_for_the_difference() {
        OrderTale order = OrderTale.of(PaymentTerms.PREPAID);
        String from = OrderId.payment(OTHER, "paid");
        order.service(new OrderMoneyCommand.PayFromExchange(ORDER, payment(1), from, 2, eur("20.00")));
        order.owes("28.90");
        order.service(new OrderMoneyCommand.PayFromExchange(ORDER, payment(2), from, 3, eur("50.00")));
        assertThat(order.facts().funds().paid()).isEqualTo(eur(TOTAL));
        assertThat(order.refusal(
                        "SERVICE", new OrderMoneyCommand.PayFromExchange(ORDER, payment(3), from, 4, eur("1.00"))))
                .isEqualTo(new OrderMoneyRefusal.NothingDue());
    }

    @Test
    void an_exchange_is_not_paid_in_another_currency() {
        OrderTale order = OrderTale.of(PaymentTerms.PREPAID);
        assertThat(order.refusal(
                        "SERVICE",
                        new OrderMoneyCommand.PayFromExchange(
                                ORDER, payment(1), OrderId.payment(OTHER, "paid"), 2, Money.of(CurrencyUnit.USD, 1))))
                .isInstanceOf(RequestRefusal.InvalidRequest.class);
    }
}
