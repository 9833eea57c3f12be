package io.ordertrail.query.projection.deadletter;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.ordertrail.api.attention.AttentionItem;
import io.ordertrail.api.attention.AttentionKind;
import io.ordertrail.api.attention.AttentionPage;
import io.ordertrail.api.attention.AttentionQuery.ListAttention;
import io.ordertrail.api.deadletter.DeadLetter;
import io.ordertrail.api.deadletter.DeadLetterFilter;
import io.ordertrail.api.deadletter.DeadLetterGroups;
import io.ordertrail.api.deadletter.DeadLetterGroups.Group;
import io.ordertrail.api.deadletter.DeadLetterInspection;
import io.ordertrail.api.deadletter.DeadLetterInspection.Change;
import io.ordertrail.api.deadletter.DeadLetterInspection.Row;
import io.ordertrail.api.deadletter.DeadLetterRetries;
import io.ordertrail.api.deadletter.DeadLetterRetry;
import io.ordertrail.api.deadletter.DeadLetters;
import io.ordertrail.api.order.OrderCourseEvent.OrderConfirmed;
import io.ordertrail.api.order.OrderCourseEvent.OrderCreated;
import io.ordertrail.api.order.OrderCourseEvent.OrderHeld;
import io.ordertrail.api.projection.ProjectionCommand.RetryDeadLetter;
import io.ordertrail.api.projection.ProjectionCommand.RetryDeadLetters;
import io.ordertrail.api.projection.ProjectionQuery.GroupDeadLetters;
import io.ordertrail.api.projection.ProjectionQuery.InspectDeadLetter;
import io.ordertrail.api.projection.ProjectionQuery.ListDeadLetters;
import io.ordertrail.axon.deadletter.RowDifference;
import io.ordertrail.query.Database;
import io.ordertrail.query.Node;
import io.ordertrail.query.Stories;
import io.ordertrail.query.projection.fold.ReadModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of events that views cannot process: seen in groups, looked at, and tried again. */
@ParameterizedClass
@EnumSource(Database.class)
class DeadLetterIT {

    /** {@code -Dorders=1000} is the long edition. */
    private static final int ORDERS = Integer.getInteger("orders", 200);

    @Parameter
    Database database;

    private final Stories stories = new Stories(23);
    private Node node;

    @AfterEach
    void stop() {
        node.close();
    }

    @Test
    void a_poison_event_a_database_error_and_an_unreadable_payload_hold_up_no_other_order() {
        List<String> where = database.fresh();
        // Nobody has read the events before they are broken: what was read is kept in memory.
        node = Node.start(where, "ordertrail.processors.auto-start=false");
        List<OrderCreated> orders = new ArrayList<>();
        for (int n = 0; n < ORDERS; n++) {
            OrderCreated order = stories.placed();
            orders.add(order);
            node.store(List.of(order, new OrderConfirmed(order.orderId(), null, order.at())));
        }
        OrderCreated poison = orders.get(ORDERS / 2);
        OrderCreated refused = orders.get(ORDERS / 2 + 1);
        OrderCreated unreadable = orders.get(ORDERS / 2 + 2);
        breakEvents(poison, unreadable);
        node.jdbc()
                .sql("alter table order_view add constraint poison check (number <> '" + refused.number() + "')")
                .update();
        node.close();
        node = Node.start(where);
        node.settle();

        Map<String, String> troubled = Map.of(
                poison.orderId(), "FOLD_FAILED",
                refused.orderId(), "ROW_REFUSED",
                unreadable.orderId(), "EVENT_UNREADABLE");
        assertThat(letters().items().stream().collect(toMap(DeadLetter::subject, DeadLetter::error)))
                .isEqualTo(troubled);
        assertThat(node.jdbc()
                        .sql("select count(*) from order_view where version = 1")
                        .query(Long.class)
                        .single())
                .as("all others, at once")
                .isEqualTo(ORDERS - 3L);
        assertThat(groups())
                .extracting(Group::error, Group::eventType, Group::sequences, Group::events)
                .containsExactlyInAnyOrder(
                        tuple("FOLD_FAILED", "order.OrderCreated", 1L, 1L),
                        tuple("ROW_REFUSED", "order.OrderCreated", 1L, 2L),
                        tuple("EVENT_UNREADABLE", "order.OrderCreated", 1L, 2L));
        assertThat(attention())
                .extracting(AttentionItem::code)
                .containsExactlyInAnyOrder("FOLD_FAILED", "ROW_REFUSED", "EVENT_UNREADABLE");

        for (DeadLetter letter : letters().items()) {
            DeadLetterInspection before = dryRun(letter);
            assertThat(before.retry().error()).isEqualTo(letter.error());
            assertThat(before.rows()).allMatch(row -> row.changes().isEmpty());
            assertThat(retry(letter)).isEqualTo(before.retry());
        }
        DeadLetterInspection.Event broken = dryRun(letterOf(unreadable)).event();
        assertThat(broken.payload()).as("as it is stored").isEqualTo("{\"orderId\":");

        // A release that can do it, and a table that takes it.
        node.close();
        node = Node.start(where);
        mendEvents();
        node.jdbc().sql("alter table order_view drop constraint poison").update();
        node.settle();
        List<String> rows = node.rows();
        for (DeadLetter letter : letters().items()) {
            DeadLetterInspection promised = dryRun(letter);
            node.requireRows(rows);
            assertThat(promised.retry().left()).isZero();
            assertThat(promised.rows())
                    .singleElement()
                    .satisfies(row -> assertThat(row.changes()).isNotEmpty());
            assertThat(retry(letter)).isEqualTo(promised.retry());
            Row row = promised.rows().get(0);
            assertThat(changes(row, letter)).isEqualTo(row.changes());
            rows = node.rows();
        }
        assertThat(node.count("order_view")).isEqualTo(ORDERS);
        // The other views had the same trouble with events; all of a kind are tried at once.
        DeadLetterFilter unread = new DeadLetterFilter(null, "EVENT_UNREADABLE", "order.OrderCreated", null);
        DeadLetterRetries came = node.send(new RetryDeadLetters(unread), DeadLetterRetries.class);
        assertThat(came.recovered()).isPositive().isEqualTo(came.tried());
        came = node.send(new RetryDeadLetters(DeadLetterFilter.ALL), DeadLetterRetries.class);
        assertThat(came.left()).isZero();
        // The figures took the poison event for a second sale, which is what it said at the time.
        assertThat(node.verify().checks())
                .filteredOn(check -> !check.claim().contains("figures"))
                .allSatisfy(check ->
                        assertThat(check.breaches()).as(check.toString()).isZero());
    }

