package io.ordertrail.command.order;

import static io.ordertrail.command.order.Commands.*;
import static io.ordertrail.command.order.Samples.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.ordertrail.api.order.OrderCourseEvent.OrderCancelled;
import io.ordertrail.api.order.OrderCourseEvent.OrderProblemReported;
import io.ordertrail.api.order.OrderGoodsEvent.StockAsked;
import io.ordertrail.api.order.OrderGoodsRefusal.LinesOutOfStock;
import io.ordertrail.api.order.OrderLifecycle;
import io.ordertrail.api.order.OrderMoneyEvent.CaptureAsked;
import io.ordertrail.api.order.OrderMoneyEvent.PaymentAsked;
import io.ordertrail.api.order.OrderMoneyEvent.RefundAsked;
import io.ordertrail.api.order.OrderRefusal;
import io.ordertrail.api.order.value.CancellationReason;
import io.ordertrail.api.order.value.DebtSettlement;
import io.ordertrail.api.order.value.EditedLine;
import io.ordertrail.api.order.value.PaymentTerms;
import io.ordertrail.model.order.goods.Quantities;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Answers of stock are tied to what was asked, whatever comes between. */
class OvertakenStockTest {

    private static final EditedLine HAT = add(line("HAT", 1, "5.00", "0.00", "0.07", false));

    private static OrderTale invoice() {
        return OrderTale.ofStock(PaymentTerms.INVOICE, null);
    }

    private static Quantities tees(OrderTale order) {
        return order.facts().lines().get("1");
    }

    private static void edits(OrderTale order, int n, EditedLine... lines) {
        order.staff(propose(n, lines));
        order.staff(apply(n));
    }

    @Test
    void a_line_that_an_edit_adds_is_not_oversold_by_the_answer_to_another() {
        OrderTale order = invoice();
        edits(order, 1, change("1", 5));
        order.stock(1, 3, 0, 0, 0);
        assertThat(tees(order).awaited()).isEqualTo(5);
        assertThat(order.facts().lifecycle()).isEqualTo(OrderLifecycle.PENDING);

        order.stock(2, 3, 0, 2, 0);
        assertThat(tees(order).awaited()).isEqualTo(2);
        assertThat(order.facts().problems()).containsExactly("out-of-stock:1");
        assertThat(order.facts().lifecycle()).isEqualTo(OrderLifecycle.PENDING);
    }

    @Test
    void an_order_that_waits_for_a_line_that_stock_refuses_says_which_and_why() {
        OrderTale order = invoice();
        edits(order, 1, change("1", 5));
        order.stock(3, 0, 2);
        OrderRefusal no = new LinesOutOfStock(List.of(units("1", 2)));
        assertThat(order.refusal("SUPERVISOR", approve(1))).isEqualTo(no);
        assertThat(no.detail()).contains("2 of line 1");
    }

    @Test
    void an_order_hears_of_the_rest_when_a_back_ordered_line_is_taken_out() {
        OrderTale order = invoice();
        edits(order, 1, HAT, change("1", 0));
        assertThat(order.last(StockAsked.class)).isEqualTo(stockAsked(2, 0, 0, NOW));
        order.stock(1, 0, 3, 0, 0);
        order.stock(2, 0, 0, 0, 0);
        assertThat(order.facts().lifecycle()).isEqualTo(OrderLifecycle.CONFIRMED);
    }

    @Test
    void two_edits_in_quick_succession_await_nothing_for_ever() {
        OrderTale order = invoice();
        order.stock(3, 0, 0);
        edits(order, 1, change("1", 2));
        edits(order, 2, change("1", 4));
        assertThat(order.last(StockAsked.class)).isEqualTo(stockAsked(3, 4, 0, NOW));
        order.stock(3, 4, 0, 0, 0);
        order.stock(2, 2, 0, 0, 0);
        assertThat(tees(order).ready()).isEqualTo(4);
    }

