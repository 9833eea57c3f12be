package io.ordertrail.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ordertrail.api.message.Receipt;
import io.ordertrail.api.message.Refusal;
import io.ordertrail.api.message.Refused;
import io.ordertrail.api.order.OrderCourseCommand.CancelOrder;
import io.ordertrail.api.order.OrderCourseCommand.CreateOrder;
import io.ordertrail.api.order.OrderCourseRefusal.ExternalRefTaken;
import io.ordertrail.api.order.OrderCourseRefusal.OrderNotFound;
import io.ordertrail.api.order.OrderCourseRefusal.WrongLifecycle;
import io.ordertrail.api.order.OrderGoodsCommand.ApproveShipment;
import io.ordertrail.api.order.OrderGoodsCommand.RecordDelivered;
import io.ordertrail.api.order.OrderGoodsCommand.RecordShipped;
import io.ordertrail.api.order.OrderGoodsRefusal.ShipmentAlreadyApproved;
import io.ordertrail.api.order.OrderId;
import io.ordertrail.api.order.value.CancellationReason;
import io.ordertrail.api.order.view.OrderQuery.QuoteOrder;
import io.ordertrail.api.order.view.Quote;
import io.ordertrail.api.stock.StockCommand.DispatchStock;
import io.ordertrail.api.stock.StockCommand.ReceiveStock;
import io.ordertrail.api.stock.StockCommand.RegisterStockItem;
import io.ordertrail.api.stock.StockCommand.SetReservation;
import io.ordertrail.api.stock.StockItemId;
import io.ordertrail.api.verification.Verification.Check;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What only shows when the write side is put together, on a real database. */
abstract class NodeScenario extends CommandGroupScenario {

    @AfterEach
    void nothing_is_broken() {
        assertThat(verify().checks())
                .allSatisfy(check ->
                        assertThat(check.breaches()).as(check.toString()).isZero());
    }

    @Test
    void an_order_is_placed_paid_shipped_and_delivered() {
        String order = OrderId.of("story");
        String shipment = OrderId.shipment(order, "1");
        assertThat(send(create(order, "shop-1"), "1")).isEqualTo(Receipt.of(order, 0));
        assertThat(send(pay(order), "2")).isEqualTo(Receipt.of(order, 2));
        assertThat(send(new ApproveShipment(order, shipment, List.of(), null), "3"))
                .isEqualTo(Receipt.of(order, 3));
        assertThat(send(new RecordShipped(order, shipment, null, null, null), "4"))
                .isEqualTo(Receipt.of(order, 4));
        assertThat(send(new RecordDelivered(order, shipment, null), "5")).isEqualTo(Receipt.of(order, 6));
        assertThat(send(pay(order), "2")).isEqualTo(Receipt.of(order, 2).again());

        assertThat(jdbc.sql("select distinct aggregate_id || ' ' || aggregate_type from domain_event")
                        .query(String.class)
                        .list())
                .containsExactly(order + " order");
        assertThat(verify().checks()).extracting(Check::checked).startsWith(5L, 5L, 7L, 7L, 7L, 3L, 3L);
    }

    @Test
    void O7_a_repeat_is_known_by_its_events_even_when_the_kept_answers_are_lost() {
        String order = OrderId.of("lost");
        send(create(order, "shop-1"), "1");
        send(pay(order), "2");
        jdbc.sql("delete from idempotency_key").update();
        assertThat(send(pay(order), "2")).isEqualTo(Receipt.of(order, 2).again());
        assertThat(send(create(order, "shop-1"), "1"))
                .isEqualTo(Receipt.of(order, 0).again());
    }

    /** Nothing but the first event's sequence number tells the repeat of an order that has no name of its own. */
    @Test
    void O7_so_is_a_repeat_of_an_order_without_an_external_reference() {
        String order = OrderId.of("lost, and nameless");
        send(create(order, null), "1");
        jdbc.sql("delete from idempotency_key").update();
        assertThat(send(create(order, null), "1"))
                .isEqualTo(Receipt.of(order, 0).again());
    }

