package io.ordertrail.journey;

import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A stock item as three numbers, kept by another hand than the service's own fold, to hold that against. */
final class SimpleItem implements EachMoment.Numbers {

    private long onHand;
    private final Map<String, Long> reserved = new HashMap<>();
    private final Map<String, Long> backordered = new HashMap<>();

    @Override
    public void apply(String type, JsonNode event) {
        String line =
                event.at("/orderId").asString("") + " " + event.at("/lineId").asString("");
        long quantity = event.at("/quantity").asLong(0);
        switch (type) {
            case "stock.StockItemRegistered", "stock.StockPolicyChanged", "stock.StockShortfallDetected" -> {}
            case "stock.StockReceived", "stock.StockReturned", "stock.StockAdjusted" -> onHand += quantity;
            case "stock.ReservationSet", "stock.BackorderFilled" -> {
                reserved.put(line, event.at("/reserved").asLong());
                backordered.put(line, event.at("/backordered").asLong());
            }
            case "stock.StockDispatched" -> {
                onHand -= quantity;
                reserved.merge(line, -event.at("/reserved").asLong(), Long::sum);
                backordered.merge(line, -event.at("/backordered").asLong(), Long::sum);
            }
            default -> throw new IllegalArgumentException(type);
        }
    }

    /** The same numbers of an item that the service answered. */
    static String of(JsonNode item) {
        return text(
                item.at("/onHand").asLong(),
                item.at("/reserved").asLong(),
                item.at("/backordered").asLong());
    }

    @Override
    public String toString() {
        return text(onHand, sum(reserved), sum(backordered));
    }

    private static long sum(Map<String, Long> units) {
        return units.values().stream().mapToLong(Long::longValue).sum();
    }

    private static String text(long onHand, long reserved, long backordered) {
        return onHand + " there, " + reserved + " reserved, " + backordered + " back-ordered";
    }
}
