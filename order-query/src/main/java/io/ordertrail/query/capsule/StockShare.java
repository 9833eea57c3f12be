package io.ordertrail.query.capsule;

import io.ordertrail.api.stock.StockEvent;
import io.ordertrail.api.stock.StockEvent.BackorderFilled;
import io.ordertrail.api.stock.StockEvent.ReservationSet;
import io.ordertrail.api.stock.StockEvent.StockDispatched;
import io.ordertrail.api.stock.StockEvent.StockItemRegistered;
import io.ordertrail.api.stock.StockEvent.StockReceived;
import io.ordertrail.api.stock.StockEvent.StockReturned;
import io.ordertrail.axon.unknown.UnknownEvents;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.DomainEventMessage;

/**
 * An order's share of a stock item: its registration, what was promised to the order, left for it and came back; and
 * before that as many units as there must have been for it.
 */
final class StockShare {

    private final Map<String, Long> reserved = new HashMap<>();
    private long onHand;
    private long missing;

    private StockShare() {}

    static List<DomainEventMessage<?>> of(List<DomainEventMessage<?>> item, String orderId) {
        DomainEventMessage<?> first = item.get(0);
        if (!(UnknownEvents.known(first, Object.class) instanceof StockItemRegistered registered)) {
            throw new IllegalStateException(first.getAggregateIdentifier() + " does not begin with its registration");
        }
        StockShare share = new StockShare();
        List<DomainEventMessage<?>> kept = new ArrayList<>(List.of(first));
        for (DomainEventMessage<?> event : item.subList(1, item.size())) {
            if (share.takes(UnknownEvents.known(event, StockEvent.class), orderId)) {
                kept.add(event);
            }
        }
        if (share.missing > 0) {
            kept.add(
                    1,
                    OpeningEvent.after(
                            first,
                            orderId,
                            new StockReceived(
                                    registered.itemId(), share.missing, OpeningEvent.REFERENCE, registered.at())));
        }
        return kept;
    }

    private boolean takes(StockEvent event, String orderId) {
        if (event instanceof ReservationSet set && set.orderId().equals(orderId)) {
            reserved.put(set.lineId(), set.reserved());
        } else if (event instanceof BackorderFilled filled && filled.orderId().equals(orderId)) {
            reserved.put(filled.lineId(), filled.reserved());
        } else if (event instanceof StockDispatched left && left.orderId().equals(orderId)) {
            reserved.merge(left.lineId(), -left.reserved(), Long::sum);
            onHand -= left.quantity();
        } else if (event instanceof StockReturned came && came.orderId().equals(orderId)) {
            onHand += came.quantity();
        } else {
            return false;
        }
        long promised = reserved.values().stream().mapToLong(Long::longValue).sum();
        missing = Math.max(missing, promised - onHand);
        return true;
    }
}
