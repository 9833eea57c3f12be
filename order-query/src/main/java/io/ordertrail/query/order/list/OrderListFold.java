package io.ordertrail.query.order.list;

import static io.ordertrail.query.projection.table.RowValues.micros;

import io.ordertrail.api.order.OrderCourseEvent.AddressChanged;
import io.ordertrail.api.order.OrderCourseEvent.OrderCreated;
import io.ordertrail.api.order.OrderCourseEvent.OrderDataErased;
import io.ordertrail.api.order.OrderCourseEvent.OrderEdited;
import io.ordertrail.api.order.OrderEvent;
import io.ordertrail.api.order.value.Address;
import io.ordertrail.model.order.OrderFacts;
import io.ordertrail.query.projection.fold.Recorded;
import io.ordertrail.query.projection.fold.StreamFold;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The row of a list, from the events: the data of an order that a list needs. */
public final class OrderListFold {

    /** Which events change the row, and how. */
    public static final StreamFold<OrderEvent, ListedOrder> STREAM =
            new StreamFold<>("order", OrderEvent.class, ListedOrder::version, OrderListFold::next);

    private OrderListFold() {}

    private static ListedOrder next(@Nullable ListedOrder before, Recorded<OrderEvent> recorded) {
        OrderEvent event = recorded.event();
        Instant recordedAt = micros(recorded.recordedAt());
        return before == null
                ? first(event, recordedAt)
                : detail(before, event).at(before.facts().after(event), recorded.version(), recordedAt);
    }

    private static ListedOrder detail(ListedOrder order, OrderEvent event) {
        if (event instanceof OrderEdited edit) {
            return order.with(edit.totals(), edit.lines());
        }
        if (event instanceof OrderDataErased) {
            return order.with(words(order.number(), order.externalRef(), order.customerId(), null));
        }
        return event instanceof AddressChanged changed && changed.shippingAddress() != null
                ? order.with(words(order.number(), order.externalRef(), order.customerId(), changed.shippingAddress()))
                : order;
    }

    private static ListedOrder first(OrderEvent event, Instant recordedAt) {
        if (!(event instanceof OrderCreated order)) {
            throw new IllegalStateException("A stream cannot begin with " + event);
        }
        List<String> words = words(order.number(), order.externalRef(), order.customerId(), order.shippingAddress());
        return new ListedOrder(
                order.orderId(),
                order.number(),
                order.externalRef(),
                order.channel(),
                order.customerId(),
                order.currency(),
                OrderFacts.of(order),
                order.totals().lines(),
                order.totals().shipping(),
                order.totals().grand(),
                order.lines().size(),
                ListedOrder.skus(order.lines()),
                words,
                SearchWords.text(words),
                order.metadata(),
                micros(order.at()),
                recordedAt,
                0);
    }

    private static List<String> words(
            String number, @Nullable String externalRef, String customerId, @Nullable Address shippingAddress) {
        return SearchWords.of(Stream.of(
                number,
                externalRef == null ? "" : externalRef,
                customerId,
                shippingAddress == null ? "" : shippingAddress.name()));
    }
}
