package io.ordertrail.app.access;

import io.ordertrail.axon.settings.SettingCheck;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often a caller of a secured service may ask.
 *
 * @param requestsPerSecond of each key or person, with as many at once; 0 for any number
 * @param addressRequestsPerSecond from each address, whoever sends them, with as many at once; 0 for any number
 */
@ConfigurationProperties("ordertrail.limits")
record LimitProperties(
        @DefaultValue("1000") int requestsPerSecond,
        @DefaultValue("5000") int addressRequestsPerSecond) {

    LimitProperties {
        SettingCheck.atLeast("ordertrail.limits.requests-per-second", 0, requestsPerSecond);
        SettingCheck.atLeast("ordertrail.limits.address-requests-per-second", 0, addressRequestsPerSecond);
    }
}
