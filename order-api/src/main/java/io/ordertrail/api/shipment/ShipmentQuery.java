package io.ordertrail.api.shipment;

import io.ordertrail.api.Named;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What can be asked about shipments. What is not there is refused with
 * {@link io.ordertrail.api.order.OrderRefusal.ShipmentNotFound}.
 */
public sealed interface ShipmentQuery {

    /**
     * The shipment now: {@link ShipmentView}. With {@code minVersion} it waits up to 2 s for the view to reach that version and
     * is then refused with {@link io.ordertrail.api.RequestRefusal.ViewBehind}.
     */
    @Named("shipment.GetShipment")
    record GetShipment(String shipmentId, @Nullable Long minVersion) implements ShipmentQuery {}

    /**
     * The shipment as it stood: {@link ShipmentView}, folded from the first events of its stream. Exactly one of the two is
     * given: {@code version}, the sequence number of the last event to count, or {@code asOf}, the instant up to which events
     * must have been recorded.
     */
    @Named("shipment.GetShipmentAsOf")
    record GetShipmentAsOf(
            String shipmentId,
            @Nullable Long version,
            @Nullable Instant asOf) implements ShipmentQuery {}

    /**
     * A page of shipments, the oldest approval first: {@link ShipmentPage}.
     *
     * @param orderId only those of this order; null means of any
     * @param open only those that are to leave: approved or packed
     * @param limit items a page, 1 to 500
     * @param after cursor from a page before, or null for the first page
     */
    @Named("shipment.ListShipments")
    record ListShipments(
            @Nullable String orderId,
            boolean open,
            int limit,
            @Nullable String after) implements ShipmentQuery {}
}
