package io.ordertrail.query.projection;

import io.ordertrail.api.message.Refused;
import io.ordertrail.api.message.RequestRefusal.InvalidQuery;
import io.ordertrail.api.projection.DeadLetterRetry;
import io.ordertrail.api.projection.DeadLetters;
import io.ordertrail.api.projection.ProjectionCommand.DiscardDeadLetter;
import io.ordertrail.api.projection.ProjectionCommand.RetryDeadLetter;
import io.ordertrail.api.projection.ProjectionQuery.ListDeadLetters;
import io.ordertrail.api.projection.ProjectionRefusal.DeadLetterNotFound;
import io.ordertrail.axon.message.MetaKeys;
import io.ordertrail.query.projection.deadletter.ParkedTable;
import io.ordertrail.query.projection.deadletter.ParkedTable.Count;
import io.ordertrail.query.projection.deadletter.ParkedTable.Parked;
import io.ordertrail.query.projection.deadletter.Recovery;
import java.util.Collection;
import java.util.List;
import java.util.Map;
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

    DeadLetterHandler(ProjectionBoard board, ParkedTable table, Recovery recovery) {
        this.board = board;
        this.table = table;
        this.recovery = recovery;
    }

    @QueryHandler
    DeadLetters list(ListDeadLetters query) {
        String projection = query.projection();
        if (projection != null && !board.knows(projection)) {
            throw new Refused(InvalidQuery.of("projection", "There is no projection " + projection + "."));
        }
        Map<String, Count> all = table.counts();
        Collection<Count> counts =
                projection == null ? all.values() : List.of(all.getOrDefault(projection, Count.NONE));
        return new DeadLetters(
                table.list(projection),
                counts.stream().mapToLong(Count::sequences).sum(),
                counts.stream().mapToLong(Count::events).sum());
    }

    @CommandHandler
    DeadLetterRetry retry(RetryDeadLetter command, MetaData metaData) {
        String actor = String.valueOf(metaData.getOrDefault(MetaKeys.ACTOR, "unknown"));
        Parked parked = table.find(command.id()).orElseThrow(() -> notFound(command.id()));
        DeadLetterRetry came = recovery.retry(parked);
        LOG.info("{} has tried again what {} had parked: {}", actor, parked.projection(), came);
        return came;
    }

    @CommandHandler
    DeadLetters.Item discard(DiscardDeadLetter command, MetaData metaData) {
        String actor = String.valueOf(metaData.getOrDefault(MetaKeys.ACTOR, "unknown"));
        Parked parked = table.lock(command.id()).orElseThrow(() -> notFound(command.id()));
        table.discard(parked, actor, command.reason());
        LOG.warn(
                "{} has discarded {} events of {} for {}",
                actor,
                parked.letter().events(),
                parked.sequence(),
                parked.projection());
        return parked.letter();
    }

    private static Refused notFound(String id) {
        return new Refused(new DeadLetterNotFound(id));
    }
}
