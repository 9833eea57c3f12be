package io.ordertrail.query.feed;

import io.ordertrail.api.feed.ChangePage;
import io.ordertrail.api.feed.EventPage;
import io.ordertrail.api.feed.FeedQuery.AwaitEvent;
import io.ordertrail.api.feed.FeedQuery.FollowOrder;
import io.ordertrail.api.feed.FeedQuery.FollowOrders;
import io.ordertrail.api.feed.FeedQuery.FollowStock;
import io.ordertrail.api.feed.FeedQuery.ListEvents;
import io.ordertrail.api.feed.FeedQuery.Span;
import io.ordertrail.api.message.Refused;
import io.ordertrail.api.order.OrderCourseRefusal.OrderNotFound;
import io.ordertrail.api.stock.StockEvent;
import io.ordertrail.api.stock.StockItemId;
import io.ordertrail.axon.access.Ownership;
import io.ordertrail.query.projection.position.ProgressSignal;
import io.ordertrail.query.reading.Owners;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.axonframework.queryhandling.QueryHandler;

/** Answers queries about what is stored behind a place. Who may see what is decided here, for each answer anew. */
final class FeedHandler {

    private final Feed feed;
    private final Owners owners;
    private final ProgressSignal progress;

    FeedHandler(Feed feed, Owners owners, ProgressSignal progress) {
        this.feed = feed;
        this.owners = owners;
        this.progress = progress;
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
        Span span = query.span();
        CompletableFuture<Found> stored = feed.next(span, event -> true);
        CompletableFuture<ChangePage> page = stored.thenApply(
                found -> new ChangePage(List.of(), found.after().text(), found.more()));
        String after = span.after();
        if (after == null) {
            return page;
        }
        CompletableFuture<Void> told = progress.next();
        return page.applyToEither(told.thenApply(any -> new ChangePage(List.of(), after, false)), Function.identity())
                .whenComplete((any, failure) -> {
                    stored.cancel(false);
                    told.cancel(false);
                });
    }

    @QueryHandler
    CompletableFuture<ChangePage> follow(FollowOrder query) {
        String orderId = query.orderId();
        Optional<String> owner = owners.ofOrder(orderId);
        Ownership.require(() -> owner, () -> new OrderNotFound(orderId));
        if (owner.isEmpty()) {
            throw new Refused(new OrderNotFound(orderId));
        }
        return changes(query.span(), told -> orderId.equals(told.orderId()));
    }

    @QueryHandler
    CompletableFuture<ChangePage> follow(FollowOrders query) {
        return changes(query.span(), FollowedOrders.of(query.filter()));
    }

    @QueryHandler
    CompletableFuture<ChangePage> follow(FollowStock query) {
        return changes(
                query.span(),
                told -> told.event() instanceof StockEvent stock
                        && (query.sku().isEmpty() || query.sku().contains(StockItemId.skuOf(stock.itemId()))));
    }

    private CompletableFuture<ChangePage> changes(Span span, FollowedEvents followed) {
        EventSight sight = new EventSight(Ownership.only());
        return feed.next(span, event -> followed.has(event.told()) && sight.sees(event, followed))
                .thenApply(found -> new ChangePage(
                        found.items().stream()
                                .map(item -> sight.change(item, followed))
                                .toList(),
                        found.after().text(),
                        found.more()));
    }
}
