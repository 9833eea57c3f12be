package io.ordertrail.axon.process.step;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Steps for tests of policies: keeps what was asked in order, and sends nothing. Register it as a resource of Axon's
 * fixture, then name what must have been asked, one after the other:
 *
 * <pre>{@code
 * RecordedSteps steps = new RecordedSteps();
 * fixture.registerResource(steps);
 * fixture.givenNoPriorActivity().whenPublishingA(event);
 * steps.sent(step, command).scheduled(other, when, command).nothingElse();
 * }</pre>
 */
public final class RecordedSteps implements StepOutbox {

    /** What can be asked. */
    public enum Kind {
        SENT,
        SCHEDULED,
        INSISTED,
        CANCELLED
    }

    /** What was asked: {@code when} of a scheduled one only, {@code command} of all but a cancelled one. */
    public record Asked(
            Kind kind,
            StepId step,
            @Nullable Instant when,
            @Nullable Object command) {}

    private final Deque<Asked> asked = new ArrayDeque<>();

    @Override
    public void send(StepId step, Object command) {
        asked.add(new Asked(Kind.SENT, step, null, command));
    }

    @Override
    public void sendAt(StepId step, Instant when, Object command) {
        asked.add(new Asked(Kind.SCHEDULED, step, when, command));
    }

    @Override
    public void insistAt(StepId step, Instant when, Object command) {
        asked.add(new Asked(Kind.SCHEDULED, step, when, command));
    }

    @Override
    public void insist(StepId step, Object command) {
        asked.add(new Asked(Kind.INSISTED, step, null, command));
    }

    @Override
    public void cancel(StepId step) {
        asked.add(new Asked(Kind.CANCELLED, step, null, null));
    }

    /** What was asked and not yet named, in order. */
    public List<Asked> rest() {
        return List.copyOf(asked);
    }

    /** Forgets what was asked so far, such as by the events that were given. */
    public RecordedSteps forget() {
        asked.clear();
        return this;
    }

    public RecordedSteps sent(StepId step, Object command) {
        return next(new Asked(Kind.SENT, step, null, command));
    }

    public RecordedSteps scheduled(StepId step, Instant when, Object command) {
        return next(new Asked(Kind.SCHEDULED, step, when, command));
    }

    public RecordedSteps insisted(StepId step, Object command) {
        return next(new Asked(Kind.INSISTED, step, null, command));
    }

    public RecordedSteps cancelled(StepId step) {
        return next(new Asked(Kind.CANCELLED, step, null, null));
    }

    public void nothingElse() {
        assertThat(asked).as("steps beyond those named").isEmpty();
    }

    private RecordedSteps next(Asked expected) {
        assertThat(asked.peek()).as("the next step").isEqualTo(expected);
        asked.remove();
        return this;
    }
}
