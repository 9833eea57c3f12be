package io.ordertrail.axon.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.ordertrail.api.order.OrderCommand.ReleaseOrder;
import io.ordertrail.api.process.ProcessEvent;
import io.ordertrail.api.process.ProcessEvent.StepRefused;
import io.ordertrail.api.process.ProcessEvent.StepStuck;
import io.ordertrail.api.process.ProcessEvent.StepUnstuck;
import io.ordertrail.axon.MetaKeys;
import io.ordertrail.axon.Probe;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Steps are kept, sent and answered, on both databases. */
class StepsIT {

    @Nested
    class OnH2 extends Rules {
        @Override
        ProcessProbe start(Duration polling) {
            return ProcessProbe.startPolling(polling, Probe.newDataDir());
        }
    }

    @Nested
    class OnPostgreSql extends Rules {
        private static EmbeddedPostgres postgres;

        @BeforeAll
        static void startPostgres() throws IOException {
            postgres = EmbeddedPostgres.start();
        }

        @AfterAll
        static void stopPostgres() throws IOException {
            postgres.close();
        }

        @Override
        ProcessProbe start(Duration polling) {
            return ProcessProbe.startPolling(
                    polling,
                    Probe.newDataDir(),
                    "spring.datasource.url=" + postgres.getJdbcUrl("postgres", "postgres"));
        }
    }

    abstract static class Rules {

        private ProcessProbe probe;
        private String order;
        private StepId step;

        abstract ProcessProbe start(Duration polling);

        @BeforeEach
        void open() {
            probe = start(Duration.ofMillis(50));
            order = "order-" + System.nanoTime();
            step = StepId.first("test", order, "note");
        }

        @AfterEach
        void close() {
            probe.jdbc()
                    .sql("delete from scheduled_tasks where task_name = 'step'")
                    .update();
            probe.close();
        }

        @Test
        void a_step_is_sent_once_its_transaction_has_committed_and_not_at_the_next_poll() {
            probe.close();
            probe = start(Duration.ofMinutes(5));
            probe.inTransaction(() -> {
                send("hello");
                assertThat(probe.desk().tries).hasValue(0);
            });
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(notes()).isEqualTo(1));
            await().until(() -> probe.waiting() == 0);
            assertThat(probe.desk().asked.get(0))
                    .containsEntry(MetaKeys.ACTOR, "test")
                    .containsEntry(MetaKeys.COMMAND_ID, step.commandId());
        }

        @Test
        void a_step_of_a_transaction_that_rolled_back_leaves_no_row() {
            assertThatThrownBy(() -> probe.inTransaction(() -> {
                        send("hello");
                        probe.steps().sendAt(step.again(), Instant.now(), ProcessProbe.note(order, "later"));
                        assertThat(probe.waiting()).isEqualTo(2);
                        throw new IllegalStateException("as asked");
                    }))
                    .hasMessage("as asked");
            assertThat(probe.waiting()).isZero();
            assertThat(probe.desk().tries).hasValue(0);
        }

