package io.ordertrail.command.fulfilment;

import io.ordertrail.api.order.OrderEvent.OrderCancelled;
import io.ordertrail.api.order.OrderEvent.OrderCompleted;
import io.ordertrail.api.order.OrderEvent.OrderEdited;
import io.ordertrail.api.order.OrderEvent.OrderLinesCancelled;
import io.ordertrail.api.order.OrderEvent.ShipmentApproved;
import io.ordertrail.api.order.OrderEvent.ShipmentWithdrawn;
import io.ordertrail.api.payment.PaymentEvent.ChargebackReceived;
import io.ordertrail.api.payment.PaymentEvent.PaymentAuthorized;
import io.ordertrail.api.payment.PaymentEvent.PaymentCaptureFailed;
import io.ordertrail.api.payment.PaymentEvent.PaymentCaptureRequested;
import io.ordertrail.api.payment.PaymentEvent.PaymentCaptured;
import io.ordertrail.api.payment.PaymentEvent.PaymentDeclined;
import io.ordertrail.api.payment.PaymentEvent.PaymentExpired;
import io.ordertrail.api.payment.PaymentEvent.PaymentInitiated;
import io.ordertrail.api.payment.PaymentEvent.PaymentRefunded;
import io.ordertrail.api.payment.PaymentEvent.PaymentVoided;
import io.ordertrail.api.payment.PaymentEvent.RefundFailed;
import io.ordertrail.api.payment.PaymentEvent.RefundRequested;
import io.ordertrail.api.process.ProcessEvent.StepRefused;
import io.ordertrail.axon.process.Steps;
import io.ordertrail.command.fulfilment.Asks.Ask;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.modelling.saga.SagaLifecycle;
import org.axonframework.modelling.saga.StartSaga;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Sees to it that an order's money ends up right: takes what each parcel costs when it is approved, gives up what is not
 * needed, and gives everything back when the order is cancelled. Each payment is meant by its own name; money that came
 * another way is given back by a person, who is told so.
 */
public class Settlement {

    private static final Duration FIRST_RETRY = Duration.ofMinutes(1);
    private static final int MAX_DOUBLINGS = 10;

    private String orderId = "";
    private Purse purse = Purse.EMPTY;

    /** What the order is worth since it was changed; null while it is as it was placed. */
    private @Nullable Money value;

    /** What is to be captured for all parcels approved so far. */
    private @Nullable Money approved;

    private String latestShipment = "";
    private int captures;

    /** Why all money goes back or is given up; null while the order goes on. */
    private @Nullable String ended;

    private boolean cancelled;

    /**
     * The first payment may have been on its way when the order was cancelled, and this one heard nothing of it. A cancellation
     * that comes later is heard.
     */
    @StartSaga
    @SagaEventHandler(associationProperty = "orderId")
    void begun(PaymentInitiated payment, Worths worths) {
        if (orderId.isEmpty()) {
            orderId = payment.orderId();
            SagaLifecycle.associateWith("subject", orderId);
            worths.cancellationOf(orderId).ifPresent(this::callOff);
        }
        Money zero = Money.zero(payment.amount().getCurrencyUnit());
        purse = purse.with(payment.paymentId(), Part.of(payment.choice().method(), zero));
    }

    @SagaEventHandler(associationProperty = "orderId")
    void authorized(PaymentAuthorized payment, Steps steps) {
        change(payment.paymentId(), part -> part.answered(payment.amount()), steps);
        if (ended == null) {
            sending(steps).authorizationEndsAt(payment.expiresAt(), payment.paymentId());
        }
    }

    @SagaEventHandler(associationProperty = "orderId")
    void declined(PaymentDeclined payment, Steps steps) {
        change(
                payment.paymentId(),
                part -> part.answered(Money.zero(payment.amount().getCurrencyUnit())),
                steps);
    }

    /** What this process asked for itself, for a shipment, is counted since it was sent. */
    @SagaEventHandler(associationProperty = "orderId")
    void captureIsAsked(PaymentCaptureRequested payment, Steps steps) {
        if (payment.shipmentId() == null) {
            change(payment.paymentId(), part -> part.ask(payment.amount()), steps);
        }
    }

