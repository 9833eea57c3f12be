package io.ordertrail.axon.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ordertrail.api.process.ProcessEvent.StepRefused;
import io.ordertrail.api.process.ProcessEvent.StepStuck;
import io.ordertrail.api.process.ProcessEvent.StepUnstuck;
import io.ordertrail.axon.process.Next.Again;
import io.ordertrail.axon.process.Next.Done;
import io.ordertrail.axon.process.Outcome.Accepted;
import io.ordertrail.axon.process.Outcome.Failed;
import io.ordertrail.axon.process.Outcome.RefusedBy;
import io.ordertrail.axon.process.WaitingStep.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class NextTest {

    private static final StepId ID = new StepId("p", "order-1", "s", 1);
    private static final Instant AT = Instant.parse("2026-11-22T08:14:03Z");
    private static final BackOff BACK_OFF = new BackOff(Duration.ofSeconds(1), Duration.ofMinutes(5), 5);
    private static final RefusedBy REFUSED = new RefusedBy("ON_HOLD", "It is on hold.");
    private static final Failed FAILED = new Failed("UNAVAILABLE", "No answer in 30 s");
    private static final StepStuck STUCK_BY_REFUSAL =
            new StepStuck("p", "order-1", "s", 1, "ON_HOLD", "It is on hold.", AT);
    private static final StepRefused TOLD_REFUSED =
            new StepRefused("p", "order-1", "s", 1, "ON_HOLD", "It is on hold.", AT);
    private static final StepUnstuck TOLD_UNSTUCK = new StepUnstuck("p", "order-1", "s", 1, AT);

    private final WaitingStep sent = step(Answer.ANY);
    private final WaitingStep compensation = step(Answer.ACCEPTED);

    @Test
    void an_accepted_step_is_done_and_needs_no_word() {
        assertThat(after(new Accepted(), sent, 1)).isEqualTo(new Done(List.of()));
    }

    @Test
    void an_accepted_step_that_was_stuck_is_told_as_free() {
        assertThat(after(new Accepted(), sent.gotStuck(), 9)).isEqualTo(new Done(List.of(TOLD_UNSTUCK)));
    }

    @Test
    void a_refusal_is_the_answer_of_a_step() {
        assertThat(after(REFUSED, sent, 1)).isEqualTo(new Done(List.of(TOLD_REFUSED)));
    }

    @Test
    void a_step_that_was_stuck_and_is_refused_is_told_as_free_before_its_answer() {
        assertThat(after(REFUSED, sent.gotStuck(), 9)).isEqualTo(new Done(List.of(TOLD_UNSTUCK, TOLD_REFUSED)));
    }

    @Test
    void a_refusal_is_no_answer_of_a_compensation_and_is_told_at_once() {
        assertThat(after(REFUSED, compensation, 1))
                .isEqualTo(new Again(Duration.ofSeconds(1), compensation.gotStuck(), List.of(STUCK_BY_REFUSAL)));
    }

    @Test
    void a_compensation_that_is_refused_again_is_tried_again_without_another_word() {
        assertThat(after(REFUSED, compensation.gotStuck(), 2))
                .isEqualTo(new Again(Duration.ofSeconds(2), compensation.gotStuck(), List.of()));
    }

    @Test
    void a_failure_is_tried_again_in_silence() {
        assertThat(after(FAILED, sent, 4)).isEqualTo(new Again(Duration.ofSeconds(8), sent, List.of()));
    }

    @Test
    void the_fifth_failure_in_a_row_is_told_as_stuck() {
        StepStuck stuck = new StepStuck("p", "order-1", "s", 1, "UNAVAILABLE", "No answer in 30 s", AT);
        assertThat(after(FAILED, sent, 5))
                .isEqualTo(new Again(Duration.ofSeconds(16), sent.gotStuck(), List.of(stuck)));
    }

    @Test
    void the_sixth_is_not_told_again() {
        assertThat(after(FAILED, sent.gotStuck(), 6))
                .isEqualTo(new Again(Duration.ofSeconds(32), sent.gotStuck(), List.of()));
    }

    @ParameterizedTest
    @CsvSource({"1,1", "2,2", "3,4", "9,256", "10,300", "31,300", "64,300", "100000,300"})
    void the_delay_doubles_up_to_five_minutes(int failures, long seconds) {
        assertThat(BACK_OFF.after(failures)).hasSeconds(seconds);
    }

    @ParameterizedTest
    @CsvSource({"0,1,1", "2,1,1", "1,1,0"})
    void a_back_off_without_sense_is_none(long first, long longest, int stuckAfter) {
        assertThatThrownBy(() -> new BackOff(Duration.ofSeconds(first), Duration.ofSeconds(longest), stuckAfter))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Next after(Outcome outcome, WaitingStep step, int failures) {
        return Next.after(outcome, ID, step, failures, BACK_OFF, AT);
    }

    private static WaitingStep step(Answer answer) {
        return new WaitingStep(answer, "order.AddNote", "1", JsonMapper.shared().createObjectNode(), Map.of(), false);
    }
}
