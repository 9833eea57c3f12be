package io.ordertrail.api.projection;

import io.ordertrail.api.message.Named;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A replay and how far it has come.
 *
 * @param askedBy who wanted it
 * @param eventsTotal events stored when it began; 0 before that
 * @param eventsDone how many of these were processed again, as far as its position shows; exact when done
 * @param percent 0 to 100, one decimal; 100 when done only
 * @param eventsPerSecond mean since it began
 * @param secondsLeft at that rate; null while it is unknown, 0 when done
 * @param startedAt when the view was emptied; null before that
 */
@Named("projection.Replay")
public record Replay(
        String id,
        String projection,
        Status status,
        String askedBy,
        Instant askedAt,
        long eventsTotal,
        long eventsDone,
        double percent,
        double eventsPerSecond,
        @Nullable Long secondsLeft,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt) {

    public enum Status {
        /** It has not begun; the view is as it was. */
        ASKED,
        /** The view is not whole. */
        RUNNING,
        DONE
    }
}
