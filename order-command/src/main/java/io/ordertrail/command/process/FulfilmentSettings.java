package io.ordertrail.command.process;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What orders do by themselves, {@code ordertrail.fulfilment.*}.
 *
 * @param shipments whether the warehouse asks for shipments, or all that is in stock is approved at once
 */
@ConfigurationProperties("ordertrail.fulfilment")
public record FulfilmentSettings(Shipments shipments) {

    /** Who asks for shipments. */
    public enum Shipments {
        MANUAL,
        AUTOMATIC
    }
}
