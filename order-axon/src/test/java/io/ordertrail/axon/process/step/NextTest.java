package io.ordertrail.axon.process.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ordertrail.api.process.ProcessEvent;
import io.ordertrail.api.process.ProcessEvent.StepRefused;
import io.ordertrail.api.process.ProcessEvent.StepStuck;
import io.ordertrail.api.process.ProcessEvent.StepUnstuck;
import io.ordertrail.axon.process.step.Next.Again;
import io.ordertrail.axon.process.step.Next.Done;
import io.ordertrail.axon.process.step.Outcome.Accepted;
import io.ordertrail.axon.process.step.Outcome.Failed;
import io.ordertrail.axon.process.step.Outcome.Not;
import io.ordertrail.axon.process.step.Outcome.NotNow;
import io.ordertrail.axon.process.step.Outcome.RefusedBy;
import io.ordertrail.axon.process.step.Outcome.Unreadable;
import io.ordertrail.axon.process.step.WaitingStep.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NextTest {

    private static final StepId ID = StepId.of("p", "order-1", "k", "line-1", 1);
    private static final Instant AT = Instant.parse("2026-11-22T08:14:03Z");
    private static final BackOff BACK_OFF = new BackOff(Duration.ofSeconds(1), Duration.ofMinutes(5), 5);
    private static final RefusedBy REFUSED = new RefusedBy("ON_HOLD", "It is on hold.");
    private static final NotNow BUSY = new NotNow("BUSY", "Another request is under way.");
    private static final Failed FAILED = new Failed("UNAVAILABLE", "No answer in 30 s");
    private static final StepRefused TOLD_REFUSED =
            new StepRefused("p", "order-1", "k", "line-1", 1, "ON_HOLD", "It is on hold.", AT);
    private static final StepUnstuck TOLD_UNSTUCK = new StepUnstuck("p", "order-1", "k", "line-1", 1, AT);

    @Test
    void an_accepted_step_is_done_and_needs_no_word() {
        assertThat(after(new Accepted(), sent(0))).isEqualTo(new Done(List.of()));
    }

    @Test
    void an_accepted_step_that_was_stuck_is_told_as_free() {
        assertThat(after(new Accepted(), stuck(sent(8)))).isEqualTo(new Done(List.of(TOLD_UNSTUCK)));
    }

    @Test
    void a_refusal_is_the_answer_of_a_step() {
        assertThat(after(REFUSED, sent(0))).isEqualTo(new Done(List.of(TOLD_REFUSED)));
    }

    @Test
    void a_step_that_was_stuck_and_is_refused_is_told_as_free_before_its_answer() {
        assertThat(after(REFUSED, stuck(sent(8)))).isEqualTo(new Done(List.of(TOLD_UNSTUCK, TOLD_REFUSED)));
    }

    @Test
    void a_refusal_is_no_answer_of_what_must_be_accepted_it_is_told_at_once_and_steps_aside() {
        assertThat(after(REFUSED, insisted(0))).isEqualTo(again(1, false, true, 1, REFUSED, told(REFUSED)));
    }

    @Test
    void what_is_refused_again_is_tried_again_without_another_word() {
        assertThat(after(REFUSED, aside(stuck(insisted(1))))).isEqualTo(again(2, false, true, 2, REFUSED));
    }

    @Test
    void a_failure_holds_the_queue_and_is_tried_again_in_silence() {
        assertThat(after(FAILED, sent(3))).isEqualTo(again(8, true, false, 4, FAILED));
        assertThat(after(FAILED, insisted(3))).isEqualTo(again(8, true, false, 4, FAILED));
    }

    @Test
    void the_fifth_failure_in_a_row_is_told_as_stuck_and_still_holds_the_queue() {
        assertThat(after(FAILED, sent(4))).isEqualTo(again(16, true, true, 5, FAILED, told(FAILED)));
    }

    @Test
    void the_sixth_is_not_told_again() {
        assertThat(after(FAILED, stuck(sent(5)))).isEqualTo(again(32, true, true, 6, FAILED));
    }

    @Test
    void what_has_stepped_aside_stays_there() {
        assertThat(after(FAILED, aside(stuck(insisted(2))))).isEqualTo(again(4, false, true, 3, FAILED));
        assertThat(after(BUSY, aside(stuck(insisted(2))))).isEqualTo(again(4, false, true, 3, BUSY));
    }

    @Test
    void a_no_of_the_moment_is_never_an_answer_and_is_never_told() {
        assertThat(after(BUSY, sent(0))).isEqualTo(again(1, true, false, 1, BUSY));
        assertThat(after(BUSY, insisted(3))).isEqualTo(again(8, true, false, 4, BUSY));
        assertThat(after(BUSY, sent(50))).isEqualTo(again(300, false, false, 51, BUSY));
    }

    @Test
    void a_no_of_the_moment_that_lasts_lets_later_steps_go_past() {
        assertThat(after(BUSY, sent(4))).isEqualTo(again(16, false, false, 5, BUSY));
    }

    @Test
    void what_cannot_be_read_is_set_aside_and_told_at_once() {
        Unreadable unreadable = new Unreadable();
        assertThat(after(unreadable, sent(0))).isEqualTo(again(1, false, true, 1, unreadable, told(unreadable)));
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

    private static Next after(Outcome outcome, WaitingStep step) {
        return Next.after(outcome, ID, step, BACK_OFF, AT);
    }

    private static Again again(
            long seconds, boolean queued, boolean stuck, int failures, Not why, ProcessEvent... told) {
        return new Again(Duration.ofSeconds(seconds), queued, stuck, failures, why, List.of(told));
    }

    private static StepStuck told(Not why) {
        return new StepStuck("p", "order-1", "k", "line-1", 1, why.code(), why.detail(), AT);
    }

    private static WaitingStep sent(int failures) {
        return step(Answer.ANY, true, failures, false);
    }

    private static WaitingStep insisted(int failures) {
        return step(Answer.ACCEPTED, true, failures, false);
    }

    private static WaitingStep stuck(WaitingStep step) {
        return step(step.answer(), step.queued(), step.failures(), true);
    }

    private static WaitingStep aside(WaitingStep step) {
        return step(step.answer(), false, step.failures(), step.stuck());
    }

    private static WaitingStep step(Answer answer, boolean queued, int failures, boolean stuck) {
        return new WaitingStep(
                ID.text(), 1, 0, "order-1", answer, queued, AT, "order.AddNote", "1", "{}", "{}", failures, stuck);
    }
}
