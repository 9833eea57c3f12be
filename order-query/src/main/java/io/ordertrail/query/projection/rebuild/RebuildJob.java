package io.ordertrail.query.projection.rebuild;

import io.ordertrail.api.projection.RebuildComparison;
import io.ordertrail.api.projection.RebuildStatus;
import io.ordertrail.axon.store.StoredTokens;
import io.ordertrail.query.projection.generation.Generation;
import io.ordertrail.query.projection.generation.GenerationState;
import io.ordertrail.query.projection.generation.Generations;
import io.ordertrail.query.projection.generation.TableNames;
import io.ordertrail.query.projection.generation.ViewSql;
import io.ordertrail.query.projection.position.Positions;
import io.ordertrail.query.projection.position.SharedViews;
import io.ordertrail.query.projection.position.Snapshot;
import io.ordertrail.query.projection.table.Provable;
import io.ordertrail.query.projection.table.RowComparison;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Does one rebuild, or goes on with it: new tables, rows up to where the live ones are, comparison, and the switch.
 * Each step says in the database that it is done; a process that is killed anywhere leaves what the next one goes on
 * with.
 */
final class RebuildJob {

    private static final Logger LOG = LoggerFactory.getLogger(RebuildJob.class);

    private final Generations generations;
    private final RebuildLog log;
    private final Fillers fillers;
    private final StoredTokens tokens;
    private final ViewSql sql;
    private final Positions positions;
    private final Snapshot snapshot;
    private final OldGenerations old;
    private final Switch turn;
    private final TransactionOperations transaction;

    RebuildJob(
            Generations generations,
            RebuildLog log,
            Fillers fillers,
            StoredTokens tokens,
            ViewSql sql,
            Positions positions,
            Snapshot snapshot,
            OldGenerations old,
            Switch turn,
            TransactionOperations transaction) {
        this.generations = generations;
        this.log = log;
        this.fillers = fillers;
        this.tokens = tokens;
        this.sql = sql;
        this.positions = positions;
        this.snapshot = snapshot;
        this.old = old;
        this.turn = turn;
        this.transaction = transaction;
    }

    /**
     * @param model the view, as it is read
     * @param stop stops the view's own processor, if it runs here
     */
    void run(Provable<?> model, UnfinishedRebuild rebuild, Pace pace, Runnable stop) {
        String projection = rebuild.projection();
        if (rebuild.wish() == Wish.CANCEL) {
            cancel(rebuild);
            return;
        }
        Generation made = begun(model, rebuild);
        pace.begin();
        Between between = (events, worked) -> {
            requireWanted(projection);
            pace.after(events, worked);
        };
        fillers.catchUp(model, made, between);
        generations.createIndexes(made);
        fillers.catchUp(model, made, between);
        log.compare(projection);
        compare(model, made, between).ifPresent(found -> log.compared(projection, found));
        // What came meanwhile, so that the views need not wait for it.
        fillers.catchUp(model, made, between);
        turn.to(model, made, stop);
        LOG.info("{} is rebuilt: {}", projection, rebuild.rebuildId());
    }

    /** What it fills, with its tables. */
    private Generation begun(Provable<?> model, UnfinishedRebuild rebuild) {
        String projection = rebuild.projection();
        Optional<Generation> before =
                Optional.ofNullable(rebuild.generation()).flatMap(number -> generations.find(projection, number));
        // What another release has begun is of another shape: it is begun anew.
        if (before.filter(Generation::isOwn).isPresent()) {
            return before.get();
        }
        Extent extent = new Extent(positions.count(), positions.start(), positions.head());
        if (rebuild.takesBack() == null) {
            // Not below: whoever reads them still would make the views wait.
            drop(projection, GenerationState.KEPT, GenerationState.DROPPED);
        }
        return Objects.requireNonNull(transaction.execute(status -> {
            // Another process may be about to do the same.
            tokens.lock(SharedViews.PROCESSOR);
            if (log.unfinished(projection).filter(rebuild::equals).isEmpty()) {
                throw new RebuildStopped();
            }
            Integer live = generations
                    .of(projection, GenerationState.LIVE)
                    .map(Generation::number)
                    .orElse(null);
            Generation made = rebuild.takesBack() == null ? prepared(model) : kept(projection, rebuild.takesBack());
            generations.put(made, GenerationState.FILLING);
            log.fill(projection, made.number(), live, extent);
            return made;
        }));
    }

    private Generation kept(String projection, String takesBack) {
        return log.replacedBy(projection, takesBack)
                .flatMap(number -> generations.find(projection, number))
                .filter(one -> one.state() == GenerationState.KEPT && one.isOwn())
                .orElseThrow(() -> new IllegalStateException("What " + takesBack + " has replaced is dropped"));
    }

    /** What was made for this release before it was at work, or else empty tables of a new generation. */
    private Generation prepared(Provable<?> model) {
        return generations
                .of(model.name(), GenerationState.PREPARED)
                .filter(Generation::isOwn)
                .orElseGet(() -> added(model));
    }

    private Generation added(Provable<?> model) {
        String projection = model.name();
        // What a process has left that was killed here.
        drop(projection, GenerationState.NEW, GenerationState.FILLING);
        Generation made = generations.next(projection, GenerationState.NEW);
        fillers.begin(model, made);
        return made;
    }

    private void drop(String projection, GenerationState... states) {
        generations.of(projection).stream()
                .filter(one -> List.of(states).contains(one.state()))
                .forEach(old::drop);
    }

    /** Both as they are at one moment, in which both have processed the same. */
    private Optional<RebuildComparison> compare(Provable<?> model, Generation made, Between between) {
        TableNames live = sql.live();
        if (!live.has(model.name())) {
            return Optional.empty();
        }
        try (Standstill still = turn.standstill()) {
            // The views wait, so nothing else is waited for.
            fillers.fill(model, made, fillers.live(), (events, worked) -> requireWanted(model.name()));
            return Optional.of(snapshot.read(() -> {
                // The moment is that of the first look.
                sql.live();
                still.end();
                return RowComparison.of(
                        model.in(live),
                        model.in(live.with(model.name(), made.number())),
                        worked -> between.after(Pace.UNCOUNTED, worked));
            }));
        }
    }

    /** Goes on only where nobody wants otherwise by now, of whatever moment the rows are that it reads. */
    private void requireWanted(String projection) {
        if (!snapshot.read(() -> log.isWanted(projection))) {
            throw new RebuildStopped();
        }
    }

    private void cancel(UnfinishedRebuild rebuild) {
        String projection = rebuild.projection();
        Optional.ofNullable(rebuild.generation())
                .flatMap(number -> generations.find(projection, number))
                .ifPresent(made -> {
                    if (rebuild.takesBack() == null) {
                        old.drop(made);
                    } else {
                        generations.put(made, GenerationState.KEPT);
                    }
                });
        log.finish(projection, RebuildStatus.CANCELLED);
        LOG.info("The rebuild {} of {} is given up", rebuild.rebuildId(), projection);
    }
}
