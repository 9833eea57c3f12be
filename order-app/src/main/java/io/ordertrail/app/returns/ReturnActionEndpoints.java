package io.ordertrail.app.returns;

import static io.ordertrail.app.http.openapi.Sends.Header.ETAG;

import io.ordertrail.api.returns.ReturnCommand.ApproveReturn;
import io.ordertrail.api.returns.ReturnCommand.CloseReturn;
import io.ordertrail.api.returns.ReturnCommand.InspectReturn;
import io.ordertrail.api.returns.ReturnCommand.ReceiveReturn;
import io.ordertrail.api.returns.ReturnCommand.RejectReturn;
import io.ordertrail.api.returns.ReturnCommand.RetryRefund;
import io.ordertrail.api.returns.ReturnView;
import io.ordertrail.app.http.exchange.ChangeAnswer;
import io.ordertrail.app.http.exchange.WriteRequest;
import io.ordertrail.app.http.openapi.Answers;
import io.ordertrail.app.http.openapi.Sends;
import io.ordertrail.app.order.OrderPaths;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How a return goes on. The return decides; as a rule its order has heard of it by the answer. */
@RestController
@RequestMapping(path = ReturnActionEndpoints.RETURNS + "/{returnId}", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Returns")
class ReturnActionEndpoints {

    static final String RETURNS = OrderPaths.API + "/returns";

    private static final String ORDER_HEARS = "202: it is decided, and its order has yet to hear of it";
    private static final String JSON = MediaType.APPLICATION_JSON_VALUE;

    private final Returns returns;

    ReturnActionEndpoints(Returns returns) {
        this.returns = returns;
    }

    @PostMapping(path = "/approval", consumes = JSON)
    @Operation(operationId = "approveReturn", summary = "Approve a return", description = ORDER_HEARS)
    @Answers({HttpStatus.OK, HttpStatus.ACCEPTED})
    ResponseEntity<ReturnView> approve(
            @PathVariable String returnId,
            @RequestBody(required = false) ReturnRequests.@Nullable ReturnApproval body,
            WriteRequest write) {
        ReturnRequests.ReturnApproval approval = Objects.requireNonNullElse(body, ReturnRequests.ReturnApproval.NOW);
        return heard(returns.change(new ApproveReturn(returnId, approval.note(), approval.at()), write), write);
    }

    @PostMapping(path = "/rejection", consumes = JSON)
    @Operation(operationId = "rejectReturn", summary = "Reject a return", description = ORDER_HEARS)
    @Answers({HttpStatus.OK, HttpStatus.ACCEPTED})
    ResponseEntity<ReturnView> reject(
            @PathVariable String returnId, @RequestBody ReturnRequests.ReturnRejection body, WriteRequest write) {
        return heard(returns.change(new RejectReturn(returnId, body.reason(), body.at()), write), write);
    }

    @PostMapping(path = "/receipt", consumes = JSON)
    @Operation(operationId = "receiveReturn", summary = "Record that goods came back")
    @Sends(ETAG)
    ResponseEntity<ReturnView> receive(
            @PathVariable String returnId,
            @RequestBody(required = false) ReturnRequests.@Nullable GoodsReceipt body,
            WriteRequest write) {
        ReturnRequests.GoodsReceipt receipt = Objects.requireNonNullElse(body, ReturnRequests.GoodsReceipt.ALL_NOW);
        return returns.change(new ReceiveReturn(returnId, receipt.toContract(), receipt.at()), write)
                .ok();
    }

    @PostMapping(path = "/inspection", consumes = JSON)
    @Operation(
            operationId = "inspectReturn",
            summary = "Record the inspection; the service then restocks the goods and refunds the money",
            description = "Paid shipping is refunded as far as the request says and the order has not refunded it"
                    + " before; a deduction is what the shop keeps of the worth of the goods.")
    @Sends(ETAG)
    ResponseEntity<ReturnView> inspect(
            @PathVariable String returnId, @RequestBody Inspection body, WriteRequest write) {
        InspectReturn command = body.toContract(returnId, () -> returns.order(returnId, write));
        return returns.change(command, write).ok();
    }

    @PostMapping(path = "/refund", consumes = JSON)
    @Operation(
            operationId = "retryRefund",
            summary = "Retry the refunds that failed",
            description = "Without an account it also says that a person has paid back the money that came by hand")
    @Sends(ETAG)
    ResponseEntity<ReturnView> refund(
            @PathVariable String returnId,
            @RequestBody(required = false) ReturnRequests.@Nullable RefundRetry body,
            WriteRequest write) {
        ReturnRequests.RefundRetry retry = Objects.requireNonNullElse(body, ReturnRequests.RefundRetry.NOW);
        return returns.change(new RetryRefund(returnId, retry.creditAccountId(), retry.at()), write)
                .ok();
    }

    @PostMapping("/closure")
    @Operation(
            operationId = "closeReturn",
            summary =
                    "Close a return that was settled in another way; with a refund still due it needs the role SUPERVISOR")
    @Sends(ETAG)
    ResponseEntity<ReturnView> close(@PathVariable String returnId, WriteRequest write) {
        return returns.change(new CloseReturn(returnId), write).ok();
    }

    private ResponseEntity<ReturnView> heard(ChangeAnswer<ReturnView> decided, WriteRequest write) {
        return returns.isDecisionHeard(decided.body(), write)
                ? decided.ok()
                : decided.accepted(RETURNS + "/" + decided.body().id());
    }
}
