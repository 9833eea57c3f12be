package io.ordertrail.app.shipment;

import io.ordertrail.api.Receipt;
import io.ordertrail.api.order.OrderId;
import io.ordertrail.api.order.OrderRefusal.OrderNotFound;
import io.ordertrail.api.order.OrderRefusal.ShipmentNotFound;
import io.ordertrail.api.order.OrderView;
import io.ordertrail.api.shipment.ShipmentCommand;
import io.ordertrail.api.shipment.ShipmentCommand.CreateShipment;
import io.ordertrail.api.shipment.ShipmentLine;
import io.ordertrail.api.shipment.ShipmentQuery.GetShipment;
import io.ordertrail.api.shipment.ShipmentQuery.GetShipmentAsOf;
import io.ordertrail.api.shipment.ShipmentView;
import io.ordertrail.app.http.Change;
import io.ordertrail.app.http.ChangeAnswer;
import io.ordertrail.app.http.Commands;
import io.ordertrail.app.http.FollowUps;
import io.ordertrail.app.http.Inquiry;
import io.ordertrail.app.http.OrderNow;
import io.ordertrail.axon.Dispatch;
import io.ordertrail.axon.Refused;
import io.ordertrail.axon.RequestContext;
import io.ordertrail.axon.process.StepId;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Shipments as the endpoints need them: read, and changed with an answer to show. */
@Component
class Shipments {

    /** The process that says the same to orders and shipments as the endpoints do, only later. */
    private static final String NEWS = "shipment-news";

    private final Dispatch dispatch;
    private final Commands commands;
    private final FollowUps followUps;

    Shipments(Dispatch dispatch, Commands commands, FollowUps followUps) {
        this.dispatch = dispatch;
        this.commands = commands;
        this.followUps = followUps;
    }

    /** @throws Refused there is no such shipment, or its view has not reached the version that the caller wants */
    ShipmentView get(String shipmentId, Inquiry inquiry) {
        orderOf(shipmentId);
        return dispatch.ask(new GetShipment(shipmentId, inquiry.minVersion()), inquiry.context(), ShipmentView.class);
    }

    /** Makes the shipment that {@code order} has approved, and answers it as it was made. */
    ChangeAnswer<ShipmentView> create(ChangeAnswer<OrderView> order, String shipmentId, Change change) {
        create(order.body(), shipmentId, change);
        return new ChangeAnswer<>(asOf(shipmentId, 0, change.asking()), 0, order.replayed());
    }

    /** Changes a shipment, and answers how it stands by that very change. */
    ChangeAnswer<ShipmentView> change(ShipmentCommand command, Change change) {
        String orderId = orderOf(command.shipmentId());
        Receipt receipt;
        try {
            receipt = send(command, change);
        } catch (Refused no) {
            if (!(no.refusal() instanceof ShipmentNotFound)) {
                throw no;
            }
            // Its order may have approved it just before a crash: then that was, or may have been, acknowledged.
            create(approvedBy(orderId, no, change), command.shipmentId(), change);
            receipt = send(command, change);
        }
        ShipmentView view = asOf(receipt.id(), receipt.version(), change.asking());
        return new ChangeAnswer<>(view, receipt.version(), receipt.replayed());
    }

    /** Tells the order what became of a shipment, as the news will: {@code what} is their word for it. */
    void tell(String shipmentId, String what, Object command, Change change) {
        followUps.may(step(shipmentId, what), command, change);
    }

    /**
     * The id of a shipment contains its order's.
     *
     * @throws Refused it is no id of a shipment
     */
    static String orderOf(String shipmentId) {
        return OrderId.ofPart(shipmentId)
                .filter(order -> shipmentId.startsWith("shipment-"))
                .orElseThrow(() -> new Refused(new ShipmentNotFound(shipmentId)));
    }

    private Receipt send(ShipmentCommand command, Change change) {
        RequestContext context = change.changing(() -> dispatch.ask(
                        new GetShipmentAsOf(command.shipmentId(), null, OrderNow.END_OF_TIME),
                        change.asking(),
                        ShipmentView.class)
                .version());
        return commands.send(command, context);
    }

    private OrderView approvedBy(String orderId, Refused notFound, Change change) {
        try {
            return OrderNow.ask(orderId, dispatch, change.asking());
        } catch (Refused no) {
            throw no.refusal() instanceof OrderNotFound ? notFound : no;
        }
    }

    private void create(OrderView order, String shipmentId, Change change) {
        OrderView.Shipment approved = order.shipments().stream()
                .filter(shipment -> shipment.id().equals(shipmentId))
                .findFirst()
                .orElseThrow(() -> new Refused(new ShipmentNotFound(shipmentId)));
        Map<String, String> skus =
                order.lines().stream().collect(Collectors.toMap(OrderView.Line::lineId, OrderView.Line::sku));
        CreateShipment command = new CreateShipment(
                shipmentId,
                order.id(),
                approved.lines().stream()
                        .map(line ->
                                new ShipmentLine(line.lineId(), skus.getOrDefault(line.lineId(), ""), line.quantity()))
                        .toList(),
                approved.approvedAt());
        followUps.must(step(shipmentId, "create"), command, change);
    }

    private ShipmentView asOf(String shipmentId, long version, RequestContext context) {
        return dispatch.ask(new GetShipmentAsOf(shipmentId, version, null), context, ShipmentView.class);
    }

    private static StepId step(String shipmentId, String what) {
        return StepId.first(NEWS, shipmentId, what);
    }
}