    @SagaEventHandler(associationProperty = "orderId")
    void captured(PaymentCaptured payment, Steps steps) {
        Money amount = payment.amount();
        boolean wasAsked = payment.providerKey() != null;
        purse = purse.captureAnswered(payment.paymentId(), payment.shipmentId())
                .change(payment.paymentId(), part -> (wasAsked ? part.ask(amount.negated()) : part).capture(amount));
        giveBackBeyondValue("The order was changed", steps);
        settle(steps);
        if (purse.of(payment.paymentId())
                .filter(part -> part.isQuiet() && part.open().isZero())
                .isPresent()) {
            sending(steps).authorizationNeedNotEnd(payment.paymentId());
        }
    }

    /** The order hears of it as of all else that becomes of a payment: it needs a person, and is not tried again. */
    @SagaEventHandler(associationProperty = "orderId")
    void captureFailed(PaymentCaptureFailed payment, Steps steps) {
        purse = purse.captureAnswered(payment.paymentId(), payment.shipmentId());
        change(payment.paymentId(), part -> part.refuseCapture(payment.amount()), steps);
    }

    @SagaEventHandler(associationProperty = "orderId")
    void voided(PaymentVoided payment, Steps steps) {
        change(payment.paymentId(), part -> part.release(payment.amount()), steps);
        sending(steps).authorizationNeedNotEnd(payment.paymentId());
    }

    @SagaEventHandler(associationProperty = "orderId")
    void expired(PaymentExpired payment, Steps steps) {
        change(payment.paymentId(), part -> part.release(payment.amount()), steps);
    }

    @SagaEventHandler(associationProperty = "orderId")
    void refundIsAsked(RefundRequested payment) {
        purse = purse.refundAsked(payment.paymentId(), payment.refundId(), payment.amount());
    }

    @SagaEventHandler(associationProperty = "orderId")
    void refunded(PaymentRefunded payment, Steps steps) {
        Purse before = purse;
        purse = purse.refunded(payment.paymentId(), payment.refundId(), payment.amount());
        purse.problemsOver(before)
                .forEach(problem -> sending(steps).noProblem(problem, "Refunded " + payment.amount()));
        settle(steps);
    }

    @SagaEventHandler(associationProperty = "orderId")
    void chargedBack(ChargebackReceived payment, Steps steps) {
        change(payment.paymentId(), part -> part.takeBack(payment.amount()), steps);
    }

    /** A compensation that fails is visible until it succeeds, and is tried again for ever. */
    @SagaEventHandler(associationProperty = "orderId")
    void refundFailed(RefundFailed payment, @Timestamp Instant now, Steps steps) {
        String paymentId = payment.paymentId();
        Money amount = payment.amount();
        if (Sending.isOurs(paymentId, payment.refundId()) && purse.of(paymentId).isPresent()) {
            String step = Sending.refundStep(payment.refundId());
            String problem = purse.asked(step).map(Ask::problem).orElse(step);
            int doublings = Math.min(purse.refunds(paymentId) - 1, MAX_DOUBLINGS);
            purse = purse.refundAgain(paymentId, payment.refundId(), amount, problem);
            Instant later = now.plus(FIRST_RETRY.multipliedBy(1L << doublings));
            sending(steps).refundAt(later, paymentId, amount, purse.refunds(paymentId));
            sending(steps).problem(problem, "REFUND_FAILED", amount + " could not be refunded: " + payment.reason());
        } else {
            purse = purse.refundFailed(paymentId, payment.refundId(), amount);
            settle(steps);
        }
    }

    @SagaEventHandler(associationProperty = "orderId")
    void approved(ShipmentApproved order, @SequenceNumber long version, Steps steps, Worths worths) {
        approved = worths.asOf(orderId, version).approved();
        latestShipment = order.shipmentId();
        captureDue(steps);
    }

    @SagaEventHandler(associationProperty = "orderId")
    void withdrawn(ShipmentWithdrawn order, @SequenceNumber long version, Worths worths) {
        approved = worths.asOf(orderId, version).approved();
    }

    /** What is approved may be all that is left, and then costs what is left of the value: a cent more than its portion. */
    @SagaEventHandler(associationProperty = "orderId")
    void shrunk(OrderLinesCancelled order, @SequenceNumber long version, Steps steps, Worths worths) {
        Worth worth = worths.asOf(orderId, version);
        value = worth.value();
        giveBackBeyondValue("Lines were cancelled", steps);
        if (approved != null && approved.isPositive()) {
            approved = worth.approved();
            captureDue(steps);
        }
    }

