package io.ordertrail.query.projection;

import io.ordertrail.api.projection.ProjectionCommand.StartReplay;
import io.ordertrail.api.projection.ProjectionQuery.GetReplay;
import io.ordertrail.api.projection.ProjectionQuery.ListProjections;
import io.ordertrail.api.projection.ProjectionRefusal.ProjectionNotFound;
import io.ordertrail.api.projection.ProjectionRefusal.ReplayNotFound;
import io.ordertrail.api.projection.ProjectionRefusal.ReplayRunning;
import io.ordertrail.api.projection.Projections;
import io.ordertrail.api.projection.Replay;
import io.ordertrail.axon.Refused;
import java.util.List;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.TrackingEventProcessor;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.dao.DuplicateKeyException;

/** Answers what can be asked of projections. */
public final class ProjectionDesk {

    private final Configuration axon;
    private final List<String> projections;
    private final ReplayLog log;
    private final Positions positions;

    ProjectionDesk(Configuration axon, List<String> projections, ReplayLog log, Positions positions) {
        this.axon = axon;
        this.projections = projections;
        this.log = log;
        this.positions = positions;
    }

    /**
     * Empties a projection and has it filled again. Rows, token and the replay's own row change in the one transaction of
     * this command: killed before it commits, the process finds everything as it was; killed after, it goes on replaying.
     */
    @CommandHandler
    Replay start(StartReplay command) {
        String projection = known(command.projection());
        Optional<Replay> before = find(projection, command.replayId());
        if (before.isPresent()) {
            return before.get();
        }
        log.running(projection).ifPresent(other -> {
            throw new Refused(new ReplayRunning(projection, other.replayId()));
        });
        TrackingEventProcessor processor = processor(projection);
        try {
            // First of all, because its row keeps every other replay of this projection waiting.
            log.begin(projection, command.replayId(), positions.count(), positions.start(), positions.head());
        } catch (DuplicateKeyException e) {
            throw new ConcurrencyException("Another replay of " + projection + " was faster", e);
        }
        if (processor.isRunning()) {
            CurrentUnitOfWork.get().onCleanup(work -> processor.start());
            processor.shutDown();
        }
        processor.resetTokens();
        return find(projection, command.replayId()).orElseThrow();
    }

    private Optional<Replay> find(String projection, String replayId) {
        return log.find(projection, replayId, positions.of(projection));
    }

    @QueryHandler
    Replay get(GetReplay query) {
        return find(known(query.projection()), query.replayId())
                .orElseThrow(() -> new Refused(new ReplayNotFound(query.replayId())));
    }

    @QueryHandler
    Projections list(ListProjections query) {
        long head = positions.head();
        return new Projections(
                projections.stream().map(name -> item(name, head)).toList());
    }

    /** What is true of a projection now. */
    public Projections.Item item(String name, long head) {
        TrackingEventProcessor processor = processor(name);
        Optional<Throwable> failure = processor.processingStatus().values().stream()
                .filter(EventTrackerStatus::isErrorState)
                .map(EventTrackerStatus::getError)
                .findFirst();
        return new Projections.Item(
                name,
                positions.of(name),
                head,
                processor.isRunning(),
                failure.map(ProjectionDesk::message).orElse(null),
                parked(name));
    }

    private long parked(String name) {
        return axon.eventProcessingConfiguration()
                .deadLetterQueue(name)
                .map(SequencedDeadLetterQueue<EventMessage<?>>::size)
                .orElseThrow();
    }

    private static String message(Throwable failure) {
        return failure.getMessage() == null ? "no message" : failure.getMessage();
    }

    private String known(String projection) {
        if (!projections.contains(projection)) {
            throw new Refused(new ProjectionNotFound(projection));
        }
        return projection;
    }

    private TrackingEventProcessor processor(String name) {
        return axon.eventProcessingConfiguration()
                .eventProcessor(name, TrackingEventProcessor.class)
                .orElseThrow();
    }
}
