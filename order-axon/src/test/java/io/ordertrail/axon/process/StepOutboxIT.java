package io.ordertrail.axon.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.ordertrail.api.order.OrderCourseCommand.ReleaseOrder;
import io.ordertrail.api.process.ProcessEvent;
import io.ordertrail.api.process.ProcessEvent.StepRefused;
import io.ordertrail.api.process.ProcessEvent.StepStuck;
import io.ordertrail.api.process.ProcessEvent.StepUnstuck;
import io.ordertrail.api.process.Processes;
import io.ordertrail.axon.Probe;
import io.ordertrail.axon.message.MetaKeys;
import io.ordertrail.axon.process.step.StepId;
import io.ordertrail.axon.process.step.WaitingSteps;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Steps are kept, sent and answered, on both databases. */
class StepOutboxIT {

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

        @Test
        void two_nodes_send_each_step_once_and_those_of_a_subject_in_order() {
            Duration polling = Duration.ofMillis(50);
            try (ProcessProbe one = start(polling);
                    ProcessProbe two = start(polling)) {
                String prefix = "order-" + System.nanoTime() + "-";
                for (int n = 0; n < 10; n++) {
                    ProcessProbe writer = n % 2 == 0 ? one : two;
                    String text = Integer.toString(n);
                    writer.inTransaction(() -> {
                        for (int subject = 0; subject < 5; subject++) {
                            String order = prefix + subject;
                            writer.steps()
                                    .send(
                                            StepId.of("test", order, "note", "", Long.parseLong(text)),
                                            ProcessProbe.note(order, text));
                        }
                    });
                }
                await().atMost(Duration.ofSeconds(60)).until(() -> one.waiting() == 0);
                for (int subject = 0; subject < 5; subject++) {
                    assertThat(one.notes(prefix + subject))
                            .containsExactly("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");
                }
            }
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
            step = StepId.of("test", order, "note");
        }

        @AfterEach
        void close() {
            probe.desk().mayEnd.countDown();
            probe.jdbc().sql("delete from process_step").update();
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
                        probe.steps()
                                .sendAt(
                                        StepId.of("test", order, "later"),
                                        Instant.now(),
                                        ProcessProbe.note(order, "later"));
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
            assertThat(probe.jdbc()
                            .sql("select command, payload from process_step where step = ?")
                            .param("test/" + order + "/note//0")
                            .query((row, n) -> row.getString(1) + " " + row.getString(2))
                            .single())
                    .startsWith("order.AddNote {\"orderId\":\"" + order + "\"");
        }

        @Test
        void a_deadline_comes_when_it_is_due_and_may_be_moved() {
            probe.inTransaction(() -> at(Instant.now().plusSeconds(3600), "too late"));
            probe.inTransaction(() -> at(Instant.now(), "in time"));
            await().atMost(Duration.ofSeconds(20)).until(() -> probe.waiting() == 0);
            assertThat(probe.notes(order)).containsExactly("in time");
        }

        @Test
        void a_cancelled_step_is_not_sent_and_one_that_is_not_there_may_be_cancelled() {
            probe.inTransaction(() -> at(Instant.now().plusSeconds(3600), "never"));
            probe.inTransaction(() -> {
                probe.steps().cancel(step);
                probe.steps().cancel(StepId.of("test", order, "later"));
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
                assertThat(no.kind()).isEqualTo("note");
            });
            assertThat(storedFor(step, "process.StepRefused")).isEqualTo(1);
        }

        @Test
        void what_must_be_accepted_and_is_refused_is_told_as_stuck_and_tried_until_it_is_accepted() {
            probe.desk().refusing.add("undo");
            probe.inTransaction(() -> probe.steps().insist(step, ProcessProbe.note(order, "undo")));
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
            StepId broken = StepId.of("test", order, "broken");
            probe.inTransaction(() -> {
                probe.steps().send(broken, ProcessProbe.note(order, "never"));
                probe.jdbc()
                        .sql("update process_step set payload = '{\"orderId\":' where step = ?")
                        .param(broken.text())
                        .update();
                send("hello");
            });
            await().until(() -> notes() == 1);
            await().until(() -> !told().isEmpty());
            assertThat(told())
                    .singleElement()
                    .isInstanceOfSatisfying(
                            StepStuck.class, stuck -> assertThat(stuck.code()).isEqualTo("UNREADABLE_STEP"));
            assertThat(probe.waiting()).isEqualTo(1);
        }

