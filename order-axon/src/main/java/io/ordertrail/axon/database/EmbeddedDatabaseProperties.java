package io.ordertrail.axon.database;

import io.ordertrail.axon.settings.SettingCheck;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The H2 file.
 *
 * @param copyUpTo live data of up to so many bytes is copied into a new H2 file at the end of the process
 */
@ConfigurationProperties("ordertrail.embedded")
record EmbeddedDatabaseProperties(@DefaultValue("1GB") DataSize copyUpTo) {

    EmbeddedDatabaseProperties {
        SettingCheck.notNegative("ordertrail.embedded.copy-up-to", copyUpTo);
    }
}
