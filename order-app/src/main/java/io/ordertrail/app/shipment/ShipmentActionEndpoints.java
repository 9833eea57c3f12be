package io.ordertrail.app.shipment;

import static io.ordertrail.app.http.openapi.Sends.Header.ETAG;

import io.ordertrail.api.order.OrderGoodsCommand.ResolveShipment;
import io.ordertrail.api.order.status.OrderShipmentStatus;
import io.ordertrail.api.order.view.OrderView;
import io.ordertrail.api.shipment.ShipmentCommand.CancelShipment;
import io.ordertrail.api.shipment.ShipmentCommand.DeliverShipment;
import io.ordertrail.api.shipment.ShipmentCommand.DispatchShipment;
import io.ordertrail.api.shipment.ShipmentCommand.PackShipment;
import io.ordertrail.api.shipment.ShipmentCommand.RecordFailedAttempt;
import io.ordertrail.api.shipment.ShipmentCommand.RecordReturnedToSender;
import io.ordertrail.api.shipment.ShipmentCommand.ReportLost;
import io.ordertrail.api.shipment.ShipmentCommand.UpdateTracking;
import io.ordertrail.api.shipment.ShipmentView;
import io.ordertrail.app.http.exchange.ChangeAnswer;
import io.ordertrail.app.http.exchange.WriteRequest;
import io.ordertrail.app.http.openapi.Answers;
import io.ordertrail.app.http.openapi.Sends;
import io.ordertrail.app.order.OrderPaths;
import io.ordertrail.app.order.Orders;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Staff reports on a parcel, and the shipment decides. Its order usually hears of it before the answer. */
@RestController
@RequestMapping(
        path = ShipmentActionEndpoints.SHIPMENTS + "/{shipmentId}",
        consumes = MediaType.APPLICATION_JSON_VALUE,
        produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Shipments")
class ShipmentActionEndpoints {

    static final String SHIPMENTS = OrderPaths.API + "/shipments";

    private static final String ORDER_HEARS = "202: it is recorded, and its order has yet to hear of it";

    private final Shipments shipments;
    private final Orders orders;

    ShipmentActionEndpoints(Shipments shipments, Orders orders) {
        this.shipments = shipments;
        this.orders = orders;
    }

    @PostMapping("/packing")
    @Operation(operationId = "packShipment", summary = "Record that a shipment is packed")
    @Sends(ETAG)
    ResponseEntity<ShipmentView> pack(
            @PathVariable String shipmentId,
            @RequestBody(required = false) ShipmentRequests.@Nullable Packing body,
            WriteRequest write) {
        ShipmentRequests.Packing packing = Objects.requireNonNullElse(body, ShipmentRequests.Packing.NOW);
        return shipments
                .change(new PackShipment(shipmentId, packing.at()), write)
                .ok();
    }

    @PostMapping("/dispatch")
    @Operation(
            operationId = "dispatchShipment",
            summary = "Record that a shipment left the house",
            description = ORDER_HEARS)
    @Answers({HttpStatus.OK, HttpStatus.ACCEPTED})
    ResponseEntity<ShipmentView> depart(
            @PathVariable String shipmentId,
            @RequestBody(required = false) ShipmentRequests.@Nullable Departure body,
            WriteRequest write) {
        ShipmentRequests.Departure departure =
                Objects.requireNonNullElse(body, ShipmentRequests.Departure.UNTRACKED_NOW);
        ChangeAnswer<ShipmentView> left = shipments.change(
                new DispatchShipment(shipmentId, departure.carrier(), departure.trackingNumber(), departure.at()),
                write);
        return heard(left, status -> status != OrderShipmentStatus.APPROVED, write);
    }

    @PostMapping("/tracking")
    @Operation(operationId = "trackShipment", summary = "Record news of the carrier about a shipment under way")
    @Sends(ETAG)
    ResponseEntity<ShipmentView> track(
            @PathVariable String shipmentId, @RequestBody ShipmentRequests.Tracking body, WriteRequest write) {
        return shipments
                .change(new UpdateTracking(shipmentId, body.status(), body.location(), body.at()), write)
                .ok();
    }

    @PostMapping("/failed-attempts")
    @Operation(operationId = "recordFailedAttempt", summary = "Record that a shipment could not be delivered")
    @Sends(ETAG)
    ResponseEntity<ShipmentView> fail(
            @PathVariable String shipmentId, @RequestBody ShipmentRequests.FailedDelivery body, WriteRequest write) {
        return shipments
                .change(new RecordFailedAttempt(shipmentId, body.reason(), body.at()), write)
                .ok();
    }

    @PostMapping("/delivery")
    @Operation(
            operationId = "deliverShipment",
            summary = "Record that a shipment reached the customer",
            description = ORDER_HEARS)
    @Answers({HttpStatus.OK, HttpStatus.ACCEPTED})
    ResponseEntity<ShipmentView> arrive(
            @PathVariable String shipmentId,
            @RequestBody(required = false) ShipmentRequests.@Nullable Arrival body,
            WriteRequest write) {
        ShipmentRequests.Arrival arrival = Objects.requireNonNullElse(body, ShipmentRequests.Arrival.NOW);
        ChangeAnswer<ShipmentView> there = shipments.change(new DeliverShipment(shipmentId, arrival.at()), write);
        return heard(there, OrderShipmentStatus.DELIVERED::equals, write);
    }

    @PostMapping("/loss")
    @Operation(operationId = "reportLost", summary = "Report that a shipment was lost on its way")
    @Sends(ETAG)
    ResponseEntity<ShipmentView> lose(
            @PathVariable String shipmentId,
            @RequestBody(required = false) ShipmentRequests.@Nullable Loss body,
            WriteRequest write) {
        ShipmentRequests.Loss loss = Objects.requireNonNullElse(body, ShipmentRequests.Loss.NOW);
        return shipments
                .tell(new ReportLost(shipmentId, loss.note(), loss.at()), write)
                .ok();
    }

    @PostMapping("/return-to-sender")
    @Operation(operationId = "returnToSender", summary = "Record that a shipment came back undelivered")
    @Sends(ETAG)
    ResponseEntity<ShipmentView> comeBack(
            @PathVariable String shipmentId,
            @RequestBody(required = false) ShipmentRequests.@Nullable ReturnToSender body,
            WriteRequest write) {
        ShipmentRequests.ReturnToSender back = Objects.requireNonNullElse(body, ShipmentRequests.ReturnToSender.NOW);
        return shipments
                .tell(new RecordReturnedToSender(shipmentId, back.reason(), back.at()), write)
                .ok();
    }

    @PostMapping("/cancellation")
    @Operation(
            operationId = "cancelShipment",
            summary = "Cancel a shipment that has not left; its units can be approved again",
            description = ORDER_HEARS)
    @Answers({HttpStatus.OK, HttpStatus.ACCEPTED})
    ResponseEntity<ShipmentView> cancel(
            @PathVariable String shipmentId,
            @RequestBody(required = false) ShipmentRequests.@Nullable ShipmentCancellation body,
            WriteRequest write) {
        ShipmentRequests.ShipmentCancellation end =
                Objects.requireNonNullElse(body, ShipmentRequests.ShipmentCancellation.NOW);
        ChangeAnswer<ShipmentView> cancelled =
                shipments.change(new CancelShipment(shipmentId, end.reason(), end.at()), write);
        return heard(cancelled, OrderShipmentStatus.WITHDRAWN::equals, write);
    }

    @PostMapping("/resolution")
    @Operation(
            operationId = "resolveShipment",
            summary = "Decide what becomes of the goods of a parcel that was lost or came back",
            description = "The answer is the order: SEND_AGAIN makes the units open again, GIVE_UP takes them"
                    + " out of the order, which is then worth less. If-Match takes the version of the shipment.")
    @Sends(ETAG)
    ResponseEntity<OrderView> resolve(
            @PathVariable String shipmentId, @RequestBody ShipmentRequests.ParcelResolution body, WriteRequest write) {
        ResolveShipment command =
                new ResolveShipment(Shipments.orderOf(shipmentId), shipmentId, body.sendsAgain(), body.reason());
        long version = shipments.now(shipmentId, write).version();
        return orders.change(command, write, version).ok();
    }

    private ResponseEntity<ShipmentView> heard(
            ChangeAnswer<ShipmentView> answer, Predicate<OrderShipmentStatus> expected, WriteRequest write) {
        return shipments.isHeard(answer.body(), expected, write)
                ? answer.ok()
                : answer.accepted(SHIPMENTS + "/" + answer.body().id());
    }
}
