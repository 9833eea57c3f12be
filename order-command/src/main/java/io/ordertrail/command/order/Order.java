package io.ordertrail.command.order;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.ordertrail.api.message.Receipt;
import io.ordertrail.api.order.OrderApprovalCommand.DenyApproval;
import io.ordertrail.api.order.OrderApprovalCommand.ExpireApproval;
import io.ordertrail.api.order.OrderCourseCommand.AddNote;
import io.ordertrail.api.order.OrderCourseCommand.ApplyEdit;
import io.ordertrail.api.order.OrderCourseCommand.CancelLines;
import io.ordertrail.api.order.OrderCourseCommand.CancelOrder;
import io.ordertrail.api.order.OrderCourseCommand.ChangeAddress;
import io.ordertrail.api.order.OrderCourseCommand.EraseOrderData;
import io.ordertrail.api.order.OrderCourseCommand.ExpireOrder;
import io.ordertrail.api.order.OrderCourseCommand.HoldOrder;
import io.ordertrail.api.order.OrderCourseCommand.ReleaseOrder;
import io.ordertrail.api.order.OrderCourseCommand.ReportOverdue;
import io.ordertrail.api.order.OrderCourseCommand.ReportProblem;
import io.ordertrail.api.order.OrderCourseCommand.ResolveProblem;
import io.ordertrail.api.order.OrderCourseEvent.OrderCreated;
import io.ordertrail.api.order.OrderGoodsCommand.ApproveShipment;
import io.ordertrail.api.order.OrderGoodsCommand.RecordDelivered;
import io.ordertrail.api.order.OrderGoodsCommand.RecordReturn;
import io.ordertrail.api.order.OrderGoodsCommand.RecordShipped;
import io.ordertrail.api.order.OrderGoodsCommand.RecordStockAnswer;
import io.ordertrail.api.order.OrderGoodsCommand.RecordStockAskTakenOver;
import io.ordertrail.api.order.OrderGoodsCommand.RecordUndelivered;
import io.ordertrail.api.order.OrderGoodsCommand.ResolveShipment;
import io.ordertrail.api.order.OrderGoodsCommand.WithdrawShipment;
import io.ordertrail.api.order.OrderMoneyCommand.PayFromExchange;
import io.ordertrail.api.order.OrderMoneyCommand.RecordAskRefused;
import io.ordertrail.api.order.OrderMoneyCommand.RecordChargeback;
import io.ordertrail.api.order.OrderMoneyCommand.RecordChargebackReversal;
import io.ordertrail.api.order.OrderMoneyCommand.RecordPayment;
import io.ordertrail.api.order.OrderMoneyCommand.RecordPaymentAnswer;
import io.ordertrail.api.order.OrderMoneyCommand.RecordRefund;
import io.ordertrail.api.order.OrderMoneyCommand.RequestCapture;
import io.ordertrail.api.order.OrderMoneyCommand.RequestVoid;
import io.ordertrail.api.order.OrderMoneyCommand.RetryAsk;
import io.ordertrail.api.order.OrderMoneyCommand.WaivePayment;
import io.ordertrail.model.kernel.ApprovalLimits;
import io.ordertrail.model.order.OrderRules;
import io.ordertrail.model.order.decision.ApprovalDecisions;
import io.ordertrail.model.order.decision.CancellationDecisions;
import io.ordertrail.model.order.decision.ChargebackDecisions;
import io.ordertrail.model.order.decision.DebtDecisions;
import io.ordertrail.model.order.decision.EditDecisions;
import io.ordertrail.model.order.decision.HoldDecisions;
import io.ordertrail.model.order.decision.PaymentAnswerDecisions;
import io.ordertrail.model.order.decision.PaymentDecisions;
import io.ordertrail.model.order.decision.PersonalDataDecisions;
import io.ordertrail.model.order.decision.ProblemDecisions;
import io.ordertrail.model.order.decision.ReturnDecisions;
import io.ordertrail.model.order.decision.ShipmentDecisions;
import io.ordertrail.model.order.decision.StockAnswerDecisions;
import java.time.Clock;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.spring.stereotype.Aggregate;

/** Which command is decided where. What an order checks are its {@link OrderRules}. */
@Aggregate(type = "order", repository = "orderRepository")
final class Order extends OrderDecider {

    /** Places the order; {@link OrderHandler} has seen to its names and its price. */
    static Order place(OrderCreated created) {
        Order order = new Order();
        apply(created);
        return order;
    }

    @CommandHandler
    Receipt handle(RecordPayment command, MetaData sender, Clock clock) {
        return decide(sender, clock, it -> new PaymentDecisions(it).received(command));
    }

    @CommandHandler
    Receipt handle(PayFromExchange command, MetaData sender, Clock clock) {
        return decide(sender, clock, it -> new PaymentDecisions(it).exchanged(command));
    }

    @CommandHandler
    Receipt handle(WaivePayment command, MetaData sender, Clock clock, ApprovalLimits limits) {
        return decide(sender, clock, it -> new ApprovalDecisions(it, limits).waive(command));
    }

    @CommandHandler
    Receipt handle(DenyApproval command, MetaData sender, Clock clock, ApprovalLimits limits) {
        return decide(sender, clock, it -> new ApprovalDecisions(it, limits).deny(command));
    }

    @CommandHandler
    Receipt handle(ExpireApproval command, MetaData sender, Clock clock, ApprovalLimits limits) {
        return decide(sender, clock, it -> new ApprovalDecisions(it, limits).expire(command));
    }

