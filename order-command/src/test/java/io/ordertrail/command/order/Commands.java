package io.ordertrail.command.order;

import static io.ordertrail.command.order.Samples.ORDER;
import static io.ordertrail.command.order.Samples.edit;
import static io.ordertrail.command.order.Samples.eur;
import static io.ordertrail.command.order.Samples.payment;
import static io.ordertrail.command.order.Samples.shipment;

import io.ordertrail.api.order.CancellationReason;
import io.ordertrail.api.order.EditedLine;
import io.ordertrail.api.order.LineQuantity;
import io.ordertrail.api.order.LineRequest;
import io.ordertrail.api.order.NoteVisibility;
import io.ordertrail.api.order.OrderCommand.AddNote;
import io.ordertrail.api.order.OrderCommand.ApplyEdit;
import io.ordertrail.api.order.OrderCommand.ApproveShipment;
import io.ordertrail.api.order.OrderCommand.CancelLines;
import io.ordertrail.api.order.OrderCommand.CancelOrder;
import io.ordertrail.api.order.OrderCommand.HoldOrder;
import io.ordertrail.api.order.OrderCommand.ProposeEdit;
import io.ordertrail.api.order.OrderCommand.RecordDelivered;
import io.ordertrail.api.order.OrderCommand.RecordPayment;
import io.ordertrail.api.order.OrderCommand.RecordRefund;
import io.ordertrail.api.order.OrderCommand.RecordReturn;
import io.ordertrail.api.order.OrderCommand.RecordShipped;
import io.ordertrail.api.order.OrderCommand.RecordStockReserved;
import io.ordertrail.api.order.OrderCommand.ReleaseOrder;
import io.ordertrail.api.order.OrderCommand.ReportProblem;
import io.ordertrail.api.order.OrderCommand.RequestReturn;
import io.ordertrail.api.order.OrderCommand.ResolveProblem;
import io.ordertrail.api.order.OrderCommand.WaivePayment;
import io.ordertrail.api.order.OrderCommand.WithdrawShipment;
import io.ordertrail.api.order.PaymentKind;
import io.ordertrail.api.order.RefundKind;
import io.ordertrail.api.order.ReturnStage;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Commands to the sample order; without a time they mean now. */
final class Commands {

    private Commands() {}

    static RecordPayment pay(int n, PaymentKind kind, String amount, @Nullable Instant at) {
        return new RecordPayment(ORDER, payment(n), kind, "MANUAL", eur(amount), "bank-1", at);
    }

    static RecordPayment capture(String amount) {
        return pay(2, PaymentKind.CAPTURED, amount, null);
    }

    static RecordPayment authorize(String amount) {
        return pay(2, PaymentKind.AUTHORIZED, amount, null);
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

    static RecordPayment told(PaymentKind kind, String amount) {
        return told(kind, amount, null);
    }

    static RecordPayment told(PaymentKind kind, String amount, @Nullable Instant at) {
        return new RecordPayment(ORDER, payment(1), kind, "SANDBOX", eur(amount), null, at);
    }

    static RecordRefund refund(String refundId, String amount) {
        return refund(refundId, RefundKind.REFUND, amount);
    }

    static RecordRefund refund(String refundId, RefundKind kind, String amount) {
        return new RecordRefund(ORDER, payment(1), refundId, kind, eur(amount), null);
    }

    static RecordStockReserved reserve(LineQuantity... backordered) {
        return new RecordStockReserved(ORDER, List.of(backordered));
    }

    static WithdrawShipment withdraw(int n) {
        return new WithdrawShipment(ORDER, shipment(n), null);
    }

    static RequestReturn askBack(int n, LineQuantity... lines) {
        return new RequestReturn(ORDER, Samples.returned(n), List.of(lines), "too big", null, null, null);
    }

    static RecordReturn returnIs(int n, ReturnStage stage, LineQuantity... lines) {
        return new RecordReturn(ORDER, Samples.returned(n), stage, List.of(lines));
    }

    static ProposeEdit propose(int n, EditedLine... lines) {
        return new ProposeEdit(ORDER, edit(n), List.of(lines), "she wants more", null);
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
