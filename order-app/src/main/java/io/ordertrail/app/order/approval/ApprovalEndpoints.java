package io.ordertrail.app.order.approval;

import static io.ordertrail.app.http.openapi.Sends.Header.ETAG;

import io.ordertrail.api.order.OrderApprovalCommand.DenyApproval;
import io.ordertrail.api.order.OrderApprovalCommand.GiveApproval;
import io.ordertrail.api.order.view.OrderView;
import io.ordertrail.app.http.exchange.WriteRequest;
import io.ordertrail.app.http.openapi.Sends;
import io.ordertrail.app.order.OrderPaths;
import io.ordertrail.app.order.Orders;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is about more money than one person may decide on is approved, or not, by a second one. */
@RestController
@RequestMapping(
        path = OrderPaths.ORDERS + "/{orderId}/approvals/{approval}",
        produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Orders")
class ApprovalEndpoints {

    private final Orders orders;

    ApprovalEndpoints(Orders orders) {
        this.orders = orders;
    }

    @PostMapping("/approval")
    @Operation(
            operationId = "giveApproval",
            summary = "Approve what somebody else has asked for; it is done at once",
            description = "What waits stands in approvals of the order. A waiver and a debt that is given up need the"
                    + " role SUPERVISOR.")
    @Sends(ETAG)
    ResponseEntity<OrderView> give(@PathVariable String orderId, @PathVariable int approval, WriteRequest write) {
        return orders.change(new GiveApproval(orderId, approval), write).ok();
    }

    @PostMapping(path = "/denial", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "denyApproval", summary = "Do not approve what was asked for, or take it back")
    @Sends(ETAG)
    ResponseEntity<OrderView> deny(
            @PathVariable String orderId, @PathVariable int approval, @RequestBody Denial body, WriteRequest write) {
        return orders.change(new DenyApproval(orderId, approval, body.reason()), write)
                .ok();
    }
}
