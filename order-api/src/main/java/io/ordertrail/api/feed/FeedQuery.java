package io.ordertrail.api.feed;

import io.ordertrail.api.message.Named;
import io.ordertrail.api.message.OfMany;
import io.ordertrail.api.message.RequestRefusal;
import io.ordertrail.api.order.view.OrderQuery.Filter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Queries about what is stored after a place in the event store. Where there is nothing yet, the answer waits for it,
 * {@link Span#seconds} at most, and has nothing then. A place that this service has not given is refused with
 * {@link RequestRefusal.InvalidQuery}.
 */
public sealed interface FeedQuery {

    /**
     * Which part of what is stored.
     *
     * @param after the place behind which it begins, as an answer gave it ({@link #START} is before the first event);
     *     null for the place where the store ends now
     * @param limit items of the answer, 1 to 500
     * @param seconds 0 to 30
     */
    record Span(@Nullable String after, int limit, int seconds) {

        /** Before the first event. */
        public static final String START = "-1";
    }

    /** The events that are meant for other programs: {@link EventPage}. */
    @Named("event.ListEvents")
    record ListEvents(Span span) implements FeedQuery, OfMany {}

    /**
     * Only how far the store is: {@link ChangePage} without items, as soon as anything was stored, or a view is being
     * rebuilt, of which no event tells.
     */
    @Named("event.AwaitEvent")
    record AwaitEvent(Span span) implements FeedQuery {}

    /** What happens to one order, its payments, parcels and returns: {@link ChangePage}. */
    @Named("order.FollowOrder")
    record FollowOrder(String orderId, Span span) implements FeedQuery {}

    /**
     * What happens to the orders of a list, each with its row of the list after it: {@link ChangePage}. An order is of
     * the list that matches after an event, or did before it: whoever follows hears that it has come, changed or left.
     *
     * @param filter of the list, without {@link Filter#q}: the words by which an order is found are personal, and go
     *     when a person is forgotten
     */
    @Named("order.FollowOrders")
    record FollowOrders(Filter filter, Span span) implements FeedQuery {}

    /**
     * What happens to items of stock: {@link ChangePage}.
     *
     * @param sku of these; empty for all
     */
    @Named("stock.FollowStock")
    record FollowStock(List<String> sku, Span span) implements FeedQuery {}
}
