package io.ordertrail.command.order;

import io.ordertrail.api.order.OrderCourseEvent.OrderCreated;
import io.ordertrail.api.payment.PaymentChoice;
import io.ordertrail.axon.settings.SettingCheck;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long an order waits for what, in milliseconds where no unit is given. An order keeps the times of the day it was
 * placed.
 *
 * @param reservation how long stock is kept for an order that is not confirmed; then it expires
 * @param payment how long an order waits for the payment that it named
 * @param transfer how long an order waits for a payment if it named none, and may be paid by bank transfer
 * @param shipBy how soon after its confirmation all of an order should have left; one that has not is reported
 */
@ConfigurationProperties("ordertrail.fulfilment")
record OrderTimes(
        @DefaultValue("15m") Duration reservation,
        @DefaultValue("30m") Duration payment,
        @DefaultValue("7d") Duration transfer,
        @DefaultValue("48h") Duration shipBy) {

    OrderTimes {
        SettingCheck.positive("ordertrail.fulfilment.reservation", reservation);
        SettingCheck.positive("ordertrail.fulfilment.payment", payment);
        SettingCheck.positive("ordertrail.fulfilment.transfer", transfer);
        SettingCheck.positive("ordertrail.fulfilment.ship-by", shipBy);
    }

    /**
     * Who pays at once keeps stock from others for a short while only; an imported order is history, and waits for
     * nothing.
     */
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
