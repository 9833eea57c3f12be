package io.ordertrail.command.process;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How long an order waits for what, {@code ordertrail.fulfilment.*}.
 *
 * @param reservation how long stock is promised to an order that is not confirmed
 * @param payment how long an order waits that named its payment at placement
 * @param transfer how long an order waits that named none, and may be paid by bank transfer
 * @param shipBy how soon after its confirmation all of it should have left
 * @param shipments whether the warehouse asks for shipments, or all that is in stock is approved at once
 */
@ConfigurationProperties("ordertrail.fulfilment")
public record FulfilmentSettings(
        Duration reservation, Duration payment, Duration transfer, Duration shipBy, Shipments shipments) {

    /** Who asks for shipments. */
    public enum Shipments {
        MANUAL,
        AUTOMATIC
    }
}
