package io.ordertrail.app.health;

import io.ordertrail.axon.settings.SettingCheck;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Meters.
 *
 * @param refresh how often the meters of projections and processes are read, in milliseconds where no unit is given
 */
@ConfigurationProperties("ordertrail.metrics")
record MeterProperties(@DefaultValue("10s") Duration refresh) {

    MeterProperties {
        SettingCheck.positive("ordertrail.metrics.refresh", refresh);
    }
}
