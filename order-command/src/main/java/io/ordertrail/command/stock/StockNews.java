package io.ordertrail.command.stock;

import io.ordertrail.api.order.OrderCommand.RecordBackorderFilled;
import io.ordertrail.api.shipment.ShipmentEvent.ShipmentDispatched;
import io.ordertrail.api.shipment.ShipmentLine;
import io.ordertrail.api.stock.StockCommand.DispatchStock;
import io.ordertrail.api.stock.StockEvent.BackorderFilled;
import io.ordertrail.api.stock.StockItemId;
import io.ordertrail.axon.process.StepId;
import io.ordertrail.axon.process.Steps;
import java.util.Set;
import java.util.stream.Collectors;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;

/** What orders and parcels have to do with stock: an order hears that what it waited for is there, and what left is gone. */
final class StockNews {

    /** The process, in the ids of its steps. */
    static final String NAME = "stock-news";

    private final TrackedSkus tracked;

    StockNews(TrackedSkus tracked) {
        this.tracked = tracked;
    }

    /** A line may wait more than once: the event's version tells one filling from the next. */
    @EventHandler
    void on(BackorderFilled event, @SequenceNumber long version, Steps steps) {
        steps.send(
                StepId.first(NAME, event.orderId(), "filled:" + event.lineId() + ":" + version),
                new RecordBackorderFilled(event.orderId(), event.lineId(), Math.toIntExact(event.quantity())));
    }

    /** The goods are gone, whatever the item says: a refusal is told, and tried again until the count is right. */
    @EventHandler
    void on(ShipmentDispatched event, Steps steps) {
        Set<String> stock =
                tracked.among(event.lines().stream().map(ShipmentLine::sku).collect(Collectors.toSet()));
        event.lines().stream()
                .filter(line -> stock.contains(line.sku()))
                .forEach(line -> steps.compensate(
                        StepId.first(NAME, event.shipmentId(), "dispatched:" + line.lineId()),
                        new DispatchStock(
                                StockItemId.of(line.sku()),
                                event.orderId(),
                                line.lineId(),
                                event.shipmentId(),
                                line.quantity(),
                                event.at())));
    }
}
