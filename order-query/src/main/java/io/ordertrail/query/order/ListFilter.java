package io.ordertrail.query.order;

import io.ordertrail.api.order.OrderQuery.Filter;
import io.ordertrail.api.order.OrderQuery.Sort;
import io.ordertrail.query.reading.Conditions;
import java.util.Optional;

/**
 * A filter of orders as SQL. Where there is an index of what is asked for and how it is sorted (V1__order_views.sql), the column that is
 * asked for leads the sort too: it has one value only, so that the order is the same, but H2 uses the index then.
 */
final class ListFilter {

    private ListFilter() {}

    /** Whether the orders of an SKU are found, and sorted, by the table of SKUs: {@link OrderList}. */
    static boolean isBySku(Filter asked, Sort sort) {
        return asked.sku() != null && sort.key() == Sort.Key.CREATED_AT;
    }

    static Conditions of(Filter asked, Sort sort, WordFilter words) {
        Conditions filter = new Conditions()
                .word("lifecycle = ?", asked.status())
                .word("payment_status = ?", asked.paymentStatus())
                .word("fulfilment_status = ?", asked.fulfilmentStatus())
                .text("customer_id = ?", "customerId", asked.customerId())
                .text("number = ?", "number", asked.number())
                .time("created_at >= ?", asked.createdFrom())
                .time("created_at < ?", asked.createdTo())
                .amount("grand_total >= ?", "totalMin", asked.totalMin())
                .amount("grand_total <= ?", "totalMax", asked.totalMax())
                .text(
                        isBySku(asked, sort)
                                ? "sku = ?"
                                : "exists (select 1 from order_list_sku s where s.order_id = order_list.order_id and s.sku = ?)",
                        "sku",
                        asked.sku());
        if (asked.hold() != null) {
            filter.and("on_hold = ?", asked.hold());
        }
        if (asked.q() != null) {
            words.narrow(filter, Conditions.plain("q", asked.q()));
        }
        leader(asked, sort.key()).ifPresent(filter::lead);
        return filter;
    }

    /** Of several the one of which there are fewest orders, as a rule. */
    private static Optional<String> leader(Filter asked, Sort.Key key) {
        boolean created = key == Sort.Key.CREATED_AT;
        if (!created && key != Sort.Key.UPDATED_AT) {
            return Optional.empty();
        }
        if (created && asked.sku() != null) {
            return Optional.of("sku");
        }
        if (created && asked.customerId() != null) {
            return Optional.of("customer_id");
        }
        if (created && asked.hold() != null && asked.hold()) {
            return Optional.of("on_hold");
        }
        if (asked.fulfilmentStatus() != null) {
            return Optional.of("fulfilment_status");
        }
        if (asked.paymentStatus() != null) {
            return Optional.of("payment_status");
        }
        return asked.status() != null ? Optional.of("lifecycle") : Optional.empty();
    }
}
