package io.ordertrail.command.process;

import io.ordertrail.api.deadletter.DeadLetter;
import io.ordertrail.api.deadletter.DeadLetterFilter;
import io.ordertrail.api.deadletter.DeadLetterGroups;
import io.ordertrail.api.deadletter.DeadLetterInspection;
import io.ordertrail.api.deadletter.DeadLetterRetries;
import io.ordertrail.api.deadletter.DeadLetterRetry;
import io.ordertrail.api.deadletter.DeadLetters;
import io.ordertrail.api.message.Refused;
import io.ordertrail.api.message.RequestRefusal.InvalidQuery;
import io.ordertrail.api.process.ProcessCommand.DiscardParked;
import io.ordertrail.api.process.ProcessCommand.RetryAllParked;
import io.ordertrail.api.process.ProcessCommand.RetryParked;
import io.ordertrail.api.process.ProcessCommand.RetryStep;
import io.ordertrail.api.process.ProcessCommand.TakeOverStep;
import io.ordertrail.api.process.ProcessEvent;
import io.ordertrail.api.process.ProcessEvent.ParkedEventDiscarded;
import io.ordertrail.api.process.ProcessEvent.StepTakenOver;
import io.ordertrail.api.process.ProcessQuery.GroupParked;
import io.ordertrail.api.process.ProcessQuery.InspectParked;
import io.ordertrail.api.process.ProcessQuery.ListParked;
import io.ordertrail.api.process.ProcessQuery.ListProcesses;
import io.ordertrail.api.process.ProcessQuery.ListSteps;
import io.ordertrail.api.process.ProcessRefusal.ParkedEventNotFound;
import io.ordertrail.api.process.ProcessRefusal.ProcessNotFound;
import io.ordertrail.api.process.ProcessRefusal.StepNotFound;
import io.ordertrail.api.process.ProcessRefusal.StepNotTakenOver;
import io.ordertrail.api.process.Processes;
import io.ordertrail.api.process.StepPage;
import io.ordertrail.axon.message.MetaKeys;
import io.ordertrail.axon.process.ProcessBoard;
import io.ordertrail.axon.process.parked.Parked;
import io.ordertrail.axon.process.step.StepId;
import io.ordertrail.axon.process.step.WaitingSteps;
import java.time.Clock;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.EventBus;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;

/**
 * Shows staff the processes, and does what they say where one cannot go on. What ends a retry does so in the
 * transaction of the event that tells it, so that what is resolved twice was resolved once.
 */
final class ProcessHandler {

    private static final int MAX_LIMIT = 500;

    private final ProcessBoard board;
    private final WaitingSteps steps;
    private final Parked parked;
    private final EventBus events;
    private final Clock clock;

    ProcessHandler(ProcessBoard board, WaitingSteps steps, Parked parked, EventBus events, Clock clock) {
        this.board = board;
        this.steps = steps;
        this.parked = parked;
        this.events = events;
        this.clock = clock;
    }

    @QueryHandler
    Processes list(ListProcesses query) {
        return board.processes();
    }

    @QueryHandler
    StepPage list(ListSteps query) {
        if (query.limit() < 1 || query.limit() > MAX_LIMIT) {
            throw new Refused(InvalidQuery.of("limit", "The limit must be 1 to " + MAX_LIMIT + "."));
        }
        return steps.page(query.process(), query.stuck(), query.limit(), cursor(query.after()));
    }

    @QueryHandler
    DeadLetters list(ListParked query) {
        return parked.list(known(query.filter()));
    }

    @QueryHandler
    DeadLetterGroups list(GroupParked query) {
        return parked.groups(known(query.filter()));
    }

    @QueryHandler
    DeadLetterInspection inspect(InspectParked query) {
        return parked.inspect(known(query.process()), query.id()).orElseThrow(() -> notParked(query.id()));
    }

    @CommandHandler
    StepPage.Item retry(RetryStep command) {
        return steps.retry(command.step()).orElseThrow(() -> new Refused(new StepNotFound(command.step())));
    }

    @CommandHandler
    StepPage.Item takeOver(TakeOverStep command, MetaData metaData) {
        StepPage.Item taken =
                steps.takeOver(command.step()).orElseThrow(() -> new Refused(new StepNotFound(command.step())));
        StepId step = named(taken);
        if (!TakeOvers.mayTakeOver(step)) {
            throw new Refused(new StepNotTakenOver(command.step())); // which rolls back what was taken
        }
        tell(new StepTakenOver(
                step.process(),
                step.subject(),
                step.kind(),
                step.of(),
                step.number(),
                actor(metaData),
                command.reason(),
                clock.instant()));
        return taken;
    }

    @CommandHandler
    DeadLetterRetry retry(RetryParked command) {
        return parked.retry(known(command.process()), command.id()).orElseThrow(() -> notParked(command.id()));
    }

    @CommandHandler
    DeadLetterRetries retry(RetryAllParked command) {
        return parked.retryAll(known(command.filter()));
    }

    @CommandHandler
    DeadLetter discard(DiscardParked command, MetaData metaData) {
        DeadLetter gone =
                parked.discard(known(command.process()), command.id()).orElseThrow(() -> notParked(command.id()));
        tell(new ParkedEventDiscarded(
                command.process(), gone.subject(), gone.eventId(), actor(metaData), command.reason(), clock.instant()));
        return gone;
    }

    private void tell(ProcessEvent event) {
        events.publish(GenericEventMessage.asEventMessage(event));
    }

    private static Refused notParked(String id) {
        return new Refused(new ParkedEventNotFound(id));
    }

    private DeadLetterFilter known(DeadLetterFilter wanted) {
        if (wanted.place() != null) {
            known(wanted.place());
        }
        return wanted;
    }

    private String known(String process) {
        if (!board.knows(process)) {
            throw new Refused(new ProcessNotFound(process));
        }
        return process;
    }

    /** A row whose name this release cannot read has a process and a subject all the same. */
    private static StepId named(StepPage.Item taken) {
        try {
            return StepId.parse(taken.step());
        } catch (IllegalArgumentException e) {
            return StepId.of(taken.process(), taken.subject(), TakeOvers.UNREADABLE);
        }
    }

    private static @Nullable String actor(MetaData metaData) {
        return (String) metaData.get(MetaKeys.ACTOR);
    }

    private static long cursor(@Nullable String after) {
        if (after == null) {
            return 0;
        }
        if (!after.matches("[0-9]{1,18}")) {
            throw new Refused(InvalidQuery.of("after", "This is not a cursor of this list."));
        }
        return Long.parseLong(after);
    }
}
