package io.ordertrail.query.projection;

import io.ordertrail.api.deadletter.DeadLetter;
import io.ordertrail.api.deadletter.DeadLetterFilter;
import io.ordertrail.api.deadletter.DeadLetterGroups;
import io.ordertrail.api.deadletter.DeadLetterInspection;
import io.ordertrail.api.deadletter.DeadLetterRetries;
import io.ordertrail.api.deadletter.DeadLetterRetry;
import io.ordertrail.api.deadletter.DeadLetters;
import io.ordertrail.api.deadletter.DiscardedLetters;
import io.ordertrail.api.message.Refused;
import io.ordertrail.api.message.RequestRefusal.InvalidQuery;
import io.ordertrail.api.projection.ProjectionCommand.DiscardDeadLetter;
import io.ordertrail.api.projection.ProjectionCommand.RetryDeadLetter;
import io.ordertrail.api.projection.ProjectionCommand.RetryDeadLetters;
import io.ordertrail.api.projection.ProjectionQuery.GroupDeadLetters;
import io.ordertrail.api.projection.ProjectionQuery.InspectDeadLetter;
import io.ordertrail.api.projection.ProjectionQuery.ListDeadLetters;
import io.ordertrail.api.projection.ProjectionQuery.ListDiscarded;
import io.ordertrail.api.projection.ProjectionRefusal.DeadLetterNotFound;
import io.ordertrail.axon.message.MetaKeys;
import io.ordertrail.query.projection.deadletter.DiscardLog;
import io.ordertrail.query.projection.deadletter.DryRun;
import io.ordertrail.query.projection.deadletter.Parked;
import io.ordertrail.query.projection.deadletter.ParkedCount;
import io.ordertrail.query.projection.deadletter.ParkedTable;
import io.ordertrail.query.projection.deadletter.Recovery;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.queryhandling.QueryHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows staff the events that projections could not process, and retries or discards them. */
final class DeadLetterHandler {

    private static final Logger LOG = LoggerFactory.getLogger(DeadLetterHandler.class);

    private final ProjectionBoard board;
    private final ParkedTable table;
    private final Recovery recovery;
    private final DryRun dryRun;
    private final DiscardLog discarded;

    DeadLetterHandler(
            ProjectionBoard board, ParkedTable table, Recovery recovery, DryRun dryRun, DiscardLog discarded) {
        this.board = board;
        this.table = table;
        this.recovery = recovery;
        this.dryRun = dryRun;
        this.discarded = discarded;
    }

    @QueryHandler
    DeadLetters list(ListDeadLetters query) {
        DeadLetterFilter wanted = known(query.filter());
        ParkedCount count = table.count(wanted);
        return new DeadLetters(table.list(wanted), count.sequences(), count.events());
    }

    @QueryHandler
    DeadLetterGroups list(GroupDeadLetters query) {
        return new DeadLetterGroups(table.groups(known(query.filter())));
    }

    @QueryHandler
    DeadLetterInspection inspect(InspectDeadLetter query) {
        return table.find(query.id()).map(dryRun::of).orElseThrow(() -> notFound(query.id()));
    }

    @QueryHandler
    DiscardedLetters list(ListDiscarded query) {
        return new DiscardedLetters(discarded.list());
    }

    @CommandHandler
    DeadLetterRetry retry(RetryDeadLetter command, MetaData metaData) {
        Parked parked = table.find(command.id()).orElseThrow(() -> notFound(command.id()));
        DeadLetterRetry came = recovery.retry(parked.letter());
        LOG.info("{} has tried again what {} had parked: {}", actor(metaData), parked.projection(), came);
        return came;
    }

    @CommandHandler
    DeadLetterRetries retry(RetryDeadLetters command, MetaData metaData) {
        DeadLetterFilter wanted = known(command.filter());
        long all = table.count(wanted).sequences();
        DeadLetterRetries came = DeadLetterRetries.of(
                table.list(wanted).stream().map(recovery::retry).toList(), all);
        LOG.info("{} has tried again what agrees with {}: {}", actor(metaData), wanted, came);
        return came;
    }

    @CommandHandler
    DeadLetter discard(DiscardDeadLetter command, MetaData metaData) {
        Parked parked = table.lock(command.id()).orElseThrow(() -> notFound(command.id()));
        discarded.discard(parked, actor(metaData), command.reason());
        LOG.warn(
                "{} has discarded {} events of {} for {}",
                actor(metaData),
                parked.letter().events(),
                parked.sequence(),
                parked.projection());
        return parked.letter();
    }

    private DeadLetterFilter known(DeadLetterFilter wanted) {
        String projection = wanted.place();
        if (projection != null && !board.knows(projection)) {
            throw new Refused(InvalidQuery.of("projection", "There is no projection " + projection + "."));
        }
        return wanted;
    }

    private static String actor(MetaData metaData) {
        return String.valueOf(metaData.getOrDefault(MetaKeys.ACTOR, "unknown"));
    }

    private static Refused notFound(String id) {
        return new Refused(new DeadLetterNotFound(id));
    }
}
