package io.ordertrail.app.http;

import io.ordertrail.axon.settings.SettingCheck;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How large requests may be.
 *
 * @param maxRequestSize larger requests are answered with 413
 * @param maxBatchSize larger requests of many documents at once are answered with 413
 */
@ConfigurationProperties("ordertrail.http")
record HttpProperties(
        @DefaultValue("256KB") DataSize maxRequestSize,
        @DefaultValue("4MB") DataSize maxBatchSize) {

    HttpProperties {
        SettingCheck.fitsInMemory("ordertrail.http.max-request-size", maxRequestSize);
        SettingCheck.fitsInMemory("ordertrail.http.max-batch-size", maxBatchSize);
    }
}
