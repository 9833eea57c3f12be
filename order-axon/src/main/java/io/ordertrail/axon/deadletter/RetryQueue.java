package io.ordertrail.axon.deadletter;

import io.ordertrail.api.deadletter.DeadLetter;
import io.ordertrail.api.deadletter.DeadLetterRetry;
import java.time.Instant;
import java.util.List;

/** Dead letters that are tried again by themselves. */
public interface RetryQueue {

    /** Those that were parked after {@code time}, at most 500: those first that were not tried for longest. */
    List<DeadLetter> parkedAfter(Instant time);

    /**
     * Notes durably that {@code letter} is tried now, before it is, so that a node that dies of it does not try it
     * again at once.
     *
     * @return false if it was tried since it was read, by another node or by somebody
     */
    boolean claim(DeadLetter letter);

    /** Tries {@code letter}, if it still waits. */
    DeadLetterRetry retry(DeadLetter letter);
}
