package io.ordertrail.journey;

import java.math.BigDecimal;
import tools.jackson.databind.JsonNode;

/** An order as a few numbers, kept by another hand than the service's own fold, to hold that against. */
final class SimpleOrder implements EachMoment.Numbers {

    private String status = "";
    private BigDecimal captured = BigDecimal.ZERO;
    private long ordered;
    private long approved;
    private long shipped;
    private long delivered;

    @Override
    public void apply(String type, JsonNode event) {
        switch (type) {
            case "order.OrderCreated" -> {
                status = "PENDING";
                ordered = units(event);
            }
            case "order.PaymentProcessed" -> {
                if (event.at("/kind").asString().equals("CAPTURED")) {
                    captured = captured.add(
                            new BigDecimal(event.at("/amount/amount").asString()));
                }
            }
            case "order.OrderConfirmed" -> status = "CONFIRMED";
            case "order.ShipmentApproved" -> approved += units(event);
            case "order.OrderShipped" -> shipped += units(event);
            case "order.OrderDelivered" -> delivered += units(event);
            case "order.OrderCompleted" -> status = "COMPLETED";
            case "order.OrderCancelled" -> status = "CANCELLED";
            case "order.StockAsked",
                    "order.StockAnswered",
                    "order.PaymentAsked",
                    "order.CaptureAsked",
                    "order.VoidAsked",
                    "order.RefundAsked",
                    "order.RefundRecorded" -> {}
            default -> throw new IllegalArgumentException(type);
        }
    }

    /** The same numbers of an order that the service answered. */
    static String of(JsonNode order) {
        SimpleOrder simple = new SimpleOrder();
        simple.status = order.at("/status").asString();
        simple.captured = new BigDecimal(order.at("/totals/captured/amount").asString());
        for (JsonNode line : order.at("/lines")) {
            simple.ordered += line.at("/quantity/ordered").asLong();
            simple.approved += line.at("/quantity/approved").asLong();
            simple.shipped += line.at("/quantity/shipped").asLong();
            simple.delivered += line.at("/quantity/delivered").asLong();
        }
        return simple.toString();
    }

    @Override
    public String toString() {
        return "%s, %s captured, %d ordered, %d approved, %d shipped, %d delivered"
                .formatted(
                        status, captured.stripTrailingZeros().toPlainString(), ordered, approved, shipped, delivered);
    }

    private static long units(JsonNode event) {
        long units = 0;
        for (JsonNode line : event.at("/lines")) {
            units += line.at("/quantity").asLong();
        }
        return units;
    }
}
