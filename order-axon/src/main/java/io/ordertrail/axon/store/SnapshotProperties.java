package io.ordertrail.axon.store;

import io.ordertrail.axon.settings.SettingCheck;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Snapshots of accounts and stock items.
 *
 * @param every events after which the state of an account or a stock item is stored
 * @param queue aggregates that may wait for their snapshot; the others get theirs later
 */
@ConfigurationProperties("ordertrail.snapshots")
record SnapshotProperties(
        @DefaultValue("100") int every,
        @DefaultValue("1000") int queue) {

    SnapshotProperties {
        SettingCheck.atLeast("ordertrail.snapshots.every", 1, every);
        SettingCheck.atLeast("ordertrail.snapshots.queue", 1, queue);
    }
}
