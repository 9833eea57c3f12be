package io.ordertrail.query.order;

import io.ordertrail.api.order.OrderQuery.Filter;
import io.ordertrail.query.reading.Conditions;

/** A filter of orders as SQL. */
final class ListFilter {

    private ListFilter() {}

    static Conditions of(Filter asked) {
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
                        "exists (select 1 from order_list_sku s where s.order_id = order_list.order_id and s.sku = ?)",
                        "sku",
                        asked.sku());
        if (asked.hold() != null) {
            filter.and(asked.hold() ? "hold_reason is not null" : "hold_reason is null");
        }
        if (asked.q() != null) {
            filter.and("search_text like ? escape '!'", SearchText.containing(Conditions.plain("q", asked.q())));
        }
        return filter;
    }
}
