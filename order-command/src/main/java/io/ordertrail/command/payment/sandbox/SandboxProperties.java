package io.ordertrail.command.payment.sandbox;

import io.ordertrail.axon.access.LocalMode;
import io.ordertrail.axon.settings.SettingCheck;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The sandbox, a provider that does as its token says.
 *
 * @param enabled whether SANDBOX can pay; by default only by a local service, which listens on a loopback address and
 *     asks nobody for a key. Where money is real it must be off
 * @param lateAfter how long its token "late" takes to answer, in milliseconds where no unit is given
 */
@ConfigurationProperties("ordertrail.payment.sandbox")
record SandboxProperties(
        @Nullable Boolean enabled, @DefaultValue("2s") Duration lateAfter) {

    SandboxProperties {
        SettingCheck.positive("ordertrail.payment.sandbox.late-after", lateAfter);
    }

    /** Where nobody says, it is for the operator: who asks others for a key has real customers. */
    boolean isOpen(LocalMode local) {
        return enabled == null ? local.isOn() : enabled;
    }
}