    @Test
    void lines_that_are_cancelled_to_the_same_number_twice_are_released_twice() {
        OrderTale order = invoice();
        order.stock(3, 0, 0);
        order.staff(approve(1, units("1", 1)));
        order.staff(cancelLines(units("1", 1)));
        order.service(withdraw(1));
        edits(order, 1, change("1", 3));
        order.stock(3, 0, 0);
        order.staff(approve(2, units("1", 1)));
        order.staff(cancelLines(units("1", 1)));
        assertThat(order.all(StockAsked.class))
                .extracting(ask -> ask.lines().get(0).quantity())
                .containsExactly(3L, 2L, 3L, 2L);
    }

    @Test
    void when_an_order_ends_stock_keeps_nothing_for_it() {
        OrderTale order = invoice();
        order.stock(1, 2, 0);
        order.staff(cancel());
        assertThat(order.last(StockAsked.class)).isEqualTo(stockAsked(2, 0, 0, NOW));
    }

    @Test
    void a_confirmed_orders_edit_that_cannot_be_had_leaves_it_what_it_had() {
        OrderTale order = invoice();
        order.stock(3, 0, 0);
        edits(order, 1, change("1", 5));
        order.stock(3, 0, 2);
        assertThat(tees(order).ready()).isEqualTo(3);
        assertThat(order.facts().problems()).containsExactly("out-of-stock:1");
        assertThat(order.staff(retry("1", 2))).contains(stockAsked(3, 5, 0, NOW));
        order.stock(5, 0, 0);
        assertThat(order.facts().problems()).isEmpty();
        assertThat(tees(order).ready()).isEqualTo(5);
    }

    @Test
    void a_placed_order_that_cannot_be_had_ends_and_gives_its_money_back() {
        OrderTale order = OrderTale.ofStock(PaymentTerms.PREPAID, null);
        order.by("CUSTOMER", pay(1, null));
        order.settles();
        assertThat(order.stock(0, 0, 3))
                .contains(new OrderCancelled(ORDER, CancellationReason.OUT_OF_STOCK, null, NOW))
                .contains(stockAsked(2, 0, 0, NOW));
        order.settles();
        assertThat(order.facts().funds().paid()).isEqualTo(eur("0.00"));
    }

    @Test
    void a_back_order_is_filled_part_by_part() {
        OrderTale order = invoice();
        order.stock(0, 3, 0);
        order.stock(2, 1, 0);
        assertThat(tees(order).ready()).isEqualTo(2);
        order.stock(3, 0, 0);
        assertThat(tees(order).backordered()).isZero();
    }

    @Test
    void an_imported_order_asks_nothing_of_anybody() {
        OrderTale order = OrderTale.imported(PaymentTerms.PREPAID);
        order.staff(received(2, TOTAL, "b1", null));
        order.staff(cancel());
        assertThat(order.history())
                .noneMatch(event -> event instanceof StockAsked
                        || event instanceof PaymentAsked
                        || event instanceof RefundAsked
                        || event instanceof OrderProblemReported);
    }

    /** An import that settled from accounts waited for ever. */
    @Test
    void what_an_imported_order_is_promised_is_captured_at_once() {
        OrderTale order = OrderTale.imported(PaymentTerms.AUTH_FIRST);
        order.staff(pay(2, null));
        assertThat(order.done(1)).hasAtLeastOneElementOfType(CaptureAsked.class);
    }

    @Test
    void an_imported_order_owes_what_comes_back_now() {
        OrderTale order = OrderTale.imported(PaymentTerms.PREPAID);
        order.staff(received(2, TOTAL, "b1", null));
        order.arrives(1);
        order.returned(1, "10.00", units("1", 1));
        assertThat(order.facts().problems()).containsExactly("refund-due:10.00");
        order.staff(settle("refund-due:10.00", DebtSettlement.PAID_ANOTHER_WAY, null, null));
        assertThat(order.facts().problems()).isEmpty();
        assertThat(order.facts().returns().get(returned(1)).money().settled()).isTrue();
    }
}
