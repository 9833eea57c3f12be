package io.ordertrail.app.order.editing;

import static io.ordertrail.app.http.openapi.Sends.Header.ETAG;

import io.ordertrail.api.message.FaultCode;
import io.ordertrail.api.order.OrderMoneyCommand.RetryAsk;
import io.ordertrail.api.order.OrderMoneyCommand.SettleDebt;
import io.ordertrail.api.order.view.OrderView;
import io.ordertrail.app.http.exchange.WriteRequest;
import io.ordertrail.app.http.input.MoneyMapper;
import io.ordertrail.app.http.openapi.Sends;
import io.ordertrail.app.http.problem.Problem.Fault;
import io.ordertrail.app.http.problem.Rejected;
import io.ordertrail.app.order.OrderPaths;
import io.ordertrail.app.order.Orders;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.joda.money.Money;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is stuck: staff settles it, or retries it. */
@RestController
@RequestMapping(path = OrderPaths.ORDERS + "/{orderId}", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Orders")
class StuckEndpoints {

    private final Orders orders;

    StuckEndpoints(Orders orders) {
        this.orders = orders;
    }

    @PostMapping(path = "/debts/{debtId}/settlement", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "settleDebt",
            summary = "Settle a debt that could not be settled in the planned way",
            description = "The payment is not asked for it any more. WRITTEN_OFF needs the role SUPERVISOR")
    @Sends(ETAG)
    ResponseEntity<OrderView> settle(
            @PathVariable String orderId,
            @PathVariable String debtId,
            @RequestBody OrderChangeRequests.Settlement body,
            WriteRequest write) {
        MoneyMapper meaning = new MoneyMapper();
        Money amount = body.amount() == null ? null : meaning.money(body.amount(), "/amount");
        meaning.orRefuse();
        SettleDebt command =
                new SettleDebt(orderId, debtId, body.how(), amount, body.accountId(), body.reference(), body.reason());
        return orders.change(command, write).ok();
    }

    @PostMapping("/asks/{subject}/{ask}/retry")
    @Operation(
            operationId = "retryAsk",
            summary = "Ask a payment or stock again after a refusal",
            description = "Changes nothing if the order has asked something newer, or no longer wants it")
    @Sends(ETAG)
    ResponseEntity<OrderView> retry(
            @PathVariable String orderId, @PathVariable String subject, @PathVariable String ask, WriteRequest write) {
        if (!ask.matches("[0-9]{1,9}")) {
            throw Rejected.malformed(List.of(
                    Fault.parameter("ask", FaultCode.MALFORMED_PARAMETER, "The number of an ask is a whole number.")));
        }
        return orders.change(new RetryAsk(orderId, subject, Integer.parseInt(ask)), write)
                .ok();
    }
}
