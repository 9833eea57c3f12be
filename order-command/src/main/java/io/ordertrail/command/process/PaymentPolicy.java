package io.ordertrail.command.process;

import io.ordertrail.api.order.OrderCourseCommand.ReportProblem;
import io.ordertrail.api.order.OrderCourseCommand.ResolveProblem;
import io.ordertrail.api.order.OrderMoneyCommand.RecordAskRefused;
import io.ordertrail.api.order.OrderMoneyCommand.RecordChargeback;
import io.ordertrail.api.order.OrderMoneyCommand.RecordChargebackReversal;
import io.ordertrail.api.order.OrderMoneyCommand.RecordPaymentAnswer;
import io.ordertrail.api.order.OrderMoneyCommand.RecordRefund;
import io.ordertrail.api.order.value.PaymentKind;
import io.ordertrail.api.payment.PaymentEvent;
import io.ordertrail.api.payment.PaymentEvent.ChargebackReceived;
import io.ordertrail.api.payment.PaymentEvent.ChargebackReversed;
import io.ordertrail.api.payment.PaymentEvent.PaymentAuthorized;
import io.ordertrail.api.payment.PaymentEvent.PaymentCaptureFailed;
import io.ordertrail.api.payment.PaymentEvent.PaymentCaptured;
import io.ordertrail.api.payment.PaymentEvent.PaymentDeclined;
import io.ordertrail.api.payment.PaymentEvent.PaymentExpired;
import io.ordertrail.api.payment.PaymentEvent.PaymentOutcomeContradicted;
import io.ordertrail.api.payment.PaymentEvent.PaymentOutcomeKnown;
import io.ordertrail.api.payment.PaymentEvent.PaymentOutcomeOverdue;
import io.ordertrail.api.payment.PaymentEvent.PaymentRefunded;
import io.ordertrail.api.payment.PaymentEvent.PaymentVoidFailed;
import io.ordertrail.api.payment.PaymentEvent.PaymentVoided;
import io.ordertrail.api.payment.PaymentEvent.RefundFailed;
import io.ordertrail.api.payment.PaymentOperation;
import io.ordertrail.axon.process.step.StepId;
import io.ordertrail.axon.process.step.StepOutbox;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * From a payment to its order: what became of the money, whatever the order thinks of it. It is said until it is taken,
 * for a refusal would lose money.
 */
final class PaymentPolicy {

    static final String NAME = "payment";

    /** The most characters that an order keeps of a reference. */
    private static final int MAX_REFERENCE = 100;

    @EventHandler
    void on(PaymentAuthorized event, @SequenceNumber long version, StepOutbox steps) {
        answer(
                event,
                version,
                null,
                PaymentKind.AUTHORIZED,
                event.method(),
                event.amount(),
                event.providerReference(),
                null,
                steps);
    }

    /** Money that came another way was told to the order first. */
    @EventHandler
    void on(PaymentCaptured event, @SequenceNumber long version, StepOutbox steps) {
        if (event.number() != null) {
            String reference = event.providerReference();
            answer(
                    event,
                    version,
                    event.number(),
                    PaymentKind.CAPTURED,
                    event.method(),
                    event.amount(),
                    reference,
                    null,
                    steps);
        }
    }

    @EventHandler
    void on(PaymentDeclined event, @SequenceNumber long version, StepOutbox steps) {
        answer(event, version, null, PaymentKind.DECLINED, event.method(), event.amount(), null, event.reason(), steps);
    }

    @EventHandler
    void on(PaymentVoided event, @SequenceNumber long version, StepOutbox steps) {
        answer(event, version, event.number(), PaymentKind.RELEASED, event.method(), event.amount(), null, null, steps);
    }

    @EventHandler
    void on(PaymentExpired event, @SequenceNumber long version, StepOutbox steps) {
        answer(event, version, null, PaymentKind.RELEASED, event.method(), event.amount(), null, null, steps);
    }

    @EventHandler
    void on(PaymentCaptureFailed event, StepOutbox steps) {
        refused(event, event.number(), PaymentOperation.CAPTURE, event.reason(), steps);
    }

