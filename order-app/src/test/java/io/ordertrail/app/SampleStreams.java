package io.ordertrail.app;

import io.ordertrail.api.feed.ChangePage;
import io.ordertrail.api.feed.ChangePage.Change;
import io.ordertrail.api.feed.EventPage;
import io.ordertrail.api.feed.EventPage.PublicEvent;
import io.ordertrail.api.feed.FeedQuery.AwaitEvent;
import io.ordertrail.api.feed.FeedQuery.FollowOrder;
import io.ordertrail.api.feed.FeedQuery.FollowOrders;
import io.ordertrail.api.feed.FeedQuery.FollowStock;
import io.ordertrail.api.feed.FeedQuery.ListEvents;
import io.ordertrail.api.feed.FeedQuery.Span;
import io.ordertrail.app.Parts.Answering;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;

/**
 * A store with two events, and behind them nothing. Of the item {@link #FLOOD} there is no end of changes, each of some
 * kilobytes.
 */
public final class SampleStreams {

    public static final String FLOOD = "FLOOD";

    private static final Instant AT = Instant.parse("2026-11-22T08:15:00Z");
    private static final int LAST = 42;

    static final Map<Class<?>, Answering> ANSWERS = Map.of(
            ListEvents.class, new Answering(EventPage.class, query -> events(((ListEvents) query).span())),
            AwaitEvent.class,
                    new Answering(
                            ChangePage.class,
                            query -> later(
                                    new ChangePage(List.of(), "42", false),
                                    ((AwaitEvent) query).span().after() == null
                                            ? 0
                                            : ((AwaitEvent) query).span().seconds())),
            FollowOrder.class, new Answering(ChangePage.class, query -> changes(((FollowOrder) query).span())),
            FollowOrders.class, new Answering(ChangePage.class, query -> changes(((FollowOrders) query).span())),
            FollowStock.class,
                    new Answering(
                            ChangePage.class,
                            query -> ((FollowStock) query).sku().contains(FLOOD)
                                    ? flood(((FollowStock) query).span())
                                    : changes(((FollowStock) query).span())));

    private SampleStreams() {}

    private static Object changes(Span span) {
        return "-1".equals(span.after())
                ? new ChangePage(List.of(change(LAST - 1, ""), change(LAST, "")), "42", false)
                : later(new ChangePage(List.of(), "42", false), span.after() == null ? 0 : span.seconds());
    }

    private static Object flood(Span span) {
        long after = span.after() == null ? 0 : Long.parseLong(span.after());
        return new ChangePage(
                LongStream.rangeClosed(after + 1, after + span.limit())
                        .mapToObj(n -> change(n, "x".repeat(4_000)))
                        .toList(),
                Long.toString(after + span.limit()),
                true);
    }

    private static Change change(long position, String words) {
        return new Change(
                Long.toString(position),
                position,
                "stock.StockReceived",
                "stock-TEE-M",
                position,
                AT,
                "Stock received" + words,
                null,
                null,
                null);
    }

    private static Object events(Span span) {
        return "-1".equals(span.after())
                ? new EventPage(
                        List.of(new PublicEvent(
                                "1.0",
                                "0c7f3b0e-0000-3000-8000-000000000001",
                                "urn:ordertrail",
                                "io.ordertrail.order.OrderConfirmed",
                                "order-1",
                                AT,
                                "application/json",
                                "urn:ordertrail:event:order.OrderConfirmed:1",
                                "42",
                                3,
                                Map.of("orderId", "order-1"))),
                        "42",
                        false)
                : later(new EventPage(List.of(), "42", false), span.seconds());
    }

    private static <T> CompletableFuture<T> later(T answer, int seconds) {
        return new CompletableFuture<T>().completeOnTimeout(answer, seconds, TimeUnit.SECONDS);
    }
}
