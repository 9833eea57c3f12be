package io.ordertrail.axon.process;

import java.time.Instant;

/**
 * How a process sends commands. What it sends is a row, written in the transaction in which it took in the event; a roll-back
 * takes it along, a crash does not lose it, and a step sent twice is sent once. Sagas and policies take it as a parameter of
 * their handlers.
 *
 * <p>A command that was accepted leaves nothing but its own events. Failures that are nobody's decision are tried again for
 * ever, ever more slowly; when it lasts, {@code process.StepStuck} says so, and {@code process.StepUnstuck} that it is over.
 *
 * @throws IllegalStateException by every method: there is no transaction
 */
public interface Steps {

    /**
     * Sends {@code command} as soon as the present transaction has committed. A refusal is its answer, told by
     * {@code process.StepRefused}. Where the same step already waits, nothing changes.
     */
    void send(StepId step, Object command);

    /**
     * Sends {@code command} at {@code when} or as soon after as can be: a deadline. The command must be one that does no harm
     * when it comes late. A refusal is told as by {@link #send}. Where the same step already waits, it gets the new time and
     * command.
     */
    void sendAt(StepId step, Instant when, Object command);

    /**
     * Sends {@code command} as {@link #send} does, to undo what was done: a refusal is no answer. It is tried again for ever,
     * and is told as stuck at once.
     */
    void compensate(StepId step, Object command);

    /** Sends {@code command} until it is accepted: a refusal is no answer, and people are told. */
    default void insist(StepId step, Object command) {
        compensate(step, command);
    }

    /** Takes back a step that still waits. One that is being sent, or was, is left alone. */
    void cancel(StepId step);
}
