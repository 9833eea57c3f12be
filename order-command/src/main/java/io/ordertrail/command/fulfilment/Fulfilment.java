package io.ordertrail.command.fulfilment;

import static io.ordertrail.command.fulfilment.Promise.Answer.REFUSED;

import io.ordertrail.api.order.OrderEvent.OrderBackorderFilled;
import io.ordertrail.api.order.OrderEvent.OrderCancelled;
import io.ordertrail.api.order.OrderEvent.OrderCompleted;
import io.ordertrail.api.order.OrderEvent.OrderConfirmed;
import io.ordertrail.api.order.OrderEvent.OrderCreated;
import io.ordertrail.api.order.OrderEvent.OrderEdited;
import io.ordertrail.api.order.OrderEvent.OrderLinesCancelled;
import io.ordertrail.api.order.OrderEvent.OrderPaymentChosen;
import io.ordertrail.api.order.OrderEvent.OrderReleased;
import io.ordertrail.api.order.OrderEvent.OrderStockRequested;
import io.ordertrail.api.order.OrderEvent.OrderStockReserved;
import io.ordertrail.api.order.OrderEvent.PaymentProcessed;
import io.ordertrail.api.order.OrderEvent.PaymentWaived;
import io.ordertrail.api.order.PaymentKind;
import io.ordertrail.api.order.PaymentTerms;
import io.ordertrail.api.order.StockLine;
import io.ordertrail.api.payment.PaymentChoice;
import io.ordertrail.api.payment.PaymentEvent.PaymentDeclined;
import io.ordertrail.api.payment.PaymentEvent.PaymentExpired;
import io.ordertrail.api.process.ProcessEvent.StepRefused;
import io.ordertrail.api.stock.ReleaseReason;
import io.ordertrail.api.stock.StockEvent.BackorderFilled;
import io.ordertrail.api.stock.StockEvent.BackorderRecorded;
import io.ordertrail.api.stock.StockEvent.ReservationReleased;
import io.ordertrail.api.stock.StockEvent.StockReserved;
import io.ordertrail.axon.process.Steps;
import io.ordertrail.command.fulfilment.FulfilmentSettings.Shipments;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.modelling.saga.SagaLifecycle;
import org.axonframework.modelling.saga.StartSaga;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Takes an order from its placing to its end: stock first, then the payment that was named, then what follows from the
 * confirmation; and takes all of it back when the order is cancelled. Its money is {@link Settlement}'s.
 *
 * <p>An imported order is history and starts none of this.
 */
public class Fulfilment {

    private static final String IMPORT = "IMPORT";

    private String orderId = "";
    private @Nullable Money value;
    private PaymentTerms terms = PaymentTerms.AUTH_FIRST;
    private @Nullable PaymentChoice choice;
    private Promises promises = Promises.NONE;

    /** Counts what is asked of the stock: at the placing, and after each edit. */
    private int rounds;

    private int payments;
    private int shipments;
    private boolean confirmed;
    private boolean cancelled;

    @StartSaga
    @SagaEventHandler(associationProperty = "orderId")
    void placed(OrderCreated order, @Timestamp Instant now, Steps steps, FulfilmentSettings settings) {
        if (order.channel().equals(IMPORT)) {
            SagaLifecycle.end();
            return;
        }
        SagaLifecycle.associateWith("subject", order.orderId());
        orderId = order.orderId();
        value = order.totals().grand();
        terms = order.paymentTerms();
        sending(steps).expireAt(now.plus(settings.transfer()));
    }

    @SagaEventHandler(associationProperty = "orderId")
    void stockIsNeeded(OrderStockRequested order, @Timestamp Instant now, Steps steps, FulfilmentSettings settings) {
        ask(order.lines(), now.plus(settings.reservation()), sending(steps));
        sending(steps).expireAt(now.plus(settings.reservation()));
    }

    @SagaEventHandler(associationProperty = "orderId")
    void paymentIsNamed(OrderPaymentChosen order, @Timestamp Instant now, Steps steps, FulfilmentSettings settings) {
        choice = order.choice();
        if (promises.isEmpty()) {
            Duration patience = settings.payment();
            sending(steps).expireAt(now.plus(patience));
            pay(value, sending(steps));
        }
    }

    @SagaEventHandler(associationProperty = "orderId")
    void reserved(StockReserved stock, Steps steps) {
        answered(stock.lineId(), promises.grant(stock.lineId(), Math.toIntExact(stock.quantity()), true), steps);
    }

    @SagaEventHandler(associationProperty = "orderId")
    void backordered(BackorderRecorded stock, Steps steps) {
        answered(stock.lineId(), promises.grant(stock.lineId(), Math.toIntExact(stock.quantity()), false), steps);
    }

    @SagaEventHandler(associationProperty = "orderId")
    void filled(BackorderFilled stock) {
        promises = promises.fill(stock.lineId());
    }

    @SagaEventHandler(associationProperty = "orderId")
    void released(ReservationReleased stock) {
        // Of an order that goes on, only some units were cancelled.
        if (cancelled && stock.reason() == ReleaseReason.ORDER_CANCELLED) {
            promises = promises.release(stock.lineId());
            endOnceUndone();
        }
    }

