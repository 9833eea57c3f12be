package io.ordertrail.model.order;

import static io.ordertrail.model.order.Story.after;
import static io.ordertrail.model.order.Story.eur;
import static io.ordertrail.model.order.Story.placed;
import static io.ordertrail.model.order.Story.stockAnswered;
import static io.ordertrail.model.order.Story.stockAsked;
import static io.ordertrail.model.order.Story.units;
import static org.assertj.core.api.Assertions.assertThat;

import io.ordertrail.api.order.OrderEvent;
import io.ordertrail.api.order.OrderGoodsEvent.OrderShipped;
import io.ordertrail.api.order.OrderGoodsEvent.ShipmentApproved;
import io.ordertrail.api.order.OrderGoodsEvent.ShipmentResolved;
import io.ordertrail.api.order.value.CancelledLine;
import io.ordertrail.model.order.goods.LineStock;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class LineStockTest {

    @Test
    void what_was_asked_is_not_promised_before_it_is_answered() {
        OrderFacts asked = after(placed(), stockAsked(1, 3, 0));
        assertThat(asked.isStockPromised()).isFalse();
        assertThat(asked.goods().ready()).isZero();
        OrderFacts answered = after(asked, stockAnswered(1, 7, 2, 1, 0, 0));
        assertThat(answered.isStockPromised()).isTrue();
        assertThat(answered.goods().ready()).isEqualTo(2);
        assertThat(answered.goods().backordered()).isEqualTo(1);
        assertThat(line(answered).answered()).isTrue();
        assertThat(line(answered).total()).isEqualTo(3);
    }

    @Test
    void an_answer_to_an_older_ask_changes_nothing() {
        OrderFacts asked = after(placed(), stockAsked(1, 3, 0), stockAsked(2, 1, 0));
        assertThat(after(asked, stockAnswered(1, 7, 3, 0, 0, 0))).isEqualTo(asked);
        assertThat(line(after(asked, stockAnswered(2, 8, 1, 0, 0, 0))).answered())
                .isTrue();
    }

    @Test
    void an_answer_that_a_later_one_has_overtaken_changes_nothing() {
        OrderFacts filled = after(placed(), stockAsked(1, 3, 0), stockAnswered(1, 9, 3, 0, 0, 0));
        assertThat(after(filled, stockAnswered(1, 8, 1, 2, 0, 0))).isEqualTo(filled);
    }

    @Test
    void a_raise_that_was_refused_leaves_what_the_line_had() {
        OrderFacts refused = after(
                placed(),
                stockAsked(1, 2, 0),
                stockAnswered(1, 1, 2, 0, 0, 0),
                stockAsked(2, 3, 0),
                stockAnswered(2, 2, 2, 0, 1, 0));
        assertThat(line(refused).refused()).isEqualTo(1);
        assertThat(refused.goods().ready()).isEqualTo(2);
        assertThat(refused.goods().awaited()).isEqualTo(1);
    }

    @Test
    void of_fewer_units_those_that_are_waited_for_go_first() {
        OrderFacts fewer = after(placed(), stockAsked(1, 3, 0), stockAnswered(1, 1, 2, 1, 0, 0), stockAsked(2, 2, 0));
        assertThat(line(fewer).granted()).isEqualTo(2);
        assertThat(line(fewer).backordered()).isZero();
        assertThat(line(fewer).answered()).isFalse();
    }

    @Test
    void units_of_a_lost_parcel_that_are_sent_again_are_not_there_before_stock_says_so() {
        OrderFacts again = after(halfway(), resolved(true));
        assertThat(again.goods().ready()).isZero();
        assertThat(again.goods().awaited()).isEqualTo(2);
        OrderFacts granted = after(again, stockAsked(2, 3, 2), stockAnswered(2, 9, 2, 1, 0, 2));
        assertThat(granted.goods().ready()).isEqualTo(2);
        assertThat(granted.goods().backordered()).isEqualTo(1);
    }

    /** Giving up what was lost once made what is waited for look as if it were there. */
    @Test
    void units_of_a_lost_parcel_that_are_given_up_leave_what_is_waited_for_as_it_is() {
        OrderFacts givenUp = after(halfway(), resolved(false));
        assertThat(givenUp.goods().cancelled()).isEqualTo(2);
        assertThat(givenUp.goods().wanted()).isEqualTo(1);
        assertThat(givenUp.goods().backordered()).isEqualTo(1);
        assertThat(givenUp.goods().ready()).isZero();
        assertThat(givenUp.funds().value()).isEqualTo(eur(10));
    }

    /** Two of three units are on their way, one is waited for. */
    private static OrderFacts halfway() {
        return after(
                placed(),
                stockAsked(1, 3, 0),
                stockAnswered(1, 1, 2, 1, 0, 0),
                new ShipmentApproved("order-1", "s-1", units(2), List.of("TEE-M"), Story.AT),
                new OrderShipped("order-1", "s-1", units(2), null, null, Story.AT));
    }

    private static OrderEvent resolved(boolean sendAgain) {
        return new ShipmentResolved(
                "order-1",
                "s-1",
                false,
                sendAgain,
                List.of(new CancelledLine("1", 2, eur(sendAgain ? 0 : 20))),
                List.of("TEE-M"),
                eur(sendAgain ? 0 : 20),
                null,
                Story.AT);
    }

    private static LineStock line(OrderFacts facts) {
        return Objects.requireNonNull(facts.stock().get("1"));
    }
}