    @CommandHandler
    Receipt handle(RequestCapture command, MetaData sender, Clock clock) {
        return decide(sender, clock, it -> new PaymentDecisions(it).capture(command));
    }

    @CommandHandler
    Receipt handle(RequestVoid command, MetaData sender, Clock clock) {
        return decide(sender, clock, it -> new PaymentDecisions(it).giveUp(command));
    }

    @CommandHandler
    Receipt handle(RecordPaymentAnswer command, MetaData sender, Clock clock) {
        return decide(sender, clock, it -> new PaymentAnswerDecisions(it).heard(command));
    }

    @CommandHandler
    Receipt handle(RecordAskRefused command, MetaData sender, Clock clock) {
        return decide(sender, clock, it -> new PaymentAnswerDecisions(it).refused(command));
    }

    @CommandHandler
    Receipt handle(RecordRefund command, MetaData sender, Clock clock) {
        return decide(sender, clock, it -> new PaymentAnswerDecisions(it).refunded(command));
    }

    @CommandHandler
    Receipt handle(RecordChargeback command, MetaData sender, Clock clock) {
        return decide(sender, clock, it -> new ChargebackDecisions(it).taken(command));
    }

    @CommandHandler
    Receipt handle(RecordChargebackReversal command, MetaData sender, Clock clock) {
        return decide(sender, clock, it -> new ChargebackDecisions(it).won(command));
    }

    @CommandHandler
    Receipt handle(RetryAsk command, MetaData sender, Clock clock) {
        return decide(sender, clock, it -> new DebtDecisions(it).retry(command));
    }

    @CommandHandler
    Receipt handle(RecordStockAnswer command, MetaData sender, Clock clock) {
        return decide(sender, clock, it -> new StockAnswerDecisions(it).heard(command));
    }

    @CommandHandler
    Receipt handle(RecordStockAskTakenOver command, MetaData sender, Clock clock) {
        return decide(sender, clock, it -> new StockAnswerDecisions(it).takenOver(command));
    }

    @CommandHandler
    Receipt handle(HoldOrder command, MetaData sender, Clock clock) {
        return decide(sender, clock, it -> new HoldDecisions(it).hold(command));
    }

    @CommandHandler
    Receipt handle(ReleaseOrder command, MetaData sender, Clock clock) {
        return decide(sender, clock, it -> new HoldDecisions(it).release(command));
    }

    @CommandHandler
    Receipt handle(ApproveShipment command, MetaData sender, Clock clock) {
        return decide(sender, clock, it -> new ShipmentDecisions(it).approve(command));
    }

    @CommandHandler
    Receipt handle(RecordShipped command, MetaData sender, Clock clock) {
        return decide(sender, clock, it -> new ShipmentDecisions(it).shipped(command));
    }

    @CommandHandler
    Receipt handle(WithdrawShipment command, MetaData sender, Clock clock) {
        return decide(sender, clock, it -> new ShipmentDecisions(it).withdraw(command));
    }

    @CommandHandler
    Receipt handle(RecordDelivered command, MetaData sender, Clock clock) {
        return decide(sender, clock, it -> new ShipmentDecisions(it).delivered(command));
    }

    @CommandHandler
    Receipt handle(RecordUndelivered command, MetaData sender, Clock clock) {
        return decide(sender, clock, it -> new ShipmentDecisions(it).undelivered(command));
    }

    @CommandHandler
    Receipt handle(ResolveShipment command, MetaData sender, Clock clock) {
        return decide(sender, clock, it -> new ShipmentDecisions(it).resolve(command));
    }

    @CommandHandler
    Receipt handle(CancelOrder command, MetaData sender, Clock clock) {
        return decide(sender, clock, it -> new CancellationDecisions(it).cancel(command));
    }

    @CommandHandler
    Receipt handle(CancelLines command, MetaData sender, Clock clock) {
        return decide(sender, clock, it -> new CancellationDecisions(it).cancelLines(command));
    }

    @CommandHandler
    Receipt handle(ExpireOrder command, MetaData sender, Clock clock) {
        return decide(sender, clock, it -> new CancellationDecisions(it).expire(command));
    }

    @CommandHandler
    Receipt handle(ReportOverdue command, MetaData sender, Clock clock) {
        return decide(sender, clock, it -> new HoldDecisions(it).overdue(command));
    }

    @CommandHandler
    Receipt handle(ApplyEdit command, MetaData sender, Clock clock) {
        return decide(sender, clock, it -> new EditDecisions(it).make(command));
    }

    @CommandHandler
    Receipt handle(ChangeAddress command, MetaData sender, Clock clock) {
        return decide(sender, clock, it -> new EditDecisions(it).readdress(command));
    }

    @CommandHandler
    Receipt handle(AddNote command, MetaData sender, Clock clock) {
        return decide(sender, clock, it -> new ProblemDecisions(it).note(command));
    }

    @CommandHandler
    Receipt handle(ReportProblem command, MetaData sender, Clock clock) {
        return decide(sender, clock, it -> new ProblemDecisions(it).report(command));
    }

    @CommandHandler
    Receipt handle(ResolveProblem command, MetaData sender, Clock clock) {
        return decide(sender, clock, it -> new ProblemDecisions(it).resolve(command));
    }

    @CommandHandler
    Receipt handle(EraseOrderData command, MetaData sender, Clock clock) {
        return decide(sender, clock, it -> new PersonalDataDecisions(it).erase());
    }

    @CommandHandler
    Receipt handle(RecordReturn command, MetaData sender, Clock clock) {
        return decide(sender, clock, it -> new ReturnDecisions(it).heard(command));
    }
}
