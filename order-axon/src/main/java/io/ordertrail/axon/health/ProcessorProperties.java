package io.ordertrail.axon.health;

import io.ordertrail.axon.settings.SettingCheck;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Event processors.
 *
 * @param autoStart whether the node works; one that does not only looks and changes nothing, as the verify command does
 * @param unhealthyAfter an event processor that fails for longer makes the node's health DOWN; in milliseconds where no
 *     unit is given
 */
@ConfigurationProperties("ordertrail.processors")
public record ProcessorProperties(
        @DefaultValue("true") boolean autoStart,
        @DefaultValue("1m") Duration unhealthyAfter) {

    public ProcessorProperties {
        SettingCheck.positive("ordertrail.processors.unhealthy-after", unhealthyAfter);
    }
}