    @SagaEventHandler(associationProperty = "orderId")
    void stockIsThere(
            OrderStockReserved order, @SequenceNumber long version, Steps steps, FulfilmentSettings settings) {
        // What came meanwhile was told by stock too early: nobody waited for it yet.
        order.backordered().stream()
                .filter(line -> promises.isThere(line.lineId()))
                .forEach(line -> sending(steps).backorderFilled(line, version));
        if (!confirmed && payments == 0) {
            pay(value, sending(steps));
        }
        shipMore(steps, settings);
    }

    @SagaEventHandler(associationProperty = "orderId")
    void confirmed(OrderConfirmed order, @Timestamp Instant now, Steps steps, FulfilmentSettings settings) {
        confirmed = true;
        Sending sending = sending(steps);
        sending.expireNoMore();
        sending.overdueAt(now.plus(settings.shipBy()));
        promises.held().forEach(line -> sending.confirm(line.getKey(), line.getValue()));
        ship(sending, settings);
    }

    @SagaEventHandler(associationProperty = "orderId")
    void moreCanLeave(OrderBackorderFilled order, Steps steps, FulfilmentSettings settings) {
        shipMore(steps, settings);
    }

    @SagaEventHandler(associationProperty = "orderId")
    void heldNoMore(OrderReleased order, Steps steps, FulfilmentSettings settings) {
        shipMore(steps, settings);
    }

    /** Money that is received after it was promised lets nothing leave that could not leave before. */
    @SagaEventHandler(associationProperty = "orderId")
    void paid(PaymentProcessed order, Steps steps, FulfilmentSettings settings) {
        PaymentKind enough = terms == PaymentTerms.AUTH_FIRST ? PaymentKind.AUTHORIZED : PaymentKind.CAPTURED;
        if (order.kind() == enough || order.method().equals(PaymentChoice.MANUAL)) {
            shipMore(steps, settings);
        }
    }

    @SagaEventHandler(associationProperty = "orderId")
    void needNotBePaid(PaymentWaived order, Steps steps, FulfilmentSettings settings) {
        shipMore(steps, settings);
    }

    @SagaEventHandler(associationProperty = "orderId")
    void declined(PaymentDeclined payment, Steps steps) {
        holdIfLost(payment.paymentId(), "The payment was declined: " + payment.reason(), steps);
    }

    /**
     * What was promised can no longer be had: it is asked for again the same way, once for each time it expires. How to ask
     * again for what somebody else began is not known here.
     */
    @SagaEventHandler(associationProperty = "orderId")
    void expired(PaymentExpired payment, Steps steps) {
        if (!confirmed || cancelled) {
            return;
        }
        if (numberOf(payment.paymentId()) > 0) {
            pay(payment.amount(), sending(steps));
        } else {
            hold(payment.paymentId(), "The authorisation has expired", steps);
        }
    }

    @SagaEventHandler(associationProperty = "orderId")
    void edited(OrderEdited order, @Timestamp Instant now, Steps steps, FulfilmentSettings settings) {
        Sending sending = sending(steps);
        Promises before = promises;
        value = order.totals().grand();
        List<StockLine> more =
                order.stock().stream().filter(line -> line.quantity() > 0).toList();
        order.stock().stream()
                .filter(line -> line.quantity() < 0)
                .forEach(line -> promises.of(line.lineId()).ifPresent(promise -> {
                    String round = "edit:" + order.editId();
                    lessen(line.lineId(), promise, -line.quantity(), ReleaseReason.ORDER_EDITED, round, sending);
                }));
        if (more.isEmpty()) {
            tellOnceKept(before, sending);
        } else {
            ask(more, now.plus(settings.reservation()), sending);
        }
        if (payments > 0 && order.difference().isPositive()) {
            pay(order.difference(), sending);
        }
    }

    @SagaEventHandler(associationProperty = "orderId")
    void fewer(OrderLinesCancelled order, Steps steps) {
        Sending sending = sending(steps);
        Promises before = promises;
        order.lines()
                .forEach(line -> promises.of(line.lineId()).ifPresent(promise -> {
                    // How many are left tells one cancellation of a line from the next.
                    String round = "cancelled:" + (promise.quantity() - line.quantity());
                    lessen(line.lineId(), promise, line.quantity(), ReleaseReason.ORDER_CANCELLED, round, sending);
                }));
        tellOnceKept(before, sending);
    }

    @SagaEventHandler(associationProperty = "orderId")
    void cancelled(OrderCancelled order, Steps steps) {
        cancelled = true;
        Sending sending = sending(steps);
        sending.expireNoMore();
        sending.overdueNoMore();
        promises.held().forEach(line -> release(line.getKey(), sending));
        endOnceUndone();
    }

    @SagaEventHandler(associationProperty = "orderId")
    void completed(OrderCompleted order, Steps steps) {
        sending(steps).overdueNoMore();
        SagaLifecycle.end();
    }

