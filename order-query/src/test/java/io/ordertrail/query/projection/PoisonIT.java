package io.ordertrail.query.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ordertrail.api.deadletter.DeadLetter;
import io.ordertrail.api.deadletter.DeadLetterFilter;
import io.ordertrail.api.deadletter.DeadLetterRetry;
import io.ordertrail.api.deadletter.DeadLetters;
import io.ordertrail.api.order.OrderCourseEvent.OrderConfirmed;
import io.ordertrail.api.order.OrderCourseEvent.OrderCreated;
import io.ordertrail.api.order.OrderMoneyEvent;
import io.ordertrail.api.order.view.OrderPage;
import io.ordertrail.api.order.view.OrderQuery.ListOrders;
import io.ordertrail.api.order.view.OrderQuery.Sort;
import io.ordertrail.api.order.view.OrderSummary;
import io.ordertrail.api.projection.ProjectionCommand.RetryDeadLetter;
import io.ordertrail.api.projection.ProjectionQuery.ListDeadLetters;
import io.ordertrail.query.Database;
import io.ordertrail.query.Node;
import io.ordertrail.query.Stories;
import io.ordertrail.query.order.list.Filters;
import io.ordertrail.query.projection.position.SharedViews;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Events that a projection cannot take in: parked and told, while all others go on. */
@ParameterizedClass
@EnumSource(Database.class)
class PoisonIT {

    @Parameter
    Database database;

    private final Stories stories = new Stories(5);
    private Node node;

    @BeforeEach
    void start() {
        node = Node.start(database.fresh());
    }

    @AfterEach
    void stop() {
        node.close();
    }

    @Test
    void pitfall_3_an_event_that_cannot_be_folded_is_parked_with_all_that_follow_it_and_others_go_on() {
        OrderCreated order = stories.placed();
        OrderCreated other = stories.placed();
        stopAll();
        // Confirmed out of the blue: version 1 is missing.
        node.store(List.of(order));
        node.storeAt(Stories.DAY, 2, new OrderConfirmed(order.orderId(), null, order.at()));
        node.store(3, List.of(new OrderConfirmed(order.orderId(), null, order.at())));
        node.store(List.of(other));
        startAll();
        node.settle();
        assertThat(node.projection("order-view").deadLetters()).isEqualTo(2);
        assertThat(node.projection("order-list").deadLetters()).isEqualTo(2);
        assertThat(versionOf("order_view", order)).isZero();
        assertThat(versionOf("order_view", other)).isZero();
        assertThat(versionOf("order_list", other)).isZero();
        assertThat(causes()).containsOnly("EVENT_MISSING");
    }

    @Test
    void pitfall_9_an_event_whose_row_the_database_refuses_is_parked_alone_and_the_rest_of_its_batch_is_kept() {
        OrderCreated first = stories.placed();
        OrderCreated twin = withNumber(stories.placed(), first.number());
        OrderCreated last = stories.placed();
        stopAll();
        node.store(List.of(first));
        node.store(List.of(twin, new OrderConfirmed(twin.orderId(), null, twin.at())));
        node.store(List.of(last));
        startAll();
        node.settle();
        assertThat(node.projection("order-view").deadLetters())
                .as("the twin and what follows it")
                .isEqualTo(2);
        assertThat(node.projection("order-list").deadLetters()).isZero();
        assertThat(node.count("order_view")).isEqualTo(2);
        assertThat(versionOf("order_view", last)).isZero();
        assertThat(versionOf("order_list", twin))
                .as("every other view shows the twin")
                .isEqualTo(1);
        assertThat(node.bean(SharedViews.class).names())
                .as("no view is put out for an event")
                .hasSameSizeAs(node.projections().items());
        assertThat(causes()).containsExactly("ROW_REFUSED");
        assertThat(node.verify().checks())
                .filteredOn(check -> check.breaches() > 0)
                .extracting(check -> check.claim().substring(0, 12))
                .containsExactly("every row of", "totals agree", "no event is ");
        // What comes later of the parked order is parked behind it, what comes later of others is not.
        node.store(2, List.of(new OrderMoneyEvent.PaymentWaived(twin.orderId(), "x", twin.at())));
        node.store(1, List.of(new OrderConfirmed(last.orderId(), null, last.at())));
        node.settle();
        assertThat(node.projection("order-view").deadLetters()).isEqualTo(3);
        assertThat(versionOf("order_view", last)).isEqualTo(1);
    }

    @Test
    void pitfall_9_a_payload_that_cannot_be_read_is_parked_and_found_by_verification() {
        OrderCreated good = stories.placed();
        OrderCreated broken = stories.placed();
        OrderCreated unknown = stories.placed();
        stopAll();
        node.store(List.of(good));
        node.store(List.of(broken));
        node.store(List.of(unknown));
        corrupt("payload = '{\"orderId\":'", broken);
        corrupt("payload_type = 'order.OrderTeleported'", unknown);
        startAll();
        node.settle();
        for (String projection : Node.PROJECTIONS) {
            assertThat(node.projection(projection).deadLetters()).as(projection).isEqualTo(2);
            assertThat(node.projection(projection).running()).isTrue();
        }
        assertThat(node.count("order_view")).isEqualTo(1);
        assertThat(node.verify().checks())
                .filteredOn(check -> check.claim().startsWith("every event can be read"))
                .singleElement()
                .satisfies(check -> assertThat(check.breaches()).isEqualTo(2));
    }

