package io.ordertrail.api.projection;

import io.ordertrail.api.message.Named;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A rebuild of a view: its rows are made anew beside those that are read, compared with them and put in their place.
 *
 * @param askedBy who wanted it; {@code ordertrail} where a release found rows that another one has made
 * @param takesBack the rebuild whose old rows it puts back, or null
 * @param eventsTotal events stored when it began; 0 before that
 * @param eventsDone how many of these were processed again, as far as its position shows; exact when done
 * @param percent 0 to 100, one decimal; 100 when done only
 * @param eventsPerSecond mean since it began
 * @param secondsLeft at that rate; null while it is unknown, 0 when it is over
 * @param startedAt when its first event was read; null before that
 * @param comparison of the old rows with the new ones; null before it, and where there were no old rows
 * @param error why it cannot go on, and is tried again; or null
 */
@Named("projection.Rebuild")
public record Rebuild(
        String id,
        String projection,
        RebuildStatus status,
        String askedBy,
        Instant askedAt,
        @Nullable String takesBack,
        long eventsTotal,
        long eventsDone,
        double percent,
        double eventsPerSecond,
        @Nullable Long secondsLeft,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable RebuildComparison comparison,
        @Nullable ProjectionError error) {}