    @SagaEventHandler(associationProperty = "subject")
    void refused(StepRefused no, Steps steps) {
        if (!no.process().equals(Sending.PROCESS)) {
            return;
        }
        if (no.kind().startsWith(Sending.RESERVE)) {
            String lineId = Sending.lineOf(no.kind());
            answered(lineId, promises.refuse(lineId, Sending.roundOf(no.kind())), steps);
        } else if (no.kind().startsWith(Sending.CONFIRM)) {
            sending(steps)
                    .problem(no.kind(), no.code(), "Its stock was lost before the order was confirmed: " + no.detail());
        } else if (no.kind().startsWith(Sending.PAY)) {
            String paymentId = Sending.paymentOf(orderId, Sending.attemptOf(no.kind()));
            holdIfLost(paymentId, "It could not be paid: " + no.detail(), steps);
        }
    }

    private void ask(List<StockLine> lines, Instant until, Sending sending) {
        rounds++;
        for (StockLine line : lines) {
            promises = promises.ask(line, rounds);
            promises.of(line.lineId()).ifPresent(promise -> sending.reserve(line.lineId(), promise, rounds, until));
        }
    }

    /** An answer to one line that makes {@code after} of the promises. One that nobody waits for changes nothing. */
    private void answered(String lineId, Promises after, Steps steps) {
        promises.of(lineId).filter(Promise::isOpen).ifPresent(wanted -> {
            promises = after;
            promises.of(lineId)
                    .filter(got -> !got.isOpen())
                    .ifPresent(got -> settled(lineId, wanted.quantity(), got, sending(steps)));
        });
    }

    /** One line is answered for good; with the last one it is known whether the order can be had. */
    private void settled(String lineId, int wanted, Promise got, Sending sending) {
        if (cancelled) {
            // It was on its way when the order was cancelled.
            release(lineId, sending);
            endOnceUndone();
            return;
        }
        // It may want fewer by now than were asked for.
        lessen(lineId, got, got.quantity() - wanted, ReleaseReason.ORDER_EDITED, "asked:" + rounds, sending);
        boolean refused =
                promises.of(lineId).filter(line -> line.answer() == REFUSED).isPresent();
        if (refused && rounds > 1) {
            sending.problem(
                    "stock:" + lineId + ":" + rounds,
                    "OUT_OF_STOCK",
                    "Line " + lineId + " was changed, and its stock cannot be had.");
        } else if (refused) {
            sending.stockRejected(lineId);
        } else if (promises.areKept()) {
            tell(sending);
        }
    }

    /** Units that could not be had are not released: nobody has them. Of an open line it is not known yet what it has. */
    private void lessen(
            String lineId, Promise promise, int fewer, ReleaseReason reason, String round, Sending sending) {
        promises = promises.lessen(lineId, fewer);
        int had = fewer - promise.refused();
        if (had > 0 && !promise.isOpen()) {
            sending.releaseSome(lineId, promise, had, reason, round);
        }
    }

    /** What could not be had is not wanted any more: the order may hear of the rest. */
    private void tellOnceKept(Promises before, Sending sending) {
        if (!before.areKept() && promises.areKept()) {
            tell(sending);
        }
    }

    private void tell(Sending sending) {
        sending.stockReserved(promises.backordered(), rounds);
        promises = promises.told();
    }

    private void pay(@Nullable Money amount, Sending sending) {
        if (choice != null && amount != null && amount.isPositive()) {
            payments++;
            sending.pay(choice, amount, terms != PaymentTerms.AUTH_FIRST, payments);
        }
    }

    /** Goods that were confirmed on a promise that is gone stay where they are until somebody has looked. */
    private void holdIfLost(String paymentId, String why, Steps steps) {
        if (confirmed && numberOf(paymentId) > 1) {
            hold(paymentId, why, steps);
        }
    }

    private void hold(String paymentId, String why, Steps steps) {
        sending(steps).hold(paymentId, "PAYMENT_LOST", why);
    }

    /** Which of the payments that were begun here it is, from 1; 0 where somebody else began it. */
    private int numberOf(String paymentId) {
        return IntStream.rangeClosed(1, payments)
                .filter(number -> Sending.paymentOf(orderId, number).equals(paymentId))
                .findFirst()
                .orElse(0);
    }

    /** What could not leave may leave by now. The order refuses a shipment of nothing, which does no harm. */
    private void shipMore(Steps steps, FulfilmentSettings settings) {
        if (confirmed && !cancelled) {
            ship(sending(steps), settings);
        }
    }

    private void ship(Sending sending, FulfilmentSettings settings) {
        if (settings.shipments() == Shipments.AUTOMATIC) {
            shipments++;
            sending.ship(shipments);
        }
    }

    private void release(String lineId, Sending sending) {
        promises.of(lineId)
                .filter(Promise::isHeld)
                .ifPresent(promise -> sending.release(lineId, promise, ReleaseReason.ORDER_CANCELLED));
    }

    /** What is still on its way must be answered before it can be taken back. */
    private void endOnceUndone() {
        if (cancelled && promises.areAnswered() && promises.held().findAny().isEmpty()) {
            SagaLifecycle.end();
        }
    }

    private Sending sending(Steps steps) {
        return new Sending(steps, orderId);
    }
}
