package io.ordertrail.command.shipment;

import io.ordertrail.api.order.OrderGoodsRefusal.ShipmentNotFound;
import io.ordertrail.command.kernel.AggregateRepository;

/** All shipments. */
final class ShipmentRepository extends AggregateRepository<Shipment> {

    ShipmentRepository(Builder<Shipment> builder) {
        super(builder, ShipmentNotFound::new);
    }
}
