package io.ordertrail.axon.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ordertrail.api.order.OrderEvent.OrderConfirmed;
import io.ordertrail.axon.MetaKeys;
import io.ordertrail.axon.Probe;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.TrackingEventProcessor;
import org.junit.jupiter.api.Test;

/** A saga and its steps outlive the process that they run in, and do what they do once. */
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
    void a_saga_that_was_stopped_between_two_steps_goes_on_where_it_was() {
        try (ProcessProbe probe = ProcessProbe.start(dataDir)) {
            probe.desk().failing.add("two");
            confirm(probe);
            await().until(() -> probe.stored("order.OrderNoteAdded") == 1 && probe.waiting() == 1);
            await().until(() -> savedState(probe).contains("one"));
            assertThat(savedState(probe)).isEqualTo("{\"taken\":[\"one\"]}");
            assertThat(probe.jdbc()
                            .sql("select saga_type from saga_entry")
                            .query(String.class)
                            .single())
                    .isEqualTo("reminder");
        }
        try (ProcessProbe probe = ProcessProbe.start(dataDir)) {
            await().until(() -> probe.stored("order.OrderNoteAdded") == 2);
            await().until(() -> sagas(probe) == 0);
            await().until(() -> probe.waiting() == 0);
            assertThat(probe.desk().asked).hasSize(1);
        }
    }

    /** Its token starts at the first event, and not under a replay token, under which a saga is given nothing. */
    @Test
    void pitfall_7_a_saga_with_an_empty_token_table_reads_all_events_and_sends_nothing_twice() {
        List<Object> first;
        try (ProcessProbe probe = ProcessProbe.start(dataDir)) {
            confirm(probe);
            await().until(() -> probe.stored("order.OrderNoteAdded") == 2 && sagas(probe) == 0);
            first = commandIds(probe);
        }
        try (ProcessProbe probe = ProcessProbe.start(dataDir, "ordertrail.processors.auto-start=false")) {
            probe.jdbc().sql("delete from token_entry").update();
        }
        try (ProcessProbe probe = ProcessProbe.start(dataDir)) {
            await().until(() -> probe.desk().asked.size() == 2 && sagas(probe) == 0);
            assertThat(commandIds(probe)).containsExactlyInAnyOrderElementsOf(first);
            await().until(() -> probe.waiting() == 0);
            assertThat(probe.stored("order.OrderNoteAdded")).isEqualTo(2);
        }
    }

    /** A blank order id is no part of a step's id, so the saga fails at it. */
    @Test
    void pitfall_3_an_event_at_which_a_saga_fails_is_tried_again_and_not_skipped() {
        try (ProcessProbe probe = ProcessProbe.start(dataDir)) {
            probe.store(" ", 0, new OrderConfirmed(" ", Instant.EPOCH));
            confirm(probe);
            TrackingEventProcessor saga = probe.context
                    .getBean(Configuration.class)
                    .eventProcessingConfiguration()
                    .eventProcessor("reminder", TrackingEventProcessor.class)
                    .orElseThrow();
            await().until(() -> saga.processingStatus().values().stream().anyMatch(EventTrackerStatus::isErrorState));
            assertThat(sagas(probe)).isZero();
            assertThat(probe.waiting()).isZero();
        }
    }

    @Test
    void a_saga_hears_of_a_refusal_and_compensates() {
        try (ProcessProbe probe = ProcessProbe.start(dataDir)) {
            probe.desk().refusing.add("one");
            confirm(probe);
            await().until(() -> probe.stored("order.OrderNoteAdded") == 1);
            await().until(() -> sagas(probe) == 0);
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
        probe.store(ORDER, 0, new OrderConfirmed(ORDER, Instant.EPOCH));
    }

    private static String savedState(ProcessProbe probe) {
        return probe.jdbc().sql("select serialized_saga from saga_entry").query(byte[].class).list().stream()
                .map(state -> new String(state, StandardCharsets.UTF_8))
                .findAny()
                .orElse("");
    }

    private static long sagas(ProcessProbe probe) {
        return probe.jdbc()
                .sql("select count(*) from saga_entry")
                .query(Long.class)
                .single();
    }

    private static List<Object> commandIds(ProcessProbe probe) {
        return probe.desk().asked.stream()
                .<Object>map(metaData -> metaData.get(MetaKeys.COMMAND_ID))
                .toList();
    }
}
