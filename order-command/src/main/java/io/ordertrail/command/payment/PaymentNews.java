package io.ordertrail.command.payment;

import io.ordertrail.api.order.OrderCommand.RecordPayment;
import io.ordertrail.api.order.OrderCommand.RecordRefund;
import io.ordertrail.api.order.OrderCommand.ReportProblem;
import io.ordertrail.api.order.OrderCommand.ResolveProblem;
import io.ordertrail.api.order.OrderEvent.PaymentProcessed;
import io.ordertrail.api.order.PaymentKind;
import io.ordertrail.api.order.RefundKind;
import io.ordertrail.api.payment.PaymentChoice;
import io.ordertrail.api.payment.PaymentCommand.ExpireAuthorization;
import io.ordertrail.api.payment.PaymentCommand.RecordManualPayment;
import io.ordertrail.api.payment.PaymentEvent;
import io.ordertrail.api.payment.PaymentEvent.ChargebackReceived;
import io.ordertrail.api.payment.PaymentEvent.PaymentAuthorized;
import io.ordertrail.api.payment.PaymentEvent.PaymentCaptureFailed;
import io.ordertrail.api.payment.PaymentEvent.PaymentCaptured;
import io.ordertrail.api.payment.PaymentEvent.PaymentDeclined;
import io.ordertrail.api.payment.PaymentEvent.PaymentExpired;
import io.ordertrail.api.payment.PaymentEvent.PaymentInitiated;
import io.ordertrail.api.payment.PaymentEvent.PaymentOutcomeKnown;
import io.ordertrail.api.payment.PaymentEvent.PaymentOutcomeOverdue;
import io.ordertrail.api.payment.PaymentEvent.PaymentRefunded;
import io.ordertrail.api.payment.PaymentEvent.PaymentVoidFailed;
import io.ordertrail.api.payment.PaymentEvent.PaymentVoided;
import io.ordertrail.api.payment.PaymentEvent.RefundFailed;
import io.ordertrail.api.payment.PaymentProcess;
import io.ordertrail.axon.process.StepId;
import io.ordertrail.axon.process.Steps;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Policy: an order hears what became of its payments, whatever it thinks of it; and what staff said of money to the order
 * becomes a payment. News is sent until it is taken: a refusal would lose money.
 */
final class PaymentNews {

    /** The most characters that an order keeps of a reference. */
    private static final int MAX_REFERENCE = 100;

    /** How the ids of refunds begin that the settlement of an order and its returns ask for. */
    private static final List<String> PROCESSES = List.of("fulfilment:", "return-");

    private final PaymentMethods methods;

    PaymentNews(PaymentMethods methods) {
        this.methods = methods;
    }

    @EventHandler
    void on(PaymentInitiated payment) {
        methods.remember(payment);
    }

    @EventHandler
    void on(PaymentAuthorized event, @SequenceNumber long version, Steps steps) {
        tell(steps, event, version, PaymentKind.AUTHORIZED, event.amount(), event.providerReference());
        steps.sendAt(step(event.paymentId(), "expire"), event.expiresAt(), new ExpireAuthorization(event.paymentId()));
    }

    /** Money that came another way was told to the order first. */
    @EventHandler
    void on(PaymentCaptured event, @SequenceNumber long version, Steps steps) {
        if (event.providerKey() != null) {
            tell(steps, event, version, PaymentKind.CAPTURED, event.amount(), event.providerReference());
        }
    }

    @EventHandler
    void on(PaymentVoided event, @SequenceNumber long version, Steps steps) {
        tell(steps, event, version, PaymentKind.RELEASED, event.amount(), null);
    }

    @EventHandler
    void on(PaymentExpired event, @SequenceNumber long version, Steps steps) {
        tell(steps, event, version, PaymentKind.RELEASED, event.amount(), null);
    }

    @EventHandler
    void on(PaymentDeclined event, @SequenceNumber long version, Steps steps) {
        tell(steps, event, version, PaymentKind.DECLINED, event.amount(), null);
    }

    @EventHandler
    void on(PaymentRefunded event, @SequenceNumber long version, Steps steps) {
        refund(steps, event, version, event.refundId(), RefundKind.REFUND, event.amount());
    }

    /** To the order a chargeback is a refund of a name of its own. */
    @EventHandler
    void on(ChargebackReceived event, @SequenceNumber long version, Steps steps) {
        UUID name = UUID.nameUUIDFromBytes(event.providerEventId().getBytes(StandardCharsets.UTF_8));
        refund(steps, event, version, "chargeback-" + name, RefundKind.CHARGEBACK, event.amount());
    }

    /** A process that wants money back tries again, and tells the order for as long as it does. */
    @EventHandler
    void on(RefundFailed event, @SequenceNumber long version, Steps steps) {
        if (PROCESSES.stream().anyMatch(event.refundId()::startsWith)) {
            return;
        }
        // A refund's own name may hold what the name of a problem may not.
        String problemId = event.paymentId() + ":refund-failed:" + version;
        problem(steps, event, version, problemId, "REFUND_FAILED", event.reason());
    }

    @EventHandler
    void on(PaymentCaptureFailed event, @SequenceNumber long version, Steps steps) {
        problem(steps, event, version, event.providerKey(), "CAPTURE_FAILED", event.reason());
    }

    @EventHandler
    void on(PaymentVoidFailed event, @SequenceNumber long version, Steps steps) {
        problem(steps, event, version, event.providerKey(), "VOID_FAILED", event.reason());
    }

    @EventHandler
    void on(PaymentOutcomeOverdue event, @SequenceNumber long version, Steps steps) {
        problem(
                steps,
                event,
                version,
                event.providerKey(),
                "PAYMENT_OUTCOME_UNKNOWN",
                "The provider has not said what became of " + event.operation() + ".");
    }

    @EventHandler
    void on(PaymentOutcomeKnown event, @SequenceNumber long version, Steps steps) {
        steps.compensate(
                step(event.paymentId(), "KNOWN:" + version),
                new ResolveProblem(event.orderId(), event.providerKey(), "The provider has said what became of it."));
    }

    @EventHandler
    void on(PaymentProcessed event, Steps steps) {
        if (event.method().equals(PaymentChoice.MANUAL) && event.kind() == PaymentKind.CAPTURED) {
            steps.send(
                    step(event.paymentId(), PaymentProcess.MANUAL_PAYMENT),
                    new RecordManualPayment(
                            event.paymentId(), event.orderId(), event.amount(), event.reference(), event.at()));
        }
    }

    private void tell(
            Steps steps, PaymentEvent event, long version, PaymentKind kind, Money amount, @Nullable String reference) {
        boolean fits = reference != null && reference.length() <= MAX_REFERENCE;
        steps.compensate(
                step(event.paymentId(), kind + ":" + version),
                new RecordPayment(
                        event.orderId(),
                        event.paymentId(),
                        kind,
                        methods.of(event.paymentId()),
                        amount,
                        fits ? reference : null,
                        event.at()));
    }

    private static void refund(
            Steps steps, PaymentEvent event, long version, String refundId, RefundKind kind, Money amount) {
        steps.compensate(
                step(event.paymentId(), kind + ":" + version),
                new RecordRefund(event.orderId(), event.paymentId(), refundId, kind, amount, event.at()));
    }

    private static void problem(
            Steps steps, PaymentEvent event, long version, String problemId, String code, String detail) {
        steps.compensate(
                step(event.paymentId(), code + ":" + version),
                new ReportProblem(event.orderId(), problemId, code, detail));
    }

    private static StepId step(String paymentId, String name) {
        return StepId.first(PaymentProcess.NEWS, paymentId, name);
    }
}
