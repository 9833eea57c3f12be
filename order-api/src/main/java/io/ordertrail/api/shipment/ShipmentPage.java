package io.ordertrail.api.shipment;

import io.ordertrail.api.message.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Shipments of a list.
 *
 * @param next cursor of the next page, null on the last
 * @param prev cursor of the page before, null on the first
 * @param unreadable rows of the page that are left out because they cannot be read
 */
@Named("shipment.ShipmentPage")
public record ShipmentPage(
        List<ShipmentView> items,
        @Nullable String next,
        @Nullable String prev,
        @Nullable String end,
        long unreadable) {}
