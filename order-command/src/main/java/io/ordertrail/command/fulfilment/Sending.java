package io.ordertrail.command.fulfilment;

import io.ordertrail.api.order.LineQuantity;
import io.ordertrail.api.order.OrderCommand.ApproveShipment;
import io.ordertrail.api.order.OrderCommand.ExpireOrder;
import io.ordertrail.api.order.OrderCommand.HoldOrder;
import io.ordertrail.api.order.OrderCommand.RecordBackorderFilled;
import io.ordertrail.api.order.OrderCommand.RecordStockRejected;
import io.ordertrail.api.order.OrderCommand.RecordStockReserved;
import io.ordertrail.api.order.OrderCommand.ReportOverdue;
import io.ordertrail.api.order.OrderCommand.ReportProblem;
import io.ordertrail.api.order.OrderCommand.ResolveProblem;
import io.ordertrail.api.order.OrderId;
import io.ordertrail.api.payment.PaymentChoice;
import io.ordertrail.api.payment.PaymentCommand.CapturePayment;
import io.ordertrail.api.payment.PaymentCommand.ExpireAuthorization;
import io.ordertrail.api.payment.PaymentCommand.InitiatePayment;
import io.ordertrail.api.payment.PaymentCommand.RefundPayment;
import io.ordertrail.api.payment.PaymentCommand.VoidPayment;
import io.ordertrail.api.process.ProcessEvent.StepRefused;
import io.ordertrail.api.stock.ReleaseReason;
import io.ordertrail.api.stock.StockCommand.ConfirmReservation;
import io.ordertrail.api.stock.StockCommand.ReleaseReservation;
import io.ordertrail.api.stock.StockCommand.ReserveStock;
import io.ordertrail.api.stock.StockItemId;
import io.ordertrail.axon.process.StepId;
import io.ordertrail.axon.process.Steps;
import io.ordertrail.command.fulfilment.Asks.Ask;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.joda.money.Money;

/** Every step of the fulfilment of an order, and what it sends. */
record Sending(Steps steps, String orderId) {

    static final String PROCESS = "fulfilment";
    static final String RESERVE = "reserve:";
    static final String CONFIRM = "confirm:";
    static final String PAY = "pay:";
    static final String CAPTURE = "capture:";
    static final String REFUND = "refund:";

    /** A payment is busy with another request: a refusal of this moment only. */
    static final String BUSY = "OPERATION_IN_PROGRESS";

    private static final int LONGEST_WAIT_MINUTES = 60;
    private static final String FAILED_BEFORE = "Refund failed before";

    /** @param round tells apart what is asked at the placing and what after each edit */
    void reserve(String lineId, Promise promise, int round, Instant until) {
        steps.send(
                step(RESERVE + lineId + ":" + round),
                new ReserveStock(StockItemId.of(promise.sku()), orderId, lineId, promise.quantity(), until));
    }

    /** The line that a step of {@link #reserve} was about. */
    static String lineOf(String step) {
        return step.substring(RESERVE.length(), step.lastIndexOf(':'));
    }

    /** The round of a step of {@link #reserve}. */
    static int roundOf(String step) {
        return Integer.parseInt(step.substring(step.lastIndexOf(':') + 1));
    }

    void stockReserved(List<LineQuantity> backordered, int round) {
        steps.send(step("stock-reserved:" + round), new RecordStockReserved(orderId, backordered));
    }

    /** @param version of the event by which the order began to wait for them */
    void backorderFilled(LineQuantity line, long version) {
        steps.send(
                step("filled:" + line.lineId() + ":" + version),
                new RecordBackorderFilled(orderId, line.lineId(), line.quantity()));
    }

    void stockRejected(String lineId) {
        steps.send(step("stock-rejected"), new RecordStockRejected(orderId, lineId));
    }

    void confirm(String lineId, Promise promise) {
        steps.send(step(CONFIRM + lineId), new ConfirmReservation(StockItemId.of(promise.sku()), orderId, lineId));
    }

    void release(String lineId, Promise promise, ReleaseReason reason) {
        steps.compensate(
                step("release:" + lineId),
                new ReleaseReservation(StockItemId.of(promise.sku()), orderId, lineId, null, reason));
    }

    /** @param round as of {@link #reserve}, or how often lines were cancelled */
    void releaseSome(String lineId, Promise promise, long units, ReleaseReason reason, String round) {
        steps.compensate(
                step("release:" + lineId + ":" + round),
                new ReleaseReservation(StockItemId.of(promise.sku()), orderId, lineId, units, reason));
    }

    /** @param attempt from 1: a payment that was declined or has expired is not tried again, another one is */
    void pay(PaymentChoice choice, Money amount, boolean captureAtOnce, int attempt) {
        String paymentId = paymentOf(orderId, attempt);
        steps.send(step(PAY + attempt), new InitiatePayment(paymentId, orderId, choice, amount, captureAtOnce));
    }

