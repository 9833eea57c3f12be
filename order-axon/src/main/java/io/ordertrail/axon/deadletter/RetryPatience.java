package io.ordertrail.axon.deadletter;

import io.ordertrail.axon.settings.SettingCheck;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How patiently a dead letter is tried again by itself: after each try it waits as long again as it has waited by then,
 * which is twice as long each time. Times are in milliseconds where no unit is given.
 *
 * @param look how often a node looks whether one is due
 * @param firstDelay how long the first wait is
 * @param longestDelay a wait never gets longer
 * @param giveUpAfter one that was parked so long ago is tried only if somebody asks for it
 */
@ConfigurationProperties("ordertrail.dead-letters")
public record RetryPatience(
        @DefaultValue("5s") Duration look,
        @DefaultValue("1m") Duration firstDelay,
        @DefaultValue("1h") Duration longestDelay,
        @DefaultValue("7d") Duration giveUpAfter) {

    public RetryPatience {
        SettingCheck.positive("ordertrail.dead-letters.look", look);
        SettingCheck.positive("ordertrail.dead-letters.first-delay", firstDelay);
        SettingCheck.atLeast("ordertrail.dead-letters.longest-delay", firstDelay, longestDelay);
        SettingCheck.positive("ordertrail.dead-letters.give-up-after", giveUpAfter);
    }

    /** When what was parked and last tried at these times is tried again; null if it no longer is. */
    public @Nullable Instant next(Instant parkedAt, Instant triedAt) {
        Duration waited = Duration.between(parkedAt, triedAt);
        Duration wait = waited.compareTo(firstDelay) < 0 ? firstDelay : waited;
        Instant next = triedAt.plus(wait.compareTo(longestDelay) < 0 ? wait : longestDelay);
        return next.isAfter(parkedAt.plus(giveUpAfter)) ? null : next;
    }
}
