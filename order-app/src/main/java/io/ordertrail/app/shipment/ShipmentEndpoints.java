package io.ordertrail.app.shipment;

import static io.ordertrail.app.http.Sends.Header.ETAG;
import static io.ordertrail.app.http.Sends.Header.LOCATION;

import io.ordertrail.api.order.OrderCommand;
import io.ordertrail.api.order.OrderCommand.ApproveShipment;
import io.ordertrail.api.order.OrderCommand.RecordDelivered;
import io.ordertrail.api.order.OrderCommand.RecordShipped;
import io.ordertrail.api.order.OrderId;
import io.ordertrail.api.order.OrderRefusal.ShipmentNotFound;
import io.ordertrail.api.order.OrderView;
import io.ordertrail.app.http.Change;
import io.ordertrail.app.http.ChangeAnswer;
import io.ordertrail.app.http.Inquiry;
import io.ordertrail.app.http.Sends;
import io.ordertrail.app.order.OrderPaths;
import io.ordertrail.app.order.Orders;
import io.ordertrail.axon.Refused;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = OrderPaths.API, produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Shipments")
class ShipmentEndpoints {

    private static final String SHIPMENT = "/shipments/{shipmentId}";

    private final Orders orders;

    ShipmentEndpoints(Orders orders) {
        this.orders = orders;
    }

    @PostMapping(path = "/orders/{orderId}/shipments", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "approveShipment", summary = "Approve a shipment, so that it can be packed")
    @Sends({ETAG, LOCATION})
    ResponseEntity<Shipment> approve(
            @PathVariable String orderId,
            @RequestBody(required = false) Shipping.@Nullable ShipmentRequest body,
            Change change) {
        Shipping.ShipmentRequest request = Objects.requireNonNullElse(body, Shipping.ShipmentRequest.ALL_NOW);
        String shipmentId = OrderId.shipment(Orders.valid(orderId), change.seed());
        return change(new ApproveShipment(orderId, shipmentId, request.meant(), request.at()), shipmentId, change)
                .created(OrderPaths.API + "/shipments/" + shipmentId);
    }

    @PostMapping(path = SHIPMENT + "/dispatch", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "dispatchShipment", summary = "Record that a shipment left the house")
    @Sends(ETAG)
    ResponseEntity<Shipment> depart(
            @PathVariable String shipmentId,
            @RequestBody(required = false) Shipping.@Nullable Departure body,
            Change change) {
        Shipping.Departure departure = Objects.requireNonNullElse(body, Shipping.Departure.UNTRACKED_NOW);
        return change(
                        new RecordShipped(
                                orderOf(shipmentId),
                                shipmentId,
                                departure.carrier(),
                                departure.trackingNumber(),
                                departure.at()),
                        shipmentId,
                        change)
                .ok();
    }

    @PostMapping(path = SHIPMENT + "/delivery", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "deliverShipment", summary = "Record that a shipment reached the customer")
    @Sends(ETAG)
    ResponseEntity<Shipment> arrive(
            @PathVariable String shipmentId,
            @RequestBody(required = false) Shipping.@Nullable Arrival body,
            Change change) {
        Shipping.Arrival arrival = Objects.requireNonNullElse(body, Shipping.Arrival.NOW);
        return change(new RecordDelivered(orderOf(shipmentId), shipmentId, arrival.at()), shipmentId, change)
                .ok();
    }

    @GetMapping(SHIPMENT)
    @Operation(operationId = "getShipment", summary = "Read a shipment")
    @Sends(ETAG)
    ResponseEntity<Shipment> get(@PathVariable String shipmentId, Inquiry inquiry) {
        Shipment shipment = Shipment.of(orders.get(orderOf(shipmentId), inquiry), shipmentId);
        return inquiry.answer(shipment.version(), shipment);
    }

    private ChangeAnswer<Shipment> change(OrderCommand command, String shipmentId, Change change) {
        ChangeAnswer<OrderView> order = orders.change(command, change);
        return new ChangeAnswer<>(Shipment.of(order.body(), shipmentId), order.version(), order.replayed());
    }

    /** The id of a shipment contains its order's. */
    private static String orderOf(String shipmentId) {
        return OrderId.ofPart(shipmentId)
                .filter(order -> shipmentId.startsWith("shipment-"))
                .orElseThrow(() -> new Refused(new ShipmentNotFound(shipmentId)));
    }
}
