package io.ordertrail.command.process;

import io.ordertrail.api.order.OrderGoodsCommand.RecordDelivered;
import io.ordertrail.api.order.OrderGoodsCommand.RecordShipped;
import io.ordertrail.api.order.OrderGoodsCommand.RecordUndelivered;
import io.ordertrail.api.order.OrderGoodsCommand.WithdrawShipment;
import io.ordertrail.api.order.OrderGoodsEvent.ShipmentApproved;
import io.ordertrail.api.order.OrderGoodsEvent.ShipmentResolved;
import io.ordertrail.api.order.value.LineQuantity;
import io.ordertrail.api.shipment.ShipmentCommand.CreateShipment;
import io.ordertrail.api.shipment.ShipmentEvent.ShipmentCancelled;
import io.ordertrail.api.shipment.ShipmentEvent.ShipmentDelivered;
import io.ordertrail.api.shipment.ShipmentEvent.ShipmentDispatched;
import io.ordertrail.api.shipment.ShipmentEvent.ShipmentLost;
import io.ordertrail.api.shipment.ShipmentEvent.ShipmentReturnedToSender;
import io.ordertrail.api.shipment.ShipmentLine;
import io.ordertrail.api.stock.StockCommand.DispatchStock;
import io.ordertrail.api.stock.StockCommand.ReturnStock;
import io.ordertrail.api.stock.StockItemId;
import io.ordertrail.axon.process.step.StepId;
import io.ordertrail.axon.process.step.StepOutbox;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.EventHandler;

/**
 * Between an order, its parcels, and the stock that leaves in them. Each of these events happens to a parcel once. What
 * has happened to goods has happened: it is said until order and stock have taken it.
 */
final class ShipmentPolicy {

    static final String NAME = "shipment";

    private final Function<Collection<String>, Set<String>> tracked;

    /** @param tracked which of some SKUs are kept as stock (rule S7) */
    ShipmentPolicy(Function<Collection<String>, Set<String>> tracked) {
        this.tracked = tracked;
    }

    @EventHandler
    void on(ShipmentApproved event, StepOutbox steps) {
        List<ShipmentLine> lines = IntStream.range(0, event.lines().size())
                .mapToObj(i -> contents(event.lines().get(i), event.skus().get(i)))
                .toList();
        steps.insist(
                step(event.orderId(), "create-shipment", event.shipmentId()),
                new CreateShipment(event.shipmentId(), event.orderId(), lines, event.at()));
    }

    @EventHandler
    void on(ShipmentDispatched event, StepOutbox steps) {
        steps.insist(
                step(event.orderId(), "record-shipped", event.shipmentId()),
                new RecordShipped(
                        event.orderId(), event.shipmentId(), event.carrier(), event.trackingNumber(), event.at()));
        Set<String> stock =
                tracked.apply(event.lines().stream().map(ShipmentLine::sku).collect(Collectors.toSet()));
        event.lines().stream()
                .filter(line -> stock.contains(line.sku()))
                .forEach(line -> steps.insist(
                        step(event.orderId(), "dispatch-stock", event.shipmentId() + ":" + line.lineId()),
                        new DispatchStock(
                                StockItemId.of(line.sku()),
                                event.orderId(),
                                line.lineId(),
                                event.shipmentId(),
                                line.quantity(),
                                event.at())));
    }

    @EventHandler
    void on(ShipmentDelivered event, StepOutbox steps) {
        steps.insist(
                step(event.orderId(), "record-delivered", event.shipmentId()),
                new RecordDelivered(event.orderId(), event.shipmentId(), event.at()));
    }

    @EventHandler
    void on(ShipmentCancelled event, StepOutbox steps) {
        steps.insist(
                step(event.orderId(), "withdraw-shipment", event.shipmentId()),
                new WithdrawShipment(event.orderId(), event.shipmentId(), event.at()));
    }

    @EventHandler
    void on(ShipmentLost event, StepOutbox steps) {
        steps.insist(
                step(event.orderId(), "record-undelivered", event.shipmentId()),
                new RecordUndelivered(event.orderId(), event.shipmentId(), false, event.reason(), event.at()));
    }

    @EventHandler
    void on(ShipmentReturnedToSender event, StepOutbox steps) {
        steps.insist(
                step(event.orderId(), "record-undelivered", event.shipmentId()),
                new RecordUndelivered(event.orderId(), event.shipmentId(), true, event.reason(), event.at()));
    }

    /** Goods that came back to the sender are in the house again, whether they are sent once more or not. */
    @EventHandler
    void on(ShipmentResolved event, StepOutbox steps) {
        if (!event.returned()) {
            return;
        }
        Set<String> stock = tracked.apply(event.skus());
        for (int i = 0; i < event.lines().size(); i++) {
            String sku = event.skus().get(i);
            if (stock.contains(sku)) {
                String lineId = event.lines().get(i).lineId();
                steps.insist(
                        step(event.orderId(), "return-stock", event.shipmentId() + ":" + lineId),
                        new ReturnStock(
                                StockItemId.of(sku),
                                event.orderId(),
                                lineId,
                                event.shipmentId(),
                                event.lines().get(i).quantity(),
                                event.at()));
            }
        }
    }

    private static StepId step(String orderId, String kind, String of) {
        return StepId.of(NAME, orderId, kind, of, 0);
    }

    private static ShipmentLine contents(LineQuantity line, String sku) {
        return new ShipmentLine(line.lineId(), sku, line.quantity());
    }
}
