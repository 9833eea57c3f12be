package io.ordertrail.query.projection.replay;

import io.ordertrail.query.projection.fold.Batch;
import io.ordertrail.query.projection.position.Positions;
import io.ordertrail.query.projection.replay.ReplayLog.Unfinished;
import java.util.Map;
import java.util.function.Supplier;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.EventTrackerStatusChangeListener;
import org.jspecify.annotations.Nullable;

/**
 * Records that a replay is done when its processor has caught up with the store: with the events before its begin, and
 * with those that came since, all but the last moment's. Killed in between, the process that takes up the work notes
 * it.
 */
public final class ReplayProgress implements EventTrackerStatusChangeListener {

    /** Who is no further behind than this is as far as a view ever is while events come in. */
    private static final long CLOSE = Batch.SIZE;

    private final String projection;
    private final ReplayLog log;
    private final Supplier<Positions> positions;
    private volatile boolean known;
    private volatile @Nullable Unfinished running;
    private volatile long target;

    /** @param positions is created when there is a replay, because the store is created after the projections */
    public ReplayProgress(String projection, ReplayLog log, Supplier<Positions> positions) {
        this.projection = projection;
        this.log = log;
        this.positions = positions;
    }

    @Override
    public boolean validatePositions() {
        return true;
    }

    @Override
    public void onEventTrackerStatusChange(Map<Integer, EventTrackerStatus> statuses) {
        for (EventTrackerStatus status : statuses.values()) {
            if (status.trackerAdded()) {
                // A processor that takes up its work, here or after another process, looks whether a replay is what it
                // does.
                known = false;
            }
            status.getCurrentPosition().ifPresent(this::at);
        }
    }

    private void at(long position) {
        if (!known) {
            running = log.filling(projection).orElse(null);
            target = running == null ? 0 : running.headPosition();
            known = true;
        }
        Unfinished replay = running;
        if (replay == null || position < target) {
            return;
        }
        long head = positions.get().head();
        if (head - position <= CLOSE) {
            log.finish(replay);
            running = null;
        } else {
            target = head;
        }
    }
}
