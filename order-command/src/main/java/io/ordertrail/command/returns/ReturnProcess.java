package io.ordertrail.command.returns;

import io.ordertrail.api.account.AccountEvent.Deposited;
import io.ordertrail.api.payment.PaymentEvent.PaymentRefunded;
import io.ordertrail.api.payment.PaymentEvent.RefundFailed;
import io.ordertrail.api.payment.PaymentRefusal.OperationInProgress;
import io.ordertrail.api.process.ProcessEvent.StepRefused;
import io.ordertrail.api.returns.ReturnEvent.ReturnApproved;
import io.ordertrail.api.returns.ReturnEvent.ReturnClosed;
import io.ordertrail.api.returns.ReturnEvent.ReturnExpired;
import io.ordertrail.api.returns.ReturnEvent.ReturnInspected;
import io.ordertrail.api.returns.ReturnEvent.ReturnItemsReceived;
import io.ordertrail.api.returns.ReturnEvent.ReturnRefundRetried;
import io.ordertrail.api.returns.ReturnEvent.ReturnRefunded;
import io.ordertrail.api.returns.ReturnEvent.ReturnRejected;
import io.ordertrail.api.returns.ReturnEvent.ReturnRequested;
import io.ordertrail.axon.process.Steps;
import io.ordertrail.command.order.OrderMoney;
import io.ordertrail.command.order.OrderMoney.Received;
import io.ordertrail.command.returns.Refund.Fate;
import io.ordertrail.command.returns.Refund.Part;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.axonframework.modelling.saga.EndSaga;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.modelling.saga.SagaLifecycle;
import org.axonframework.modelling.saga.StartSaga;
import org.jspecify.annotations.Nullable;

/**
 * Sees a return through: ends it when the goods do not come in time; once they were inspected, puts back what can be sold again,
 * gives the money back and closes it. Public because Axon must make one.
 */
public class ReturnProcess {

    /** In the ids of its steps, and of its type in the store. */
    static final String NAME = "return";

    /** The code of {@link OperationInProgress}: a refusal of this moment only. */
    private static final String BUSY = "OPERATION_IN_PROGRESS";

    private @Nullable ReturnRequested request;
    private @Nullable Refund refund;

    /** How often a person had to be called; 0 while all goes well. */
    private int calls;

    /** As Axon makes it, before its first event. */
    public ReturnProcess() {}

    /** One that is under way. */
    ReturnProcess(ReturnRequested request, Refund refund) {
        this.request = request;
        this.refund = refund;
    }

    @StartSaga
    @SagaEventHandler(associationProperty = "returnId")
    public void on(ReturnRequested event) {
        SagaLifecycle.associateWith("subject", event.returnId());
        request = event;
    }

    @EndSaga
    @SagaEventHandler(associationProperty = "returnId")
    public void on(ReturnRejected event) {
        // Nothing was begun that would have to be undone.
    }

    @SagaEventHandler(associationProperty = "returnId")
    public void on(ReturnApproved event, Steps steps) {
        with(steps).expireAt(event.dueBy());
    }

    @EndSaga
    @SagaEventHandler(associationProperty = "returnId")
    public void on(ReturnExpired event) {
        // The order is told by the news of returns.
    }

    @SagaEventHandler(associationProperty = "returnId")
    public void on(ReturnItemsReceived event, Steps steps) {
        with(steps).doNotExpire();
    }

    @SagaEventHandler(associationProperty = "returnId")
    public void on(ReturnInspected event, Steps steps, Restocking restocking, OrderMoney money) {
        if (refund != null) {
            return;
        }
        restocking.of(request(), event).forEach(with(steps)::restock);
        refund = Refund.of(event.refund(), request().creditAccountId(), money.receivedFor(event.orderId()));
        if (refund.due().isZero()) {
            with(steps).close();
        } else {
            goOn(steps, money);
        }
    }

    @SagaEventHandler(associationProperty = "refundId")
    public void on(PaymentRefunded event, Steps steps, OrderMoney money) {
        settle(event.refundId(), Fate.BACK, steps, money);
    }

    @SagaEventHandler(associationProperty = "refundId")
    public void on(RefundFailed event, Steps steps, OrderMoney money) {
        settle(event.refundId(), Fate.FAILED, steps, money);
    }

    @SagaEventHandler(associationProperty = "journalId")
    public void on(Deposited event, Steps steps, OrderMoney money) {
        underWay(event.journalId()).ifPresent(part -> with(steps).tellOfCredit(part, event.at()));
        settle(event.journalId(), Fate.BACK, steps, money);
    }

    @SagaEventHandler(associationProperty = "subject")
    public void on(StepRefused event, Steps steps, OrderMoney money) {
        if (!event.process().equals(NAME)) {
            return;
        }
        ReturnSteps ours = with(steps);
        if (ReturnSteps.isRestock(event)) {
            ours.tellOfRestock(event);
        } else if (event.code().equals(BUSY)) {
            ours.partOf(event).flatMap(this::underWay).ifPresent(part -> ours.giveBackLater(part, event));
        } else {
            ours.partOf(event).ifPresent(partId -> settle(partId, Fate.FAILED, steps, money));
        }
    }

    /** Who names no account says that what came another way is back; who names one wants it there. */
    @SagaEventHandler(associationProperty = "returnId")
    public void on(ReturnRefundRetried event, Steps steps, OrderMoney money) {
        if (refund != null && refund.isStuck()) {
            List<Received> received = money.receivedFor(event.orderId());
            Refund before = refund.retried(event.creditAccountId());
            Refund told = event.creditAccountId() == null ? before.byHand(event.returnId(), received) : before;
            goOn(before, told, received, steps);
        }
    }

    @SagaEventHandler(associationProperty = "returnId")
    public void on(ReturnRefunded event, Steps steps) {
        with(steps).close();
    }

    @EndSaga
    @SagaEventHandler(associationProperty = "returnId")
    public void on(ReturnClosed event) {
        // What is still under way names its payment and is recorded by it.
    }

    private void settle(String partId, Fate fate, Steps steps, OrderMoney money) {
        underWay(partId).ifPresent(part -> {
            refund = refund().with(part, fate);
            goOn(steps, money);
        });
    }

    private void goOn(Steps steps, OrderMoney money) {
        goOn(refund(), refund(), money.receivedFor(request().orderId()), steps);
    }

    /**
     * Asks for the parts for which there is a way; else says that all is back, or that somebody must help.
     *
     * @param before what was asked for by now
     * @param told the same, with what a person has said
     */
    private void goOn(Refund before, Refund told, List<Received> received, Steps steps) {
        ReturnSteps ours = with(steps);
        Refund next = told.onward(request().returnId(), received);
        refund = next;
        next.since(before).forEach(ours::giveBack);
        if (next.isBack()) {
            ours.refunded(next);
            if (calls > 0) {
                ours.resolve();
            }
        } else if (next.isStuck()) {
            calls++;
            ours.call(next, next.dueByHand(received), calls);
        }
    }

    private Optional<Part> underWay(String partId) {
        return refund == null ? Optional.empty() : refund.underWay(partId);
    }

    private ReturnRequested request() {
        return Objects.requireNonNull(request, "It began with one");
    }

    private Refund refund() {
        return Objects.requireNonNull(refund, "It was inspected");
    }

    private ReturnSteps with(Steps steps) {
        return new ReturnSteps(request(), steps);
    }
}
