package io.ordertrail.command.payment.provider;

import java.time.Duration;
import java.util.List;

/**
 * When a provider is asked again about a request of unknown outcome.
 *
 * @param delays the wait before each look-up, at least one; when all are used up a person is told, and the last one
 *     repeats
 */
record LookUpDelays(List<Duration> delays) {

    LookUpDelays {
        delays = List.copyOf(delays);
        if (delays.isEmpty() || delays.stream().anyMatch(delay -> delay.isNegative() || delay.isZero())) {
            throw new IllegalArgumentException("ordertrail.payment.lookup-delays must be one or more, above nothing");
        }
    }

    /** @param lookedUp how often it was looked up already, from 0 */
    Duration before(int lookedUp) {
        return delays.get(Math.min(lookedUp, delays.size() - 1));
    }

    /** Whether it was looked up as often as was planned. */
    boolean areUsedUp(int lookedUp) {
        return lookedUp >= delays.size();
    }
}
