package io.ordertrail.app.order.export;

import io.ordertrail.axon.settings.SettingCheck;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many exports are written at a time; each keeps a thread until its client has taken all of it.
 *
 * @param perCaller of one caller
 * @param atMost of all callers
 */
@ConfigurationProperties("ordertrail.exports")
record ExportProperties(
        @DefaultValue("4") int perCaller,
        @DefaultValue("20") int atMost) {

    ExportProperties {
        SettingCheck.atLeast("ordertrail.exports.per-caller", 1, perCaller);
        SettingCheck.atLeast("ordertrail.exports.at-most", 1, atMost);
    }
}
