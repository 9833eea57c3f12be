package io.ordertrail.command.shipment;

import io.ordertrail.api.order.LineQuantity;
import io.ordertrail.api.order.OrderCommand.RecordDelivered;
import io.ordertrail.api.order.OrderCommand.RecordShipped;
import io.ordertrail.api.order.OrderCommand.ReportProblem;
import io.ordertrail.api.order.OrderCommand.WithdrawShipment;
import io.ordertrail.api.order.OrderEvent.ShipmentApproved;
import io.ordertrail.api.shipment.ShipmentCommand.CreateShipment;
import io.ordertrail.api.shipment.ShipmentEvent.ShipmentCancelled;
import io.ordertrail.api.shipment.ShipmentEvent.ShipmentDelivered;
import io.ordertrail.api.shipment.ShipmentEvent.ShipmentDispatched;
import io.ordertrail.api.shipment.ShipmentEvent.ShipmentLost;
import io.ordertrail.api.shipment.ShipmentEvent.ShipmentReturnedToSender;
import io.ordertrail.api.shipment.ShipmentLine;
import io.ordertrail.axon.process.StepId;
import io.ordertrail.axon.process.Steps;
import io.ordertrail.command.order.OrderLines;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.EventHandler;

/**
 * What an order and its shipments have to tell each other. The front door says some of it too, at once and as the same steps:
 * this sees to it that it is said after a crash as well. Each of these events happens to a shipment once. What has happened to the
 * goods is said until the order has taken it: it may hear of it before it hears of what was before.
 */
final class ShipmentNews {

    /** The process, in the ids of its steps. */
    static final String NAME = "shipment-news";

    private final OrderLines orders;

    ShipmentNews(OrderLines orders) {
        this.orders = orders;
    }

    @EventHandler
    void on(ShipmentApproved event, Steps steps) {
        Map<String, String> skus = orders.skusOf(event.orderId());
        List<ShipmentLine> lines =
                event.lines().stream().map(line -> contents(line, skus)).toList();
        steps.send(
                step(event.shipmentId(), "create"),
                new CreateShipment(event.shipmentId(), event.orderId(), lines, event.at()));
    }

    @EventHandler
    void on(ShipmentDispatched event, Steps steps) {
        steps.compensate(
                step(event.shipmentId(), "dispatched"),
                new RecordShipped(
                        event.orderId(), event.shipmentId(), event.carrier(), event.trackingNumber(), event.at()));
    }

    @EventHandler
    void on(ShipmentDelivered event, Steps steps) {
        steps.compensate(
                step(event.shipmentId(), "delivered"),
                new RecordDelivered(event.orderId(), event.shipmentId(), event.at()));
    }

    @EventHandler
    void on(ShipmentCancelled event, Steps steps) {
        steps.compensate(
                step(event.shipmentId(), "cancelled"),
                new WithdrawShipment(event.orderId(), event.shipmentId(), event.at()));
    }

    @EventHandler
    void on(ShipmentLost event, Steps steps) {
        steps.send(
                step(event.shipmentId(), "lost"),
                new ReportProblem(
                        event.orderId(),
                        event.shipmentId() + ":lost",
                        "SHIPMENT_LOST",
                        event.shipmentId() + " was lost on its way."));
    }

    @EventHandler
    void on(ShipmentReturnedToSender event, Steps steps) {
        steps.send(
                step(event.shipmentId(), "returned-to-sender"),
                new ReportProblem(
                        event.orderId(),
                        event.shipmentId() + ":returned-to-sender",
                        "SHIPMENT_RETURNED_TO_SENDER",
                        event.shipmentId() + " came back to the sender."));
    }

    static StepId step(String shipmentId, String what) {
        return StepId.first(NAME, shipmentId, what);
    }

    private static ShipmentLine contents(LineQuantity line, Map<String, String> skus) {
        String sku = skus.get(line.lineId());
        if (sku == null) {
            throw new IllegalStateException("Line " + line.lineId() + " was approved and is not in its order");
        }
        return new ShipmentLine(line.lineId(), sku, line.quantity());
    }
}
