package io.ordertrail.api.projection;

import io.ordertrail.api.Named;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A replay and how far it has come.
 *
 * @param eventsTotal events stored when it began
 * @param eventsDone of these, taken in again, as far as its position tells; exact when done
 * @param percent 0 to 100, one decimal
 * @param eventsPerSecond mean since it began
 * @param secondsLeft at that rate; null while nothing can be said, 0 when done
 */
@Named("projection.Replay")
public record Replay(
        String id,
        String projection,
        Status status,
        long eventsTotal,
        long eventsDone,
        double percent,
        double eventsPerSecond,
        @Nullable Long secondsLeft,
        Instant startedAt,
        @Nullable Instant finishedAt) {

    public enum Status {
        RUNNING,
        DONE
    }
}
