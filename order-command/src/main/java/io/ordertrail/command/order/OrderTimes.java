package io.ordertrail.command.order;

import io.ordertrail.api.order.OrderEvent.OrderCreated;
import io.ordertrail.api.payment.PaymentChoice;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How long an order waits for what, {@code ordertrail.fulfilment.*}. An order keeps those of the day it was placed.
 *
 * @param reservation how long stock is promised to an order that is not confirmed
 * @param payment how long an order waits that named its payment at placement
 * @param transfer how long an order waits that named none, and may be paid by bank transfer
 * @param shipBy how soon after its confirmation all of it should have left
 */
@ConfigurationProperties("ordertrail.fulfilment")
record OrderTimes(Duration reservation, Duration payment, Duration transfer, Duration shipBy) {

    /** Who pays at once keeps stock from others for a short while only; an imported order is history, and waits for nothing. */
    @Nullable
    Duration confirmWithin(String channel, @Nullable PaymentChoice choice, List<String> tracked) {
        if (channel.equals(OrderCreated.IMPORT)) {
            return null;
        }
        if (choice == null) {
            return transfer;
        }
        return tracked.isEmpty() ? payment : reservation;
    }

    @Nullable
    Duration shipWithin(String channel) {
        return channel.equals(OrderCreated.IMPORT) ? null : shipBy;
    }
}
