package io.ordertrail.command.order;

import static io.ordertrail.command.order.Samples.ORDER;
import static io.ordertrail.command.order.Samples.eur;
import static io.ordertrail.command.order.Samples.payment;
import static io.ordertrail.command.order.Samples.shipment;

import io.ordertrail.api.order.CancellationReason;
import io.ordertrail.api.order.LineQuantity;
import io.ordertrail.api.order.NoteVisibility;
import io.ordertrail.api.order.OrderCommand.AddNote;
import io.ordertrail.api.order.OrderCommand.ApproveShipment;
import io.ordertrail.api.order.OrderCommand.CancelLines;
import io.ordertrail.api.order.OrderCommand.CancelOrder;
import io.ordertrail.api.order.OrderCommand.HoldOrder;
import io.ordertrail.api.order.OrderCommand.RecordDelivered;
import io.ordertrail.api.order.OrderCommand.RecordPayment;
import io.ordertrail.api.order.OrderCommand.RecordShipped;
import io.ordertrail.api.order.OrderCommand.ReleaseOrder;
import io.ordertrail.api.order.OrderCommand.WaivePayment;
import io.ordertrail.api.order.PaymentKind;
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
}
