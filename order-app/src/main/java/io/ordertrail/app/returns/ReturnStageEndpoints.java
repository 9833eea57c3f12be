package io.ordertrail.app.returns;

import static io.ordertrail.app.http.Sends.Header.ETAG;

import io.ordertrail.api.order.ReturnStage;
import io.ordertrail.api.returns.ReturnCommand.ApproveReturn;
import io.ordertrail.api.returns.ReturnCommand.CloseReturn;
import io.ordertrail.api.returns.ReturnCommand.InspectReturn;
import io.ordertrail.api.returns.ReturnCommand.ReceiveReturn;
import io.ordertrail.api.returns.ReturnCommand.RejectReturn;
import io.ordertrail.api.returns.ReturnCommand.RetryRefund;
import io.ordertrail.api.returns.ReturnView;
import io.ordertrail.app.http.Change;
import io.ordertrail.app.http.ChangeAnswer;
import io.ordertrail.app.http.Sends;
import io.ordertrail.app.order.OrderPaths;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How a return goes on. The return decides; its order hears of what it decides at once, of what came in a moment. */
@RestController
@RequestMapping(path = OrderPaths.API + "/returns/{returnId}", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Returns")
class ReturnStageEndpoints {

    private static final String JSON = MediaType.APPLICATION_JSON_VALUE;

    private final Returns returns;

    ReturnStageEndpoints(Returns returns) {
        this.returns = returns;
    }

    @PostMapping(path = "/approval", consumes = JSON)
    @Operation(operationId = "approveReturn", summary = "Let the goods come back")
    @Sends(ETAG)
    ResponseEntity<ReturnView> approve(
            @PathVariable String returnId,
            @RequestBody(required = false) Returning.@Nullable ReturnApproval body,
            Change change) {
        Returning.ReturnApproval approval = Objects.requireNonNullElse(body, Returning.ReturnApproval.NOW);
        ChangeAnswer<ReturnView> approved =
                returns.change(new ApproveReturn(returnId, approval.note(), approval.at()), change);
        returns.tell(approved.body(), "approved", ReturnStage.APPROVED, List.of(), change);
        return approved.ok();
    }

    @PostMapping(path = "/rejection", consumes = JSON)
    @Operation(operationId = "rejectReturn", summary = "Refuse to take the goods back")
    @Sends(ETAG)
    ResponseEntity<ReturnView> reject(
            @PathVariable String returnId, @RequestBody Returning.ReturnRejection body, Change change) {
        ChangeAnswer<ReturnView> rejected =
                returns.change(new RejectReturn(returnId, body.reason(), body.at()), change);
        returns.tell(rejected.body(), "rejected", ReturnStage.REJECTED, List.of(), change);
        return rejected.ok();
    }

    @PostMapping(path = "/receipt", consumes = JSON)
    @Operation(operationId = "receiveReturn", summary = "Record that goods came back")
    @Sends(ETAG)
    ResponseEntity<ReturnView> receive(
            @PathVariable String returnId,
            @RequestBody(required = false) Returning.@Nullable GoodsReceipt body,
            Change change) {
        Returning.GoodsReceipt receipt = Objects.requireNonNullElse(body, Returning.GoodsReceipt.ALL_NOW);
        return returns.change(new ReceiveReturn(returnId, receipt.meant(), receipt.at()), change)
                .ok();
    }

    @PostMapping(path = "/inspection", consumes = JSON)
    @Operation(
            operationId = "inspectReturn",
            summary = "Record what was found; goods and money then go back by themselves")
    @Sends(ETAG)
    ResponseEntity<ReturnView> inspect(
            @PathVariable String returnId, @RequestBody Returning.Inspection body, Change change) {
        return returns.change(new InspectReturn(returnId, body.meant(), body.at()), change)
                .ok();
    }

    @PostMapping(path = "/refund", consumes = JSON)
    @Operation(
            operationId = "retryRefund",
            summary = "Try once more to give the money back where that failed",
            description = "Without an account it also says that a person has given back what came another way")
    @Sends(ETAG)
    ResponseEntity<ReturnView> refund(
            @PathVariable String returnId,
            @RequestBody(required = false) Returning.@Nullable RefundRetry body,
            Change change) {
        Returning.RefundRetry retry = Objects.requireNonNullElse(body, Returning.RefundRetry.NOW);
        return returns.retry(new RetryRefund(returnId, retry.creditAccountId(), retry.at()), change)
                .ok();
    }

    @PostMapping("/closure")
    @Operation(
            operationId = "closeReturn",
            summary = "Close a return that was settled otherwise; with money still due it needs the role SUPERVISOR")
    @Sends(ETAG)
    ResponseEntity<ReturnView> close(@PathVariable String returnId, Change change) {
        return returns.change(new CloseReturn(returnId), change).ok();
    }
}
