package io.ordertrail.app.order.editing;

import static io.ordertrail.app.http.openapi.Sends.Header.ETAG;
import static io.ordertrail.app.http.openapi.Sends.Header.LOCATION;

import io.ordertrail.api.order.OrderCourseCommand.ApplyEdit;
import io.ordertrail.api.order.OrderCourseCommand.ProposeEdit;
import io.ordertrail.api.order.OrderId;
import io.ordertrail.api.order.value.EditedLine;
import io.ordertrail.api.order.value.ShippingRequest;
import io.ordertrail.api.order.view.OrderView;
import io.ordertrail.app.http.exchange.ChangeAnswer;
import io.ordertrail.app.http.exchange.VersionRequired;
import io.ordertrail.app.http.exchange.WriteRequest;
import io.ordertrail.app.http.input.MoneyMapper;
import io.ordertrail.app.http.openapi.Sends;
import io.ordertrail.app.order.OrderPaths;
import io.ordertrail.app.order.Orders;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Edits of an order: proposed and shown, then made. */
@RestController
@RequestMapping(
        path = OrderPaths.ORDERS + "/{orderId}/edits",
        consumes = MediaType.APPLICATION_JSON_VALUE,
        produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Orders")
class EditEndpoints {

    private final Orders orders;

    EditEndpoints(Orders orders) {
        this.orders = orders;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            operationId = "proposeEdit",
            summary = "Propose an edit of the order; nothing changes yet",
            description =
                    "The Location is the address of the order, which shows the edit until it is made or the order changes.")
    @Sends({ETAG, LOCATION})
    @VersionRequired
    ResponseEntity<EditPreview> propose(
            @PathVariable String orderId, @RequestBody EditRequest body, WriteRequest write) {
        MoneyMapper meaning = new MoneyMapper();
        List<EditedLine> lines = body.toContract(meaning);
        ShippingRequest shipping = body.shippingMeant(meaning);
        meaning.orRefuse();
        String editId = OrderId.edit(Orders.valid(orderId), write.seed());
        ChangeAnswer<OrderView> proposed =
                orders.change(new ProposeEdit(orderId, editId, lines, shipping, body.reason(), body.at()), write);
        return new ChangeAnswer<>(EditPreview.of(proposed.body(), editId), proposed.version(), proposed.replayed())
                .created(OrderPaths.of(orderId));
    }

    @PostMapping("/{editId}/confirmation")
    @Operation(operationId = "confirmEdit", summary = "Make a proposed edit")
    @Sends(ETAG)
    @VersionRequired
    ResponseEntity<OrderView> confirm(
            @PathVariable String orderId,
            @PathVariable String editId,
            @RequestBody(required = false) OrderChangeRequests.@Nullable EditConfirmation body,
            WriteRequest write) {
        return orders.change(new ApplyEdit(orderId, editId, body == null ? null : body.at()), write)
                .ok();
    }
}
