package io.ordertrail.benchmarks.peer;

import java.math.BigDecimal;
import java.util.List;

/** As much of a request for an order as is needed to add it up. */
public record PlacedOrder(
        String customerId,
        String currency,
        List<Line> lines,
        Shipping shipping,
        Price expectedTotal,
        Address shippingAddress) {

    /** An amount. */
    public record Price(BigDecimal amount, String currency) {}

    /** A line of it. */
    public record Line(String sku, String name, int quantity, Price unitPrice, Price discount, BigDecimal taxRate) {}

    /** How it is sent. */
    public record Shipping(String method, Price price) {}

    /** Where to. */
    public record Address(String name, String line1, String postalCode, String city, String country) {}

    /** Fails if it is not what the caller expects. */
    void check() {
        BigDecimal total = shipping.price().amount();
        for (Line line : lines) {
            total = total.add(line.unitPrice().amount().multiply(BigDecimal.valueOf(line.quantity())))
                    .subtract(line.discount().amount());
        }
        if (total.compareTo(expectedTotal.amount()) != 0) {
            throw new IllegalArgumentException("the total is " + total);
        }
    }
}
