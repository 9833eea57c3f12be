package io.ordertrail.app.returns;

import static io.ordertrail.app.http.openapi.Sends.Header.ETAG_OF_VERSION;
import static io.ordertrail.app.http.openapi.Sends.Header.LINK;

import io.ordertrail.api.order.OrderGoodsCommand.RequestReturn;
import io.ordertrail.api.order.OrderId;
import io.ordertrail.api.order.view.OrderReturnView;
import io.ordertrail.api.order.view.OrderView;
import io.ordertrail.api.returns.ReturnPage;
import io.ordertrail.api.returns.ReturnQuery.GetReturns;
import io.ordertrail.api.returns.ReturnQuery.ListReturns;
import io.ordertrail.api.returns.ReturnView;
import io.ordertrail.app.http.exchange.ChangeAnswer;
import io.ordertrail.app.http.exchange.ReadRequest;
import io.ordertrail.app.http.exchange.WriteRequest;
import io.ordertrail.app.http.input.IdPage;
import io.ordertrail.app.http.input.PageQuery;
import io.ordertrail.app.http.input.QueryString;
import io.ordertrail.app.http.openapi.Answers;
import io.ordertrail.app.http.openapi.OfVersion;
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
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Returns are asked of their order, and read. */
@RestController
@RequestMapping(path = OrderPaths.API, produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Returns")
class ReturnEndpoints {

    private static final String OF_ORDER = "/orders/{orderId}/returns";
    private static final String RETURNS = "/returns";

    private final Orders orders;
    private final Returns returns;
    private final Dispatch dispatch;
    private final Differences differences;

    ReturnEndpoints(Orders orders, Returns returns, Dispatch dispatch, Differences differences) {
        this.differences = differences;
        this.orders = orders;
        this.returns = returns;
        this.dispatch = dispatch;
    }

    @PostMapping(path = OF_ORDER, consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "requestReturn",
            summary = "Request a return",
            description =
                    "202: the order has admitted the return, which can be decided in a moment; until then the answer shows what the order"
                            + " knows of it")
    @Answers({HttpStatus.CREATED, HttpStatus.ACCEPTED})
    ResponseEntity<ReturnView> request(
            @PathVariable String orderId, @RequestBody ReturnRequests.ReturnRequest body, WriteRequest write) {
        String returnId = OrderId.returned(Orders.valid(orderId), write.seed());
        RequestReturn command = new RequestReturn(
                orderId,
                returnId,
                body.toContract(),
                body.reason(),
                body.override(),
                body.creditAccountId(),
                body.exchangeOrderId(),
                body.at());
        ChangeAnswer<OrderView> admitted = orders.change(command, write);
        String path = OrderPaths.API + RETURNS + "/" + returnId;
        return returns.opened(returnId, write)
                .map(view -> new ChangeAnswer<>(view, view.version(), admitted.replayed()).created(path))
                .orElseGet(
                        () -> new ChangeAnswer<>(AdmittedReturn.of(admitted.body(), returnId), 0, admitted.replayed())
                                .accepted(path));
    }

    @GetMapping(OF_ORDER)
    @Operation(operationId = "listReturnsOfOrder", summary = "List the returns of an order, the oldest first")
    @Sends(LINK)
    @OfVersion
    ResponseEntity<ReturnList> ofOrder(
            @PathVariable String orderId, @QueryString PageQuery query, ReadRequest read, HttpServletRequest request) {
        // By their ids, which the order itself knows before any view does.
        IdPage page = IdPage.of(
                orders.stored(orderId, read).returns().stream()
                        .map(OrderReturnView::id)
                        .toList(),
                query);
        ReturnPage found = dispatch.ask(new GetReturns(page.ids()), read.context(), ReturnPage.class);
        return answer(new ReturnList(found.items(), page.cursors()), request);
    }

    @GetMapping(RETURNS)
    @Operation(operationId = "listReturns", summary = "List returns, the oldest first")
    @Sends(LINK)
    ResponseEntity<ReturnList> list(@QueryString ReturnsQuery query, ReadRequest read, HttpServletRequest request) {
        PageQuery page = query.page().checked();
        ReturnPage found = dispatch.ask(
                new ListReturns(null, query.status(), page.size(), page.after()), read.context(), ReturnPage.class);
        return answer(ReturnList.of(found, page.size()), request);
    }

    @GetMapping(RETURNS + "/{returnId}")
    @Operation(operationId = "getReturn", summary = "Read a return")
    @Sends(ETAG_OF_VERSION)
    ResponseEntity<ReturnView> get(@PathVariable String returnId, @QueryString MomentQuery query, ReadRequest read) {
        return query.answer(
                read,
                () -> returns.get(returnId, read),
                moment -> returns.at(returnId, moment, read),
                ReturnView::version);
    }

    @GetMapping(RETURNS + "/{returnId}/diff")
    @Operation(
            operationId = "diffReturn",
            summary = "What differs between two moments of a return",
            description = "In words, and as a JSON Patch (RFC 6902). Moments are versions or instants")
    ResponseEntity<Diff> diff(@PathVariable String returnId, @QueryString DiffQuery query, ReadRequest read) {
        return differences.between(query, moment -> returns.at(returnId, moment, read), ReturnView::version);
    }

    private static ResponseEntity<ReturnList> answer(ReturnList list, HttpServletRequest request) {
        return ResponseEntity.ok()
                .header(HttpHeaders.LINK, list.page().links(request))
                .body(list);
    }
}
