package io.ordertrail.axon.message;

import io.ordertrail.axon.settings.SettingCheck;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Answers to requests that may be repeated.
 *
 * @param keep how long answers are kept to be told again, in milliseconds where no unit is given
 */
@ConfigurationProperties("ordertrail.idempotency")
record IdempotencyProperties(@DefaultValue("7d") Duration keep) {

    IdempotencyProperties {
        SettingCheck.positive("ordertrail.idempotency.keep", keep);
    }
}
