package io.ordertrail.command.process;

import io.ordertrail.api.order.OrderCommand.ExpireOrder;
import io.ordertrail.api.order.OrderCommand.ReportOverdue;
import io.ordertrail.api.order.OrderCommand.RetryAsk;
import io.ordertrail.api.order.OrderEvent.AskRefused;
import io.ordertrail.api.order.OrderEvent.OrderCancelled;
import io.ordertrail.api.order.OrderEvent.OrderCompleted;
import io.ordertrail.api.order.OrderEvent.OrderConfirmed;
import io.ordertrail.api.order.OrderEvent.OrderCreated;
import io.ordertrail.api.payment.PaymentCommand.ExpireAuthorization;
import io.ordertrail.api.payment.PaymentEvent;
import io.ordertrail.api.payment.PaymentEvent.PaymentAuthorized;
import io.ordertrail.api.payment.PaymentEvent.PaymentCaptured;
import io.ordertrail.api.payment.PaymentEvent.PaymentExpired;
import io.ordertrail.api.payment.PaymentEvent.PaymentVoided;
import io.ordertrail.api.returns.ReturnCommand.ExpireReturn;
import io.ordertrail.api.returns.ReturnEvent;
import io.ordertrail.api.returns.ReturnEvent.ReturnApproved;
import io.ordertrail.api.returns.ReturnEvent.ReturnExpired;
import io.ordertrail.api.returns.ReturnEvent.ReturnItemsReceived;
import io.ordertrail.api.returns.ReturnEvent.ReturnRejected;
import io.ordertrail.axon.process.StepId;
import io.ordertrail.axon.process.Steps;
import java.time.Duration;
import java.time.Instant;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;

/**
 * What is to happen at a time unless something else happens before. Times run from when an event was recorded, never from what
 * a caller said. Whether it is still to happen, the subject decides when the time has come.
 */
final class DeadlinePolicy {

    static final String NAME = Deadlines.NAME;

    private static final Duration FIRST_RETRY = Duration.ofMinutes(1);
    private static final int DOUBLINGS_TO_AN_HOUR = 6;
    private static final Duration LONGEST_RETRY = Duration.ofHours(1);

    private final FulfilmentSettings settings;

    DeadlinePolicy(FulfilmentSettings settings) {
        this.settings = settings;
    }

    /** An imported order is history. */
    @EventHandler
    void on(OrderCreated event, @Timestamp Instant now, Steps steps) {
        if (!event.channel().equals(OrderCreated.IMPORT)) {
            steps.sendAt(
                    Deadlines.expiry(event.orderId()), now.plus(patience(event)), new ExpireOrder(event.orderId()));
        }
    }

    @EventHandler
    void on(OrderConfirmed event, @Timestamp Instant now, Steps steps) {
        steps.cancel(Deadlines.expiry(event.orderId()));
        steps.sendAt(
                Deadlines.overdue(event.orderId()), now.plus(settings.shipBy()), new ReportOverdue(event.orderId()));
    }

    @EventHandler
    void on(OrderCompleted event, Steps steps) {
        over(event.orderId(), steps);
    }

    @EventHandler
    void on(OrderCancelled event, Steps steps) {
        over(event.orderId(), steps);
    }

    @EventHandler
    void on(AskRefused event, @Timestamp Instant now, Steps steps) {
        steps.sendAt(
                Deadlines.retry(event.orderId(), event.paymentId(), event.number()),
                now.plus(afterFailures(event.failures())),
                new RetryAsk(event.orderId(), event.paymentId(), event.number()));
    }

    @EventHandler
    void on(PaymentAuthorized event, Steps steps) {
        steps.sendAt(promise(event), event.expiresAt(), new ExpireAuthorization(event.paymentId()));
    }

    @EventHandler
    void on(PaymentCaptured event, Steps steps) {
        if (event.left().isZero()) {
            steps.cancel(promise(event));
        }
    }

    @EventHandler
    void on(PaymentVoided event, Steps steps) {
        steps.cancel(promise(event));
    }

    @EventHandler
    void on(PaymentExpired event, Steps steps) {
        steps.cancel(promise(event));
    }

    @EventHandler
    void on(ReturnApproved event, Steps steps) {
        steps.sendAt(receipt(event), event.dueBy(), new ExpireReturn(event.returnId()));
    }

    @EventHandler
    void on(ReturnItemsReceived event, Steps steps) {
        steps.cancel(receipt(event));
    }

    @EventHandler
    void on(ReturnRejected event, Steps steps) {
        steps.cancel(receipt(event));
    }

    @EventHandler
    void on(ReturnExpired event, Steps steps) {
        steps.cancel(receipt(event));
    }

    /** Who pays at once keeps stock from others for a short while only. */
    private Duration patience(OrderCreated order) {
        if (order.payment() == null) {
            return settings.transfer();
        }
        return order.tracked().isEmpty() ? settings.payment() : settings.reservation();
    }

    /** A minute, two, four … an hour. */
    private static Duration afterFailures(int failures) {
        Duration later = FIRST_RETRY.multipliedBy(1L << Math.min(failures - 1, DOUBLINGS_TO_AN_HOUR));
        return later.compareTo(LONGEST_RETRY) > 0 ? LONGEST_RETRY : later;
    }

    private static void over(String orderId, Steps steps) {
        steps.cancel(Deadlines.expiry(orderId));
        steps.cancel(Deadlines.overdue(orderId));
    }

    private static StepId promise(PaymentEvent event) {
        return Deadlines.promise(event.orderId(), event.paymentId());
    }

    private static StepId receipt(ReturnEvent event) {
        return Deadlines.receipt(event.orderId(), event.returnId());
    }
}
