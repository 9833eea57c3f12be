package io.ordertrail.app;

import io.ordertrail.api.order.OrderCommand;
import io.ordertrail.api.order.OrderGoodsCommand.ApproveShipment;
import io.ordertrail.api.order.OrderGoodsCommand.RecordDelivered;
import io.ordertrail.api.order.OrderGoodsCommand.RecordReturn;
import io.ordertrail.api.order.OrderGoodsCommand.RecordShipped;
import io.ordertrail.api.order.OrderGoodsCommand.RecordUndelivered;
import io.ordertrail.api.order.OrderGoodsCommand.RequestReturn;
import io.ordertrail.api.order.OrderGoodsCommand.WithdrawShipment;
import io.ordertrail.api.order.OrderId;
import io.ordertrail.api.order.OrderMoneyCommand.PayOrder;
import io.ordertrail.api.order.OrderMoneyCommand.RecordPayment;
import io.ordertrail.api.order.OrderMoneyCommand.RequestCapture;
import io.ordertrail.api.order.OrderMoneyCommand.RequestRefund;
import io.ordertrail.api.order.OrderMoneyCommand.RequestVoid;
import io.ordertrail.api.order.value.LineQuantity;
import io.ordertrail.api.order.value.ReturnStage;
import io.ordertrail.api.order.view.OrderView;
import io.ordertrail.api.payment.PaymentCommand.CapturePayment;
import io.ordertrail.api.payment.PaymentCommand.InitiatePayment;
import io.ordertrail.api.payment.PaymentCommand.RecordManualPayment;
import io.ordertrail.api.payment.PaymentCommand.RefundPayment;
import io.ordertrail.api.payment.PaymentCommand.VoidPayment;
import io.ordertrail.api.returns.ReturnCommand.ApproveReturn;
import io.ordertrail.api.returns.ReturnCommand.OpenReturn;
import io.ordertrail.api.returns.ReturnCommand.RejectReturn;
import io.ordertrail.api.returns.ReturnLine;
import io.ordertrail.api.shipment.ShipmentCommand.CancelShipment;
import io.ordertrail.api.shipment.ShipmentCommand.CreateShipment;
import io.ordertrail.api.shipment.ShipmentCommand.DeliverShipment;
import io.ordertrail.api.shipment.ShipmentCommand.DispatchShipment;
import io.ordertrail.api.shipment.ShipmentCommand.RecordReturnedToSender;
import io.ordertrail.api.shipment.ShipmentCommand.ReportLost;
import io.ordertrail.api.shipment.ShipmentLine;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;

/**
 * What the service does by itself after a command of the front door: one command to another subject, and no decision.
 */
final class StubProcesses {

    private static final Instant THEN = Instant.parse("2026-11-22T08:14:03Z");

    private StubProcesses() {}

    /** What follows from {@code command}, which {@code order} has accepted. */
    static Optional<Object> follows(OrderCommand command, OrderView order) {
        Money worth = order.totals().grand();
        if (command instanceof ApproveShipment approved) {
            return Optional.of(new CreateShipment(
                    approved.shipmentId(), order.id(), List.of(new ShipmentLine("1", "TEE-M", 2)), THEN));
        } else if (command instanceof RequestReturn asked) {
            return Optional.of(new OpenReturn(
                    asked.returnId(),
                    order.id(),
                    asked.lines().stream().map(line -> line(line, worth)).toList(),
                    asked.creditAccountId(),
                    THEN));
        } else if (command instanceof RecordPayment paid) {
            return Optional.of(
                    new RecordManualPayment(paid.paymentId(), order.id(), paid.amount(), paid.reference(), THEN));
        } else if (command instanceof PayOrder pay) {
            Money amount = pay.amount() == null ? worth : pay.amount();
            return Optional.of(
                    new InitiatePayment(pay.paymentId(), order.id(), order.customerId(), pay.choice(), amount));
        } else if (command instanceof RequestCapture asked) {
            return Optional.of(new CapturePayment(asked.paymentId(), 1, worth));
        } else if (command instanceof RequestVoid asked) {
            return Optional.of(new VoidPayment(asked.paymentId(), 1, asked.reason()));
        } else if (command instanceof RequestRefund asked && asked.to() == null) {
            return Optional.of(new RefundPayment(asked.paymentId(), 1, worth, asked.reason(), null));
        }
        return Optional.empty();
    }

    /** What an order is told of {@code command}, which a part of it has accepted. */
    static Optional<OrderCommand> follows(Object command) {
        if (command instanceof DispatchShipment left) {
            return Optional.of(new RecordShipped(
                    orderOf(left.shipmentId()), left.shipmentId(), left.carrier(), left.trackingNumber(), left.at()));
        } else if (command instanceof DeliverShipment there) {
            return Optional.of(new RecordDelivered(orderOf(there.shipmentId()), there.shipmentId(), there.at()));
        } else if (command instanceof CancelShipment cancelled) {
            return Optional.of(
                    new WithdrawShipment(orderOf(cancelled.shipmentId()), cancelled.shipmentId(), cancelled.at()));
        } else if (command instanceof ReportLost lost) {
            return Optional.of(
                    new RecordUndelivered(orderOf(lost.shipmentId()), lost.shipmentId(), false, lost.note(), THEN));
        } else if (command instanceof RecordReturnedToSender back) {
            return Optional.of(
                    new RecordUndelivered(orderOf(back.shipmentId()), back.shipmentId(), true, back.reason(), THEN));
        } else if (command instanceof ApproveReturn approved) {
            return Optional.of(decided(approved.returnId(), ReturnStage.APPROVED));
        } else if (command instanceof RejectReturn rejected) {
            return Optional.of(decided(rejected.returnId(), ReturnStage.REJECTED));
        }
        return Optional.empty();
    }

    private static RecordReturn decided(String returnId, ReturnStage stage) {
        return new RecordReturn(orderOf(returnId), returnId, stage, List.of(), null, null, null);
    }

    private static ReturnLine line(LineQuantity line, Money worth) {
        return new ReturnLine(line.lineId(), "TEE-M", line.quantity(), worth, null);
    }

    private static String orderOf(String partId) {
        return OrderId.ofPart(partId).orElseThrow();
    }
}
