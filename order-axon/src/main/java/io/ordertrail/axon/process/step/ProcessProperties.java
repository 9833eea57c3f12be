package io.ordertrail.axon.process.step;

import io.ordertrail.axon.settings.SettingCheck;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Processes and their steps. Times are in milliseconds where no unit is given.
 *
 * @param enabled whether this node runs processes and sends their steps
 * @param firstDelay after how long a step of a process that failed is tried again; twice as long after each further
 *     failure
 * @param longestDelay a failed step never waits longer than this
 * @param stuckAfter failures in a row after which process.StepStuck is stored
 * @param segments events of different subjects that are processed at a time; a store keeps the number that it began
 *     with
 * @param look how often a node looks for steps that a killed node left to nobody, and for parked events to tell of
 */
@ConfigurationProperties("ordertrail.process")
public record ProcessProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("1s") Duration firstDelay,
        @DefaultValue("5m") Duration longestDelay,
        @DefaultValue("5") int stuckAfter,
        @DefaultValue("2") int segments,
        @DefaultValue("5s") Duration look) {

    public ProcessProperties {
        SettingCheck.positive("ordertrail.process.first-delay", firstDelay);
        SettingCheck.atLeast("ordertrail.process.longest-delay", firstDelay, longestDelay);
        SettingCheck.atLeast("ordertrail.process.stuck-after", 1, stuckAfter);
        SettingCheck.atLeast("ordertrail.process.segments", 1, segments);
        SettingCheck.positive("ordertrail.process.look", look);
    }

    BackOff backOff() {
        return new BackOff(firstDelay, longestDelay, stuckAfter);
    }
}
