package io.ordertrail.query.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ordertrail.api.message.Refusal;
import io.ordertrail.api.message.Refused;
import io.ordertrail.api.message.RequestRefusal.MissingRole;
import io.ordertrail.api.message.Role;
import io.ordertrail.api.order.OrderCourseEvent.OrderCreated;
import io.ordertrail.api.order.OrderCourseRefusal.OrderNotFound;
import io.ordertrail.api.order.OrderEvent;
import io.ordertrail.api.order.view.OrderHistory;
import io.ordertrail.api.order.view.OrderPage;
import io.ordertrail.api.order.view.OrderQuery.GetOrder;
import io.ordertrail.api.order.view.OrderQuery.GetOrderByNumber;
import io.ordertrail.api.order.view.OrderQuery.GetOrderHistory;
import io.ordertrail.api.order.view.OrderQuery.ListOrders;
import io.ordertrail.api.order.view.OrderQuery.Sort;
import io.ordertrail.api.order.view.OrderView;
import io.ordertrail.api.projection.ProjectionCommand.StartReplay;
import io.ordertrail.api.projection.ProjectionQuery.ListProjections;
import io.ordertrail.api.projection.ProjectionRefusal.ViewIncomplete;
import io.ordertrail.api.projection.Projections;
import io.ordertrail.api.projection.Replay;
import io.ordertrail.axon.message.Dispatch;
import io.ordertrail.axon.message.RequestContext;
import io.ordertrail.query.Database;
import io.ordertrail.query.Node;
import io.ordertrail.query.Stories;
import io.ordertrail.query.order.list.Filters;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A replay never shows: nobody is told a part for the whole, whichever process does it. */
@ParameterizedClass
@EnumSource(Database.class)
class ReplayUnseenIT {

    @Parameter
    Database database;

    private final Stories stories = new Stories(9);
    private List<String> arguments = List.of();
    private Node node;

    @BeforeEach
    void start() {
        arguments = database.fresh();
        node = Node.start(arguments);
    }

    @AfterEach
    void stop() {
        node.close();
    }

    @Test
    void finding_1_2_while_a_view_is_filled_sets_of_it_are_refused_and_single_reads_are_right() {
        List<OrderEvent> story = longStory();
        node.store(story);
        OrderCreated order = (OrderCreated) story.get(0);
        place(5);
        node.settle();
        OrderView whole = node.ask(new GetOrder(order.orderId(), null), OrderView.class);
        OrderHistory history = node.ask(new GetOrderHistory(order.orderId(), null, null, null), OrderHistory.class);
        node.views().shutDown();
        Node.PROJECTIONS.forEach(this::beginFilling);
        // As far as half of it.
        node.jdbc()
                .sql("update order_view set state = replace(state, ?, 'somebody-else'), version = 0")
                .param(order.customerId())
                .update();
        node.jdbc()
                .sql("delete from order_list where order_id <> ?")
                .param(order.orderId())
                .update();
        assertThat(node.ask(new GetOrder(order.orderId(), null), OrderView.class))
                .isEqualTo(whole);
        assertThat(node.ask(new GetOrderHistory(order.orderId(), null, null, null), OrderHistory.class))
                .isEqualTo(history);
        assertRefused(new ViewIncomplete("order-list"), this::list);
        assertRefused(
                new OrderNotFound(order.number()),
                () -> node.ask(new GetOrderByNumber(order.number()), OrderView.class));
    }

    @Test
    void finding_1_2_only_who_is_of_the_shop_may_replay() {
        for (RequestContext nobody : List.of(
                new RequestContext("nobody", List.of(), "c", "t", null, null),
                new RequestContext("customer", List.of("CUSTOMER"), "c", "t", null, null))) {
            assertRefused(
                    MissingRole.of(Role.SUPERVISOR, Role.ADMIN),
                    () -> node.bean(Dispatch.class).send(new StartReplay("order-view", "r"), nobody, Replay.class));
            assertRefused(
                    MissingRole.of(Role.SUPERVISOR, Role.AUDITOR, Role.ADMIN),
                    () -> node.bean(Dispatch.class).ask(new ListProjections(), nobody, Projections.class));
        }
    }

    @Test
    void finding_1_2_a_replay_is_done_when_it_has_caught_up_with_what_came_meanwhile() {
        place(10);
        node.settle();
        node.send(new StartReplay("order-list", "meanwhile"), Replay.class);
        place(400);
        node.awaitReplay("order-list", "meanwhile");
        Map<String, Long> positions = node.projections().items().stream()
                .collect(Collectors.toMap(Projections.Item::name, Projections.Item::position));
        assertThat(positions.get("order-list")).isGreaterThanOrEqualTo(positions.get("order-view"));
    }

    @Test
    void finding_2_7_a_node_that_does_not_keep_the_view_takes_the_wish_and_the_one_that_does_acts() {
        Assumptions.assumeTrue(database == Database.POSTGRES, "two processes");
        place(30);
        node.settle();
        try (Node other = Node.start(arguments)) {
            for (String projection : Node.PROJECTIONS) {
                assertThat(other.views().processingStatus()).as(projection).isEmpty();
                Replay asked = other.send(new StartReplay(projection, "elsewhere"), Replay.class);
                assertThat(asked.status()).isEqualTo(Replay.Status.ASKED);
                other.awaitReplay(projection, "elsewhere");
                assertThat(node.views().processingStatus()).as(projection).isNotEmpty();
            }
            assertThat(other.count("order_view")).isEqualTo(30);
            assertThat(other.count("order_list")).isEqualTo(30);
        }
    }

    @Test
    void a_migration_asks_for_a_replay_by_a_row_and_the_view_is_not_read_as_a_whole_before_it_is_done() {
        place(40);
        node.settle();
        List<String> before = node.rows();
        node.close();
        node = Node.start(arguments, "ordertrail.processors.auto-start=false");
        // What a script says that has changed the view.
        node.jdbc()
                .sql("insert into replay (projection, replay_id, unfinished, state, asked_by, asked_at)"
                        + " select 'order-list', 'V70', 'order-list', 'EMPTYING', 'V70', now()"
                        + " where not exists (select 1 from replay where unfinished = 'order-list')")
                .update();
        assertRefused(new ViewIncomplete("order-list"), this::list);
        restart();
        node.awaitReplay("order-list", "V70");
        node.settle();
        node.requireRows(before);
        assertThat(list().items()).hasSize(40);
    }

    private static void assertRefused(Refusal refusal, ThrowingCallable action) {
        assertThatThrownBy(action)
                .isInstanceOfSatisfying(
                        Refused.class, no -> assertThat(no.refusal()).isEqualTo(refusal));
    }

    private void restart() {
        node.close();
        node = Node.start(arguments);
    }

    private List<OrderEvent> longStory() {
        List<OrderEvent> story = stories.next();
        return story.size() > 2 ? story : longStory();
    }

    private void beginFilling(String projection) {
        node.jdbc()
                .sql("insert into replay (projection, replay_id, unfinished, state, asked_by, asked_at, head_position)"
                        + " values (?, 'by-hand', ?, 'FILLING', 'anna', now(), 9999999)")
                .params(projection, projection)
                .update();
    }

    private OrderPage list() {
        return node.ask(
                new ListOrders(new Filters().filter(), new Sort(Sort.Key.CREATED_AT, true), 100, null),
                OrderPage.class);
    }

    private void place(int orders) {
        for (int i = 0; i < orders; i++) {
            node.store(stories.next());
        }
    }
}
