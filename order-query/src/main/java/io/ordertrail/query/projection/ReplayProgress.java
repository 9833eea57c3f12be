package io.ordertrail.query.projection;

import io.ordertrail.query.projection.ReplayLog.Running;
import java.util.Map;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.EventTrackerStatusChangeListener;
import org.jspecify.annotations.Nullable;

/**
 * Notes that a replay is done when its processor has come to where the store ended when it began. Killed in between, the process
 * that takes up the work notes it: its processor stands there already.
 */
final class ReplayProgress implements EventTrackerStatusChangeListener {

    private final String projection;
    private final ReplayLog log;
    private volatile boolean known;
    private volatile @Nullable Running running;

    ReplayProgress(String projection, ReplayLog log) {
        this.projection = projection;
        this.log = log;
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
            running = log.running(projection).orElse(null);
            known = true;
        }
        Running replay = running;
        if (replay != null && position >= replay.headPosition()) {
            log.finish(replay);
            running = null;
        }
    }
}
