package io.ordertrail.query.feed;

import io.ordertrail.api.feed.ChangePage;
import io.ordertrail.api.feed.ChangePage.Change;
import io.ordertrail.api.feed.EventPage;
import io.ordertrail.api.feed.FeedQuery.AwaitEvent;
import io.ordertrail.api.feed.FeedQuery.FollowOrder;
import io.ordertrail.api.feed.FeedQuery.FollowOrders;
import io.ordertrail.api.feed.FeedQuery.FollowStock;
import io.ordertrail.api.feed.FeedQuery.ListEvents;
import io.ordertrail.api.feed.FeedQuery.Span;
import io.ordertrail.api.message.Refused;
import io.ordertrail.api.order.OrderCourseRefusal.OrderNotFound;
import io.ordertrail.api.order.OrderEvent;
import io.ordertrail.api.stock.StockEvent;
import io.ordertrail.api.stock.StockItemId;
import io.ordertrail.axon.access.Ownership;
import io.ordertrail.query.order.history.EventWords;
import io.ordertrail.query.order.list.ListedOrder;
import io.ordertrail.query.reading.Owners;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;

/** Answers queries about what is stored behind a place. Who may see what is decided here, for each answer anew. */
final class FeedHandler {

    private final Feed feed;
    private final Owners owners;

    FeedHandler(Feed feed, Owners owners) {
        this.feed = feed;
        this.owners = owners;
    }

    @QueryHandler
    CompletableFuture<EventPage> list(ListEvents query) {
        return feed.next(query.span(), PublicEvents::isPublic)
                .thenApply(found -> new EventPage(
                        found.items().stream().map(PublicEvents::of).toList(),
                        found.after().text(),
                        found.more()));
    }

    @QueryHandler
    CompletableFuture<ChangePage> await(AwaitEvent query) {
        return feed.next(query.span(), event -> true)
                .thenApply(found -> new ChangePage(List.of(), found.after().text(), found.more()));
    }

    @QueryHandler
    CompletableFuture<ChangePage> follow(FollowOrder query) {
        String orderId = query.orderId();
        Optional<String> owner = owners.ofOrder(orderId);
        Ownership.require(() -> owner, () -> new OrderNotFound(orderId));
        if (owner.isEmpty()) {
            throw new Refused(new OrderNotFound(orderId));
        }
        return changes(query.span(), event -> orderId.equals(event.told().orderId()));
    }

    @QueryHandler
    CompletableFuture<ChangePage> follow(FollowOrders query) {
        return changes(query.span(), event -> {
            ListedOrder row = event.told().order();
            return row != null
                    && isOne(query.customerId(), row.customerId())
                    && isOne(query.channel(), row.channel())
                    && isOne(query.number(), row.number())
                    && isOne(query.externalRef(), row.externalRef())
                    && isOne(query.currency(), row.currency());
        });
    }

    @QueryHandler
    CompletableFuture<ChangePage> follow(FollowStock query) {
        return changes(
                query.span(),
                event -> event.told().event() instanceof StockEvent stock
                        && isOne(query.sku(), StockItemId.skuOf(stock.itemId())));
    }

    private static <T> boolean isOne(List<T> asked, @Nullable T value) {
        return asked.isEmpty() || value != null && asked.contains(value);
    }

    private CompletableFuture<ChangePage> changes(Span span, Predicate<FeedEvent> wanted) {
        Optional<String> customer = Ownership.only();
        Predicate<FeedEvent> seen = customer.<Predicate<FeedEvent>>map(
                        one -> event -> wanted.test(event) && words(event, one).isPresent())
                .orElse(wanted);
        return feed.next(span, seen)
                .thenApply(found -> new ChangePage(
                        found.items().stream()
                                .map(item -> change(item, customer))
                                .toList(),
                        found.after().text(),
                        found.more()));
    }

    private static Change change(Found.Item item, Optional<String> customer) {
        Told told = item.event().told();
        String words = customer.flatMap(one -> words(item.event(), one)).orElse(told.summary());
        return told.change(item.event().position(), item.after(), words);
    }

    /** What a customer is told of an event; empty if it is not of an order of theirs, or not for customers. */
    private static Optional<String> words(FeedEvent event, String customer) {
        Told told = event.told();
        ListedOrder row = told.order();
        return row != null
                        && row.customerId().equals(customer)
                        && told.event() instanceof OrderEvent order
                        && event.message() instanceof DomainEventMessage<?> message
                ? EventWords.summaryFor(customer, order, message)
                : Optional.empty();
    }
}
