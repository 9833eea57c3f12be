package io.ordertrail.query.order;

import io.ordertrail.api.order.OrderQuery.Filter;
import io.ordertrail.query.reading.Conditions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A filter of orders as SQL. */
final class ListFilter {

    private ListFilter() {}

    static Conditions of(Filter asked) {
        Conditions filter = new Conditions()
                .oneOf("lifecycle", asked.status())
                .oneOf("payment_status", asked.paymentStatus())
                .oneOf("fulfilment_status", asked.fulfilmentStatus())
                .oneOf("return_status", asked.returnStatus())
                .oneOf("display_status", asked.displayStatus())
                .oneOf("currency", asked.currency())
                .oneOf("customer_id", "customerId", asked.customerId())
                .oneOf("number", "number", asked.number())
                .oneOf("external_ref", "externalRef", asked.externalRef())
                .oneOf("channel", "channel", asked.channel())
                .time("created_at >= ?", asked.createdFrom())
                .time("created_at < ?", asked.createdTo())
                .time("updated_at >= ?", asked.updatedFrom())
                .time("updated_at < ?", asked.updatedTo())
                .amount("grand_total >= ?", "totalMin", asked.totalMin())
                .amount("grand_total <= ?", "totalMax", asked.totalMax());
        asked.sku().forEach(sku -> Conditions.plain("sku", sku));
        if (!asked.sku().isEmpty()) {
            filter.and(
                    "exists (select 1 from order_list_sku s where s.order_id = order_list.order_id and s.sku"
                            + Conditions.among(asked.sku()) + ')',
                    Conditions.distinct(asked.sku()));
        }
        asked.metadata().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> metadata(filter, entry));
        if (asked.hold() != null) {
            filter.and(asked.hold() ? "hold_reason is not null" : "hold_reason is null");
        }
        if (asked.q() != null) {
            filter.and("search_text like ? escape '!'", SearchText.containing(Conditions.plain("q", asked.q())));
        }
        return filter;
    }

    private static void metadata(Conditions filter, Map.Entry<String, List<String>> asked) {
        String parameter = "metadata[" + asked.getKey() + "]";
        asked.getValue().forEach(text -> Conditions.plain(parameter, text));
        filter.and(
                "exists (select 1 from order_list_metadata m where m.order_id = order_list.order_id and m.name = ? and m.text"
                        + Conditions.among(asked.getValue()) + ')',
                Stream.concat(Stream.of(asked.getKey()), Stream.of(Conditions.distinct(asked.getValue())))
                        .toArray());
    }
}
