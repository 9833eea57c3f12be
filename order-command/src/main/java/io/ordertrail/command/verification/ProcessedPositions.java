package io.ordertrail.command.verification;

import io.ordertrail.axon.store.StoredTokens;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.jspecify.annotations.Nullable;

/**
 * Which events a process has processed, as its token says.
 *
 * @param last the position of the last one; -1 if there is none
 * @param passedBy positions before it at which none was seen
 */
record ProcessedPositions(long last, Set<Long> passedBy) {

    /** @param process the name of its event processor; without one the process has processed nothing */
    static ProcessedPositions by(String process, StoredTokens tokens) {
        return tokens.of(process).stream()
                .map(stored -> of(stored.token()))
                .reduce(ProcessedPositions::byBoth)
                .orElse(of(null));
    }

    /** What two segments have both processed. */
    private static ProcessedPositions byBoth(ProcessedPositions one, ProcessedPositions other) {
        Set<Long> passedBy = new HashSet<>(one.passedBy);
        passedBy.addAll(other.passedBy);
        return new ProcessedPositions(Math.min(one.last, other.last), passedBy);
    }

    static ProcessedPositions of(@Nullable TrackingToken token) {
        return new ProcessedPositions(
                token == null ? -1 : token.position().orElse(-1),
                token instanceof GapAwareTrackingToken aware ? aware.getGaps() : Collections.emptySet());
    }

    /** Whether {@code event} is one of them. */
    boolean has(EventMessage<?> event) {
        if (event instanceof TrackedEventMessage<?> tracked) {
            long position = tracked.trackingToken().position().orElse(Long.MAX_VALUE);
            return position <= last && !passedBy.contains(position);
        }
        return false;
    }
}
