package io.ordertrail.api.process;

import io.ordertrail.api.message.DatedEvent;
import io.ordertrail.api.message.Named;
import io.ordertrail.api.message.Sentence;
import io.ordertrail.api.personal.DataSubject;
import io.ordertrail.api.personal.PersonalData;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The fate of a step, which is a command of a process, or of an event that the processes could not process. A step that
 * did what it should leaves no event here, for the events of its command tell it. These events belong to no aggregate.
 */
public sealed interface ProcessEvent extends DatedEvent {

    /** Of a step the name of its process, such as {@code fulfilment}; of an event that of its event processor. */
    String process();

    /** What it is about, such as an order's id: whose queue the step is in, whose events wait. */
    @DataSubject(byOwner = true)
    String subject();

    /** What became of a step. The first five parts name it for ever. */
    sealed interface OfStep extends ProcessEvent {

        /** What sort of step it is, such as {@code set-reservation}. */
        String kind();

        /** What within the subject it is about, such as the id of a line; empty if it is about the whole. */
        String of();

        /** Tells apart the several of one kind: the number of the ask. */
        long number();
    }

    /**
     * A rule said no, and that is the step's answer: it is not tried again. {@code code} and {@code detail} are the
     * refusal's.
     */
    @Named("process.StepRefused")
    @Sentence("Step {kind} of {process} was refused: {detail}")
    record StepRefused(
            String process,
            String subject,
            String kind,
            String of,
            long number,
            String code,
            @PersonalData String detail,
            Instant at)
            implements OfStep {}

    /** A step fails again and again. It is still tried, but a person should look. */
    @Named("process.StepStuck")
    @Sentence("Step {kind} of {process} fails again and again, and is still tried: {detail}")
    record StepStuck(
            String process,
            String subject,
            String kind,
            String of,
            long number,
            String code,
            @PersonalData String detail,
            Instant at)
            implements OfStep {}

    /** A step that was stuck has had its answer after all. */
    @Named("process.StepUnstuck")
    @Sentence("Step {kind} of {process} has its answer after all")
    record StepUnstuck(String process, String subject, String kind, String of, long number, Instant at)
            implements OfStep {}

    /** A person says that a step is settled in another way: it is not tried any more. {@code reason} is theirs. */
    @Named("process.StepTakenOver")
    @Sentence("Step {kind} of {process} was settled in another way: {reason}")
    record StepTakenOver(
            String process,
            String subject,
            String kind,
            String of,
            long number,
            @Nullable String actor,
            @PersonalData String reason,
            Instant at)
            implements OfStep {}

    /** The fate of an event that the processes could not process. */
    sealed interface OfEvent extends ProcessEvent {

        /** The event's id in the store. */
        String eventId();
    }

    /**
     * An event could not be processed. It waits, and so do later events of the same subject; stored once, for the first
     * one.
     *
     * @param eventType its name in the store
     * @param code in upper snake case, what sort of failure it was
     */
    @Named("process.EventParked")
    @Sentence(
            "An event {eventType} could not be processed by {process} ({code}); it waits, and so do later ones of {subject}")
    record EventParked(String process, String subject, String eventId, String eventType, String code, Instant at)
            implements OfEvent {}

    /** A parked event was processed after all. */
    @Named("process.ParkedEventTaken")
    @Sentence("An event that waited was processed by {process} after all")
    record ParkedEventTaken(String process, String subject, String eventId, Instant at) implements OfEvent {}

    /** A person discards a parked event: the processes go on without it. {@code reason} is theirs. */
    @Named("process.ParkedEventDiscarded")
    @Sentence("An event that waited was discarded; {process} goes on without it: {reason}")
    record ParkedEventDiscarded(
            String process,
            String subject,
            String eventId,
            @Nullable String actor,
            @PersonalData String reason,
            Instant at)
            implements OfEvent {}
}
