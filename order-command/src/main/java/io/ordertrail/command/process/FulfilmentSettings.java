package io.ordertrail.command.process;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What orders do by themselves.
 *
 * @param shipments who asks for shipments: manual leaves it to the warehouse, automatic approves all that is in stock
 *     as soon as an order is confirmed
 */
@ConfigurationProperties("ordertrail.fulfilment")
public record FulfilmentSettings(@DefaultValue("manual") Shipments shipments) {

    /** Who asks for shipments. */
    public enum Shipments {
        MANUAL,
        AUTOMATIC
    }
}
