package io.ordertrail.app.importing.order;

import java.math.BigDecimal;
import tools.jackson.databind.JsonNode;

/** Amounts of one order or of many, in one currency. */
public record Sums(String currency, BigDecimal goods, BigDecimal shipping, BigDecimal tax, BigDecimal grand) {

    /** From the totals of an order as the service tells them. */
    static Sums of(JsonNode totals) {
        return new Sums(
                totals.path("grand").path("currency").asString("?"),
                amount(totals, "lines"),
                amount(totals, "shipping"),
                amount(totals, "tax"),
                amount(totals, "grand"));
    }

    public Sums plus(Sums other) {
        return new Sums(
                currency,
                goods.add(other.goods),
                shipping.add(other.shipping),
                tax.add(other.tax),
                grand.add(other.grand));
    }

    private static BigDecimal amount(JsonNode totals, String name) {
        return new BigDecimal(totals.path(name).path("amount").asString("0"));
    }
}
