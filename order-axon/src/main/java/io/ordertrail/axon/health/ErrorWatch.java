package io.ordertrail.axon.health;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.EventTrackerStatusChangeListener;

/** Since when an event processor fails and tries again, segment by segment. */
public final class ErrorWatch implements EventTrackerStatusChangeListener {

    private final Clock clock;
    private final Map<Integer, Instant> since = new ConcurrentHashMap<>();

    public ErrorWatch(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void onEventTrackerStatusChange(Map<Integer, EventTrackerStatus> statuses) {
        statuses.forEach((segment, status) -> {
            if (status.isErrorState() && !status.trackerRemoved()) {
                since.putIfAbsent(segment, clock.instant());
            } else {
                since.remove(segment);
            }
        });
    }

    public boolean isFailing() {
        return !since.isEmpty();
    }

    /** How long the segment that fails longest has been failing; zero where none does. */
    public Duration failing() {
        return since.values().stream()
                .min(Instant::compareTo)
                .map(first -> Duration.between(first, clock.instant()))
                .orElse(Duration.ZERO);
    }
}