    @Test
    void fifty_identical_requests_at_once_are_one_order() throws Exception {
        String order = OrderId.of("fifty");
        List<Object> answers = atOnce(50, n -> send(create(order, "shop-50"), "50"));
        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer).isInstanceOf(Receipt.class);
            assertThat(((Receipt) answer).id()).isEqualTo(order);
            assertThat(((Receipt) answer).version()).isZero();
        });
        assertThat(answers).filteredOn(answer -> !((Receipt) answer).replayed()).hasSize(1);
    }

    @Test
    void one_external_reference_is_one_order_however_many_ask_for_it_at_once() throws Exception {
        List<Object> answers = atOnce(16, n -> send(create(OrderId.of("ref " + n), "shop-16"), "ref " + n));
        assertThat(answers).filteredOn(Receipt.class::isInstance).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> !(answer instanceof Receipt))
                .allSatisfy(no -> assertThat(no).isInstanceOf(ExternalRefTaken.class));
    }

    @Test
    void numbers_are_unique_however_many_orders_are_placed_at_once() throws Exception {
        List<Object> answers = atOnce(16, n -> send(create(OrderId.of("many " + n), null), "many " + n));
        assertThat(answers).allSatisfy(answer -> assertThat(answer).isInstanceOf(Receipt.class));
        assertThat(jdbc.sql("select count(distinct name) from claimed_name where kind = 'order-number'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(16);
    }

    @Test
    void O5_of_cancel_and_ship_exactly_one_wins() throws Exception {
        for (int round = 0; round < 10; round++) {
            String order = OrderId.of("race " + round);
            send(create(order, null), "place " + round);
            send(pay(order), "pay " + round);
            List<Object> answers = atOnce(16, n -> {
                String key = order + n;
                return n % 2 == 0
                        ? send(new CancelOrder(order, CancellationReason.CUSTOMER, null, null), key)
                        : send(new ApproveShipment(order, OrderId.shipment(order, key), List.of(), null), key);
            });
            assertThat(answers).filteredOn(Receipt.class::isInstance).hasSize(1);
            assertThat(answers)
                    .filteredOn(answer -> !(answer instanceof Receipt))
                    .allSatisfy(no -> assertThat(((Refusal) no).kind()).isEqualTo(Refusal.Kind.CONFLICT));
            boolean shipped = answers.stream().anyMatch(ShipmentAlreadyApproved.class::isInstance);
            assertThat(answers.stream().anyMatch(WrongLifecycle.class::isInstance))
                    .isNotEqualTo(shipped);
        }
    }

    @Test
    void S3_the_last_ten_units_are_promised_to_ten_however_many_ask_at_once() throws Exception {
        String item = StockItemId.of("LAST/10 %");
        send(new RegisterStockItem(item, StockItemId.skuOf(item), "The last", 0, 0, 0, null), "register");
        send(new ReceiveStock(item, 10, "po-1", null), "receive");
        List<Object> answers = atOnce(50, n -> {
            String order = OrderId.of("last " + n);
            return send(new SetReservation(item, order, "1", 1, 1, 0), order);
        });
        assertThat(answers).hasSize(50).allMatch(Receipt.class::isInstance);
        assertThat(answersOf(item)).filteredOn(answer -> answer.reserved() == 1).hasSize(10);
        assertThat(answersOf(item)).filteredOn(answer -> answer.refused() == 1).hasSize(40);
    }

    @Test
    void a_sku_is_registered_once_however_many_do_at_once() throws Exception {
        String item = StockItemId.of("TWICE");
        RegisterStockItem command = new RegisterStockItem(item, "TWICE", "Twice", 0, 0, 0, null);
        List<Object> answers = atOnce(8, n -> send(command, "register " + n));
        assertThat(answers).containsOnlyOnce(Receipt.of(item, 0));
        assertThat(answers).filteredOn(Receipt.of(item, 0).again()::equals).hasSize(7);
    }

    /** From the second hundred events on, the item is read from a snapshot and not from its first event. */
    @Test
    void a_shipment_is_counted_once_though_the_item_has_forgotten_it() {
        String item = StockItemId.of("MOVED");
        send(new RegisterStockItem(item, "MOVED", "Moved", 0, 0, 0, null), "register");
        send(new ReceiveStock(item, 1_000, null, null), "receive");
        DispatchStock first = new DispatchStock(item, OrderId.of("moved 0"), "1", "shipment-0", 1, null);
        send(first, "dispatch 0");
        for (int n = 1; n <= 210; n++) {
            send(new DispatchStock(item, OrderId.of("moved " + n), "1", "shipment-" + n, 1, null), "dispatch " + n);
        }
        assertThat(send(first, "dispatch 0, asked by another"))
                .isEqualTo(Receipt.of(item, 212).again());
    }

    @Test
    void an_order_that_was_never_placed_is_not_found() {
        String order = OrderId.of("nowhere");
        assertThatThrownBy(() -> send(pay(order), "1"))
                .isInstanceOfSatisfying(
                        Refused.class, no -> assertThat(no.refusal()).isEqualTo(new OrderNotFound(order)));
    }

    @Test
    void a_quote_writes_nothing() {
        CreateOrder order = create(OrderId.of("quote"), null);
        Quote quote = dispatch.ask(
                new QuoteOrder(order.currency(), order.lines(), order.shipping(), null), request("q"), Quote.class);
        assertThat(quote.totals().grand()).isEqualTo(PRICE.multipliedBy(2));
        assertThat(verify().checks()).extracting(Check::checked).containsOnly(0L);
    }

    private interface Attempt {
        Object run(int n);
    }

    /** What each of {@code threads} was answered: a receipt, or a refusal. Anything else fails the test. */
    private static List<Object> atOnce(int threads, Attempt attempt) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            CyclicBarrier start = new CyclicBarrier(threads);
            List<Callable<Object>> tasks = new ArrayList<>();
            for (int n = 0; n < threads; n++) {
                int own = n;
                tasks.add(() -> {
                    start.await();
                    try {
                        return attempt.run(own);
                    } catch (Refused no) {
                        return no.refusal();
                    }
                });
            }
            List<Object> answers = new ArrayList<>();
            for (Future<Object> answer : pool.invokeAll(tasks)) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            pool.shutdown();
        }
    }
}
