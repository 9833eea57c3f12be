package io.ordertrail.axon.process.step;

import io.ordertrail.axon.message.LocalCommands;
import io.ordertrail.axon.message.LocalCommands.InSequence;
import io.ordertrail.axon.process.step.WaitingStep.Answer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * The steps of a batch of events. When all events are processed, they are sent together, and the batch is committed
 * when they have their answers. So a step that is accepted at once needs no row. One that is not accepted, or may not
 * be sent yet because an earlier step of its subject waits, becomes a row in the transaction of the batch. When the
 * process is killed before that transaction has committed, the events are processed again, and the steps are the same
 * commands again.
 */
public final class StepBatch {

    private static final String KEY = StepBatch.class.getName();

    private final List<Sent> steps = new ArrayList<>();
    private final List<Change> changes = new ArrayList<>();

    /** A step that is to be sent now. */
    record Sent(StepId id, Answer answer, Object command, Map<String, String> cause) {}

    /**
     * A deadline is set, or taken back.
     *
     * @param at null where it is taken back
     */
    record Change(StepId id, @Nullable Deadline at) {}

    /** A step of a later time. */
    record Deadline(Instant when, Answer answer, Object command, Map<String, String> cause) {}

    /** Who writes the rows of steps that have to wait. */
    interface Outbox {

        /** Those of {@code subjects} that have steps which wait for each other. */
        Set<String> waiting(Set<String> subjects);

        void keep(Sent step);

        /** Makes {@code changes}; of several of a step the last one counts. */
        void change(List<Change> changes);
    }

    private StepBatch() {}

    /**
     * That of the present batch.
     *
     * @param commands null where every step is a row
     */
    static StepBatch present(@Nullable LocalCommands commands, InFlight inFlight, Outbox outbox) {
        UnitOfWork<?> work = CurrentUnitOfWork.get().root();
        return work.getOrComputeResource(KEY, key -> {
            StepBatch batch = new StepBatch();
            work.onPrepareCommit(done -> batch.end(commands, inFlight, outbox));
            return batch;
        });
    }

    void send(Sent step) {
        steps.add(step);
    }

    /** Makes {@code change} in the transaction of the batch. */
    void change(Change change) {
        changes.add(change);
    }

    /**
     * Does {@code work}, which may send steps of the present batch.
     *
     * @throws RuntimeException the work's own; then the batch is what it was before
     */
    public static void allOrNothing(Runnable work) {
        UnitOfWork<?> root = CurrentUnitOfWork.get().root();
        StepBatch before = root.getResource(KEY);
        int steps = before == null ? 0 : before.steps.size();
        int changes = before == null ? 0 : before.changes.size();
        try {
            work.run();
        } catch (RuntimeException e) {
            StepBatch batch = root.getResource(KEY);
            if (batch != null) {
                batch.steps.subList(steps, batch.steps.size()).clear();
                batch.changes.subList(changes, batch.changes.size()).clear();
            }
            throw e;
        }
    }

    /**
     * A step that the present batch would send, or take back.
     *
     * @param command null where it is taken back
     * @param dueAt when it is sent; null for now
     */
    public record Planned(
            String step, @Nullable Object command, @Nullable Instant dueAt) {}

    /** What the present batch would do when it ends. */
    public static List<Planned> planned() {
        StepBatch batch = CurrentUnitOfWork.get().root().getResource(KEY);
        return batch == null
                ? List.of()
                : Stream.concat(
                                batch.steps.stream()
                                        .map(step -> new Planned(step.id().text(), step.command(), null)),
                                batch.changes.stream().map(StepBatch::planned))
                        .toList();
    }

    private static Planned planned(Change change) {
        Deadline at = change.at();
        return at == null
                ? new Planned(change.id().text(), null, null)
                : new Planned(change.id().text(), at.command(), at.when());
    }

    private void end(@Nullable LocalCommands commands, InFlight inFlight, Outbox outbox) {
        if (!steps.isEmpty()) {
            Set<String> waiting = outbox.waiting(
                    steps.stream().map(step -> step.id().subject()).collect(Collectors.toSet()));
            Map<Boolean, List<Sent>> parts = steps.stream()
                    .collect(Collectors.partitioningBy(
                            step -> waiting.contains(step.id().subject())));
            List<Sent> now = Objects.requireNonNull(parts.get(false));
            Objects.requireNonNull(parts.get(true)).forEach(outbox::keep);
            if (commands == null || now.isEmpty() || !inFlight.unlessStopped(() -> send(now, commands, outbox))) {
                now.forEach(outbox::keep);
            }
        }
        if (!changes.isEmpty()) {
            outbox.change(changes);
        }
    }

    private static boolean send(List<Sent> now, LocalCommands commands, Outbox outbox) {
        List<Boolean> accepted = commands.send(now.stream()
                .map(step -> new InSequence(
                        step.command(),
                        Cause.ofCommand(step.id(), step.cause()),
                        step.id().subject()))
                .toList());
        for (int n = 0; n < now.size(); n++) {
            if (!accepted.get(n)) {
                outbox.keep(now.get(n));
            }
        }
        return true;
    }
}
