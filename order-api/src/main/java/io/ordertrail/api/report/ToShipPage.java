package io.ordertrail.api.report;

import io.ordertrail.api.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of orders to be sent; {@code next} and {@code prev} are opaque cursors, null at either end. */
@Named("report.ToShipPage")
public record ToShipPage(
        List<OrderToShip> items,
        @Nullable String next,
        @Nullable String prev) {}
