package io.ordertrail.query.order.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordertrail.api.deadletter.DeadLetter;
import io.ordertrail.api.deadletter.DeadLetterFilter;
import io.ordertrail.api.deadletter.DeadLetters;
import io.ordertrail.api.order.OrderCourseEvent.OrderCreated;
import io.ordertrail.api.order.OrderGoodsEvent.StockAsked;
import io.ordertrail.api.order.value.StockAsk;
import io.ordertrail.api.order.view.OrderHistory;
import io.ordertrail.api.order.view.OrderQuery.GetOrderHistory;
import io.ordertrail.api.projection.ProjectionCommand.DiscardDeadLetter;
import io.ordertrail.api.projection.ProjectionQuery.ListDeadLetters;
import io.ordertrail.api.stock.StockEvent.ReservationSet;
import io.ordertrail.api.stock.StockEvent.StockDispatched;
import io.ordertrail.api.stock.StockEvent.StockItemRegistered;
import io.ordertrail.api.stock.StockEvent.StockReceived;
import io.ordertrail.api.stock.StockEvent.StockReturned;
import io.ordertrail.api.stock.StockItemId;
import io.ordertrail.query.Database;
import io.ordertrail.query.Node;
import io.ordertrail.query.Stories;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What a history joins, whatever state the views are in by which it is found. */
@ParameterizedClass
@EnumSource(Database.class)
class OrderTrailIT {

    private static final String TEE = StockItemId.of("TEE-M");
    private static final String VIEW = "stock-reservations";

    @Parameter
    Database database;

    private final OrderCreated order = new Stories(3).placed();
    private Node node;
    private long version;

    @BeforeEach
    void start() {
        node = Node.start(database.fresh());
        node.store(List.of(
                order, new StockAsked(order.orderId(), List.of(new StockAsk("1", "TEE-M", 1, 2, 0)), order.at())));
        stock(new StockItemRegistered(TEE, "TEE-M", "MAIN", "Tee M", 0, 0, 0, order.at()));
        stock(new StockReceived(TEE, 9, "po-1", order.at()));
        stock(asked("order-other"));
        stock(asked(order.orderId()));
    }

    @AfterEach
    void stop() {
        node.close();
    }

    @Test
    void a_history_has_all_that_stock_did_for_the_order_and_nothing_that_it_did_for_others() {
        leavesAndComesBack();
        node.settle();
        requireAllOfStock();
    }

    @Test
    void bug_a_history_told_less_of_its_reservations_while_their_view_was_behind() {
        node.settle();
        node.views().shutDown();
        leavesAndComesBack();
        requireAllOfStock();
    }

    @Test
    void bug_a_history_told_nothing_of_its_reservations_while_their_view_was_of_another_release() {
        leavesAndComesBack();
        node.settle();
        assertThat(node.jdbc()
                        .sql("update view_generation set made_by = 'another release' where projection = ?")
                        .param(VIEW)
                        .update())
                .isEqualTo(1);
        requireAllOfStock();
    }

    @Test
    void bug_a_history_told_less_of_its_reservations_while_the_item_was_parked_and_after_it_was_discarded() {
        node.settle();
        node.sql("update stock_reservation set state = '{' where order_id = ?")
                .param(order.orderId())
                .update();
        leavesAndComesBack();
        node.settle();
        DeadLetter parked = node.ask(new ListDeadLetters(DeadLetterFilter.of(VIEW)), DeadLetters.class)
                .items()
                .get(0);
        requireAllOfStock();
        node.sql("delete from stock_reservation where order_id = ?")
                .param(order.orderId())
                .update();
        requireAllOfStock();
        node.send(new DiscardDeadLetter(parked.id(), "It was a test"), DeadLetter.class);
        stock(asked("order-third"));
        node.settle();
        requireAllOfStock();
    }

    private void requireAllOfStock() {
        assertThat(node.ask(new GetOrderHistory(order.orderId(), null, null, null), OrderHistory.class)
                        .entries())
                .filteredOn(entry -> entry.subject().equals(TEE))
                .extracting(entry -> entry.version() + " " + entry.type())
                .containsExactly("3 stock.ReservationSet", "5 stock.StockDispatched", "7 stock.StockReturned");
    }

    private void leavesAndComesBack() {
        stock(new StockDispatched(TEE, "order-other", "1", "shipment-1", 2, 2, 0, order.at()));
        stock(new StockDispatched(TEE, order.orderId(), "1", "shipment-2", 2, 2, 0, order.at()));
        stock(new StockReceived(TEE, 9, "po-2", order.at()));
        stock(new StockReturned(TEE, order.orderId(), "1", "return-1", 1, order.at()));
    }

    private ReservationSet asked(String orderId) {
        return new ReservationSet(TEE, orderId, "1", 1, 2, 2, 0, 0, 0, 0, 0, order.at());
    }

    private void stock(Object event) {
        node.store("stock", TEE, version++, event);
    }
}