        @Test
        void W4_the_steps_of_a_subject_are_sent_in_order_one_at_a_time() {
            probe.inTransaction(() -> List.of("a", "b", "c").forEach(this::sendNamed));
            probe.inTransaction(() -> List.of("d", "e", "f", "g").forEach(this::sendNamed));
            await().until(() -> probe.waiting() == 0);
            assertThat(probe.desk().texts).containsExactly("a", "b", "c", "d", "e", "f", "g");
            assertThat(notes()).isEqualTo(7);
        }

        @Test
        void W4_subjects_go_side_by_side() throws Exception {
            probe.desk().slow.add("slow");
            probe.inTransaction(() -> {
                sendNamed("slow");
                sendNamed("after");
            });
            probe.desk().begun.await();
            probe.inTransaction(() -> other("quick"));
            await().until(() -> probe.desk().texts.contains("quick"));
            assertThat(probe.desk().texts).containsExactly("quick");
            probe.desk().mayEnd.countDown();
            await().until(() -> probe.waiting() == 0);
            assertThat(probe.desk().texts).containsExactly("quick", "slow", "after");
        }

        @Test
        void what_must_be_accepted_and_is_refused_steps_aside_for_later_steps() {
            probe.desk().refusing.add("undo");
            probe.inTransaction(() -> {
                probe.steps().insist(step, ProcessProbe.note(order, "undo"));
                sendNamed("later");
            });
            await().until(() -> probe.desk().texts.contains("later"));
            await().until(() -> !told().isEmpty());
            probe.desk().refusing.clear();
            await().until(() -> probe.waiting() == 0);
            assertThat(probe.desk().texts).containsExactly("later", "undo");
        }

        @Test
        void a_failure_holds_the_later_steps_of_its_subject_only() {
            probe.desk().failing.add("first");
            probe.inTransaction(() -> {
                sendNamed("first");
                sendNamed("second");
                other("elsewhere");
            });
            await().until(() -> probe.desk().tries.get() > 4);
            assertThat(probe.desk().texts).containsExactly("elsewhere");
            probe.desk().failing.clear();
            await().until(() -> probe.waiting() == 0);
            assertThat(probe.desk().texts).containsExactly("elsewhere", "first", "second");
        }

        @Test
        void a_deadline_waits_for_no_step_of_its_subject() {
            probe.desk().failing.add("first");
            probe.inTransaction(() -> {
                sendNamed("first");
                at(Instant.now(), "deadline");
            });
            await().until(() -> probe.desk().texts.contains("deadline"));
            await().until(() -> probe.waiting() == 1);
        }

        @Test
        void a_no_of_the_moment_is_no_answer_and_is_not_told() {
            probe.desk().busy.add("hello");
            probe.inTransaction(() -> {
                send("hello");
                sendNamed("later");
            });
            await().until(() -> probe.desk().tries.get() > 5);
            // It has lasted, so that the later one went past it.
            await().until(() -> probe.desk().texts.contains("later"));
            probe.desk().busy.clear();
            await().until(() -> probe.waiting() == 0);
            assertThat(probe.desk().texts).containsExactly("later", "hello");
            assertThat(told()).isEmpty();
        }

        /** Its process was killed after the commit and before anybody was woken. */
        @Test
        void a_step_that_nobody_was_woken_for_is_found() {
            probe.inTransaction(() -> {
                at(Instant.now().plusSeconds(3600), "much later");
                sendNamed("stranded");
                probe.jdbc()
                        .sql("delete from scheduled_tasks where task_name = 'steps'")
                        .update();
                TransactionSynchronizationManager.clearSynchronization();
                TransactionSynchronizationManager.initSynchronization();
            });
            await().until(() -> probe.desk().texts.contains("stranded"));
            await().until(() -> probe.waiting() == 1);
        }

        @Test
        void a_step_that_somebody_is_to_send_much_later_only_is_found() {
            probe.inTransaction(() -> at(Instant.now().plusSeconds(3600), "much later"));
            await().until(() -> tasks() == 1);
            probe.inTransaction(() -> {
                sendNamed("stranded");
                TransactionSynchronizationManager.clearSynchronization();
                TransactionSynchronizationManager.initSynchronization();
            });
            await().until(() -> probe.desk().texts.contains("stranded"));
            await().until(() -> probe.waiting() == 1);
        }

