package io.ordertrail.query.order.list;

import io.ordertrail.api.order.view.OrderQuery.Filter;
import io.ordertrail.api.order.view.OrderQueryFilterBuilder;
import io.ordertrail.model.order.OrderFacts;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A filter for rows in memory, such as they are right after an event. */
public record FilterMatch(Filter filter) {

    /** Of {@code filter} what is true of an order for ever, of orders that have changed at {@code from} or later. */
    static Filter lasting(Filter filter, Instant from) {
        return OrderQueryFilterBuilder.builder(filter)
                .status(List.of())
                .paymentStatus(List.of())
                .fulfilmentStatus(List.of())
                .returnStatus(List.of())
                .displayStatus(List.of())
                .sku(List.of())
                .updatedFrom(from)
                .updatedTo(null)
                .totalMin(null)
                .totalMax(null)
                .hold(null)
                .q(null)
                .build();
    }

    /** Whether the list would have {@code order}. */
    public boolean matches(ListedOrder order) {
        return isEver(order)
                && hasStatus(order.facts())
                && (filter.sku().isEmpty() || !Collections.disjoint(filter.sku(), order.skus()))
                && (filter.updatedFrom() == null || !order.updatedAt().isBefore(filter.updatedFrom()))
                && (filter.updatedTo() == null || order.updatedAt().isBefore(filter.updatedTo()))
                && isWithin(order.grandTotal().getAmount())
                && hasWords(order.words());
    }

    /** What never changes in the life of an order. */
    private boolean isEver(ListedOrder order) {
        return isOneOf(filter.customerId(), order.customerId())
                && isOneOf(filter.number(), order.number())
                && isOneOf(filter.externalRef(), order.externalRef())
                && isOneOf(filter.channel(), order.channel())
                && isOneOf(filter.currency(), order.currency())
                && (filter.createdFrom() == null || !order.createdAt().isBefore(filter.createdFrom()))
                && (filter.createdTo() == null || order.createdAt().isBefore(filter.createdTo()))
                && filter.metadata().entrySet().stream()
                        .allMatch(asked ->
                                isOneOf(asked.getValue(), order.metadata().get(asked.getKey())));
    }

    private boolean hasStatus(OrderFacts facts) {
        return isOneOf(filter.status(), facts.lifecycle())
                && isOneOf(filter.paymentStatus(), facts.paymentStatus())
                && isOneOf(filter.fulfilmentStatus(), facts.fulfilmentStatus())
                && isOneOf(filter.returnStatus(), facts.returnStatus())
                && isOneOf(filter.displayStatus(), facts.displayStatus())
                && (filter.hold() == null || filter.hold() == (facts.hold() != null));
    }

    private boolean isWithin(BigDecimal total) {
        return (filter.totalMin() == null || total.compareTo(filter.totalMin()) >= 0)
                && (filter.totalMax() == null || total.compareTo(filter.totalMax()) <= 0);
    }

    private boolean hasWords(List<String> words) {
        if (filter.q() == null) {
            return true;
        }
        List<String> asked = SearchWords.of(Stream.of(filter.q()));
        return !asked.isEmpty()
                && asked.stream().allMatch(beginning -> words.stream().anyMatch(word -> word.startsWith(beginning)));
    }

    private static <T> boolean isOneOf(Collection<T> asked, @Nullable T value) {
        return asked.isEmpty() || value != null && asked.contains(value);
    }
}
