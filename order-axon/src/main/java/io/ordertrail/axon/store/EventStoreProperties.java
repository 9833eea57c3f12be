package io.ordertrail.axon.store;

import io.ordertrail.axon.settings.SettingCheck;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The event store.
 *
 * @param fetchDelay how soon events that another process stored are seen, in milliseconds where no unit is given; the
 *     process that stored them sees them at once, and the H2 file has no other
 */
@ConfigurationProperties("ordertrail.event-store")
record EventStoreProperties(@DefaultValue("50ms") Duration fetchDelay) {

    EventStoreProperties {
        SettingCheck.atLeast("ordertrail.event-store.fetch-delay", Duration.ofMillis(1), fetchDelay);
    }
}
