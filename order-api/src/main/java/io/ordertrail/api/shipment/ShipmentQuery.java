package io.ordertrail.api.shipment;

import io.ordertrail.api.message.Moment;
import io.ordertrail.api.message.Named;
import io.ordertrail.api.message.OfMany;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What can be asked about shipments. What is not there is refused with
 * {@link io.ordertrail.api.order.OrderGoodsRefusal.ShipmentNotFound}.
 */
public sealed interface ShipmentQuery {

    /**
     * The shipment now: {@link ShipmentView}. Where it has not reached {@code minVersion} it is refused with
     * {@link io.ordertrail.api.message.RequestRefusal.ViewBehind}, at once.
     */
    @Named("shipment.GetShipment")
    record GetShipment(String shipmentId, @Nullable Long minVersion) implements ShipmentQuery {}

    /** The shipment at a moment, folded from the events of its stream: {@link ShipmentView}. */
    @Named("shipment.GetShipmentAsOf")
    record GetShipmentAsOf(String shipmentId, Moment moment) implements ShipmentQuery {}

    /** The existing ones of these, the oldest approval first, on one {@link ShipmentPage}. */
    @Named("shipment.GetShipments")
    record GetShipments(List<String> shipmentIds) implements ShipmentQuery {}

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
            @Nullable String after) implements ShipmentQuery, OfMany {}
}
