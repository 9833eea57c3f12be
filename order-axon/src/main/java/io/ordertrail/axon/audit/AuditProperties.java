package io.ordertrail.axon.audit;

import io.ordertrail.axon.settings.SettingCheck;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The audit log (docs/how-to/verify.md).
 *
 * @param delay how long after something was refused it is written down, in milliseconds where no unit is given; of the
 *     same thing several times meanwhile there is one entry
 */
@ConfigurationProperties("ordertrail.audit")
record AuditProperties(@DefaultValue("2s") Duration delay) {

    AuditProperties {
        SettingCheck.atLeast("ordertrail.audit.delay", Duration.ofMillis(1), delay);
    }
}
