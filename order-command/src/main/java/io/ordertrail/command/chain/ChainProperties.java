package io.ordertrail.command.chain;

import io.ordertrail.axon.settings.SettingCheck;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The chain of events (docs/how-to/verify.md).
 *
 * @param delay how long after an event was stored it is chained, in milliseconds where no unit is given: what is stored
 *     meanwhile is chained with it
 * @param sealEvery how often a checkpoint is made, if anything was stored since the last one
 */
@ConfigurationProperties("ordertrail.chain")
record ChainProperties(
        @DefaultValue("500ms") Duration delay,
        @DefaultValue("10m") Duration sealEvery) {

    ChainProperties {
        SettingCheck.atLeast("ordertrail.chain.delay", Duration.ofMillis(1), delay);
        SettingCheck.positive("ordertrail.chain.seal-every", sealEvery);
    }
}
