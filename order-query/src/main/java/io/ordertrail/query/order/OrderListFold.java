package io.ordertrail.query.order;

import static io.ordertrail.query.projection.RowValues.micros;

import io.ordertrail.api.order.OrderEvent;
import io.ordertrail.api.order.OrderEvent.OrderCreated;
import io.ordertrail.api.order.OrderLine;
import io.ordertrail.query.projection.Recorded;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The row of a list, from the events: what must be known of an order without opening it. */
final class OrderListFold {

    private OrderListFold() {}

    /** {@code before} with one more event, or {@code before} itself where it already holds that event. */
    static ListedOrder fold(@Nullable ListedOrder before, Recorded<OrderEvent> recorded) {
        OrderEvent event = recorded.event();
        Instant recordedAt = micros(recorded.recordedAt());
        if (before == null) {
            recorded.follows(-1);
            return first(event, recordedAt);
        }
        return recorded.follows(before.version())
                ? before.at(FactsFold.next(before.facts(), event), recorded.version(), recordedAt)
                : before;
    }

    private static ListedOrder first(OrderEvent event, Instant recordedAt) {
        if (!(event instanceof OrderCreated order)) {
            throw new IllegalStateException("A stream cannot begin with " + event);
        }
        return new ListedOrder(
                order.orderId(),
                order.number(),
                order.externalRef(),
                order.channel(),
                order.customerId(),
                order.currency(),
                FactsFold.first(order),
                order.totals().lines(),
                order.totals().shipping(),
                order.totals().grand(),
                order.lines().size(),
                skus(order),
                searchText(order),
                micros(order.at()),
                recordedAt,
                0);
    }

    private static List<String> skus(OrderCreated order) {
        return order.lines().stream().map(OrderLine::sku).distinct().sorted().toList();
    }

    /** Line by line, so that no piece of one field and the next is found together. */
    private static String searchText(OrderCreated order) {
        return Stream.of(
                        order.number(),
                        order.externalRef() == null ? "" : order.externalRef(),
                        order.customerId(),
                        order.shippingAddress().name())
                .map(SearchText::foldCase)
                .collect(Collectors.joining("\n"));
    }
}