    @Test
    void a_failure_of_the_world_parks_nothing_holds_up_no_other_view_and_is_tried_again_until_it_is_over() {
        node.jdbc().sql("alter table order_list rename to gone").update();
        OrderCreated order = stories.placed();
        node.store(List.of(order));
        await().until(() -> node.projection("order-list").error() != null);
        assertThat(node.projection("order-list").deadLetters()).isZero();
        await().untilAsserted(() -> assertThat(versionOf("order_view", order)).isZero());
        node.jdbc().sql("alter table gone rename to order_list").update();
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(versionOf("order_list", order)).isZero());
        node.awaitTogether();
        assertThat(node.projection("order-list").error()).isNull();
        assertThat(node.projection("order-list").deadLetters()).isZero();
    }

    @Test
    void a_row_that_cannot_be_read_parks_its_own_order_only() {
        OrderCreated order = stories.placed();
        OrderCreated other = stories.placed();
        node.store(List.of(order));
        node.store(List.of(other));
        node.settle();
        stopAll();
        node.jdbc()
                .sql("update order_view set state = '{' where order_id = ?")
                .param(order.orderId())
                .update();
        node.store(1, List.of(new OrderConfirmed(order.orderId(), null, order.at())));
        node.store(1, List.of(new OrderConfirmed(other.orderId(), null, other.at())));
        startAll();
        node.settle();
        assertThat(versionOf("order_view", other)).isEqualTo(1);
        assertThat(node.projection("order-view").deadLetters()).isEqualTo(1);
    }

    @Test
    void finding_1_3_a_row_of_the_list_that_cannot_be_read_leaves_it_and_a_retry_makes_it_anew() {
        OrderCreated order = stories.placed();
        node.store(List.of(order));
        node.store(List.of(stories.placed()));
        node.settle();
        OrderPage whole = list(null);
        assertThat(whole.items()).hasSize(2);
        node.jdbc()
                .sql("update order_list set facts = '{' where order_id = ?")
                .param(order.orderId())
                .update();
        assertThat(list(null).items()).extracting(OrderSummary::id).doesNotContain(order.orderId());
        assertThat(list(null).unreadable()).isEqualTo(1);
        node.store(1, List.of(new OrderConfirmed(order.orderId(), null, order.at())));
        node.settle();
        DeadLetters letters = node.ask(new ListDeadLetters(DeadLetterFilter.of("order-list")), DeadLetters.class);
        assertThat(letters.items()).extracting(DeadLetter::error).containsExactly("ROW_UNREADABLE");
        DeadLetterRetry came =
                node.send(new RetryDeadLetter(letters.items().get(0).id()), DeadLetterRetry.class);
        assertThat(came.left()).isZero();
        assertThat(list(null).items()).hasSize(2);
        assertThat(list(order.lines().get(0).sku()).items())
                .filteredOn(found -> found.id().equals(order.orderId()))
                .singleElement()
                .satisfies(found -> assertThat(found.version()).isEqualTo(1));
        assertThat(node.verify().checks())
                .allSatisfy(check ->
                        assertThat(check.breaches()).as(check.toString()).isZero());
    }

    private OrderPage list(@Nullable String sku) {
        return node.ask(
                new ListOrders(
                        (sku == null ? new Filters() : new Filters().sku(sku)).filter(),
                        new Sort(Sort.Key.CREATED_AT, true),
                        100,
                        null),
                OrderPage.class);
    }

    private void stopAll() {
        node.views().shutDown();
    }

    private void startAll() {
        node.views().start();
    }

    private void corrupt(String assignment, OrderCreated order) {
        node.jdbc()
                .sql("update domain_event set " + assignment + " where aggregate_id = ?")
                .param(order.orderId())
                .update();
    }

    private long versionOf(String table, OrderCreated order) {
        return node.jdbc()
                .sql("select version from " + table + " where order_id = ?")
                .param(order.orderId())
                .query(Long.class)
                .optional()
                .orElse(-1L);
    }

    private List<String> causes() {
        return node.jdbc()
                .sql("select error from parked_sequence")
                .query((row, n) -> row.getString(1))
                .list();
    }

    private static OrderCreated withNumber(OrderCreated order, String number) {
        return new OrderCreated(
                order.orderId(),
                number,
                order.externalRef(),
                order.channel(),
                order.customerId(),
                order.currency(),
                order.paymentTerms(),
                order.lines(),
                order.shipping(),
                order.totals(),
                order.roundingMode(),
                order.shippingAddress(),
                order.billingAddress(),
                order.tracked(),
                order.payment(),
                Map.of(),
                null,
                null,
                order.at());
    }
}
