package io.ordertrail.app.explanation;

import static io.ordertrail.app.http.openapi.Sends.Header.ETAG;

import io.ordertrail.api.account.AccountQuery.ExplainAccount;
import io.ordertrail.api.explanation.Explanation;
import io.ordertrail.api.order.view.OrderQuery.ExplainOrder;
import io.ordertrail.api.stock.StockQuery.ExplainStock;
import io.ordertrail.app.http.exchange.ReadRequest;
import io.ordertrail.app.http.input.QueryString;
import io.ordertrail.app.http.openapi.Sends;
import io.ordertrail.app.order.OrderPaths;
import io.ordertrail.app.order.Orders;
import io.ordertrail.axon.message.Dispatch;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells of an order, a stock item and an account which events made their figures. */
@RestController
@RequestMapping(path = OrderPaths.API, produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Explanations")
class ExplanationEndpoints {

    private static final String HOW =
            "Event by event, to the cent and the unit: what was carried and all changes add up"
                    + " to the value. The latest 100 changes of each are listed";

    private final Dispatch dispatch;

    ExplanationEndpoints(Dispatch dispatch) {
        this.dispatch = dispatch;
    }

    @GetMapping("/orders/{orderId}/explain")
    @Operation(
            operationId = "explainOrder",
            summary = "Why each amount and quantity of an order is what it is",
            description = HOW)
    @Sends(ETAG)
    ResponseEntity<Explanation> order(
            @PathVariable String orderId, @QueryString ExplanationQuery query, ReadRequest read) {
        return answer(new ExplainOrder(Orders.valid(orderId), query.of()), read);
    }

    @GetMapping("/stock/{sku}/explain")
    @Operation(
            operationId = "explainStock",
            summary = "Why each quantity of a stock item is what it is",
            description = HOW)
    @Sends(ETAG)
    ResponseEntity<Explanation> stock(@PathVariable String sku, @QueryString ExplanationQuery query, ReadRequest read) {
        return answer(new ExplainStock(sku, query.of()), read);
    }

    @GetMapping("/accounts/{accountId}/explain")
    @Operation(
            operationId = "explainAccount",
            summary = "Why each amount of an account is what it is",
            description = HOW)
    @Sends(ETAG)
    ResponseEntity<Explanation> account(
            @PathVariable String accountId, @QueryString ExplanationQuery query, ReadRequest read) {
        return answer(new ExplainAccount(accountId, query.of()), read);
    }

    private ResponseEntity<Explanation> answer(Object query, ReadRequest read) {
        Explanation explanation = dispatch.ask(query, read.context(), Explanation.class);
        return read.answer(explanation.version(), explanation);
    }
}
