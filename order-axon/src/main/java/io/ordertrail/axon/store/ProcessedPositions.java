package io.ordertrail.axon.store;

import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.WrappedToken;
import org.jspecify.annotations.Nullable;

/**
 * Which events a process or a projection has processed, as a token says; during a replay, since it began.
 *
 * @param last the position of the last one; -1 if there is none
 * @param passedBy positions before it at which none was seen
 */
public record ProcessedPositions(long last, Set<Long> passedBy) {

    public static final ProcessedPositions NONE = of(null);

    public static ProcessedPositions of(@Nullable TrackingToken token) {
        TrackingToken lower = token == null ? null : WrappedToken.unwrapLowerBound(token);
        return new ProcessedPositions(
                TokenPosition.of(lower),
                lower instanceof GapAwareTrackingToken aware ? aware.getGaps() : Collections.emptySet());
    }

    /** What both have processed. */
    ProcessedPositions and(ProcessedPositions other) {
        Set<Long> passedByOne = new HashSet<>(passedBy);
        passedByOne.addAll(other.passedBy);
        return new ProcessedPositions(Math.min(last, other.last), passedByOne);
    }

    /** Whether the event at {@code position} is one of them. */
    public boolean has(long position) {
        return position <= last && !passedBy.contains(position);
    }
}
