package io.ordertrail.command.shipment;

import io.ordertrail.api.Receipt;
import io.ordertrail.api.order.OrderId;
import io.ordertrail.api.shipment.ShipmentCommand.DispatchShipment;
import io.ordertrail.command.AggregateRepository;
import io.ordertrail.command.order.OrderHolds;
import java.time.Clock;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.CommandMessage;

/** Where parcels leave the house: looks first whether their order lets them. */
final class ShipmentDesk {

    private final AggregateRepository<Shipment> shipments;
    private final OrderHolds orders;
    private final Clock clock;

    ShipmentDesk(AggregateRepository<Shipment> shipments, OrderHolds orders, Clock clock) {
        this.shipments = shipments;
        this.orders = orders;
        this.clock = clock;
    }

    /**
     * Nothing leaves while its order is on hold. A hold of the same moment may come too late, for it is another stream's: then
     * the parcel has left, and the order takes that in.
     */
    @CommandHandler
    Receipt handle(DispatchShipment command, CommandMessage<?> message) throws Exception {
        var shipment = shipments.load(command.shipmentId());
        Optional<String> hold = OrderId.ofPart(command.shipmentId()).flatMap(orders::reasonOf);
        return shipment.invoke(parcel -> parcel.leave(command, message, hold, clock));
    }
}
