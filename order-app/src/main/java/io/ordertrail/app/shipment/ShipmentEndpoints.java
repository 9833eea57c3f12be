package io.ordertrail.app.shipment;

import static io.ordertrail.app.http.openapi.Sends.Header.ETAG_OF_VERSION;
import static io.ordertrail.app.http.openapi.Sends.Header.LINK;

import io.ordertrail.api.order.OrderGoodsCommand.ApproveShipment;
import io.ordertrail.api.order.OrderId;
import io.ordertrail.api.order.view.OrderShipmentView;
import io.ordertrail.api.order.view.OrderView;
import io.ordertrail.api.shipment.ShipmentPage;
import io.ordertrail.api.shipment.ShipmentQuery.GetShipments;
import io.ordertrail.api.shipment.ShipmentQuery.ListShipments;
import io.ordertrail.api.shipment.ShipmentView;
import io.ordertrail.app.http.exchange.ChangeAnswer;
import io.ordertrail.app.http.exchange.ReadRequest;
import io.ordertrail.app.http.exchange.WriteRequest;
import io.ordertrail.app.http.input.IdPage;
import io.ordertrail.app.http.input.PageQuery;
import io.ordertrail.app.http.input.QueryString;
import io.ordertrail.app.http.openapi.Answers;
import io.ordertrail.app.http.openapi.OfVersion;
import io.ordertrail.app.http.openapi.Sends;
import io.ordertrail.app.moment.Diff;
import io.ordertrail.app.moment.DiffQuery;
import io.ordertrail.app.moment.Differences;
import io.ordertrail.app.moment.MomentQuery;
import io.ordertrail.app.order.OrderPaths;
import io.ordertrail.app.order.Orders;
import io.ordertrail.axon.message.Dispatch;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shipments are approved by their order, and read. */
@RestController
@RequestMapping(path = OrderPaths.API, produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Shipments")
class ShipmentEndpoints {

    private static final String OF_ORDER = "/orders/{orderId}/shipments";
    private static final String SHIPMENTS = "/shipments";

    private final Orders orders;
    private final Shipments shipments;
    private final Dispatch dispatch;
    private final Differences differences;

    ShipmentEndpoints(Orders orders, Shipments shipments, Dispatch dispatch, Differences differences) {
        this.differences = differences;
        this.orders = orders;
        this.shipments = shipments;
        this.dispatch = dispatch;
    }

    @PostMapping(path = OF_ORDER, consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "approveShipment",
            summary = "Approve a shipment, so that it can be packed",
            description =
                    "202: the shipment is approved, and can be packed in a moment; until then the answer shows what the order knows of it")
    @Answers({HttpStatus.CREATED, HttpStatus.ACCEPTED})
    ResponseEntity<ShipmentView> approve(
            @PathVariable String orderId,
            @RequestBody(required = false) ShipmentRequests.@Nullable ShipmentRequest body,
            WriteRequest write) {
        ShipmentRequests.ShipmentRequest request =
                Objects.requireNonNullElse(body, ShipmentRequests.ShipmentRequest.ALL_NOW);
        String shipmentId = OrderId.shipment(Orders.valid(orderId), write.seed());
        ApproveShipment command = new ApproveShipment(orderId, shipmentId, request.toContract(), request.at());
        ChangeAnswer<OrderView> approved = orders.change(command, write);
        String path = OrderPaths.API + SHIPMENTS + "/" + shipmentId;
        return shipments
                .made(shipmentId, write)
                .map(view -> new ChangeAnswer<>(view, view.version(), approved.replayed()).created(path))
                .orElseGet(() -> new ChangeAnswer<>(
                                ApprovedShipment.of(approved.body(), shipmentId), 0, approved.replayed())
                        .accepted(path));
    }

    @GetMapping(OF_ORDER)
    @Operation(operationId = "listShipmentsOfOrder", summary = "List the shipments of an order, the oldest first")
    @Sends(LINK)
    @OfVersion
    ResponseEntity<ShipmentList> ofOrder(
            @PathVariable String orderId, @QueryString PageQuery query, ReadRequest read, HttpServletRequest request) {
        // By their ids, which the order itself knows before any view does.
        IdPage page = IdPage.of(
                orders.stored(orderId, read).shipments().stream()
                        .map(OrderShipmentView::id)
                        .toList(),
                query);
        ShipmentPage found = dispatch.ask(new GetShipments(page.ids()), read.context(), ShipmentPage.class);
        return answer(new ShipmentList(found.items(), page.cursors()), request);
    }

    @GetMapping(SHIPMENTS)
    @Operation(
            operationId = "listShipments",
            summary = "List shipments, the oldest first; open=true: those that have not left")
    @Sends(LINK)
    ResponseEntity<ShipmentList> list(@QueryString ShipmentsQuery query, ReadRequest read, HttpServletRequest request) {
        PageQuery page = query.page().checked();
        ShipmentPage found = dispatch.ask(
                new ListShipments(null, Boolean.TRUE.equals(query.open()), page.size(), page.after()),
                read.context(),
                ShipmentPage.class);
        return answer(ShipmentList.of(found, page.size()), request);
    }

    @GetMapping(SHIPMENTS + "/{shipmentId}")
    @Operation(operationId = "getShipment", summary = "Read a shipment")
    @Sends(ETAG_OF_VERSION)
    ResponseEntity<ShipmentView> get(
            @PathVariable String shipmentId, @QueryString MomentQuery query, ReadRequest read) {
        return query.answer(
                read,
                () -> shipments.get(shipmentId, read),
                moment -> shipments.at(shipmentId, moment, read),
                ShipmentView::version);
    }

    @GetMapping(SHIPMENTS + "/{shipmentId}/diff")
    @Operation(
            operationId = "diffShipment",
            summary = "What differs between two moments of a shipment",
            description = "In words, and as a JSON Patch (RFC 6902). Moments are versions or instants")
    ResponseEntity<Diff> diff(@PathVariable String shipmentId, @QueryString DiffQuery query, ReadRequest read) {
        return differences.between(query, moment -> shipments.at(shipmentId, moment, read), ShipmentView::version);
    }

    private static ResponseEntity<ShipmentList> answer(ShipmentList list, HttpServletRequest request) {
        return ResponseEntity.ok()
                .header(HttpHeaders.LINK, list.page().links(request))
                .body(list);
    }
}
