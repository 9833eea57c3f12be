package io.ordertrail.command.order;

import static io.ordertrail.command.order.Samples.ORDER;
import static io.ordertrail.command.order.Samples.edit;
import static io.ordertrail.command.order.Samples.eur;
import static io.ordertrail.command.order.Samples.payment;
import static io.ordertrail.command.order.Samples.shipment;

import io.ordertrail.api.order.OrderCourseCommand.AddNote;
import io.ordertrail.api.order.OrderCourseCommand.ApplyEdit;
import io.ordertrail.api.order.OrderCourseCommand.CancelLines;
import io.ordertrail.api.order.OrderCourseCommand.CancelOrder;
import io.ordertrail.api.order.OrderCourseCommand.HoldOrder;
import io.ordertrail.api.order.OrderCourseCommand.ProposeEdit;
import io.ordertrail.api.order.OrderCourseCommand.ReleaseOrder;
import io.ordertrail.api.order.OrderCourseCommand.ReportProblem;
import io.ordertrail.api.order.OrderCourseCommand.ResolveProblem;
import io.ordertrail.api.order.OrderGoodsCommand.ApproveShipment;
import io.ordertrail.api.order.OrderGoodsCommand.RecordDelivered;
import io.ordertrail.api.order.OrderGoodsCommand.RecordReturn;
import io.ordertrail.api.order.OrderGoodsCommand.RecordShipped;
import io.ordertrail.api.order.OrderGoodsCommand.RecordStockAnswer;
import io.ordertrail.api.order.OrderGoodsCommand.RecordUndelivered;
import io.ordertrail.api.order.OrderGoodsCommand.RequestReturn;
import io.ordertrail.api.order.OrderGoodsCommand.ResolveShipment;
import io.ordertrail.api.order.OrderGoodsCommand.WithdrawShipment;
import io.ordertrail.api.order.OrderMoneyCommand.PayOrder;
import io.ordertrail.api.order.OrderMoneyCommand.RecordAskRefused;
import io.ordertrail.api.order.OrderMoneyCommand.RecordChargeback;
import io.ordertrail.api.order.OrderMoneyCommand.RecordChargebackReversal;
import io.ordertrail.api.order.OrderMoneyCommand.RecordPayment;
import io.ordertrail.api.order.OrderMoneyCommand.RecordPaymentAnswer;
import io.ordertrail.api.order.OrderMoneyCommand.RecordRefund;
import io.ordertrail.api.order.OrderMoneyCommand.RequestRefund;
import io.ordertrail.api.order.OrderMoneyCommand.RetryAsk;
import io.ordertrail.api.order.OrderMoneyCommand.SettleDebt;
import io.ordertrail.api.order.OrderMoneyCommand.WaivePayment;
import io.ordertrail.api.order.value.CancellationReason;
import io.ordertrail.api.order.value.DebtSettlement;
import io.ordertrail.api.order.value.EditedLine;
import io.ordertrail.api.order.value.LineQuantity;
import io.ordertrail.api.order.value.LineRequest;
import io.ordertrail.api.order.value.NoteVisibility;
import io.ordertrail.api.order.value.PaymentKind;
import io.ordertrail.api.order.value.RefundKind;
import io.ordertrail.api.order.value.ReturnStage;
import io.ordertrail.api.payment.PaymentChoice;
import io.ordertrail.api.payment.PaymentOperation;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Commands to the sample order; without a time they mean now. */
final class Commands {

    private Commands() {}

    /** Money that came another way. */
    static RecordPayment received(int n, String amount, @Nullable String reference, @Nullable Instant at) {
        return new RecordPayment(ORDER, payment(n), eur(amount), reference, at);
    }

    static RecordPayment received(String amount) {
        return received(2, amount, "bank-1", null);
    }

    static PayOrder pay(int n, @Nullable String amount) {
        return new PayOrder(ORDER, payment(n), PaymentChoice.sandbox("ok"), amount == null ? null : eur(amount));
    }

    static WaivePayment waive() {
        return new WaivePayment(ORDER, "Long-standing customer", null);
    }

    static HoldOrder hold() {
        return new HoldOrder(ORDER, "FRAUD_CHECK", "odd address", null);
    }

    static ReleaseOrder release() {
        return release(null);
    }

    static ReleaseOrder release(@Nullable Instant at) {
        return new ReleaseOrder(ORDER, "all right", at);
    }

    static ApproveShipment approve(int n, LineQuantity... lines) {
        return new ApproveShipment(ORDER, shipment(n), List.of(lines), null);
    }

    static RecordShipped dispatch(int n) {
        return dispatch(n, null);
    }

    static RecordShipped dispatch(int n, @Nullable Instant at) {
        return new RecordShipped(ORDER, shipment(n), "DHL", "JD-1", at);
    }

