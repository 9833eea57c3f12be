package io.ordertrail.axon.read;

import io.ordertrail.axon.settings.SettingCheck;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Queries at a time. Each has a connection of {@code spring.datasource.hikari.maximum-pool-size}; the rest is for
 * whoever writes.
 *
 * @param atOnce queries of one thing at a time; by default one for each processor, 8 at most
 * @param ofManyAtOnce pages of lists and reports at a time; by default one for two processors, 4 at most
 */
@ConfigurationProperties("ordertrail.reads")
public record ReadProperties(
        @Nullable Integer atOnce, @Nullable Integer ofManyAtOnce) {

    private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();

    // With twice as many of ofManyAtOnce, measured, who placed an order beside 24 searches waited twice as long, and a
    // fourth more
    // pages were answered.
    public ReadProperties {
        atOnce = atOnce == null ? Math.min(8, PROCESSORS) : atOnce;
        ofManyAtOnce = ofManyAtOnce == null ? Math.min(4, (PROCESSORS + 1) / 2) : ofManyAtOnce;
        SettingCheck.atLeast("ordertrail.reads.at-once", 1, atOnce);
        SettingCheck.atLeast("ordertrail.reads.of-many-at-once", 1, ofManyAtOnce);
    }

    @Override
    public Integer atOnce() {
        return Objects.requireNonNull(atOnce);
    }

    @Override
    public Integer ofManyAtOnce() {
        return Objects.requireNonNull(ofManyAtOnce);
    }
}
