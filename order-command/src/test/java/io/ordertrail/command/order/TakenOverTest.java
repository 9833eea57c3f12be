package io.ordertrail.command.order;

import static io.ordertrail.command.order.Commands.*;
import static io.ordertrail.command.order.Samples.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.ordertrail.api.order.OrderCourseEvent.OrderHeld;
import io.ordertrail.api.order.OrderGoodsCommand.RecordStockAskTakenOver;
import io.ordertrail.api.order.OrderGoodsEvent.StockAskTakenOver;
import io.ordertrail.api.order.OrderGoodsEvent.StockAsked;
import io.ordertrail.api.order.OrderLifecycle;
import io.ordertrail.api.order.value.PaymentTerms;
import io.ordertrail.api.order.value.StockAsk;
import io.ordertrail.api.payment.PaymentOperation;
import io.ordertrail.model.order.OrderFacts;
import io.ordertrail.model.order.goods.LineStock;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rule W5: whoever takes over the step of an ask has said what became of it, and the order goes on from there. */
class TakenOverTest {

    private static final String UNTOLD = "stock-untold:1";

    private static OrderTale ofStock() {
        return OrderTale.ofStock(PaymentTerms.INVOICE, null);
    }

    private static RecordStockAskTakenOver takenOver(int number) {
        return new RecordStockAskTakenOver(ORDER, "1", number, "the item is broken");
    }

    private static LineStock line(OrderTale order) {
        return order.facts().stock().get("1");
    }

    @Test
    void an_ask_of_stock_that_was_taken_over_is_answered_and_the_order_waits() {
        OrderTale order = ofStock();
        assertThat(order.service(takenOver(1)))
                .contains(new StockAskTakenOver(ORDER, "1", 1, "the item is broken", NOW));
        assertThat(line(order).answered()).isTrue();
        assertThat(line(order).refused()).isEqualTo(3);
        assertThat(order.facts().lifecycle()).isEqualTo(OrderLifecycle.PENDING);
        assertThat(order.facts().problems()).containsExactly(UNTOLD);
        assertThat(order.service(takenOver(1))).isEmpty();
    }

    @Test
    void people_ask_again_when_stock_can_be_asked() {
        OrderTale order = ofStock();
        order.service(takenOver(1));
        order.staff(retry("1", 1));
        assertThat(order.last(StockAsked.class).lines()).containsExactly(new StockAsk("1", "TEE", 2, 3, 0));
        assertThat(order.facts().problems()).isEmpty();
        order.stock(3, 0, 0);
        assertThat(order.facts().lifecycle()).isEqualTo(OrderLifecycle.CONFIRMED);
    }

    @Test
    void what_stock_keeps_and_was_not_told_to_give_up_is_somebodys_until_it_is_told() {
        OrderTale order = ofStock();
        order.stock(3, 0, 0);
        order.staff(cancel());
        order.service(takenOver(2));
        assertThat(order.facts().problems()).containsExactly(UNTOLD);
        order.staff(retry("1", 2));
        assertThat(order.last(StockAsked.class).lines()).containsExactly(new StockAsk("1", "TEE", 3, 0, 0));
        order.stock(0, 0, 0);
        assertThat(order.facts().problems()).isEmpty();
    }

    @Test
    void what_a_line_has_stays_when_the_ask_for_more_is_taken_over() {
        OrderTale order = ofStock();
        order.stock(3, 0, 0);
        order.staff(propose(1, change("1", 5)));
        order.staff(apply(1));
        order.service(takenOver(2));
        assertThat(line(order).granted()).isEqualTo(3);
        assertThat(line(order).refused()).isEqualTo(2);
    }

    @Test
    void stock_that_heard_of_it_after_all_is_believed() {
        OrderTale order = ofStock();
        order.service(takenOver(1));
        order.stock(3, 0, 0);
        assertThat(line(order).takenOver()).isFalse();
        assertThat(order.facts().problems()).isEmpty();
        assertThat(order.facts().lifecycle()).isEqualTo(OrderLifecycle.CONFIRMED);
    }

    @Test
    void an_ask_that_has_an_answer_or_a_successor_cannot_be_taken_over() {
        OrderTale order = ofStock();
        order.stock(3, 0, 0);
        assertThat(order.service(takenOver(1))).isEmpty();
        order.staff(cancel());
        assertThat(order.service(takenOver(1))).isEmpty();
    }

    @Test
    void money_that_is_not_recorded_as_a_payment_is_due_and_its_reference_free() {
        OrderTale order = OrderTale.of(PaymentTerms.PREPAID);
        order.staff(received(1, TOTAL, "bank-1", null));
        assertThat(order.facts().lifecycle()).isEqualTo(OrderLifecycle.CONFIRMED);
        order.service(refuse(payment(1), 0, PaymentOperation.CAPTURE, "Taken over: of another order"));
        order.owes(TOTAL);
        assertThat(order.facts().hold()).isEqualTo(OrderFacts.PAYMENT_LOST);
        assertThat(order.service(refuse(payment(1), 0, PaymentOperation.CAPTURE, "Taken over: of another order")))
                .isEmpty();
        order.staff(received(2, TOTAL, "bank-1", null));
        order.owes("0.00");
        assertThat(order.facts().hold()).isNull();
        assertThat(order.all(OrderHeld.class)).hasSize(1);
    }

    @Test
    void the_way_that_an_order_named_is_not_given_up_for_it() {
        OrderTale order = OrderTale.byCard(PaymentTerms.AUTH_FIRST);
        order.staff(received(2, "1.00", "bank-1", null));
        order.service(refuse(payment(2), 0, PaymentOperation.CAPTURE, "Taken over"));
        assertThat(order.facts().way()).isEqualTo(OrderTale.CARD);
        assertThat(List.of(order.facts().funds().captured())).containsExactly(eur("0.00"));
    }
}