        @Test
        void when_nothing_waits_no_task_does() {
            probe.inTransaction(() -> send("hello"));
            await().until(() -> probe.waiting() == 0);
            await().until(() -> tasks() == 0);
        }

        @Test
        void staff_can_have_a_step_tried_now() {
            probe.desk().failing.add("hello");
            probe.inTransaction(() -> send("hello"));
            await().until(() -> !told().isEmpty());
            probe.jdbc()
                    .sql("update process_step set due_at = ?, version = version + 1")
                    .param(java.sql.Timestamp.from(Instant.now().plusSeconds(3600)))
                    .update();
            await().until(() -> !isAtWork());
            probe.desk().failing.clear();
            WaitingSteps steps = probe.context.getBean(WaitingSteps.class);
            assertThat(steps.page("test", true, 1, 0).items())
                    .singleElement()
                    .satisfies(item -> assertThat(item.step()).isEqualTo(step.text()))
                    .satisfies(item -> assertThat(item.id()).isEqualTo(step.inAddress()));
            probe.inTransaction(() -> assertThat(steps.retry(step.text())).isPresent());
            await().until(() -> notes() == 1);
            probe.inTransaction(() -> assertThat(steps.retry(step.text())).isEmpty());
        }

        @Test
        void what_staff_takes_over_is_tried_no_more() {
            probe.desk().refusing.add("undo");
            probe.inTransaction(() -> {
                probe.steps().insist(step, ProcessProbe.note(order, "undo"));
                sendNamed("later");
            });
            await().until(() -> !told().isEmpty());
            WaitingSteps steps = probe.context.getBean(WaitingSteps.class);
            probe.inTransaction(() -> assertThat(steps.takeOver(step.text())).isPresent());
            probe.inTransaction(() -> assertThat(steps.takeOver(step.text())).isEmpty());
            probe.desk().refusing.clear();
            await().until(() -> tasks() == 0);
            assertThat(probe.desk().texts).containsExactly("later");
            assertThat(told()).singleElement().isInstanceOf(StepStuck.class);
        }

        @Test
        void steps_are_counted_for_each_process() {
            probe.desk().failing.add("hello");
            probe.inTransaction(() -> {
                send("hello");
                sendNamed("second");
                probe.steps()
                        .sendAt(
                                StepId.of("other", order, "deadline"),
                                Instant.now().plusSeconds(3600),
                                ProcessProbe.note(order, "late"));
            });
            await().until(() -> !told().isEmpty());
            WaitingSteps steps = probe.context.getBean(WaitingSteps.class);
            assertThat(steps.counts())
                    .extracting(Processes.Sender::process, Processes.Sender::stuck)
                    .containsExactly(tuple("test", 1L));
            assertThat(steps.page(null, false, 2, 0))
                    .satisfies(page -> assertThat(page.items()).hasSize(2))
                    .satisfies(page -> assertThat(steps.page(null, false, 2, Long.parseLong(page.next()))
                                    .items())
                            .hasSize(1));
        }

        private void send(String text) {
            probe.steps().send(step, ProcessProbe.note(order, text));
        }

        private void sendNamed(String text) {
            probe.steps().send(StepId.of("test", order, "note", text, 0), ProcessProbe.note(order, text));
        }

        private void other(String text) {
            probe.steps().send(StepId.of("test", order + "x", "note"), ProcessProbe.note(order + "x", text));
        }

        private long tasks() {
            return probe.jdbc()
                    .sql("select count(*) from scheduled_tasks where task_name = 'steps' and task_instance = ?")
                    .param(order)
                    .query(Long.class)
                    .single();
        }

        private boolean isAtWork() {
            return probe.jdbc()
                            .sql("select count(*) from scheduled_tasks where task_name = 'steps' and task_instance = ?"
                                    + " and picked = true")
                            .param(order)
                            .query(Long.class)
                            .single()
                    > 0;
        }

        private void at(Instant when, String text) {
            probe.steps().sendAt(step, when, ProcessProbe.note(order, text));
        }

        private List<ProcessEvent> told() {
            return probe.told().stream()
                    .map(ProcessEvent.class::cast)
                    .filter(event -> event.subject().equals(order))
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
