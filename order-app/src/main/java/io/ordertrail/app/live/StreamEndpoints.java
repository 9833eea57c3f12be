package io.ordertrail.app.live;

import io.ordertrail.api.attention.AttentionItem;
import io.ordertrail.api.attention.AttentionPage;
import io.ordertrail.api.attention.AttentionQuery.ListAttention;
import io.ordertrail.api.feed.ChangePage;
import io.ordertrail.api.feed.FeedQuery.FollowOrder;
import io.ordertrail.api.feed.FeedQuery.FollowStock;
import io.ordertrail.api.feed.FeedQuery.Span;
import io.ordertrail.app.http.exchange.ReadRequest;
import io.ordertrail.app.http.input.QueryString;
import io.ordertrail.app.http.openapi.Tells;
import io.ordertrail.app.order.OrderPaths;
import io.ordertrail.app.order.Orders;
import io.ordertrail.axon.message.Dispatch;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What happens, as it happens, as server-sent events. */
@RestController
@ConditionalOnWebApplication
@Tag(name = "Streams")
class StreamEndpoints {

    private static final String CHANGES =
            "Each event has its place as id; whoever comes back with Last-Event-ID goes on right behind it. First comes"
                    + " an event named ready; a comment comes every 15 s; where the service ends the stream, the last"
                    + " event is named end and says why.";

    private static final String WHOLE =
            "It begins with all there is now, and tells all of it again when it has changed.";

    /** What needs a person, most of all; a page of the list has more. */
    private static final int MOST_ATTENTION = 100;

    private final Dispatch dispatch;
    private final Streams streams;

    StreamEndpoints(Dispatch dispatch, Streams streams) {
        this.dispatch = dispatch;
        this.streams = streams;
    }

    @GetMapping(path = OrderPaths.ORDERS + "/{orderId}/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Operation(
            operationId = "streamOrder",
            summary = "Follow an order, its payments, parcels and returns",
            description = CHANGES)
    @Tells(ChangePage.Change.class)
    void streamOrder(
            @PathVariable String orderId,
            @QueryString StreamRequest wanted,
            ReadRequest read,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        String valid = Orders.valid(orderId);
        follow(span -> new FollowOrder(valid, span), wanted, read, request, response);
    }

    @GetMapping(path = "/api/v1/stream/orders", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Operation(
            operationId = "streamOrders",
            summary = "Follow a list of orders: each change with the order's row of the list after it",
            description =
                    "The filters are those of GET /api/v1/orders, but for q. A change is told of an order that is in the"
                            + " list after it, or was before; listed says whether it is. " + CHANGES)
    @Tells(ChangePage.Change.class)
    void streamOrders(
            @QueryString OrderStreamRequest wanted,
            ReadRequest read,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        follow(wanted::query, wanted.stream(), read, request, response);
    }

    @GetMapping(path = "/api/v1/stream/stock", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Operation(operationId = "streamStock", summary = "Follow items of stock", description = CHANGES)
    @Tells(ChangePage.Change.class)
    void streamStock(
            @QueryString StockStreamRequest wanted,
            ReadRequest read,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        follow(span -> new FollowStock(wanted.sku(), span), wanted.stream(), read, request, response);
    }

    @GetMapping(path = "/api/v1/stream/attention", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Operation(
            operationId = "streamAttention",
            summary = "Follow what needs a person: the 100 oldest of the list",
            description = WHOLE)
    @Tells(value = AttentionItem.class, lists = true)
    void streamAttention(
            @QueryString StreamRequest wanted,
            ReadRequest read,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        ListAttention all = new ListAttention(List.of(), false, MOST_ATTENTION, null);
        StreamSource source = new SnapshotSource<>(
                dispatch,
                read.context(),
                () -> dispatch.ask(all, read.context(), AttentionPage.class).items(),
                items -> false);
        streams.open(StreamFormat.SSE, wanted, read, request, response, source);
    }

    @GetMapping(path = "/api/v1/stream/operations", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Operation(
            operationId = "streamOperations",
            summary = "Follow how views and processes get on: lag, parked events, steps, dead letters",
            description = WHOLE)
    @Tells(Operations.class)
    void streamOperations(
            @QueryString StreamRequest wanted,
            ReadRequest read,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        StreamSource source = new SnapshotSource<>(
                dispatch, read.context(), () -> Operations.look(dispatch, read.context()), Operations::isRebuilding);
        streams.open(StreamFormat.SSE, wanted, read, request, response, source);
    }

    private void follow(
            Function<Span, Object> query,
            StreamRequest wanted,
            ReadRequest read,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        StreamSource source = StreamSource.of(dispatch, read.context(), query, ChangePage.class, StreamEndpoints::part);
        streams.open(StreamFormat.SSE, wanted, read, request, response, source);
    }

    private static StreamPage part(ChangePage page) {
        return new StreamPage(
                page.items().stream()
                        .map(change -> new StreamPage.Item(change.after(), change))
                        .toList(),
                page.after(),
                page.more());
    }
}
