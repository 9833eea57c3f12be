package io.ordertrail.app.shipment;

import io.ordertrail.api.message.Receipt;
import io.ordertrail.api.message.Refusal.Kind;
import io.ordertrail.api.message.Refused;
import io.ordertrail.api.message.RequestRefusal.ViewBehind;
import io.ordertrail.api.order.OrderId;
import io.ordertrail.api.order.OrderRefusal.ShipmentNotFound;
import io.ordertrail.api.order.OrderView;
import io.ordertrail.api.shipment.ShipmentCommand;
import io.ordertrail.api.shipment.ShipmentQuery.GetShipment;
import io.ordertrail.api.shipment.ShipmentQuery.GetShipmentAsOf;
import io.ordertrail.api.shipment.ShipmentView;
import io.ordertrail.app.consistency.Grace;
import io.ordertrail.app.consistency.OrderNow;
import io.ordertrail.app.http.exchange.ChangeAnswer;
import io.ordertrail.app.http.exchange.Commands;
import io.ordertrail.app.http.exchange.ReadRequest;
import io.ordertrail.app.http.exchange.WriteRequest;
import io.ordertrail.app.order.Orders;
import io.ordertrail.axon.Dispatch;
import io.ordertrail.axon.RequestContext;
import io.ordertrail.axon.Unavailable;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** Shipments for the endpoints: read, and changed with an answer. */
@Component
class Shipments {

    private final Dispatch dispatch;
    private final Orders orders;
    private final Commands commands;

    Shipments(Dispatch dispatch, Orders orders, Commands commands) {
        this.dispatch = dispatch;
        this.orders = orders;
        this.commands = commands;
    }

    /**
     * A shipment that its order has approved is never "not found", because a caller may have its address: it comes soon, or
     * the answer is 202.
     *
     * @throws Refused there is no such shipment, or its view has not reached the version that the caller wants
     */
    ShipmentView get(String shipmentId, ReadRequest inquiry) {
        String orderId = orderOf(shipmentId);
        GetShipment query = new GetShipment(shipmentId, inquiry.minVersion());
        try {
            return dispatch.ask(query, inquiry.context(), ShipmentView.class);
        } catch (Refused no) {
            if (no.refusal().kind() != Kind.NOT_FOUND || !isApproved(orderId, shipmentId, inquiry.context())) {
                throw no;
            }
        }
        return Grace.until(() -> Grace.find(() -> dispatch.ask(query, inquiry.context(), ShipmentView.class)))
                .orElseThrow(() -> new Refused(new ViewBehind(0, -1)));
    }

    /** The shipment as it was made, after its order has approved it; empty if that takes too long. */
    Optional<ShipmentView> made(String shipmentId, WriteRequest change) {
        return Grace.until(() -> Grace.find(() -> asOf(shipmentId, 0, change.asking())));
    }

    /** Changes a shipment, and answers it as of that change. */
    ChangeAnswer<ShipmentView> change(ShipmentCommand command, WriteRequest change) {
        String id = command.shipmentId();
        awaitMade(id, change);
        RequestContext context = change.changing(() -> now(id, change).version());
        Receipt receipt = commands.send(command, context);
        ShipmentView view = asOf(receipt.id(), receipt.version(), change.asking());
        return new ChangeAnswer<>(view, receipt.version(), receipt.replayed());
    }

    /** Whether the order soon shows the {@code expected} state of the shipment. */
    boolean isHeard(ShipmentView shipment, Predicate<OrderView.ShipmentStatus> expected, WriteRequest change) {
        return Grace.until(() -> orders.lately(shipment.orderId(), change).shipments().stream()
                        .filter(known -> known.id().equals(shipment.id()))
                        .map(OrderView.Shipment::status)
                        .filter(expected)
                        .findFirst())
                .isPresent();
    }

    /** Changes a shipment, and waits a little until its order has heard of it. */
    ChangeAnswer<ShipmentView> tell(ShipmentCommand command, WriteRequest change) {
        String orderId = orderOf(command.shipmentId());
        long before = orders.lately(orderId, change).version();
        ChangeAnswer<ShipmentView> answer = change(command, change);
        if (!answer.replayed()) {
            Grace.until(() -> Optional.of(orders.lately(orderId, change)).filter(order -> order.version() > before));
        }
        return answer;
    }

    /** The shipment as it is. */
    ShipmentView now(String shipmentId, WriteRequest change) {
        return dispatch.ask(
                new GetShipmentAsOf(shipmentId, null, OrderNow.END_OF_TIME), change.asking(), ShipmentView.class);
    }

    /**
     * The id of a shipment contains its order's.
     *
     * @throws Refused it is not an id of a shipment
     */
    static String orderOf(String shipmentId) {
        return OrderId.ofPart(shipmentId)
                .filter(order -> shipmentId.startsWith("shipment-"))
                .orElseThrow(() -> new Refused(new ShipmentNotFound(shipmentId)));
    }

    /** A shipment that its order has approved, and that the caller may know, is never "not found". */
    private void awaitMade(String shipmentId, WriteRequest change) {
        String orderId = orderOf(shipmentId);
        if (find(shipmentId, change).isPresent() || !isApproved(orderId, shipmentId, change.asking())) {
            return;
        }
        if (Grace.until(() -> find(shipmentId, change)).isEmpty()) {
            throw new Unavailable(
                    shipmentId + " is approved and not made yet", new Refused(new ShipmentNotFound(shipmentId)));
        }
    }

    private boolean isApproved(String orderId, String shipmentId, RequestContext context) {
        return Grace.find(() -> OrderNow.ask(orderId, dispatch, context)).stream()
                .flatMap(order -> order.shipments().stream())
                .anyMatch(shipment -> shipment.id().equals(shipmentId));
    }

    private Optional<ShipmentView> find(String shipmentId, WriteRequest change) {
        return Grace.find(() -> dispatch.ask(new GetShipment(shipmentId, null), change.asking(), ShipmentView.class));
    }

    private ShipmentView asOf(String shipmentId, long version, RequestContext context) {
        return dispatch.ask(new GetShipmentAsOf(shipmentId, version, null), context, ShipmentView.class);
    }
}
