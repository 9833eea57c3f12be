package io.ordertrail.query.order.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ordertrail.api.deadletter.DeadLetter;
import io.ordertrail.api.deadletter.DeadLetterFilter;
import io.ordertrail.api.deadletter.DeadLetters;
import io.ordertrail.api.message.Refused;
import io.ordertrail.api.order.OrderCourseEvent.OrderCreated;
import io.ordertrail.api.order.OrderGoodsEvent.StockAsked;
import io.ordertrail.api.order.OrderId;
import io.ordertrail.api.order.OrderMoneyEvent.PaymentAsked;
import io.ordertrail.api.order.value.StockAsk;
import io.ordertrail.api.order.view.OrderCauses;
import io.ordertrail.api.order.view.OrderHistory;
import io.ordertrail.api.order.view.OrderQuery.GetCauses;
import io.ordertrail.api.order.view.OrderQuery.GetOrderHistory;
import io.ordertrail.api.payment.PaymentChoice;
import io.ordertrail.api.payment.PaymentEvent.PaymentAuthorizationRequested;
import io.ordertrail.api.payment.PaymentEvent.PaymentInitiated;
import io.ordertrail.api.payment.PaymentEvent.PaymentOutcomeUnknown;
import io.ordertrail.api.payment.PaymentOperation;
import io.ordertrail.api.process.ProcessEvent.EventParked;
import io.ordertrail.api.process.ProcessEvent.StepRefused;
import io.ordertrail.api.process.ProcessEvent.StepUnstuck;
import io.ordertrail.api.projection.ProjectionCommand.DiscardDeadLetter;
import io.ordertrail.api.projection.ProjectionQuery.ListDeadLetters;
import io.ordertrail.api.projection.ProjectionRefusal.ViewIncomplete;
import io.ordertrail.api.stock.StockEvent.ReservationSet;
import io.ordertrail.api.stock.StockEvent.StockDispatched;
import io.ordertrail.api.stock.StockEvent.StockItemRegistered;
import io.ordertrail.api.stock.StockEvent.StockReceived;
import io.ordertrail.api.stock.StockEvent.StockReturned;
import io.ordertrail.api.stock.StockItemId;
import io.ordertrail.axon.message.Dispatch;
import io.ordertrail.axon.message.MetaKeys;
import io.ordertrail.axon.message.RequestContext;
import io.ordertrail.query.Database;
import io.ordertrail.query.Node;
import io.ordertrail.query.Stories;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.GenericMessage;
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
    void bug_a_history_relied_on_rows_of_reservations_that_another_release_had_made() {
        leavesAndComesBack();
        stock(asked("order-third"));
        node.settle();
        node.sql("delete from stock_reservation where order_id = ?")
                .param(order.orderId())
                .update();
        node.jdbc()
                .sql("update view_generation set made_by = 'another release' where projection = ?")
                .param(VIEW)
                .update();
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

    @Test
    void what_processes_told_of_an_order_and_of_its_parts_stands_behind_its_cause_and_is_for_the_shop_only() {
        String payment = OrderId.payment(order.orderId(), "p");
        String first = history().entries().get(0).eventId();
        StepRefused refused = new StepRefused("payment-asks", payment, "capture", "", 1, "NO", "No money.", order.at());
        // By the clock of a node that is a minute behind.
        tell(
                refused,
                order.at().minusSeconds(60),
                Map.of(MetaKeys.ACTOR, "payment-asks", MetaKeys.CAUSING_EVENT, first));
        node.tell(new EventParked("fulfilment", order.orderId(), first, "order.OrderCreated", "BUG", order.at()));
        node.tell(new StepUnstuck("stock-asks", "order-other", "ask", "1", 1, order.at()));
        node.settle();
        List<OrderHistory.Entry> told = history().entries().stream()
                .filter(entry -> entry.type().startsWith("process."))
                .toList();
        assertThat(told)
                .extracting(OrderHistory.Entry::summary)
                .containsExactlyInAnyOrder(
                        "Step capture of payment-asks was refused: No money.",
                        "An event order.OrderCreated could not be processed by fulfilment (BUG); it waits, and so do later ones of "
                                + order.orderId());
        OrderHistory.Entry entry = told.stream()
                .filter(each -> each.type().equals("process.StepRefused"))
                .findFirst()
                .orElseThrow();
        assertThat(entry.subject()).isEqualTo(payment);
        assertThat(entry.version()).isNull();
        assertThat(entry.actor()).isEqualTo("payment-asks");
        assertThat(entry.data())
                .containsEntry("code", "NO")
                .containsEntry("detail", "No money.")
                .containsEntry("number", 1L);
        assertThat(history().entries()).extracting(OrderHistory.Entry::eventId).startsWith(first);
        assertThat(node.ask(new GetCauses(order.orderId()), OrderCauses.class).edges())
                .contains(new OrderCauses.Edge(first, entry.eventId()));

        RequestContext customer = new RequestContext(order.customerId(), List.of("CUSTOMER"), "c", "t", null, null);
        assertThat(node.bean(Dispatch.class)
                        .ask(new GetOrderHistory(order.orderId(), null, null, null), customer, OrderHistory.class)
                        .entries())
                .isNotEmpty()
                .noneMatch(each -> each.type().startsWith("process."));
    }

    @Test
    void a_history_is_refused_rather_than_told_without_what_processes_told() {
        node.settle();
        node.jdbc()
                .sql("update view_generation set made_by = 'another release' where projection = 'process-events'")
                .update();
        assertThatThrownBy(this::history)
                .isInstanceOfSatisfying(
                        Refused.class, no -> assertThat(no.refusal()).isEqualTo(new ViewIncomplete("process-events")));
    }

    @Test
    void what_is_tried_again_is_still_to_come_for_the_shop() {
        String payment = OrderId.payment(order.orderId(), "p");
        String key = payment + ":auth";
        node.store(
                "payment",
                payment,
                0,
                new PaymentInitiated(
                        payment,
                        order.orderId(),
                        order.customerId(),
                        PaymentChoice.sandbox("ok"),
                        order.totals().grand(),
                        null,
                        order.at()));
        node.store(
                "payment",
                payment,
                1,
                new PaymentAuthorizationRequested(
                        payment, order.orderId(), key, order.totals().grand(), order.at()));
        node.store(
                "payment",
                payment,
                2,
                new PaymentOutcomeUnknown(
                        payment, order.orderId(), PaymentOperation.AUTHORIZE, key, "Too slow", order.at()));
        node.store(
                2,
                List.of(new PaymentAsked(
                        order.orderId(),
                        payment,
                        order.customerId(),
                        PaymentChoice.sandbox("ok"),
                        order.totals().grand(),
                        order.at())));
        OffsetDateTime soon = OffsetDateTime.parse("2030-01-01T00:00:00Z");
        node.jdbc()
                .sql("insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version)"
                        + " values ('provider-request', ?, ?, false, 1)")
                .params(key, soon)
                .update();
        for (String step : List.of("payment-asks/" + payment + "/begin//1", "payment-asks/" + payment + "/later//2")) {
            node.jdbc()
                    .sql(
                            "insert into process_step (step, version, subject, process, answer, queued, due_at, command,"
                                    + " payload, metadata, failures, stuck, code, created_at)"
                                    + " values (?, 0, ?, 'payment-asks', 'ANY', true, ?, 'c', '{}', '{}', ?, false, 'TIMEOUT', ?)")
                    .params(step, payment, soon.plusDays(1), step.endsWith("1") ? 3 : 0, soon)
                    .update();
        }
        assertThat(history().upcoming())
                .filteredOn(each -> payment.equals(each.subject()) && each.at() != null)
                .extracting(each -> each.at() + " " + each.summary())
                .containsExactly(
                        "2030-01-01T00:00:00Z The provider is asked again what became of the payment of "
                                + order.totals().grand() + "; a person is told if it never says",
                        "2030-01-02T00:00:00Z Step begin of payment-asks is tried again; it failed 3 times, last with TIMEOUT");
        RequestContext customer = new RequestContext(order.customerId(), List.of("CUSTOMER"), "c", "t", null, null);
        assertThat(node.bean(Dispatch.class)
                        .ask(new GetOrderHistory(order.orderId(), null, null, null), customer, OrderHistory.class)
                        .upcoming())
                .isNotEmpty()
                .noneMatch(each -> each.summary().contains("again"));
    }

    private OrderHistory history() {
        return node.ask(new GetOrderHistory(order.orderId(), null, null, null), OrderHistory.class);
    }

    private void tell(Object event, Instant when, Map<String, ?> about) {
        node.bean(EventStore.class).publish(new GenericEventMessage<>(new GenericMessage<>(event, about), () -> when));
    }

    private void requireAllOfStock() {
        assertThat(history().entries())
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
