package io.ordertrail.axon.process.step;

import java.time.Instant;

/**
 * How a process sends commands. What it sends is a row, written in the transaction in which it processed the event; a
 * roll-back takes it along, a crash does not lose it, and a step sent twice is sent once. Policies take it as a
 * parameter of their handlers.
 *
 * <p>The steps of one subject are sent in the order in which they were written, one at a time; those of different
 * subjects side by side. A failure that is nobody's decision holds the later steps of its subject and is tried again
 * for ever, ever more slowly; when it lasts, {@code process.StepStuck} says so, and {@code process.StepUnstuck} that it
 * is over. A refusal of the moment only ({@link io.ordertrail.api.message.RequestRefusal.OfAttempt}) is tried again
 * without a word; when it lasts, later steps go past it. A command that was accepted leaves nothing but its own events.
 *
 * @throws IllegalStateException by every method: there is no transaction
 */
public interface StepOutbox {

    /**
     * Sends {@code command} as soon as the present transaction has committed and the earlier steps of its subject have
     * had their answers. A refusal is its answer, told by {@code process.StepRefused}. Where the same step already
     * waits, nothing changes.
     */
    void send(StepId step, Object command);

    /**
     * Sends {@code command} as {@link #send} does, but it must be accepted in the end: a refusal is no answer. It is
     * told as stuck, steps aside for the later steps of its subject, and is tried again until it is accepted or
     * somebody takes it over.
     */
    void insist(StepId step, Object command);

    /**
     * Sends {@code command} at {@code when} or as soon after as can be: a deadline. It waits for no other step of its
     * subject, and none waits for it. The command must be one that does no harm when it comes late. A refusal is told
     * as by {@link #send}. Where the same step already waits, it gets the new time and command.
     */
    void sendAt(StepId step, Instant when, Object command);

    /** The same of a command that must be accepted in the end, as by {@link #insist}. */
    void insistAt(StepId step, Instant when, Object command);

    /** Takes back a step that still waits. One that is being sent is sent, and what becomes of it is not told. */
    void cancel(StepId step);
}
