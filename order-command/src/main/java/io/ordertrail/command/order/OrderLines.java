package io.ordertrail.command.order;

import io.ordertrail.api.order.OrderEvent.OrderCreated;
import io.ordertrail.api.order.OrderEvent.OrderEdited;
import io.ordertrail.api.order.OrderLine;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** What stands on the lines of an order, for processes that must name the goods: events about an order name lines only. */
public final class OrderLines {

    private final EventStore events;

    public OrderLines(EventStore events) {
        this.events = events;
    }

    /**
     * The SKU of every line that the order has or had, by line id.
     *
     * @throws IllegalStateException there is no such order, or not yet here
     */
    public Map<String, String> skusOf(String orderId) {
        Map<String, String> skus = new HashMap<>();
        events.readEvents(orderId, 0).forEachRemaining(message -> {
            if (message.getPayload() instanceof OrderCreated created) {
                put(created.lines(), skus);
            } else if (message.getPayload() instanceof OrderEdited edited) {
                put(edited.lines(), skus);
            }
        });
        if (skus.isEmpty()) {
            throw new IllegalStateException("Nothing is stored of " + orderId);
        }
        return skus;
    }

    private static void put(List<OrderLine> lines, Map<String, String> skus) {
        lines.forEach(line -> skus.put(line.lineId(), line.sku()));
    }
}
