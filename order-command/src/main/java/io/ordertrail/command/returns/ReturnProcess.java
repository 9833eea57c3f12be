package io.ordertrail.command.returns;

import io.ordertrail.api.account.AccountCommand.Deposit;
import io.ordertrail.api.account.AccountEvent.Deposited;
import io.ordertrail.api.account.MovementKind;
import io.ordertrail.api.order.OrderCommand.RecordRefund;
import io.ordertrail.api.order.OrderCommand.ReportProblem;
import io.ordertrail.api.order.OrderCommand.ResolveProblem;
import io.ordertrail.api.order.RefundKind;
import io.ordertrail.api.payment.PaymentCommand.RefundPayment;
import io.ordertrail.api.payment.PaymentEvent.PaymentRefunded;
import io.ordertrail.api.payment.PaymentEvent.RefundFailed;
import io.ordertrail.api.payment.PaymentRefusal.OperationInProgress;
import io.ordertrail.api.process.ProcessEvent.StepRefused;
import io.ordertrail.api.returns.ReturnCommand.CloseReturn;
import io.ordertrail.api.returns.ReturnCommand.ExpireReturn;
import io.ordertrail.api.returns.ReturnCommand.RecordReturnRefunded;
import io.ordertrail.api.returns.ReturnEvent.ReturnApproved;
import io.ordertrail.api.returns.ReturnEvent.ReturnClosed;
import io.ordertrail.api.returns.ReturnEvent.ReturnExpired;
import io.ordertrail.api.returns.ReturnEvent.ReturnInspected;
import io.ordertrail.api.returns.ReturnEvent.ReturnItemsReceived;
import io.ordertrail.api.returns.ReturnEvent.ReturnRefundRetried;
import io.ordertrail.api.returns.ReturnEvent.ReturnRefunded;
import io.ordertrail.api.returns.ReturnEvent.ReturnRejected;
import io.ordertrail.api.returns.ReturnEvent.ReturnRequested;
import io.ordertrail.axon.process.StepId;
import io.ordertrail.axon.process.Steps;
import io.ordertrail.command.order.OrderMoney;
import io.ordertrail.command.returns.Refund.Fate;
import io.ordertrail.command.returns.Refund.Part;
import java.time.Duration;
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

    private static final String REASON = "RETURN";
    private static final String EXPIRE = "expire";
    private static final String REFUND = "refund:";
    private static final String CREDIT = "credit:";

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
        SagaLifecycle.associateWith("processId", event.returnId());
        request = event;
    }

    @EndSaga
    @SagaEventHandler(associationProperty = "returnId")
    public void on(ReturnRejected event) {
        // Nothing was begun that would have to be undone.
    }

    @SagaEventHandler(associationProperty = "returnId")
    public void on(ReturnApproved event, Steps steps) {
        steps.sendAt(step(EXPIRE), event.dueBy(), new ExpireReturn(event.returnId()));
    }

    @EndSaga
    @SagaEventHandler(associationProperty = "returnId")
    public void on(ReturnExpired event) {
        // The order is told by the news of returns.
    }

    @SagaEventHandler(associationProperty = "returnId")
    public void on(ReturnItemsReceived event, Steps steps) {
        steps.cancel(step(EXPIRE));
    }

    @SagaEventHandler(associationProperty = "returnId")
    public void on(ReturnInspected event, Steps steps, Restocking restocking, OrderMoney money) {
        if (refund != null) {
            return;
        }
        restocking
                .of(request(), event)
                .forEach((lineId, command) -> steps.send(step(Restocking.step(lineId)), command));
        refund = Refund.of(event.refund(), request().creditAccountId(), money.receivedFor(event.orderId()));
        if (refund.due().isZero()) {
            steps.send(step("close"), new CloseReturn(event.returnId()));
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

    /** The customer's account has it; the order cannot know that unless it is told. */
    @SagaEventHandler(associationProperty = "journalId")
    public void on(Deposited event, Steps steps, OrderMoney money) {
        underWay(event.journalId())
                .ifPresent(part -> steps.send(
                        step("record-credit:" + part.number()),
                        new RecordRefund(
                                request().orderId(),
                                part.paymentId(),
                                part.id(),
                                RefundKind.CREDIT,
                                part.amount(),
                                event.at())));
        settle(event.journalId(), Fate.BACK, steps, money);
    }

    @SagaEventHandler(associationProperty = "processId")
    public void on(StepRefused event, Steps steps, OrderMoney money) {
        if (!event.process().equals(NAME)) {
            return;
        }
        String step = event.step();
        if (step.startsWith(REFUND) || step.startsWith(CREDIT)) {
            String partId = request().returnId() + step.substring(step.indexOf(':'));
            if (event.code().equals(BUSY)) {
                underWay(partId).ifPresent(part -> askAgain(part, event, steps));
            } else {
                settle(partId, Fate.FAILED, steps, money);
            }
        } else if (Restocking.isStep(step)) {
            String problem = request().returnId() + ":" + step;
            steps.send(
                    step("problem:" + step),
                    new ReportProblem(request().orderId(), problem, "RESTOCK_REFUSED", event.detail()));
        }
    }

    @SagaEventHandler(associationProperty = "returnId")
    public void on(ReturnRefundRetried event, Steps steps, OrderMoney money) {
        if (refund != null && refund.isStuck()) {
            refund = refund.retried(event.creditAccountId());
            goOn(steps, money);
        }
    }

    @SagaEventHandler(associationProperty = "returnId")
    public void on(ReturnRefunded event, Steps steps) {
        steps.send(step("close"), new CloseReturn(event.returnId()));
    }

    @EndSaga
    @SagaEventHandler(associationProperty = "returnId")
    public void on(ReturnClosed event) {
        // What is still under way names its payment and is recorded by it.
    }

    static StepId step(String returnId, String what) {
        return StepId.first(NAME, returnId, what);
    }

    private void settle(String partId, Fate fate, Steps steps, OrderMoney money) {
        underWay(partId).ifPresent(part -> {
            refund = refund().with(part, fate);
            goOn(steps, money);
        });
    }

    /** Asks for the parts for which there is a way; else says that all is back, or that somebody must help. */
    private void goOn(Steps steps, OrderMoney money) {
        Refund before = refund();
        Refund next =
                before.onward(request().returnId(), money.receivedFor(request().orderId()));
        refund = next;
        next.since(before).forEach(part -> ask(part, steps));
        if (next.isBack()) {
            steps.send(step("refunded"), new RecordReturnRefunded(request().returnId(), next.due(), next.wentTo()));
            resolve(steps);
        } else if (next.isStuck()) {
            call(next, steps);
        }
    }

    private void ask(Part part, Steps steps) {
        if (part.goesToAccount()) {
            SagaLifecycle.associateWith("journalId", part.id());
            steps.send(
                    step(CREDIT + part.number()),
                    new Deposit(
                            part.to(),
                            part.id(),
                            MovementKind.REFUND,
                            part.amount(),
                            request().returnId(),
                            request().orderId(),
                            null));
        } else {
            SagaLifecycle.associateWith("refundId", part.id());
            steps.send(step(REFUND + part.number()), new RefundPayment(part.to(), part.id(), part.amount(), REASON));
        }
    }

    /** The payment has another request open; that says nothing against this one. */
    private static void askAgain(Part part, StepRefused busy, Steps steps) {
        StepId next = new StepId(busy.process(), busy.processId(), busy.step(), busy.attempt() + 1);
        Duration later = Duration.ofMinutes(Math.min(busy.attempt(), 60));
        steps.sendAt(next, busy.at().plus(later), refundOf(part));
    }

    private static RefundPayment refundOf(Part part) {
        return new RefundPayment(part.to(), part.id(), part.amount(), REASON);
    }

    private void call(Refund stuck, Steps steps) {
        calls++;
        steps.send(
                step("problem:" + calls),
                new ReportProblem(
                        request().orderId(),
                        problemId(),
                        "REFUND_FAILED",
                        "%s of %s could not be given back."
                                .formatted(stuck.rest(), request().returnId())));
    }

    private void resolve(Steps steps) {
        if (calls > 0) {
            steps.send(step("resolved"), new ResolveProblem(request().orderId(), problemId(), null));
        }
    }

    private String problemId() {
        return request().returnId() + ":refund";
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

    private StepId step(String what) {
        return step(request().returnId(), what);
    }
}
