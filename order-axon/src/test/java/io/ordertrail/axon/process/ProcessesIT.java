package io.ordertrail.axon.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ordertrail.api.order.OrderCourseEvent.OrderConfirmed;
import io.ordertrail.axon.Probe;
import io.ordertrail.axon.message.MetaKeys;
import io.ordertrail.axon.process.step.InFlight;
import io.ordertrail.axon.process.step.StepId;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What policies ask for outlives the process that they run in, and is done once. */
class ProcessesIT {

    private static final String ORDER = "order-1";

    private final Path dataDir = Probe.newDataDir();

    @Test
    void what_a_process_caused_belongs_to_the_conversation_that_caused_it() {
        try (ProcessProbe probe = ProcessProbe.start(dataDir)) {
            confirm(probe);
            await().until(() -> probe.desk().asked.size() == 2);
            assertThat(probe.desk().asked)
                    .allSatisfy(metaData -> assertThat(metaData)
                            .containsEntry(MetaKeys.ACTOR, "reminder")
                            .containsEntry(MetaKeys.CORRELATION_ID, "c-1")
                            .containsEntry(MetaKeys.TRACE_ID, "t-1"));
            assertThat(probe.desk().asked.get(0).get(MetaKeys.CAUSATION_ID))
                    .isEqualTo(probe.jdbc()
                            .sql("select event_id from domain_event where payload_type = 'order.OrderConfirmed'")
                            .query(String.class)
                            .single());
        }
    }

    @Test
    void a_process_that_was_stopped_between_two_steps_goes_on_where_it_was() {
        try (ProcessProbe probe = ProcessProbe.start(dataDir)) {
            probe.desk().failing.add("two");
            confirm(probe);
            await().until(() -> probe.stored("order.OrderNoteAdded") == 1 && probe.waiting() == 1);
        }
        try (ProcessProbe probe = ProcessProbe.start(dataDir)) {
            await().until(() -> probe.stored("order.OrderNoteAdded") == 2);
            await().until(() -> probe.waiting() == 0);
            assertThat(probe.desk().asked).hasSize(1);
        }
    }

    /** Its token starts at the first event, and not at the end of the store. */
    @Test
    void pitfall_7_a_process_with_an_empty_token_table_reads_all_events_and_sends_nothing_twice() {
        List<Object> first;
        try (ProcessProbe probe = ProcessProbe.start(dataDir)) {
            confirm(probe);
            await().until(() -> probe.stored("order.OrderNoteAdded") == 2 && probe.waiting() == 0);
            first = commandIds(probe);
        }
        try (ProcessProbe probe = ProcessProbe.start(dataDir, "ordertrail.processors.auto-start=false")) {
            probe.jdbc().sql("delete from token_entry").update();
        }
        try (ProcessProbe probe = ProcessProbe.start(dataDir)) {
            await().until(() -> probe.desk().asked.size() == 2);
            assertThat(commandIds(probe)).containsExactlyInAnyOrderElementsOf(first);
            await().until(() -> probe.waiting() == 0);
            assertThat(probe.stored("order.OrderNoteAdded")).isEqualTo(2);
        }
    }

    /** A blank order id is no part of a step's id, so the policy fails at it. */
    @Test
    void pitfall_3_an_event_at_which_a_policy_fails_is_parked_and_not_skipped() {
        try (ProcessProbe probe = ProcessProbe.start(dataDir)) {
            probe.store(" ", 0, new OrderConfirmed(" ", null, Instant.EPOCH));
            confirm(probe);
            await().until(() -> probe.stored("order.OrderNoteAdded") == 2);
            assertThat(probe.jdbc()
                            .sql("select payload_type from dead_letter")
                            .query(String.class)
                            .single())
                    .isEqualTo("order.OrderConfirmed");
        }
    }

    @Test
    void a_policy_hears_of_a_refusal_and_does_something_else() {
        try (ProcessProbe probe = ProcessProbe.start(dataDir)) {
            probe.desk().refusing.add("one");
            confirm(probe);
            await().until(() -> probe.stored("order.OrderNoteAdded") == 1);
            assertThat(probe.desk().asked)
                    .singleElement()
                    .satisfies(metaData -> assertThat(metaData)
                            .containsEntry(
                                    MetaKeys.COMMAND_ID,
                                    Reminder.step(ORDER, "sorry").commandId()));
        }
    }

    /** On the embedded database at once, and not after half an hour without a heartbeat. */
    @Test
    void what_a_killed_process_was_sending_is_sent_by_the_next() {
        try (ProcessProbe probe = ProcessProbe.start(dataDir)) {
            probe.desk().failing.add("one");
            confirm(probe);
            await().until(() -> probe.waiting() == 1);
        }
        try (ProcessProbe probe =
                ProcessProbe.start(dataDir, "ordertrail.processors.auto-start=false", "db-scheduler.enabled=false")) {
            probe.jdbc()
                    .sql("update scheduled_tasks set picked = true, picked_by = 'killed', last_heartbeat = ?")
                    .param(java.sql.Timestamp.from(Instant.now()))
                    .update();
        }
        try (ProcessProbe probe = ProcessProbe.start(dataDir)) {
            await().until(() -> probe.stored("order.OrderNoteAdded") == 2);
        }
    }

    @Test
    void an_orderly_stop_ends_the_step_that_is_being_sent_and_begins_no_other() throws Exception {
        ProcessProbe probe = ProcessProbe.start(dataDir);
        ProcessProbe.Desk desk = probe.desk();
        desk.slow.add("slow");
        probe.inTransaction(() -> {
            probe.steps().send(StepId.of("test", ORDER, "a"), ProcessProbe.note(ORDER, "slow"));
            probe.steps().send(StepId.of("test", ORDER, "b"), ProcessProbe.note(ORDER, "next"));
        });
        desk.begun.await();
        InFlight inFlight = probe.context.getBean(InFlight.class);
        Thread stop = new Thread(probe::close);
        stop.start();
        await().until(inFlight::isStopped);
        desk.mayEnd.countDown();
        stop.join();
        assertThat(desk.texts).containsExactly("slow");
        try (ProcessProbe next = ProcessProbe.start(dataDir)) {
            await().until(() -> next.waiting() == 0);
            assertThat(next.desk().texts).containsExactly("next");
            assertThat(next.stored("order.OrderNoteAdded")).isEqualTo(2);
        }
    }

    private static void confirm(ProcessProbe probe) {
        probe.store(ORDER, 0, new OrderConfirmed(ORDER, null, Instant.EPOCH));
    }

    private static List<Object> commandIds(ProcessProbe probe) {
        return probe.desk().asked.stream()
                .<Object>map(metaData -> metaData.get(MetaKeys.COMMAND_ID))
                .toList();
    }
}
