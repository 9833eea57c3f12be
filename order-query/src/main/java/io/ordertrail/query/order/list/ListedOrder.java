package io.ordertrail.query.order.list;

import io.ordertrail.api.order.value.OrderLine;
import io.ordertrail.api.order.value.Totals;
import io.ordertrail.api.order.view.OrderSummary;
import io.ordertrail.model.order.OrderFacts;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A row of order-list.
 *
 * @param skus each SKU of its lines once, sorted; they have a table of their own, and are empty where a row was read
 *     and not edited since
 * @param words what {@code q} looks for, likewise
 * @param searchText all of its words as one text
 * @param metadata has a table of its own too, is written once, and is empty if a row was read
 * @param createdAt business time, in the microseconds that databases keep
 * @param updatedAt when the last event was recorded, in microseconds
 */
public record ListedOrder(
        String orderId,
        String number,
        @Nullable String externalRef,
        String channel,
        String customerId,
        CurrencyUnit currency,
        OrderFacts facts,
        Money goodsTotal,
        Money shippingTotal,
        Money grandTotal,
        int lineCount,
        List<String> skus,
        List<String> words,
        String searchText,
        Map<String, String> metadata,
        Instant createdAt,
        Instant updatedAt,
        long version) {

    ListedOrder at(OrderFacts newFacts, long newVersion, Instant recordedAt) {
        return new ListedOrder(
                orderId,
                number,
                externalRef,
                channel,
                customerId,
                currency,
                newFacts,
                goodsTotal,
                shippingTotal,
                grandTotal,
                lineCount,
                skus,
                words,
                searchText,
                metadata,
                createdAt,
                recordedAt,
                newVersion);
    }

    /** What is ordered now, by an edit. */
    ListedOrder with(Totals totals, List<OrderLine> lines) {
        return new ListedOrder(
                orderId,
                number,
                externalRef,
                channel,
                customerId,
                currency,
                facts,
                totals.lines(),
                totals.shipping(),
                totals.grand(),
                lines.size(),
                skus(lines),
                words,
                searchText,
                metadata,
                createdAt,
                updatedAt,
                version);
    }

    /** The same, found by other words. */
    ListedOrder with(List<String> otherWords) {
        return new ListedOrder(
                orderId,
                number,
                externalRef,
                channel,
                customerId,
                currency,
                facts,
                goodsTotal,
                shippingTotal,
                grandTotal,
                lineCount,
                skus,
                otherWords,
                SearchWords.text(otherWords),
                metadata,
                createdAt,
                updatedAt,
                version);
    }

    static List<String> skus(List<OrderLine> lines) {
        return lines.stream().map(OrderLine::sku).distinct().sorted().toList();
    }

    /** What a list shows of it. */
    public OrderSummary summary() {
        return new OrderSummary(
                orderId,
                number,
                externalRef,
                customerId,
                channel,
                facts.lifecycle(),
                facts.paymentStatus(),
                facts.fulfilmentStatus(),
                facts.returnStatus(),
                facts.displayStatus(),
                facts.hold() != null,
                currency.getCode(),
                grandTotal,
                lineCount,
                version,
                createdAt,
                updatedAt);
    }
}
