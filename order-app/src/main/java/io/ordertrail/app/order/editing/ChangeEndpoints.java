package io.ordertrail.app.order.editing;

import static io.ordertrail.app.http.openapi.Sends.Header.ETAG;
import static io.ordertrail.app.http.openapi.Sends.Header.LOCATION;

import io.ordertrail.api.message.FaultCode;
import io.ordertrail.api.order.OrderCommand;
import io.ordertrail.api.order.OrderCourseCommand.AddNote;
import io.ordertrail.api.order.OrderCourseCommand.CancelLines;
import io.ordertrail.api.order.OrderCourseCommand.CancelOrder;
import io.ordertrail.api.order.OrderCourseCommand.ChangeAddress;
import io.ordertrail.api.order.OrderCourseCommand.HoldOrder;
import io.ordertrail.api.order.OrderCourseCommand.ReleaseOrder;
import io.ordertrail.api.order.OrderCourseCommand.ResolveProblem;
import io.ordertrail.api.order.OrderMoneyCommand.WaivePayment;
import io.ordertrail.api.order.value.CancellationReason;
import io.ordertrail.api.order.value.LineQuantity;
import io.ordertrail.api.order.value.NoteVisibility;
import io.ordertrail.api.order.view.OrderView;
import io.ordertrail.app.http.exchange.WriteRequest;
import io.ordertrail.app.http.input.MoneyMapper;
import io.ordertrail.app.http.openapi.Sends;
import io.ordertrail.app.order.OrderPaths;
import io.ordertrail.app.order.Orders;
import io.ordertrail.app.order.placing.PlaceOrder;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Objects;
import java.util.Set;
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

@RestController
@RequestMapping(
        path = OrderPaths.ORDERS + "/{orderId}",
        consumes = MediaType.APPLICATION_JSON_VALUE,
        produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Orders")
class ChangeEndpoints {

    private static final Set<CancellationReason> THE_SERVICES_OWN =
            Set.of(CancellationReason.OUT_OF_STOCK, CancellationReason.EXPIRED, CancellationReason.LOST);

    private final Orders orders;

    ChangeEndpoints(Orders orders) {
        this.orders = orders;
    }

    @PostMapping("/cancellation")
    @Operation(operationId = "cancelOrder", summary = "Cancel the order, or some units of it")
    @Sends(ETAG)
    ResponseEntity<OrderView> cancel(
            @PathVariable String orderId, @RequestBody OrderChangeRequests.Cancellation body, WriteRequest write) {
        if (THE_SERVICES_OWN.contains(body.reason())) {
            MoneyMapper meaning = new MoneyMapper();
            meaning.fault(
                    "/reason",
                    FaultCode.RESERVED_REASON,
                    "Only the service itself gives the reason " + body.reason() + ".");
            meaning.orRefuse();
        }
        return orders.change(cancellation(orderId, body), write).ok();
    }

    @PostMapping("/hold")
    @Operation(operationId = "holdOrder", summary = "Put the order on hold: nothing is shipped until it is released")
    @Sends(ETAG)
    ResponseEntity<OrderView> hold(
            @PathVariable String orderId, @RequestBody OrderChangeRequests.Hold body, WriteRequest write) {
        return orders.change(new HoldOrder(orderId, body.reason(), body.note(), body.at()), write)
                .ok();
    }

    @PostMapping("/release")
    @Operation(operationId = "releaseOrder", summary = "Release an order that is on hold")
    @Sends(ETAG)
    ResponseEntity<OrderView> release(
            @PathVariable String orderId,
            @RequestBody(required = false) OrderChangeRequests.@Nullable Release body,
            WriteRequest write) {
        ReleaseOrder command = body == null
                ? new ReleaseOrder(orderId, null, null)
                : new ReleaseOrder(orderId, body.note(), body.at());
        return orders.change(command, write).ok();
    }

    @PostMapping("/notes")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "addNote", summary = "Add a note to the order's history")
    @Sends({ETAG, LOCATION})
    ResponseEntity<OrderView> note(
            @PathVariable String orderId, @RequestBody OrderChangeRequests.Note body, WriteRequest write) {
        NoteVisibility visibility = Objects.requireNonNullElse(body.visibility(), NoteVisibility.INTERNAL);
        return orders.change(new AddNote(orderId, body.text(), visibility, body.at()), write)
                .created(OrderPaths.of(orderId));
    }

    @PostMapping("/payment-waiver")
    @Operation(operationId = "waivePayment", summary = "Let the goods leave unpaid; needs the role SUPERVISOR")
    @Sends(ETAG)
    ResponseEntity<OrderView> waive(
            @PathVariable String orderId, @RequestBody OrderChangeRequests.PaymentWaiver body, WriteRequest write) {
        return orders.change(new WaivePayment(orderId, body.reason(), body.at()), write)
                .ok();
    }

    @PostMapping("/problems/{problemId}/resolution")
    @Operation(operationId = "resolveProblem", summary = "Resolve a problem")
    @Sends(ETAG)
    ResponseEntity<OrderView> resolve(
            @PathVariable String orderId,
            @PathVariable String problemId,
            @RequestBody(required = false) OrderChangeRequests.@Nullable Resolution body,
            WriteRequest write) {
        return orders.change(new ResolveProblem(orderId, problemId, body == null ? null : body.note()), write)
                .ok();
    }

    @PostMapping("/address")
    @Operation(
            operationId = "changeAddress",
            summary = "Set or correct the addresses of the goods and the bill, until goods have left")
    @Sends(ETAG)
    ResponseEntity<OrderView> readdress(
            @PathVariable String orderId, @RequestBody OrderChangeRequests.AddressChange body, WriteRequest write) {
        if (body.shippingAddress() == null && body.billingAddress() == null) {
            MoneyMapper meaning = new MoneyMapper();
            meaning.fault("", FaultCode.REQUIRED, "One of shippingAddress and billingAddress must be given.");
            meaning.orRefuse();
        }
        return orders.change(
                        new ChangeAddress(
                                orderId,
                                PlaceOrder.toContract(body.shippingAddress()),
                                PlaceOrder.toContract(body.billingAddress())),
                        write)
                .ok();
    }

    private static OrderCommand cancellation(String orderId, OrderChangeRequests.Cancellation body) {
        if (body.lines() == null) {
            return new CancelOrder(orderId, body.reason(), body.note(), body.at());
        }
        List<LineQuantity> lines =
                body.lines().stream().map(OrderChangeRequests.Units::toContract).toList();
        return new CancelLines(orderId, lines, body.reason(), body.note(), body.at());
    }
}
