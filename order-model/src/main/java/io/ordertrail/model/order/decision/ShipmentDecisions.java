package io.ordertrail.model.order.decision;

import io.ordertrail.api.order.OrderAction;
import io.ordertrail.api.order.OrderCourseEvent.OrderProblemReported;
import io.ordertrail.api.order.OrderCourseEvent.OrderProblemResolved;
import io.ordertrail.api.order.OrderEvent;
import io.ordertrail.api.order.OrderGoodsCommand.ApproveShipment;
import io.ordertrail.api.order.OrderGoodsCommand.RecordDelivered;
import io.ordertrail.api.order.OrderGoodsCommand.RecordShipped;
import io.ordertrail.api.order.OrderGoodsCommand.RecordUndelivered;
import io.ordertrail.api.order.OrderGoodsCommand.ResolveShipment;
import io.ordertrail.api.order.OrderGoodsCommand.WithdrawShipment;
import io.ordertrail.api.order.OrderGoodsEvent.OrderDelivered;
import io.ordertrail.api.order.OrderGoodsEvent.OrderShipped;
import io.ordertrail.api.order.OrderGoodsEvent.ShipmentApproved;
import io.ordertrail.api.order.OrderGoodsEvent.ShipmentResolved;
import io.ordertrail.api.order.OrderGoodsEvent.ShipmentUndelivered;
import io.ordertrail.api.order.OrderGoodsEvent.ShipmentWithdrawn;
import io.ordertrail.api.order.status.OrderShipmentStatus;
import io.ordertrail.api.order.value.CancelledLine;
import io.ordertrail.api.order.value.LineQuantity;
import io.ordertrail.api.order.view.OrderShipmentView;
import io.ordertrail.model.order.OrderRules;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.Money;

/** Which goods may leave, and what became of them. What happened to a parcel is the service's own word. */
public record ShipmentDecisions(OrderContext order) {

    public static final String PROBLEM = "undelivered:";

    public List<OrderEvent> approve(ApproveShipment command) {
        // Of history nothing leaves by itself.
        if (order.facts().imported()) {
            order.caller().mustBeOfTheShop();
        }
        OrderRules rules = order.allow(OrderAction.SHIP);
        rules.newShipment(command.shipmentId());
        rules.unpaidInvoiceShipsByTheShop(order.caller());
        List<LineQuantity> lines = rules.withinReady(command.lines());
        return List.of(new ShipmentApproved(
                order.orderId(), command.shipmentId(), lines, order.state().skusOf(lines), order.at(command.at())));
    }

    public List<OrderEvent> shipped(RecordShipped command) {
        OrderShipmentView parcel = order.rules().undispatched(command.shipmentId());
        return List.of(new OrderShipped(
                order.orderId(),
                command.shipmentId(),
                parcel.lines(),
                command.carrier(),
                command.trackingNumber(),
                order.news(command.at())));
    }

    public List<OrderEvent> withdraw(WithdrawShipment command) {
        OrderShipmentView parcel = order.rules().undispatched(command.shipmentId());
        return List.of(
                new ShipmentWithdrawn(order.orderId(), command.shipmentId(), parcel.lines(), order.news(command.at())));
    }

    public List<OrderEvent> delivered(RecordDelivered command) {
        OrderShipmentView parcel = order.rules().underWay(command.shipmentId());
        return List.of(
                new OrderDelivered(order.orderId(), command.shipmentId(), parcel.lines(), order.news(command.at())));
    }

    /** Its units count as shipped until somebody says what becomes of them. */
    public List<OrderEvent> undelivered(RecordUndelivered command) {
        order.rules().underWay(command.shipmentId());
        Instant at = order.news(command.at());
        return List.of(
                new ShipmentUndelivered(
                        order.orderId(), command.shipmentId(), command.returned(), command.reason(), at),
                new OrderProblemReported(
                        order.orderId(),
                        PROBLEM + command.shipmentId(),
                        command.returned() ? "SHIPMENT_RETURNED_TO_SENDER" : "SHIPMENT_LOST",
                        command.returned()
                                ? "The parcel came back. Say whether it is sent again or given up."
                                : "The parcel is lost. Say whether its goods are sent again or given up.",
                        at));
    }

    public List<OrderEvent> resolve(ResolveShipment command) {
        OrderShipmentView parcel = order.rules().undelivered(command.shipmentId());
        Instant at = order.now();
        List<CancelledLine> lines = order.state().cancelled(parcel.lines());
        Money nothing = Money.zero(order.currency());
        Money value = lines.stream().map(CancelledLine::value).reduce(nothing, Money::plus);
        List<OrderEvent> events = new ArrayList<>();
        events.add(new ShipmentResolved(
                order.orderId(),
                command.shipmentId(),
                parcel.status() == OrderShipmentStatus.RETURNED_TO_SENDER,
                command.sendAgain(),
                command.sendAgain()
                        ? lines.stream()
                                .map(line -> new CancelledLine(line.lineId(), line.quantity(), nothing))
                                .toList()
                        : lines,
                order.state().skusOf(parcel.lines()),
                command.sendAgain() ? nothing : value,
                command.reason(),
                at));
        String problem = PROBLEM + command.shipmentId();
        if (order.facts().problems().contains(problem)) {
            events.add(new OrderProblemResolved(order.orderId(), problem, command.reason(), at));
        }
        return events;
    }
}
