package io.ordertrail.command.returns;

import io.ordertrail.api.account.AccountCommand.Deposit;
import io.ordertrail.api.account.MovementKind;
import io.ordertrail.api.order.OrderCommand.RecordRefund;
import io.ordertrail.api.order.OrderCommand.ReportProblem;
import io.ordertrail.api.order.OrderCommand.ResolveProblem;
import io.ordertrail.api.order.RefundKind;
import io.ordertrail.api.payment.PaymentCommand.RefundPayment;
import io.ordertrail.api.process.ProcessEvent.StepRefused;
import io.ordertrail.api.returns.ReturnCommand.CloseReturn;
import io.ordertrail.api.returns.ReturnCommand.ExpireReturn;
import io.ordertrail.api.returns.ReturnCommand.RecordReturnRefunded;
import io.ordertrail.api.returns.ReturnEvent.ReturnRequested;
import io.ordertrail.api.stock.StockCommand.ReturnStock;
import io.ordertrail.axon.process.StepId;
import io.ordertrail.axon.process.Steps;
import io.ordertrail.command.returns.Refund.Part;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.axonframework.modelling.saga.SagaLifecycle;
import org.joda.money.Money;

/** What {@link ReturnProcess} sends, and how each step is called for ever. */
record ReturnSteps(ReturnRequested request, Steps steps) {

    private static final String EXPIRE = "expire";
    private static final String RESTOCK = "restock:";
    private static final String REFUND = "refund:";
    private static final String CREDIT = "credit:";
    private static final String REASON = "RETURN";

    private static final int LONGEST_WAIT_MINUTES = 60;

    void expireAt(Instant dueBy) {
        steps.sendAt(step(EXPIRE), dueBy, new ExpireReturn(request.returnId()));
    }

    void doNotExpire() {
        steps.cancel(step(EXPIRE));
    }

    void restock(String lineId, ReturnStock command) {
        steps.send(step(RESTOCK + lineId), command);
    }

    /** Asks for a part, after seeing to it that what becomes of it is heard. */
    void giveBack(Part part) {
        if (part.goesToAccount()) {
            SagaLifecycle.associateWith("journalId", part.id());
            steps.send(
                    step(CREDIT + part.number()),
                    new Deposit(
                            part.to(),
                            part.id(),
                            MovementKind.REFUND,
                            part.amount(),
                            request.returnId(),
                            request.orderId(),
                            null));
        } else {
            SagaLifecycle.associateWith("refundId", part.id());
            steps.send(step(REFUND + part.number()), refundOf(part));
        }
    }

    /** The payment was busy with another request; that says nothing against this one. */
    void giveBackLater(Part part, StepRefused busy) {
        StepId next = StepId.of(busy).again();
        Duration later = Duration.ofMinutes(Math.min(busy.number(), LONGEST_WAIT_MINUTES));
        steps.sendAt(next, busy.at().plus(later), refundOf(part));
    }

    /** The account stands in for a payment: its order cannot know that unless it is told. */
    void tellOfCredit(Part part, Instant at) {
        steps.send(
                step("record-credit:" + part.number()),
                new RecordRefund(request.orderId(), part.paymentId(), part.id(), RefundKind.CREDIT, part.amount(), at));
    }

    void refunded(Refund refund) {
        steps.send(step("refunded"), new RecordReturnRefunded(request.returnId(), refund.due(), refund.wentTo()));
    }

    void close() {
        steps.send(step("close"), new CloseReturn(request.returnId()));
    }

    /**
     * @param byHand what came another way: the person is to give it back, and then to ask again
     * @param time how often a person was called before, and this once more
     */
    void call(Refund stuck, Money byHand, int time) {
        String words = "%s of %s could not be given back.".formatted(stuck.rest(), request.returnId());
        if (byHand.isPositive()) {
            words += " %s came another way: give it back by hand, then ask for the refund again.".formatted(byHand);
        }
        steps.send(step("problem:" + time), new ReportProblem(request.orderId(), problemId(), "REFUND_FAILED", words));
    }

    void resolve() {
        steps.send(step("resolved"), new ResolveProblem(request.orderId(), problemId(), null));
    }

    /** Stock would not have a line back: that holds up nothing, but somebody must look. */
    void tellOfRestock(StepRefused refused) {
        steps.send(
                step("problem:" + refused.kind()),
                new ReportProblem(
                        request.orderId(),
                        request.returnId() + ":" + refused.kind(),
                        "RESTOCK_REFUSED",
                        refused.detail()));
    }

    static boolean isRestock(StepRefused refused) {
        return refused.kind().startsWith(RESTOCK);
    }

    /** The id of the part whose step was refused; empty where it was no part's. */
    Optional<String> partOf(StepRefused refused) {
        String step = refused.kind();
        return step.startsWith(REFUND) || step.startsWith(CREDIT)
                ? Optional.of(request.returnId() + step.substring(step.indexOf(':')))
                : Optional.empty();
    }

    private static RefundPayment refundOf(Part part) {
        return new RefundPayment(part.to(), part.id(), part.amount(), REASON);
    }

    private String problemId() {
        return request.returnId() + ":refund";
    }

    private StepId step(String what) {
        return StepId.first(ReturnProcess.NAME, request.returnId(), what);
    }
}