    @SagaEventHandler(associationProperty = "orderId")
    void edited(OrderEdited order, Steps steps) {
        value = order.totals().grand();
        giveBackBeyondValue("The order was changed", steps);
    }

    @SagaEventHandler(associationProperty = "orderId")
    void completed(OrderCompleted order, Steps steps) {
        ended = "The order is complete";
        settle(steps);
    }

    @SagaEventHandler(associationProperty = "orderId")
    void cancelled(OrderCancelled order, Steps steps) {
        callOff(order);
        settle(steps);
    }

    @SagaEventHandler(associationProperty = "subject")
    void refused(StepRefused no, Steps steps) {
        if (!no.process().equals(Sending.PROCESS)) {
            return;
        }
        Optional<Ask> ask = purse.asked(no.kind());
        if (ask.isPresent() && no.code().equals(Sending.BUSY)) {
            sending(steps).again(no, ask.get());
        } else if (no.kind().startsWith(Sending.CAPTURE)) {
            purse = purse.captureRefused(no.kind(), Sending.paymentOf(no.kind()));
            settle(steps);
            sending(steps).problem(no.kind(), no.code(), "A shipment could not be captured: " + no.detail());
        }
    }

    private void callOff(OrderCancelled order) {
        ended = "The order was cancelled: " + order.reason();
        cancelled = true;
    }

    /** One capture of a payment at a time (rule P3): what is missing then is asked for when the answer has come. */
    private void captureDue(Steps steps) {
        if (approved == null || cancelled) {
            return;
        }
        Money due = approved.minus(purse.sum(Part::covered, Money.zero(approved.getCurrencyUnit())));
        purse.split(due, Part::capturable).forEach((paymentId, share) -> {
            captures++;
            String step = Sending.captureStep(paymentId, captures);
            purse = purse.capture(step, Ask.capture(paymentId, share, latestShipment));
            sending(steps).capture(paymentId, share, latestShipment, captures);
        });
    }

    private void change(String paymentId, UnaryOperator<Part> change, Steps steps) {
        purse = purse.change(paymentId, change);
        settle(steps);
    }

    /**
     * What is due is asked for. Once the order has ended, nothing stays promised; once it was cancelled, nothing is kept.
     */
    private void settle(Steps steps) {
        captureDue(steps);
        if (ended == null) {
            return;
        }
        for (Map.Entry<String, Part> payment : purse.payments().entrySet()) {
            Part part = payment.getValue();
            if (part.isQuiet() && part.open().isPositive()) {
                sending(steps).voidRest(payment.getKey(), ended);
            }
            if (cancelled && part.isQuiet() && part.kept().isPositive()) {
                giveBack(payment.getKey(), part.kept(), ended, steps);
            }
        }
        if (purse.payments().values().stream().allMatch(part -> part.isDone(cancelled))) {
            SagaLifecycle.end();
        }
    }

    /** What is captured while the order is changed is beyond its value only then. Of a cancelled one, all goes back. */
    private void giveBackBeyondValue(String why, Steps steps) {
        if (value != null && !cancelled) {
            Money excess =
                    purse.sum(Part::paid, Money.zero(value.getCurrencyUnit())).minus(value);
            purse.split(excess, Part::kept).forEach((paymentId, share) -> giveBack(paymentId, share, why, steps));
        }
    }

    private void giveBack(String paymentId, Money amount, String why, Steps steps) {
        purse = purse.change(paymentId, part -> part.returning(amount));
        int attempt = purse.refunds(paymentId);
        if (purse.isByHand(paymentId)) {
            String debt = Sending.refundStep(paymentId, attempt);
            purse = purse.owe(debt, Ask.refund(paymentId, amount, debt));
            String what = amount + " came another way and must be given back by hand. " + why;
            sending(steps).problem(debt, "REFUND_DUE", what);
        } else {
            sending(steps).refund(paymentId, amount, attempt, why);
        }
    }

    private Sending sending(Steps steps) {
        return new Sending(steps, orderId);
    }
}