    @Test
    void what_is_parked_is_tried_again_by_itself_by_one_node_at_a_time() {
        node = Node.start(
                database.fresh(), "ordertrail.dead-letters.first-delay=100ms", "ordertrail.dead-letters.look=50ms");
        OrderCreated order = stories.placed();
        node.store(List.of(order));
        node.store(2, List.of(new OrderConfirmed(order.orderId(), null, order.at())));
        node.settle();
        DeadLetter parked = letterOf(order);
        await().until(() -> letterOf(order).triedAt().isAfter(parked.triedAt()));
        assertThat(node.bean(Recovery.class).claim(parked))
                .as("by who has seen it before it was tried")
                .isFalse();
        node.storeAt(Stories.DAY, 1, new OrderHeld(order.orderId(), "FRAUD_CHECK", null, order.at()));
        await().until(() -> letters().items().isEmpty());
        assertThat(node.jdbc()
                        .sql("select version from order_view")
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
    }

    private DeadLetters letters() {
        return node.ask(new ListDeadLetters(DeadLetterFilter.of("order-view")), DeadLetters.class);
    }

    private DeadLetter letterOf(OrderCreated order) {
        return node.ask(
                        new ListDeadLetters(new DeadLetterFilter("order-view", null, null, order.orderId())),
                        DeadLetters.class)
                .items()
                .get(0);
    }

    private List<Group> groups() {
        return node.ask(new GroupDeadLetters(DeadLetterFilter.of("order-view")), DeadLetterGroups.class)
                .items();
    }

    private List<AttentionItem> attention() {
        return node
                .ask(new ListAttention(List.of(AttentionKind.DEAD_LETTERS), false, 50, null), AttentionPage.class)
                .items()
                .stream()
                .filter(item -> item.subject().equals("order-view"))
                .toList();
    }

    private DeadLetterInspection dryRun(DeadLetter letter) {
        return node.ask(new InspectDeadLetter(letter.id()), DeadLetterInspection.class);
    }

    private DeadLetterRetry retry(DeadLetter letter) {
        return node.send(new RetryDeadLetter(letter.id()), DeadLetterRetry.class);
    }

    /** The second event of one order begins it once more; the first of the other is half of one. */
    private void breakEvents(OrderCreated poison, OrderCreated unreadable) {
        node.jdbc()
                .sql("create table kept as select aggregate_id, sequence_number, payload_type, payload"
                        + " from domain_event")
                .update();
        node.jdbc()
                .sql("update domain_event set payload_type = 'order.OrderCreated', payload = (select payload from kept"
                        + " where aggregate_id = ? and sequence_number = 0)"
                        + " where aggregate_id = ? and sequence_number = 1")
                .params(poison.orderId(), poison.orderId())
                .update();
        node.jdbc()
                .sql("update domain_event set payload = '{\"orderId\":' where aggregate_id = ? and sequence_number = 0")
                .param(unreadable.orderId())
                .update();
    }

    private void mendEvents() {
        String of = " from kept k where k.aggregate_id = d.aggregate_id and k.sequence_number = d.sequence_number)";
        node.jdbc()
                .sql("update domain_event d set payload_type = (select k.payload_type" + of
                        + ", payload = (select k.payload" + of)
                .update();
    }

    /** What has become of a row since the dry run, in its words. */
    private List<Change> changes(Row promised, DeadLetter letter) {
        return node.bean(RowDifference.class)
                .of(promised.key(), true, promised.stored(), stored(letter))
                .changes();
    }

    private Object stored(DeadLetter letter) {
        @SuppressWarnings("unchecked")
        ReadModel<Object> model = (ReadModel<Object>) node.bean(Recovery.class).model(letter);
        return model.load(Set.of(letter.subject())).get(letter.subject());
    }
}
