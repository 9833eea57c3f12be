package io.ordertrail.app.shipment;

import static io.ordertrail.app.http.Sends.Header.ETAG;

import io.ordertrail.api.order.OrderCommand.RecordDelivered;
import io.ordertrail.api.order.OrderCommand.RecordShipped;
import io.ordertrail.api.order.OrderCommand.WithdrawShipment;
import io.ordertrail.api.shipment.ShipmentCommand.CancelShipment;
import io.ordertrail.api.shipment.ShipmentCommand.DeliverShipment;
import io.ordertrail.api.shipment.ShipmentCommand.DispatchShipment;
import io.ordertrail.api.shipment.ShipmentCommand.PackShipment;
import io.ordertrail.api.shipment.ShipmentCommand.RecordFailedAttempt;
import io.ordertrail.api.shipment.ShipmentCommand.RecordReturnedToSender;
import io.ordertrail.api.shipment.ShipmentCommand.ReportLost;
import io.ordertrail.api.shipment.ShipmentCommand.UpdateTracking;
import io.ordertrail.api.shipment.ShipmentView;
import io.ordertrail.app.http.Change;
import io.ordertrail.app.http.ChangeAnswer;
import io.ordertrail.app.http.Sends;
import io.ordertrail.app.order.OrderPaths;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What becomes of a parcel: staff says it, and the shipment decides; its order hears of it before the answer is given. */
@RestController
@RequestMapping(
        path = OrderPaths.API + "/shipments/{shipmentId}",
        consumes = MediaType.APPLICATION_JSON_VALUE,
        produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Shipments")
class ParcelEndpoints {

    private final Shipments shipments;

    ParcelEndpoints(Shipments shipments) {
        this.shipments = shipments;
    }

    @PostMapping("/packing")
    @Operation(operationId = "packShipment", summary = "Record that a shipment is packed")
    @Sends(ETAG)
    ResponseEntity<ShipmentView> pack(
            @PathVariable String shipmentId,
            @RequestBody(required = false) Shipping.@Nullable Packing body,
            Change change) {
        Shipping.Packing packing = Objects.requireNonNullElse(body, Shipping.Packing.NOW);
        return shipments
                .change(new PackShipment(shipmentId, packing.at()), change)
                .ok();
    }

    @PostMapping("/dispatch")
    @Operation(operationId = "dispatchShipment", summary = "Record that a shipment left the house")
    @Sends(ETAG)
    ResponseEntity<ShipmentView> depart(
            @PathVariable String shipmentId,
            @RequestBody(required = false) Shipping.@Nullable Departure body,
            Change change) {
        Shipping.Departure departure = Objects.requireNonNullElse(body, Shipping.Departure.UNTRACKED_NOW);
        ChangeAnswer<ShipmentView> left = shipments.change(
                new DispatchShipment(shipmentId, departure.carrier(), departure.trackingNumber(), departure.at()),
                change);
        ShipmentView view = left.body();
        shipments.tell(
                shipmentId,
                "dispatched",
                new RecordShipped(
                        view.orderId(), shipmentId, view.carrier(), view.trackingNumber(), view.dispatchedAt()),
                change);
        return left.ok();
    }

    @PostMapping("/tracking")
    @Operation(operationId = "trackShipment", summary = "Record what the carrier says about a shipment under way")
    @Sends(ETAG)
    ResponseEntity<ShipmentView> track(
            @PathVariable String shipmentId, @RequestBody Shipping.Tracking body, Change change) {
        return shipments
                .change(new UpdateTracking(shipmentId, body.status(), body.location(), body.at()), change)
                .ok();
    }

    @PostMapping("/failed-attempts")
    @Operation(operationId = "recordFailedAttempt", summary = "Record that a shipment could not be delivered")
    @Sends(ETAG)
    ResponseEntity<ShipmentView> fail(
            @PathVariable String shipmentId, @RequestBody Shipping.FailedDelivery body, Change change) {
        return shipments
                .change(new RecordFailedAttempt(shipmentId, body.reason(), body.at()), change)
                .ok();
    }

    @PostMapping("/delivery")
    @Operation(operationId = "deliverShipment", summary = "Record that a shipment reached the customer")
    @Sends(ETAG)
    ResponseEntity<ShipmentView> arrive(
            @PathVariable String shipmentId,
            @RequestBody(required = false) Shipping.@Nullable Arrival body,
            Change change) {
        Shipping.Arrival arrival = Objects.requireNonNullElse(body, Shipping.Arrival.NOW);
        ChangeAnswer<ShipmentView> there = shipments.change(new DeliverShipment(shipmentId, arrival.at()), change);
        ShipmentView view = there.body();
        shipments.tell(
                shipmentId, "delivered", new RecordDelivered(view.orderId(), shipmentId, view.deliveredAt()), change);
        return there.ok();
    }

    @PostMapping("/loss")
    @Operation(operationId = "reportLost", summary = "Report that a shipment was lost on its way")
    @Sends(ETAG)
    ResponseEntity<ShipmentView> lose(
            @PathVariable String shipmentId,
            @RequestBody(required = false) Shipping.@Nullable Loss body,
            Change change) {
        Shipping.Loss loss = Objects.requireNonNullElse(body, Shipping.Loss.NOW);
        return shipments
                .change(new ReportLost(shipmentId, loss.note(), loss.at()), change)
                .ok();
    }

    @PostMapping("/return-to-sender")
    @Operation(operationId = "returnToSender", summary = "Record that a shipment came back undelivered")
    @Sends(ETAG)
    ResponseEntity<ShipmentView> comeBack(
            @PathVariable String shipmentId,
            @RequestBody(required = false) Shipping.@Nullable ReturnToSender body,
            Change change) {
        Shipping.ReturnToSender back = Objects.requireNonNullElse(body, Shipping.ReturnToSender.NOW);
        return shipments
                .change(new RecordReturnedToSender(shipmentId, back.reason(), back.at()), change)
                .ok();
    }

    @PostMapping("/cancellation")
    @Operation(operationId = "cancelShipment", summary = "Cancel a shipment that has not left; it may be approved anew")
    @Sends(ETAG)
    ResponseEntity<ShipmentView> cancel(
            @PathVariable String shipmentId,
            @RequestBody(required = false) Shipping.@Nullable ShipmentCancellation body,
            Change change) {
        Shipping.ShipmentCancellation end = Objects.requireNonNullElse(body, Shipping.ShipmentCancellation.NOW);
        ChangeAnswer<ShipmentView> cancelled =
                shipments.change(new CancelShipment(shipmentId, end.reason(), end.at()), change);
        ShipmentView view = cancelled.body();
        shipments.tell(
                shipmentId, "cancelled", new WithdrawShipment(view.orderId(), shipmentId, view.endedAt()), change);
        return cancelled.ok();
    }
}
