package io.ordertrail.query.projection;

import io.ordertrail.api.message.Refused;
import io.ordertrail.api.projection.ProjectionCommand.StartReplay;
import io.ordertrail.api.projection.ProjectionQuery.GetReplay;
import io.ordertrail.api.projection.ProjectionQuery.ListProjections;
import io.ordertrail.api.projection.ProjectionRefusal.ProjectionNotFound;
import io.ordertrail.api.projection.ProjectionRefusal.ReplayNotFound;
import io.ordertrail.api.projection.ProjectionRefusal.ReplayRunning;
import io.ordertrail.api.projection.Projections;
import io.ordertrail.api.projection.Replay;
import io.ordertrail.axon.message.MetaKeys;
import io.ordertrail.query.projection.replay.ReplayLog;
import io.ordertrail.query.projection.replay.Replayer;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.dao.DuplicateKeyException;

/** Answers queries about projections, and accepts replays. */
public final class ReplayHandler {

    private final ProjectionBoard board;
    private final ReplayLog log;
    private final Replayer replayer;

    ReplayHandler(ProjectionBoard board, ReplayLog log, Replayer replayer) {
        this.board = board;
        this.log = log;
        this.replayer = replayer;
    }

    @CommandHandler
    Replay start(StartReplay command, MetaData metaData) {
        String actor = String.valueOf(metaData.getOrDefault(MetaKeys.ACTOR, "unknown"));
        String projection = known(command.projection());
        Optional<Replay> before = board.replay(projection, command.replayId());
        if (before.isPresent()) {
            return before.get();
        }
        log.unfinished(projection).ifPresent(other -> {
            throw new Refused(new ReplayRunning(projection, other.replayId()));
        });
        try {
            log.ask(projection, command.replayId(), actor);
        } catch (DuplicateKeyException e) {
            throw new ConcurrencyException("Another replay of " + projection + " was faster", e);
        }
        CurrentUnitOfWork.get().afterCommit(work -> replayer.soon());
        return board.replay(projection, command.replayId()).orElseThrow();
    }

    @QueryHandler
    Replay get(GetReplay query) {
        return board.replay(known(query.projection()), query.replayId())
                .orElseThrow(() -> new Refused(new ReplayNotFound(query.replayId())));
    }

    @QueryHandler
    Projections list(ListProjections query) {
        return new Projections(board.items());
    }

    private String known(String projection) {
        if (!board.knows(projection)) {
            throw new Refused(new ProjectionNotFound(projection));
        }
        return projection;
    }
}
