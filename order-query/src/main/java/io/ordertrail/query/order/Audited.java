package io.ordertrail.query.order;

import java.util.List;
import java.util.Map;
import org.joda.money.Money;

/**
 * What the audit of one order found.
 *
 * @param events how many events it has
 * @param rows how many rows each projection has of it
 * @param breaches what is wrong
 * @param behind projections that have not processed all its events, with their positions
 * @param totals its totals, by each source: {@code events}, {@code order-view}, {@code order-list}
 */
public record Audited(
        String orderId,
        long events,
        Map<String, Long> rows,
        List<Breach> breaches,
        Map<String, String> behind,
        Map<String, Total> totals) {

    /** The source of totals that all others must agree with, and of breaches that no projection can help. */
    public static final String EVENTS = "events";

    /** Something wrong with {@code source}: a projection, or the events themselves. */
    public record Breach(String source, String what) {}

    /** Goods, shipping and what the customer owed, at placement or the last edit. */
    public record Total(Money goods, Money shipping, Money grand) {

        public Total plus(Total other) {
            return new Total(goods.plus(other.goods), shipping.plus(other.shipping), grand.plus(other.grand));
        }
    }
}