    @EventHandler
    void on(PaymentVoidFailed event, StepOutbox steps) {
        refused(event, event.number(), PaymentOperation.VOID, event.reason(), steps);
    }

    @EventHandler
    void on(RefundFailed event, StepOutbox steps) {
        refused(event, event.number(), PaymentOperation.REFUND, event.reason(), steps);
    }

    @EventHandler
    void on(PaymentRefunded event, StepOutbox steps) {
        steps.insist(
                step(event, "record-refund", event.number()),
                new RecordRefund(event.orderId(), event.paymentId(), event.number(), event.amount(), event.at()));
    }

    @EventHandler
    void on(ChargebackReceived event, @SequenceNumber long version, StepOutbox steps) {
        steps.insist(
                step(event, "record-chargeback", version),
                new RecordChargeback(
                        event.orderId(),
                        event.paymentId(),
                        nameOf(event.providerEventId()),
                        event.amount(),
                        event.reason(),
                        event.at()));
    }

    @EventHandler
    void on(ChargebackReversed event, @SequenceNumber long version, StepOutbox steps) {
        steps.insist(
                step(event, "record-chargeback-reversal", version),
                new RecordChargebackReversal(
                        event.orderId(),
                        event.paymentId(),
                        nameOf(event.providerEventId()),
                        event.amount(),
                        event.at()));
    }

    @EventHandler
    void on(PaymentOutcomeOverdue event, @SequenceNumber long version, StepOutbox steps) {
        String detail = "The provider has not reported the outcome of " + event.operation() + ".";
        problem(event, version, event.providerKey(), "PAYMENT_OUTCOME_UNKNOWN", detail, steps);
    }

    @EventHandler
    void on(PaymentOutcomeKnown event, @SequenceNumber long version, StepOutbox steps) {
        steps.insist(
                step(event, "resolve-problem", version),
                new ResolveProblem(event.orderId(), event.providerKey(), "The provider has reported the outcome."));
    }

    @EventHandler
    void on(PaymentOutcomeContradicted event, @SequenceNumber long version, StepOutbox steps) {
        String detail = "The provider says that %s of %s has %s, and said otherwise before%s."
                .formatted(
                        event.operation(),
                        event.amount(),
                        event.succeeded() ? "succeeded" : "failed",
                        event.providerReference() == null ? "" : "; its reference is " + event.providerReference());
        problem(event, version, event.providerKey() + ":contradicted", "PAYMENT_OUTCOME", detail, steps);
    }

    private static void answer(
            PaymentEvent event,
            long version,
            @Nullable Integer number,
            PaymentKind kind,
            String method,
            Money amount,
            @Nullable String reference,
            @Nullable String reason,
            StepOutbox steps) {
        boolean fits = reference != null && reference.length() <= MAX_REFERENCE;
        steps.insist(
                step(event, "record-payment-answer", version),
                new RecordPaymentAnswer(
                        event.orderId(),
                        event.paymentId(),
                        number,
                        kind,
                        method,
                        amount,
                        fits ? reference : null,
                        reason,
                        event instanceof PaymentAuthorized promise ? promise.expiresAt() : null,
                        event.at()));
    }

    private static void refused(
            PaymentEvent event, int number, PaymentOperation operation, String reason, StepOutbox steps) {
        steps.insist(
                step(event, "record-ask-refused", number),
                new RecordAskRefused(event.orderId(), event.paymentId(), number, operation, reason, event.at()));
    }

    private static void problem(
            PaymentEvent event, long version, String problemId, String code, String detail, StepOutbox steps) {
        steps.insist(
                step(event, "report-problem", version), new ReportProblem(event.orderId(), problemId, code, detail));
    }

    /** A provider's word may hold what the name of a problem may not. */
    private static String nameOf(String providerEventId) {
        return UUID.nameUUIDFromBytes(providerEventId.getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    private static StepId step(PaymentEvent event, String kind, long number) {
        return StepId.of(NAME, event.orderId(), kind, event.paymentId(), number);
    }
}