    /** The payment that {@link #pay} begins. */
    static String paymentOf(String orderId, int attempt) {
        return OrderId.payment(orderId, step(orderId, PAY + attempt).text());
    }

    /** The attempt of a step of {@link #pay}. */
    static int attemptOf(String step) {
        return Integer.parseInt(step.substring(PAY.length()));
    }

    /** @param number counts the captures of the order, from 1 */
    void capture(String paymentId, Money amount, String shipmentId, int number) {
        steps.send(step(captureStep(paymentId, number)), new CapturePayment(paymentId, amount, shipmentId));
    }

    static String captureStep(String paymentId, int number) {
        return CAPTURE + number + ":" + paymentId;
    }

    /** The payment that a step of {@link #capture} was about. */
    static String paymentOf(String step) {
        return step.substring(step.lastIndexOf(':') + 1);
    }

    void voidRest(String paymentId, String why) {
        steps.compensate(step("void:" + paymentId), new VoidPayment(paymentId, why));
    }

    /** @param attempt from 1: the provider may refuse a refund, which is then asked for again as another one */
    void refund(String paymentId, Money amount, int attempt, String why) {
        String step = refundStep(paymentId, attempt);
        steps.compensate(step(step), new RefundPayment(paymentId, refundOf(step), amount, why));
    }

    void refundAt(Instant when, String paymentId, Money amount, int attempt) {
        String step = refundStep(paymentId, attempt);
        steps.sendAt(step(step), when, new RefundPayment(paymentId, refundOf(step), amount, FAILED_BEFORE));
    }

    /** What a busy payment refused, once more and under the same name: that says nothing against it. */
    void again(StepRefused busy, Ask ask) {
        StepId next = StepId.of(busy).again();
        Duration later = Duration.ofMinutes(Math.min(busy.number(), LONGEST_WAIT_MINUTES));
        Object command = busy.kind().startsWith(CAPTURE)
                ? new CapturePayment(ask.paymentId(), ask.amount(), ask.shipmentId())
                : new RefundPayment(ask.paymentId(), refundOf(busy.kind()), ask.amount(), FAILED_BEFORE);
        steps.sendAt(next, busy.at().plus(later), command);
    }

    /** Whether the refund is one of ours. */
    static boolean isOurs(String paymentId, String refundId) {
        return refundId.startsWith(PROCESS + ":" + paymentId + ":");
    }

    /** Whether the refund is a return's: its id begins with the return's. */
    static boolean isForGoods(String refundId) {
        return refundId.startsWith("return-");
    }

    static String refundStep(String paymentId, int attempt) {
        return REFUND + paymentId + ":" + attempt;
    }

    /** The step that asked for one of ours. */
    static String refundStep(String refundId) {
        return REFUND + refundId.substring(refundId.indexOf(':') + 1);
    }

    private static String refundOf(String step) {
        return PROCESS + ":" + step.substring(REFUND.length());
    }

    void expireAt(Instant when) {
        steps.sendAt(step("expire"), when, new ExpireOrder(orderId));
    }

    void expireNoMore() {
        steps.cancel(step("expire"));
    }

    void overdueAt(Instant when) {
        steps.sendAt(step("overdue"), when, new ReportOverdue(orderId));
    }

    void overdueNoMore() {
        steps.cancel(step("overdue"));
    }

    void authorizationEndsAt(Instant when, String paymentId) {
        steps.sendAt(step("authorization-end:" + paymentId), when, new ExpireAuthorization(paymentId));
    }

    void authorizationNeedNotEnd(String paymentId) {
        steps.cancel(step("authorization-end:" + paymentId));
    }

    /** All that is in stock and not approved yet, in one shipment. */
    void ship(int number) {
        StepId step = step("ship:" + number);
        steps.send(step, new ApproveShipment(orderId, OrderId.shipment(orderId, step.text()), List.of(), null));
    }

    /** @param paymentId which is lost once, while an order may be held more than once */
    void hold(String paymentId, String reason, String note) {
        steps.send(step("hold:" + reason + ":" + paymentId), new HoldOrder(orderId, reason, note, null));
    }

    void problem(String problemId, String code, String detail) {
        steps.send(step("problem:" + problemId), new ReportProblem(orderId, problemId, code, detail));
    }

    void noProblem(String problemId, String note) {
        steps.send(step("no-problem:" + problemId), new ResolveProblem(orderId, problemId, note));
    }

    private StepId step(String step) {
        return step(orderId, step);
    }

    private static StepId step(String orderId, String step) {
        return StepId.first(PROCESS, orderId, step);
    }
}
