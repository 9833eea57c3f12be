package io.ordertrail.query.projection;

import io.ordertrail.api.projection.ProjectionError;
import io.ordertrail.api.projection.Projections.Item;
import io.ordertrail.api.projection.Rebuild;
import io.ordertrail.query.projection.deadletter.ErrorWord;
import io.ordertrail.query.projection.deadletter.ParkedCount;
import io.ordertrail.query.projection.deadletter.ParkedTable;
import io.ordertrail.query.projection.position.Positions;
import io.ordertrail.query.projection.position.SharedViews;
import io.ordertrail.query.projection.rebuild.UnfinishedRebuild;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.TrackingEventProcessor;
import org.jspecify.annotations.Nullable;

/** Where the projections stand. */
public final class ProjectionBoard {

    private final Configuration axon;
    private final List<String> projections;
    private final RebuildBoard rebuilds;
    private final Positions positions;
    private final ParkedTable parked;

    ProjectionBoard(
            Configuration axon,
            List<String> projections,
            RebuildBoard rebuilds,
            Positions positions,
            ParkedTable parked) {
        this.axon = axon;
        this.projections = projections;
        this.rebuilds = rebuilds;
        this.positions = positions;
        this.parked = parked;
    }

    boolean knows(String projection) {
        return projections.contains(projection);
    }

    /** All of them, as of now. */
    List<Item> items() {
        return items(positions.head());
    }

    /** All of them, measured against {@code head}. */
    public List<Item> items(long head) {
        Map<String, ParkedCount> counts = parked.counts();
        Map<String, UnfinishedRebuild> unfinished = rebuilds.unfinished();
        Map<String, Long> reached = positions.all();
        return projections.stream()
                .map(name -> item(
                        name,
                        reached.getOrDefault(name, -1L),
                        head,
                        counts.getOrDefault(name, ParkedCount.NONE).events(),
                        unfinished.get(name)))
                .toList();
    }

    Optional<Rebuild> rebuild(String projection, String rebuildId) {
        return rebuilds.find(projection, rebuildId);
    }

    List<Rebuild> rebuilds(String projection) {
        return rebuilds.list(projection);
    }

    private Item item(String name, long position, long head, long waiting, @Nullable UnfinishedRebuild rebuild) {
        TrackingEventProcessor processor = keeper(name);
        Optional<ProjectionError> error = processor.processingStatus().values().stream()
                .filter(EventTrackerStatus::isErrorState)
                .map(EventTrackerStatus::getError)
                .map(ErrorWord::of)
                .findFirst();
        return new Item(
                name,
                position,
                head,
                Math.max(0, head - position),
                processor.isRunning(),
                error.orElse(null),
                waiting,
                rebuild == null
                        ? null
                        : rebuilds.find(name, rebuild.rebuildId()).orElse(null));
    }

    /** The event processor that works for {@code projection}, here or in another process. */
    TrackingEventProcessor keeper(String projection) {
        TrackingEventProcessor own = processor(projection);
        return own.isRunning() ? own : processor(SharedViews.PROCESSOR);
    }

    private TrackingEventProcessor processor(String name) {
        return axon.eventProcessingConfiguration()
                .eventProcessor(name, TrackingEventProcessor.class)
                .orElseThrow();
    }
}
