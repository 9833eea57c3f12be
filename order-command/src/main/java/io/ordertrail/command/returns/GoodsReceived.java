package io.ordertrail.command.returns;

import io.ordertrail.api.order.LineQuantity;
import io.ordertrail.api.returns.ReturnEvent.ReturnItemsReceived;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** What came of a return, for whoever must name all of it at once: each event tells only what came with it. */
final class GoodsReceived {

    private final EventStore events;

    GoodsReceived(EventStore events) {
        this.events = events;
    }

    /** Every line of which goods came, with all its units. */
    List<LineQuantity> of(String returnId) {
        Map<String, Integer> units = new LinkedHashMap<>();
        events.readEvents(returnId, 0).forEachRemaining(message -> {
            if (message.getPayload() instanceof ReturnItemsReceived came) {
                came.lines().forEach(line -> units.merge(line.lineId(), line.quantity(), Integer::sum));
            }
        });
        return units.entrySet().stream()
                .map(line -> new LineQuantity(line.getKey(), line.getValue()))
                .toList();
    }
}
