package io.ordertrail.api.shipment;

import io.ordertrail.api.message.Named;
import io.ordertrail.api.message.Refusal;
import io.ordertrail.api.message.Sentence;

/** Refusals of shipments, in addition to those of their order ({@link io.ordertrail.api.order.OrderRefusal}). */
public sealed interface ShipmentRefusal extends Refusal {

    @Named("shipment.refusal.ShipmentAlreadyPacked")
    @Sentence("{shipmentId} was already packed.")
    record ShipmentAlreadyPacked(String shipmentId) implements ShipmentRefusal {}

    /** It came to an end other than its delivery. */
    @Named("shipment.refusal.ShipmentEnded")
    @Sentence("{shipmentId} is {status}.")
    record ShipmentEnded(String shipmentId, ShipmentStatus status) implements ShipmentRefusal {}

    @Named("shipment.refusal.ShipmentIdTaken")
    @Sentence("Another request already made {shipmentId}.")
    record ShipmentIdTaken(String shipmentId) implements ShipmentRefusal {}
}
