package io.ordertrail.app.live;

import io.ordertrail.axon.settings.SettingCheck;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Streams of this node, and requests that wait for an event.
 *
 * @param atMost open at a time
 * @param perCaller of those, of one caller
 * @param patience so long a client may take to take in what it was sent, in milliseconds where no unit is given; then
 *     it is told that it is too slow, and dropped
 */
@ConfigurationProperties("ordertrail.streams")
record StreamProperties(
        @DefaultValue("1000") int atMost,
        @DefaultValue("50") int perCaller,
        @DefaultValue("15s") Duration patience) {

    StreamProperties {
        SettingCheck.atLeast("ordertrail.streams.at-most", 1, atMost);
        SettingCheck.atLeast("ordertrail.streams.per-caller", 1, perCaller);
        SettingCheck.atLeast("ordertrail.streams.patience", Duration.ofSeconds(1), patience);
    }
}
