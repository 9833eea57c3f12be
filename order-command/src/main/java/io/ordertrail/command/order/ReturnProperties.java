package io.ordertrail.command.order;

import io.ordertrail.axon.settings.SettingCheck;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When goods may be asked back.
 *
 * @param window how long after the delivery goods may be asked back, in milliseconds where no unit is given
 */
@ConfigurationProperties("ordertrail.returns")
record ReturnProperties(@DefaultValue("30d") Duration window) {

    ReturnProperties {
        SettingCheck.positive("ordertrail.returns.window", window);
    }
}
