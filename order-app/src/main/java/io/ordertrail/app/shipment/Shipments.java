package io.ordertrail.app.shipment;

import io.ordertrail.api.message.Moment;
import io.ordertrail.api.message.Receipt;
import io.ordertrail.api.message.Refusal.Kind;
import io.ordertrail.api.message.Refused;
import io.ordertrail.api.message.RequestRefusal.ViewBehind;
import io.ordertrail.api.order.OrderGoodsRefusal.ShipmentNotFound;
import io.ordertrail.api.order.OrderId;
import io.ordertrail.api.order.status.OrderShipmentStatus;
import io.ordertrail.api.order.view.OrderShipmentView;
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
import io.ordertrail.axon.failure.Unavailable;
import io.ordertrail.axon.message.Dispatch;
import io.ordertrail.axon.message.RequestContext;
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
     * A shipment that its order has approved is never "not found", because a caller may have its address: it comes
     * soon, or the answer is 202.
     *
     * @throws Refused there is no such shipment, or its view has not reached the version that the caller wants
     */
    ShipmentView get(String shipmentId, ReadRequest read) {
        String orderId = orderOf(shipmentId);
        GetShipment query = new GetShipment(shipmentId, read.minVersion());
        try {
            return dispatch.ask(query, read.context(), ShipmentView.class);
        } catch (Refused no) {
            if (no.refusal().kind() != Kind.NOT_FOUND || !isApproved(orderId, shipmentId, read.context())) {
                throw no;
            }
        }
        return Grace.until(() -> Grace.find(() -> dispatch.ask(query, read.context(), ShipmentView.class)))
                .orElseThrow(() -> new Refused(new ViewBehind(0, -1)));
    }

    /** @throws Refused there was no such shipment at that moment */
    ShipmentView at(String shipmentId, Moment moment, ReadRequest read) {
        orderOf(shipmentId);
        return dispatch.ask(new GetShipmentAsOf(shipmentId, moment), read.context(), ShipmentView.class);
    }

    /** The shipment as it was made, after its order has approved it; empty if that takes too long. */
    Optional<ShipmentView> made(String shipmentId, WriteRequest write) {
        return Grace.until(() -> Grace.find(() -> asOf(shipmentId, 0, write.asking())));
    }

    /** Changes a shipment, and answers it as of that change. */
    ChangeAnswer<ShipmentView> change(ShipmentCommand command, WriteRequest write) {
        String id = command.shipmentId();
        awaitMade(id, write);
        RequestContext context = write.changing(() -> now(id, write).version());
        Receipt receipt = commands.send(command, context);
        ShipmentView view = asOf(receipt.id(), receipt.version(), write.asking());
        return new ChangeAnswer<>(view, receipt.version(), receipt.replayed());
    }

    /** Whether the order soon shows the {@code expected} state of the shipment. */
    boolean isHeard(ShipmentView shipment, Predicate<OrderShipmentStatus> expected, WriteRequest write) {
        return Grace.until(() -> orders.lately(shipment.orderId(), write).shipments().stream()
                        .filter(known -> known.id().equals(shipment.id()))
                        .map(OrderShipmentView::status)
                        .filter(expected)
                        .findFirst())
                .isPresent();
    }

    /** Changes a shipment, and waits a little until its order has heard of it. */
    ChangeAnswer<ShipmentView> tell(ShipmentCommand command, WriteRequest write) {
        String orderId = orderOf(command.shipmentId());
        long before = orders.lately(orderId, write).version();
        ChangeAnswer<ShipmentView> answer = change(command, write);
        if (!answer.replayed()) {
            Grace.until(() -> Optional.of(orders.lately(orderId, write)).filter(order -> order.version() > before));
        }
        return answer;
    }

    /** The shipment as it is. */
    ShipmentView now(String shipmentId, WriteRequest write) {
        return dispatch.ask(new GetShipmentAsOf(shipmentId, Moment.NOW), write.asking(), ShipmentView.class);
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
    private void awaitMade(String shipmentId, WriteRequest write) {
        String orderId = orderOf(shipmentId);
        if (find(shipmentId, write).isPresent() || !isApproved(orderId, shipmentId, write.asking())) {
            return;
        }
        if (Grace.until(() -> find(shipmentId, write)).isEmpty()) {
            throw new Unavailable(
                    shipmentId + " is approved and not made yet", new Refused(new ShipmentNotFound(shipmentId)));
        }
    }

    private boolean isApproved(String orderId, String shipmentId, RequestContext context) {
        return Grace.find(() -> OrderNow.ask(orderId, dispatch, context)).stream()
                .flatMap(order -> order.shipments().stream())
                .anyMatch(shipment -> shipment.id().equals(shipmentId));
    }

    private Optional<ShipmentView> find(String shipmentId, WriteRequest write) {
        return Grace.find(() -> dispatch.ask(new GetShipment(shipmentId, null), write.asking(), ShipmentView.class));
    }

    private ShipmentView asOf(String shipmentId, long version, RequestContext context) {
        return dispatch.ask(new GetShipmentAsOf(shipmentId, Moment.version(version)), context, ShipmentView.class);
    }
}
