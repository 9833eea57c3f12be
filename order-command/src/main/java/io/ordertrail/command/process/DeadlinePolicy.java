package io.ordertrail.command.process;

import io.ordertrail.api.account.AccountCommand.ExpireAdjustment;
import io.ordertrail.api.account.AccountEvent.AdjustmentApproved;
import io.ordertrail.api.account.AccountEvent.AdjustmentAsked;
import io.ordertrail.api.account.AccountEvent.AdjustmentDenied;
import io.ordertrail.api.order.OrderApprovalCommand.ExpireApproval;
import io.ordertrail.api.order.OrderCourseCommand.ExpireOrder;
import io.ordertrail.api.order.OrderCourseCommand.ReportOverdue;
import io.ordertrail.api.order.OrderCourseEvent.OrderCancelled;
import io.ordertrail.api.order.OrderCourseEvent.OrderCompleted;
import io.ordertrail.api.order.OrderCourseEvent.OrderConfirmed;
import io.ordertrail.api.order.OrderCourseEvent.OrderCreated;
import io.ordertrail.api.order.OrderMoneyCommand.RetryAsk;
import io.ordertrail.api.order.OrderMoneyEvent.ApprovalAsked;
import io.ordertrail.api.order.OrderMoneyEvent.ApprovalDenied;
import io.ordertrail.api.order.OrderMoneyEvent.ApprovalGiven;
import io.ordertrail.api.order.OrderMoneyEvent.AskRefused;
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
import io.ordertrail.axon.process.step.StepId;
import io.ordertrail.axon.process.step.StepOutbox;
import java.time.Instant;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;

/**
 * What is to happen at a time unless something else happens before. Times run from when an event was recorded, never
 * from what a caller said. Whether it is still to happen, the subject decides when the time has come.
 */
final class DeadlinePolicy {

    static final String NAME = Deadlines.NAME;

    @EventHandler
    void on(OrderCreated event, @Timestamp Instant now, StepOutbox steps) {
        if (event.confirmWithin() != null) {
            steps.sendAt(
                    Deadlines.expiry(event.orderId()),
                    now.plus(event.confirmWithin()),
                    new ExpireOrder(event.orderId()));
        }
    }

    @EventHandler
    void on(OrderConfirmed event, @Timestamp Instant now, StepOutbox steps) {
        steps.cancel(Deadlines.expiry(event.orderId()));
        if (event.shipWithin() != null) {
            steps.sendAt(
                    Deadlines.overdue(event.orderId()),
                    now.plus(event.shipWithin()),
                    new ReportOverdue(event.orderId()));
        }
    }

    @EventHandler
    void on(OrderCompleted event, StepOutbox steps) {
        over(event.orderId(), steps);
    }

    @EventHandler
    void on(OrderCancelled event, StepOutbox steps) {
        over(event.orderId(), steps);
    }

    @EventHandler
    void on(AskRefused event, @Timestamp Instant now, StepOutbox steps) {
        steps.sendAt(
                Deadlines.retry(event.orderId(), event.paymentId(), event.number()),
                now.plus(event.retryAfter()),
                new RetryAsk(event.orderId(), event.paymentId(), event.number()));
    }

    @EventHandler
    void on(ApprovalAsked event, StepOutbox steps) {
        steps.sendAt(
                Deadlines.approval(event.orderId(), event.number()),
                event.expiresAt(),
                new ExpireApproval(event.orderId(), event.number()));
    }

    @EventHandler
    void on(ApprovalGiven event, StepOutbox steps) {
        steps.cancel(Deadlines.approval(event.orderId(), event.number()));
    }

    @EventHandler
    void on(ApprovalDenied event, StepOutbox steps) {
        steps.cancel(Deadlines.approval(event.orderId(), event.number()));
    }

    @EventHandler
    void on(AdjustmentAsked event, StepOutbox steps) {
        steps.sendAt(
                Deadlines.adjustment(event.accountId(), event.number()),
                event.expiresAt(),
                new ExpireAdjustment(event.accountId(), event.number()));
    }

    @EventHandler
    void on(AdjustmentApproved event, StepOutbox steps) {
        steps.cancel(Deadlines.adjustment(event.accountId(), event.number()));
    }

    @EventHandler
    void on(AdjustmentDenied event, StepOutbox steps) {
        steps.cancel(Deadlines.adjustment(event.accountId(), event.number()));
    }

    @EventHandler
    void on(PaymentAuthorized event, StepOutbox steps) {
        steps.sendAt(promise(event), event.expiresAt(), new ExpireAuthorization(event.paymentId()));
    }

    @EventHandler
    void on(PaymentCaptured event, StepOutbox steps) {
        if (event.left().isZero()) {
            steps.cancel(promise(event));
        }
    }

    @EventHandler
    void on(PaymentVoided event, StepOutbox steps) {
        steps.cancel(promise(event));
    }

    @EventHandler
    void on(PaymentExpired event, StepOutbox steps) {
        steps.cancel(promise(event));
    }

    @EventHandler
    void on(ReturnApproved event, StepOutbox steps) {
        steps.sendAt(receipt(event), event.dueBy(), new ExpireReturn(event.returnId()));
    }

    @EventHandler
    void on(ReturnItemsReceived event, StepOutbox steps) {
        steps.cancel(receipt(event));
    }

    @EventHandler
    void on(ReturnRejected event, StepOutbox steps) {
        steps.cancel(receipt(event));
    }

    @EventHandler
    void on(ReturnExpired event, StepOutbox steps) {
        steps.cancel(receipt(event));
    }

    private static void over(String orderId, StepOutbox steps) {
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
