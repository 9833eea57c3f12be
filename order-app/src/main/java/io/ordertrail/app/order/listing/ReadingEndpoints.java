package io.ordertrail.app.order.listing;

import static io.ordertrail.app.http.openapi.Sends.Header.ETAG;
import static io.ordertrail.app.http.openapi.Sends.Header.ETAG_OF_VERSION;
import static io.ordertrail.app.http.openapi.Sends.Header.LINK;

import io.ordertrail.api.message.Refused;
import io.ordertrail.api.order.OrderCourseRefusal.OrderNotFound;
import io.ordertrail.api.order.view.OrderPage;
import io.ordertrail.api.order.view.OrderView;
import io.ordertrail.api.order.view.OrdersFound;
import io.ordertrail.app.http.exchange.ReadRequest;
import io.ordertrail.app.http.input.PageQuery;
import io.ordertrail.app.http.input.QueryString;
import io.ordertrail.app.http.openapi.Sends;
import io.ordertrail.app.moment.Diff;
import io.ordertrail.app.moment.DiffQuery;
import io.ordertrail.app.moment.Differences;
import io.ordertrail.app.moment.MomentQuery;
import io.ordertrail.app.order.OrderPaths;
import io.ordertrail.app.order.Orders;
import io.ordertrail.axon.message.Dispatch;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = OrderPaths.ORDERS, produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Orders")
class ReadingEndpoints {

    private final Orders orders;
    private final Dispatch dispatch;
    private final Differences differences;

    ReadingEndpoints(Orders orders, Dispatch dispatch, Differences differences) {
        this.differences = differences;
        this.orders = orders;
        this.dispatch = dispatch;
    }

    @GetMapping
    @Operation(operationId = "listOrders", summary = "List orders, page by page")
    @Sends(LINK)
    ResponseEntity<OrderList> list(@QueryString ListQuery query, ReadRequest read, HttpServletRequest request) {
        OrderPage page = dispatch.ask(query.toContract(), read.context(), OrderPage.class);
        OrderList list = OrderList.of(page, query.page().size());
        return ResponseEntity.ok()
                .header(HttpHeaders.LINK, list.page().links(request))
                .body(list);
    }

    @GetMapping("/{orderId}")
    @Operation(operationId = "getOrder", summary = "Read an order, as it is now or as it was")
    @Sends(ETAG_OF_VERSION)
    ResponseEntity<OrderView> get(@PathVariable String orderId, @QueryString MomentQuery query, ReadRequest read) {
        return query.answer(
                read, () -> orders.get(orderId, read), moment -> orders.at(orderId, moment, read), OrderView::version);
    }

    @GetMapping("/{orderId}/diff")
    @Operation(
            operationId = "diffOrder",
            summary = "What differs between two moments of an order",
            description = "In words, and as a JSON Patch (RFC 6902). Moments are versions or instants")
    ResponseEntity<Diff> diff(@PathVariable String orderId, @QueryString DiffQuery query, ReadRequest read) {
        return differences.between(query, moment -> orders.at(orderId, moment, read), OrderView::version);
    }

    @GetMapping("/by-number/{number}")
    @Operation(operationId = "getOrderByNumber", summary = "Read an order by its number")
    @Sends(ETAG)
    ResponseEntity<OrderView> byNumber(@PathVariable String number, ReadRequest read) {
        OrderView order = orders.byNumber(valid(number), read);
        return read.answer(order.version(), order);
    }

    @PostMapping(path = "/lookup", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "lookUpOrders",
            summary = "Read the orders that have these references in a channel; nothing is written",
            description = "The orders that exist, in no order. An order that was placed a moment ago may be missing.")
    ResponseEntity<FoundOrders> lookUp(@RequestBody References body, ReadRequest read) {
        OrdersFound found = dispatch.ask(body.toContract(), read.context(), OrdersFound.class);
        return ResponseEntity.ok(new FoundOrders(found.orders()));
    }

    @PostMapping(path = "/search", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "searchOrders",
            summary = "List orders by filters in the body, page by page; nothing is written",
            description = "As the list of orders, for what should be in no address, such as the name of a person")
    ResponseEntity<OrderList> search(@RequestBody SearchRequest body, ReadRequest read) {
        OrderPage page = dispatch.ask(body.toContract(), read.context(), OrderPage.class);
        return ResponseEntity.ok(OrderList.of(page, body.page().size()));
    }

    @GetMapping("/{orderId}/history")
    @Operation(
            operationId = "getOrderHistory",
            summary = "Who changed the order, when and why: every event, page by page")
    @Sends({ETAG, LINK})
    ResponseEntity<HistoryList> history(
            @PathVariable String orderId, @QueryString PageQuery query, ReadRequest read, HttpServletRequest request) {
        PageQuery page = query.checked();
        HistoryList list = HistoryList.of(orders.history(orderId, page, read), page.size());
        ResponseEntity<HistoryList> answer = read.answer(list.version(), list);
        return ResponseEntity.status(answer.getStatusCode())
                .headers(answer.getHeaders())
                .header(HttpHeaders.LINK, list.page().links(request))
                .body(answer.getBody());
    }

    /** Does not look up an invalid number: no database accepts a NUL, for example. */
    private static String valid(String number) {
        if (!number.matches("[0-9]{4}-[0-9]{6,15}")) {
            throw new Refused(new OrderNotFound(number));
        }
        return number;
    }
}
