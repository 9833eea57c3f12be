package io.ordertrail.query.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.ordertrail.api.message.Refusal;
import io.ordertrail.api.message.Refused;
import io.ordertrail.api.projection.ProjectionCommand.StartReplay;
import io.ordertrail.api.projection.ProjectionQuery.GetReplay;
import io.ordertrail.api.projection.ProjectionRefusal.ProjectionNotFound;
import io.ordertrail.api.projection.ProjectionRefusal.ReplayNotFound;
import io.ordertrail.api.projection.ProjectionRefusal.ReplayRunning;
import io.ordertrail.api.projection.Replay;
import io.ordertrail.query.Database;
import io.ordertrail.query.Node;
import io.ordertrail.query.Stories;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Database.class)
class ReplayIT {

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
    void every_projection_is_filled_again_with_equal_rows_while_orders_go_on_being_placed() {
        place(60);
        node.settle();
        for (String projection : Node.PROJECTIONS) {
            long stored = node.count("domain_event");
            Replay started = node.send(new StartReplay(projection, "replay-of-" + projection), Replay.class);
            assertThat(started.status()).isEqualTo(Replay.Status.ASKED);
            assertThat(started.askedBy()).isEqualTo("anna");
            place(5);
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> replay(projection).status() == Replay.Status.DONE);
            Replay done = replay(projection);
            assertThat(done.eventsTotal()).isGreaterThanOrEqualTo(stored);
            assertThat(done.eventsDone()).isEqualTo(done.eventsTotal());
            assertThat(done.percent()).isEqualTo(100);
            assertThat(done.secondsLeft()).isZero();
            assertThat(done.finishedAt()).isNotNull();
        }
        node.settle();
        assertThat(node.count("order_view")).isEqualTo(60 + 5L * Node.PROJECTIONS.size());
        assertThat(node.verify().checks())
                .allSatisfy(check ->
                        assertThat(check.breaches()).as(check.toString()).isZero());
    }

    @Test
    void a_replay_cures_a_corrupt_row_and_reads_parked_events_again() {
        place(10);
        node.settle();
        List<String> before = node.rows();
        node.jdbc()
                .sql("update order_list set payment_status = 'PAID', grand_total = 0")
                .update();
        node.send(new StartReplay("order-list", "r-1"), Replay.class);
        node.awaitReplay("order-list", "r-1");
        node.requireRows(before);
    }

    @Test
    void asked_again_with_the_same_id_it_is_the_same_replay_and_another_one_is_refused_while_it_runs() {
        place(10);
        node.settle();
        // Running for ever, as far as its row says.
        node.jdbc()
                .sql("insert into replay (projection, replay_id, unfinished, state, asked_by, asked_at, events_total,"
                        + " start_position, head_position, started_at) select 'order-view', 'r-0', 'order-view',"
                        + " 'FILLING', 'anna', now(), 10, 0, 2 * max(global_index), now() from domain_event")
                .update();
        assertRefused(
                new ReplayRunning("order-view", "r-0"),
                () -> node.send(new StartReplay("order-view", "r-1"), Replay.class));
        Replay again = node.send(new StartReplay("order-view", "r-0"), Replay.class);
        assertThat(again.eventsDone()).isEqualTo(5);
        assertThat(again.percent()).isEqualTo(50);
        assertThat(again.secondsLeft()).isNotNull();
        assertThat(node.count("order_view")).isEqualTo(10);
        assertThat(node.projection("order-view").running()).isTrue();
        node.send(new StartReplay("order-list", "r-0"), Replay.class);
    }

    @Test
    void killed_between_emptying_and_the_new_token_it_is_emptied_once_more() {
        place(40);
        node.settle();
        List<String> before = node.rows();
        node.close();
        node = Node.start(arguments, "ordertrail.processors.auto-start=false");
        // What a process leaves that is killed in between where emptying ends the transaction: no row, and nobody who
        // keeps the view.
        node.jdbc()
                .sql("delete from shared_view where projection = 'order-view'")
                .update();
        node.jdbc().sql("truncate table order_view").update();
        node.jdbc()
                .sql("insert into replay (projection, replay_id, unfinished, state, asked_by, asked_at)"
                        + " values ('order-view', 'r-1', 'order-view', 'EMPTYING', 'anna', now())")
                .update();
        assertThat(node.ask(new GetReplay("order-view", "r-1"), Replay.class).status())
                .isEqualTo(Replay.Status.RUNNING);
        restart();
        node.awaitReplay("order-view", "r-1");
        node.settle();
        node.requireRows(before);
    }

    @Test
    void killed_while_it_is_filled_it_goes_on_where_it_was_and_says_so() {
        place(40);
        node.settle();
        List<String> before = node.rows();
        node.close();
        node = Node.start(arguments, "ordertrail.processors.auto-start=false");
        // The transaction of the new token is all that was done.
        node.jdbc().sql("truncate table order_view").update();
        node.jdbc()
                .sql("delete from shared_view where projection = 'order-view'")
                .update();
        node.jdbc()
                .sql("insert into token_entry (processor_name, segment) values ('order-view', 0)")
                .update();
        node.jdbc()
                .sql("insert into replay (projection, replay_id, unfinished, state, asked_by, asked_at, events_total,"
                        + " start_position, head_position, started_at) select 'order-view', 'r-1', 'order-view',"
                        + " 'FILLING', 'anna', now(), count(*), 0, max(global_index), now() from domain_event")
                .update();
        restart();
        node.awaitReplay("order-view", "r-1");
        node.settle();
        node.requireRows(before);
    }

    @Test
    void a_processor_stopped_in_the_moment_in_which_it_starts_works_when_started_again() {
        var processor = node.views();
        for (int round = 0; round < 100; round++) {
            processor.shutDown();
            processor.start();
        }
        place(1);
        node.settle();
        assertThat(node.count("order_view")).isEqualTo(1);
    }

    @Test
    void what_is_not_there_is_not_found_and_an_empty_store_is_replayed_at_once() {
        assertRefused(
                new ProjectionNotFound("nothing"), () -> node.send(new StartReplay("nothing", "r"), Replay.class));
        assertRefused(new ReplayNotFound("r"), () -> node.ask(new GetReplay("order-view", "r"), Replay.class));
        node.send(new StartReplay("order-view", "r"), Replay.class);
        node.awaitReplay("order-view", "r");
        assertThat(node.ask(new GetReplay("order-view", "r"), Replay.class).percent())
                .isEqualTo(100);
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

    private Replay replay(String projection) {
        return node.ask(new GetReplay(projection, "replay-of-" + projection), Replay.class);
    }

    private void place(int orders) {
        for (int i = 0; i < orders; i++) {
            node.store(stories.next());
        }
    }
}