        @Test
        void without_a_transaction_nothing_is_sent() {
            assertThatThrownBy(() -> send("hello")).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> probe.steps().cancel(step)).isInstanceOf(IllegalStateException.class);
        }

        @Test
        void a_step_sent_twice_is_one_row_and_breaks_no_transaction() {
            probe.desk().failing.add("hello");
            probe.inTransaction(() -> {
                send("hello");
                send("other");
            });
            probe.inTransaction(() -> {
                send("other");
                assertThat(probe.waiting()).isEqualTo(1);
            });
            await().until(() -> probe.desk().tries.get() > 0);
            probe.desk().failing.clear();
            await().until(() -> probe.waiting() == 0);
            assertThat(notes()).isEqualTo(1);
            assertThat(probe.desk().asked).hasSize(1);
        }

        @Test
        void a_row_can_be_read_by_a_person() {
            probe.inTransaction(() ->
                    probe.steps().sendAt(step, Instant.now().plusSeconds(3600), ProcessProbe.note(order, "hello")));
            assertThat(new String(
                            probe.jdbc()
                                    .sql("select task_data from scheduled_tasks where task_instance = ?")
                                    .param("test/" + order + "/note/1")
                                    .query(byte[].class)
                                    .single(),
                            StandardCharsets.UTF_8))
                    .startsWith("{")
                    .contains("\"command\":\"order.AddNote\"", "\"payload\":{\"orderId\":\"" + order + "\"");
        }

        @Test
        void a_deadline_comes_when_it_is_due_and_may_be_moved() {
            probe.inTransaction(() -> at(Instant.now().plusSeconds(3600), "too late"));
            probe.inTransaction(() -> at(Instant.now(), "in time"));
            await().atMost(Duration.ofSeconds(20)).until(() -> probe.waiting() == 0);
            assertThat(probe.jdbc()
                            .sql("select payload from domain_event where aggregate_id = ?")
                            .param(order)
                            .query(String.class)
                            .single())
                    .contains("in time");
        }

        @Test
        void a_cancelled_step_is_not_sent_and_one_that_is_not_there_may_be_cancelled() {
            probe.inTransaction(() -> at(Instant.now().plusSeconds(3600), "never"));
            probe.inTransaction(() -> {
                probe.steps().cancel(step);
                probe.steps().cancel(step.again());
            });
            assertThat(probe.waiting()).isZero();
        }

        @Test
        void a_refusal_is_told_once_though_the_step_be_sent_again() {
            probe.desk().refusing.add("hello");
            probe.inTransaction(() -> send("hello"));
            await().until(() -> !told().isEmpty());
            await().until(() -> probe.waiting() == 0);
            probe.inTransaction(() -> send("hello"));
            await().until(() -> probe.desk().tries.get() == 2 && probe.waiting() == 0);
            assertThat(told()).singleElement().isInstanceOfSatisfying(StepRefused.class, no -> {
                assertThat(no.code()).isEqualTo("ON_HOLD");
                assertThat(no.step()).isEqualTo("note");
            });
            assertThat(storedFor(step, "process.StepRefused")).isEqualTo(1);
        }

        @Test
        void a_compensation_that_is_refused_is_told_as_stuck_and_tried_until_it_is_accepted() {
            probe.desk().refusing.add("undo");
            probe.inTransaction(() -> probe.steps().compensate(step, ProcessProbe.note(order, "undo")));
            await().until(() -> probe.desk().tries.get() > 4);
            assertThat(notes()).isZero();
            probe.desk().refusing.clear();
            await().until(() -> told().size() == 2);
            await().until(() -> probe.waiting() == 0);
            assertThat(told().get(0)).isInstanceOf(StepStuck.class);
            assertThat(told().get(1)).isInstanceOf(StepUnstuck.class);
            assertThat(notes()).isEqualTo(1);
        }

        @Test
        void a_failure_is_tried_again_and_told_when_it_lasts() {
            probe.desk().failing.add("hello");
            probe.inTransaction(() -> send("hello"));
            await().until(() -> !told().isEmpty());
            assertThat(probe.desk().tries).hasValueGreaterThanOrEqualTo(3);
            probe.desk().failing.clear();
            await().until(() -> told().size() == 2);
            await().until(() -> probe.waiting() == 0);
            assertThat(told().get(0)).isInstanceOf(StepStuck.class);
            assertThat(told().get(1)).isInstanceOf(StepUnstuck.class);
            assertThat(notes()).isEqualTo(1);
        }

        @Test
        void a_command_that_nobody_handles_is_kept_and_told() {
            probe.inTransaction(() -> probe.steps().send(step, new ReleaseOrder(order, null, null)));
            await().until(() -> !told().isEmpty());
            assertThat(told()).singleElement().isInstanceOf(StepStuck.class);
            assertThat(probe.waiting()).isEqualTo(1);
        }

        @Test
        void a_row_that_cannot_be_read_is_kept_and_told_and_stands_in_nobodys_way() {
            StepId broken = StepId.first("test", order, "broken");
            probe.jdbc()
                    .sql(
                            "insert into scheduled_tasks (task_name, task_instance, task_data, execution_time, picked, version)"
                                    + " values ('step', ?, ?, ?, false, 1)")
                    .params(
                            broken.text(),
                            "{\"answer\":".getBytes(StandardCharsets.UTF_8),
                            java.sql.Timestamp.from(Instant.now().minusSeconds(60)))
                    .update();
            probe.inTransaction(() -> send("hello"));
            await().until(() -> notes() == 1);
            await().until(() -> !told().isEmpty());
            assertThat(told())
                    .singleElement()
                    .isInstanceOfSatisfying(
                            StepStuck.class, stuck -> assertThat(stuck.code()).isEqualTo("UNREADABLE_STEP"));
            assertThat(probe.waiting()).isEqualTo(1);
        }

        private void send(String text) {
            probe.steps().send(step, ProcessProbe.note(order, text));
        }

        private void at(Instant when, String text) {
            probe.steps().sendAt(step, when, ProcessProbe.note(order, text));
        }

        private List<ProcessEvent> told() {
            return probe.told().stream()
                    .map(ProcessEvent.class::cast)
                    .filter(event -> event.processId().equals(order))
                    .toList();
        }

        private long notes() {
            return probe.jdbc()
                    .sql("select count(*) from domain_event where aggregate_id = ?")
                    .param(order)
                    .query(Long.class)
                    .single();
        }

        private long storedFor(StepId told, String type) {
            return probe.jdbc()
                    .sql("select count(*) from domain_event where event_id = ?")
                    .param(told.derived("\n" + type))
                    .query(Long.class)
                    .single();
        }
    }
}
