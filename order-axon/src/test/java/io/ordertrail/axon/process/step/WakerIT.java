package io.ordertrail.axon.process.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ordertrail.axon.Probe;
import io.ordertrail.axon.process.ProcessProbe;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The task of a subject waits for a step that is there. */
class WakerIT {

    private static final String ORDER = "order-1";
    private static final StepId SOON = StepId.of("test", ORDER, "soon");
    private static final StepId LATE = StepId.of("test", ORDER, "late");

    private final Instant inAnHour =
            Instant.now().truncatedTo(ChronoUnit.SECONDS).plus(1, ChronoUnit.HOURS);
    private final Instant tomorrow = inAnHour.plus(1, ChronoUnit.DAYS);
    private final ProcessProbe probe = ProcessProbe.start(Probe.newDataDir());

    @AfterEach
    void stop() {
        probe.close();
    }

    /** Half an hour after each order its task ran for nothing. */
    @Test
    void a_task_does_not_run_at_the_time_of_a_step_that_was_cancelled() {
        probe.inTransaction(() -> at(SOON, inAnHour));
        await().untilAsserted(() -> assertThat(taskTimes()).containsExactly(inAnHour));

        probe.inTransaction(() -> {
            probe.steps().cancel(SOON);
            at(LATE, tomorrow);
        });
        assertThat(taskTimes()).containsExactly(tomorrow);
    }

    @Test
    void a_task_moves_with_its_step() {
        probe.inTransaction(() -> at(SOON, inAnHour));
        await().untilAsserted(() -> assertThat(taskTimes()).containsExactly(inAnHour));

        probe.inTransaction(() -> at(SOON, tomorrow));
        assertThat(taskTimes()).containsExactly(tomorrow);
    }

    @Test
    void without_a_step_there_is_no_task_and_a_later_step_has_one_again() {
        probe.inTransaction(() -> at(SOON, inAnHour));
        await().untilAsserted(() -> assertThat(taskTimes()).containsExactly(inAnHour));

        probe.inTransaction(() -> probe.steps().cancel(SOON));
        assertThat(taskTimes()).isEmpty();

        probe.inTransaction(() -> at(LATE, tomorrow));
        await().untilAsserted(() -> assertThat(taskTimes()).containsExactly(tomorrow));
    }

    @Test
    void a_sooner_step_is_not_put_off_by_a_cancelled_one() {
        probe.inTransaction(() -> {
            at(SOON, inAnHour);
            at(LATE, tomorrow);
        });
        await().untilAsserted(() -> assertThat(taskTimes()).containsExactly(inAnHour));

        probe.inTransaction(() -> probe.steps().cancel(LATE));
        assertThat(taskTimes()).containsExactly(inAnHour);
    }

    @Test
    void h2_finds_the_tasks_of_subjects_by_their_index_however_many_there_are() {
        assertThat(probe.jdbc()
                        .sql("explain " + StepTasks.FIND)
                        .params(new String[] {"order-1", "order-2"}, StepRunner.TASK)
                        .query(String.class)
                        .single())
                .containsPattern("/\\* public\\.PRIMARY_KEY_\\w+: task_name = \\?2\\s+AND task_instance = wanted");
    }

    @Test
    void h2_counts_what_is_due_or_stuck_without_a_look_at_the_deadlines_to_come() {
        assertThat(probe.jdbc()
                        .sql("explain " + WaitingSteps.COUNTS)
                        .params(Timestamp.from(Instant.now()), Timestamp.from(Instant.now()))
                        .query(String.class)
                        .single())
                .containsPattern("process_step_by_due: stuck = TRUE")
                .containsPattern("process_step_by_due: stuck = FALSE\\s+AND due_at <= \\?2");
    }

    private void at(StepId step, Instant when) {
        probe.steps().sendAt(step, when, ProcessProbe.note(ORDER, step.text()));
    }

    private List<Instant> taskTimes() {
        return probe
                .jdbc()
                .sql("select execution_time from scheduled_tasks where task_name = ? and task_instance = ?")
                .params(StepRunner.TASK, ORDER)
                .query(Timestamp.class)
                .list()
                .stream()
                .map(Timestamp::toInstant)
                .toList();
    }
}
