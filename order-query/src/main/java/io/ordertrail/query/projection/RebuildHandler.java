package io.ordertrail.query.projection;

import io.ordertrail.api.message.Refused;
import io.ordertrail.api.projection.ProjectionCommand.CancelRebuild;
import io.ordertrail.api.projection.ProjectionCommand.PauseRebuild;
import io.ordertrail.api.projection.ProjectionCommand.ResumeRebuild;
import io.ordertrail.api.projection.ProjectionCommand.RollBackRebuild;
import io.ordertrail.api.projection.ProjectionCommand.StartRebuild;
import io.ordertrail.api.projection.ProjectionQuery.GetRebuild;
import io.ordertrail.api.projection.ProjectionQuery.ListProjections;
import io.ordertrail.api.projection.ProjectionQuery.ListRebuilds;
import io.ordertrail.api.projection.ProjectionRefusal.NothingToRollBack;
import io.ordertrail.api.projection.ProjectionRefusal.ProjectionNotFound;
import io.ordertrail.api.projection.ProjectionRefusal.RebuildNotFound;
import io.ordertrail.api.projection.ProjectionRefusal.RebuildOver;
import io.ordertrail.api.projection.ProjectionRefusal.RebuildRunning;
import io.ordertrail.api.projection.Projections;
import io.ordertrail.api.projection.Rebuild;
import io.ordertrail.api.projection.Rebuilds;
import io.ordertrail.axon.message.MetaKeys;
import io.ordertrail.query.projection.generation.Generation;
import io.ordertrail.query.projection.generation.GenerationState;
import io.ordertrail.query.projection.generation.Generations;
import io.ordertrail.query.projection.rebuild.RebuildLog;
import io.ordertrail.query.projection.rebuild.Rebuilder;
import io.ordertrail.query.projection.rebuild.Wish;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;

/** Answers queries about projections, and accepts rebuilds and what staff want of them. */
public final class RebuildHandler {

    private final ProjectionBoard board;
    private final RebuildLog log;
    private final Generations generations;
    private final Rebuilder rebuilder;

    RebuildHandler(ProjectionBoard board, RebuildLog log, Generations generations, Rebuilder rebuilder) {
        this.board = board;
        this.log = log;
        this.generations = generations;
        this.rebuilder = rebuilder;
    }

    @CommandHandler
    Rebuild start(StartRebuild command, MetaData metaData) {
        return ask(known(command.projection()), command.rebuildId(), metaData, null);
    }

    @CommandHandler
    Rebuild rollBack(RollBackRebuild command, MetaData metaData) {
        String projection = known(command.projection());
        found(projection, command.rebuildId());
        // A newer rebuild drops them.
        log.replacedBy(projection, command.rebuildId())
                .flatMap(number -> generations.find(projection, number))
                .filter(old -> old.state() == GenerationState.KEPT && old.isOwn())
                .map(Generation::number)
                .orElseThrow(() -> new Refused(new NothingToRollBack(command.rebuildId())));
        return ask(projection, command.newId(), metaData, command.rebuildId());
    }

    private Rebuild ask(String projection, String rebuildId, MetaData metaData, @Nullable String takesBack) {
        Optional<Rebuild> before = board.rebuild(projection, rebuildId);
        if (before.isPresent()) {
            return before.get();
        }
        log.unfinished(projection).ifPresent(other -> {
            throw new Refused(new RebuildRunning(projection, other.rebuildId()));
        });
        try {
            log.ask(projection, rebuildId, String.valueOf(metaData.getOrDefault(MetaKeys.ACTOR, "unknown")), takesBack);
        } catch (DuplicateKeyException e) {
            throw new ConcurrencyException("Another rebuild of " + projection + " was faster", e);
        }
        return seen(projection, rebuildId);
    }

    @CommandHandler
    Rebuild pause(PauseRebuild command) {
        return wish(command.projection(), command.rebuildId(), Wish.PAUSE);
    }

    @CommandHandler
    Rebuild resume(ResumeRebuild command) {
        return wish(command.projection(), command.rebuildId(), Wish.NONE);
    }

    @CommandHandler
    Rebuild cancel(CancelRebuild command) {
        return wish(command.projection(), command.rebuildId(), Wish.CANCEL);
    }

    private Rebuild wish(String name, String rebuildId, Wish wish) {
        String projection = known(name);
        Rebuild rebuild = found(projection, rebuildId);
        if (rebuild.status().isOver()) {
            throw new Refused(new RebuildOver(rebuildId, rebuild.status()));
        }
        log.wish(projection, wish);
        return seen(projection, rebuildId);
    }

    private Rebuild seen(String projection, String rebuildId) {
        CurrentUnitOfWork.get().afterCommit(work -> rebuilder.soon());
        return found(projection, rebuildId);
    }

    @QueryHandler
    Rebuild get(GetRebuild query) {
        return found(known(query.projection()), query.rebuildId());
    }

    @QueryHandler
    Rebuilds list(ListRebuilds query) {
        return new Rebuilds(board.rebuilds(known(query.projection())));
    }

    @QueryHandler
    Projections list(ListProjections query) {
        return new Projections(board.items());
    }

    private Rebuild found(String projection, String rebuildId) {
        return board.rebuild(projection, rebuildId).orElseThrow(() -> new Refused(new RebuildNotFound(rebuildId)));
    }

    private String known(String projection) {
        if (!board.knows(projection)) {
            throw new Refused(new ProjectionNotFound(projection));
        }
        return projection;
    }
}