    static RecordDelivered deliver(int n) {
        return deliver(n, null);
    }

    static RecordDelivered deliver(int n, @Nullable Instant at) {
        return new RecordDelivered(ORDER, shipment(n), at);
    }

    static CancelOrder cancel() {
        return cancel(null);
    }

    static CancelOrder cancel(@Nullable Instant at) {
        return new CancelOrder(ORDER, CancellationReason.CUSTOMER, "changed her mind", at);
    }

    static CancelLines cancelLines(LineQuantity... lines) {
        return new CancelLines(ORDER, List.of(lines), CancellationReason.UNAVAILABLE, null, null);
    }

    static AddNote note(String text) {
        return new AddNote(ORDER, text, NoteVisibility.INTERNAL, null);
    }

    static RecordPaymentAnswer told(PaymentKind kind, String amount) {
        return told(1, null, kind, amount, null);
    }

    static RecordPaymentAnswer told(
            int n, @Nullable Integer number, PaymentKind kind, String amount, @Nullable Instant at) {
        return new RecordPaymentAnswer(
                ORDER,
                payment(n),
                number,
                kind,
                "SANDBOX",
                eur(amount),
                null,
                null,
                null,
                at == null ? Samples.NOW : at);
    }

    static RecordAskRefused refuse(String paymentId, int number, PaymentOperation operation, String reason) {
        return new RecordAskRefused(ORDER, paymentId, number, operation, reason, Samples.NOW);
    }

    static RecordRefund refunded(String paymentId, int number, String amount) {
        return new RecordRefund(ORDER, paymentId, number, eur(amount), Samples.NOW);
    }

    static RequestRefund giveBack(String paymentId, RefundKind kind, @Nullable String amount) {
        return new RequestRefund(ORDER, paymentId, amount == null ? null : eur(amount), kind, null, "late", null);
    }

    static RecordChargeback chargeback(String paymentId, String id, String amount) {
        return new RecordChargeback(ORDER, paymentId, id, eur(amount), "FRAUD", Samples.NOW);
    }

    static RecordChargebackReversal dispute(String paymentId, String id, String amount) {
        return new RecordChargebackReversal(ORDER, paymentId, id, eur(amount), Samples.NOW);
    }

    static SettleDebt settle(String debtId, DebtSettlement how, @Nullable String amount, @Nullable String accountId) {
        return new SettleDebt(
                ORDER, debtId, how, amount == null ? null : eur(amount), accountId, null, "agreed on the phone");
    }

    static RetryAsk retry(String subject, int number) {
        return new RetryAsk(ORDER, subject, number);
    }

    /** What stock keeps of the tees. */
    static RecordStockAnswer stock(int number, long position, int reserved, int backordered, int refused) {
        return new RecordStockAnswer(ORDER, "1", number, position, reserved, backordered, refused, 0);
    }

    static RecordUndelivered undelivered(int n, boolean cameBack) {
        return new RecordUndelivered(ORDER, shipment(n), cameBack, null, null);
    }

    static ResolveShipment resolveShipment(int n, boolean sendAgain) {
        return new ResolveShipment(ORDER, shipment(n), sendAgain, "it is gone");
    }

    static WithdrawShipment withdraw(int n) {
        return new WithdrawShipment(ORDER, shipment(n), null);
    }

    static RequestReturn askBack(int n, LineQuantity... lines) {
        return new RequestReturn(ORDER, Samples.returned(n), List.of(lines), "too big", null, null, null, null);
    }

    static RecordReturn returnIs(int n, ReturnStage stage, LineQuantity... lines) {
        return new RecordReturn(ORDER, Samples.returned(n), stage, List.of(lines), null, null, null);
    }

    static RecordReturn inspected(int n, String accepted, @Nullable String shipping) {
        return new RecordReturn(
                ORDER,
                Samples.returned(n),
                ReturnStage.INSPECTED,
                List.of(),
                eur(accepted),
                shipping == null ? null : eur(shipping),
                null);
    }

    static ProposeEdit propose(int n, EditedLine... lines) {
        return new ProposeEdit(ORDER, edit(n), List.of(lines), null, "she wants more", null);
    }

    static ApplyEdit apply(int n) {
        return new ApplyEdit(ORDER, edit(n), null);
    }

    static EditedLine change(String lineId, int quantity) {
        return new EditedLine(lineId, quantity, null);
    }

    static EditedLine add(LineRequest line) {
        return new EditedLine(null, line.quantity(), line);
    }

    static ReportProblem report(String problemId) {
        return new ReportProblem(ORDER, problemId, "STEP_STUCK", "The refund does not go through.");
    }

    static ResolveProblem resolve(String problemId) {
        return new ResolveProblem(ORDER, problemId, "done by hand");
    }
}
