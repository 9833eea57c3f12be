package io.ordertrail.command.returns;

import io.ordertrail.axon.settings.SettingCheck;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long things may take, in milliseconds where no unit is given.
 *
 * @param receipt how long after the approval of a return its goods must have come; then it expires
 */
@ConfigurationProperties("ordertrail.returns")
record ReturnTimes(@DefaultValue("21d") Duration receipt) {

    ReturnTimes {
        SettingCheck.positive("ordertrail.returns.receipt", receipt);
    }
}
