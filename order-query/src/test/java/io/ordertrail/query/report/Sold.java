package io.ordertrail.query.report;

import io.ordertrail.api.order.OrderCourseEvent.OrderCancelled;
import io.ordertrail.api.order.OrderCourseEvent.OrderCreated;
import io.ordertrail.api.order.OrderCourseEvent.OrderEdited;
import io.ordertrail.api.order.OrderCourseEvent.OrderLinesCancelled;
import io.ordertrail.api.order.OrderEvent;
import io.ordertrail.api.order.OrderGoodsEvent.ShipmentResolved;
import io.ordertrail.api.order.value.CancelledLine;
import io.ordertrail.api.order.value.OrderLine;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What was sold, by arithmetic over whole stories: units and worth of each day, currency and SKU. */
record Sold(long units, BigDecimal gross) {

    static Map<String, Sold> by(List<List<OrderEvent>> stories) {
        Map<String, Sold> sums = new TreeMap<>();
        stories.forEach(story -> add(story, sums));
        sums.values().removeIf(sum -> sum.units == 0 && sum.gross.signum() == 0);
        return sums;
    }

    private static void add(List<OrderEvent> story, Map<String, Sold> sums) {
        OrderCreated order = (OrderCreated) story.get(0);
        List<OrderLine> lines = order.lines();
        int linesSince = 0;
        for (int i = 1; i < story.size(); i++) {
            if (story.get(i) instanceof OrderEdited edited) {
                lines = edited.lines();
                linesSince = i;
            }
        }
        if (story.stream().anyMatch(OrderCancelled.class::isInstance)) {
            return;
        }
        List<CancelledLine> cancelled = story.subList(linesSince, story.size()).stream()
                .flatMap(event -> cancelled(event).stream())
                .toList();
        for (OrderLine line : lines) {
            long units = line.quantity();
            BigDecimal gross = line.gross().getAmount();
            for (CancelledLine part : cancelled) {
                if (part.lineId().equals(line.lineId())) {
                    units -= part.quantity();
                    gross = gross.subtract(part.value().getAmount());
                }
            }
            String key = order.at().toString().substring(0, 10) + " " + order.currency() + " " + line.sku();
            sums.merge(key, new Sold(units, gross), Sold::plus);
        }
    }

    private static List<CancelledLine> cancelled(OrderEvent event) {
        if (event instanceof OrderLinesCancelled cancelled) {
            return cancelled.lines();
        }
        return event instanceof ShipmentResolved resolved && !resolved.sendAgain() ? resolved.lines() : List.of();
    }

    Sold plus(Sold other) {
        return new Sold(units + other.units, gross.add(other.gross));
    }
}
