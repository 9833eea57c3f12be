package io.ordertrail.command.customer;

import io.ordertrail.axon.settings.SettingCheck;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who is forgotten by rule.
 *
 * @param eraseAfter customers to whose orders nothing has happened for so long are forgotten; null for nobody
 * @param every how often it is looked who that is
 */
@ConfigurationProperties("ordertrail.personal-data")
record RetentionProperties(
        @Nullable Duration eraseAfter, @DefaultValue("1d") Duration every) {

    RetentionProperties {
        if (eraseAfter != null) {
            SettingCheck.positive("ordertrail.personal-data.erase-after", eraseAfter);
        }
        SettingCheck.positive("ordertrail.personal-data.every", every);
    }
}
