package io.ordertrail.command.process;

import io.ordertrail.api.order.OrderCommand.ApproveShipment;
import io.ordertrail.api.order.OrderEvent;
import io.ordertrail.api.order.OrderEvent.ChargebackReversed;
import io.ordertrail.api.order.OrderEvent.DebtSettled;
import io.ordertrail.api.order.OrderEvent.OrderConfirmed;
import io.ordertrail.api.order.OrderEvent.OrderEdited;
import io.ordertrail.api.order.OrderEvent.OrderLinesCancelled;
import io.ordertrail.api.order.OrderEvent.OrderReleased;
import io.ordertrail.api.order.OrderEvent.PaymentProcessed;
import io.ordertrail.api.order.OrderEvent.PaymentWaived;
import io.ordertrail.api.order.OrderEvent.ShipmentResolved;
import io.ordertrail.api.order.OrderEvent.StockAnswered;
import io.ordertrail.api.order.OrderId;
import io.ordertrail.api.order.PaymentKind;
import io.ordertrail.axon.process.StepId;
import io.ordertrail.axon.process.Steps;
import java.util.List;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;

/**
 * Where the service itself asks for shipments: after whatever may have held goods up is over, all that is ready is to leave.
 * What is ready the order knows. It refuses a shipment of nothing, which does no harm.
 */
final class AutomaticShipmentPolicy {

    static final String NAME = "automatic-shipment";

    private final FulfilmentSettings settings;

    AutomaticShipmentPolicy(FulfilmentSettings settings) {
        this.settings = settings;
    }

    @EventHandler
    void on(OrderConfirmed event, @SequenceNumber long version, Steps steps) {
        ship(event, version, steps);
    }

    @EventHandler
    void on(OrderReleased event, @SequenceNumber long version, Steps steps) {
        ship(event, version, steps);
    }

    @EventHandler
    void on(OrderEdited event, @SequenceNumber long version, Steps steps) {
        ship(event, version, steps);
    }

    @EventHandler
    void on(OrderLinesCancelled event, @SequenceNumber long version, Steps steps) {
        ship(event, version, steps);
    }

    @EventHandler
    void on(StockAnswered event, @SequenceNumber long version, Steps steps) {
        if (event.reserved() > 0) {
            ship(event, version, steps);
        }
    }

    @EventHandler
    void on(PaymentProcessed event, @SequenceNumber long version, Steps steps) {
        if (event.kind() == PaymentKind.AUTHORIZED || event.kind() == PaymentKind.CAPTURED) {
            ship(event, version, steps);
        }
    }

    @EventHandler
    void on(PaymentWaived event, @SequenceNumber long version, Steps steps) {
        ship(event, version, steps);
    }

    @EventHandler
    void on(DebtSettled event, @SequenceNumber long version, Steps steps) {
        ship(event, version, steps);
    }

    @EventHandler
    void on(ChargebackReversed event, @SequenceNumber long version, Steps steps) {
        ship(event, version, steps);
    }

    @EventHandler
    void on(ShipmentResolved event, @SequenceNumber long version, Steps steps) {
        if (event.sendAgain()) {
            ship(event, version, steps);
        }
    }

    private void ship(OrderEvent event, long version, Steps steps) {
        if (settings.shipments() == FulfilmentSettings.Shipments.AUTOMATIC) {
            String shipmentId = OrderId.shipment(event.orderId(), NAME + ":" + version);
            steps.send(
                    StepId.of(NAME, event.orderId(), "approve-shipment", "", version),
                    new ApproveShipment(event.orderId(), shipmentId, List.of(), null));
        }
    }
}
