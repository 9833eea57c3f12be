package io.ordertrail.command.process;

import io.ordertrail.api.order.OrderMoneyCommand.RecordAskRefused;
import io.ordertrail.api.order.OrderMoneyEvent.CaptureAsked;
import io.ordertrail.api.order.OrderMoneyEvent.PaymentAsked;
import io.ordertrail.api.order.OrderMoneyEvent.PaymentProcessed;
import io.ordertrail.api.order.OrderMoneyEvent.RefundAsked;
import io.ordertrail.api.order.OrderMoneyEvent.VoidAsked;
import io.ordertrail.api.order.value.PaymentKind;
import io.ordertrail.api.payment.PaymentChoice;
import io.ordertrail.api.payment.PaymentCommand.CapturePayment;
import io.ordertrail.api.payment.PaymentCommand.InitiatePayment;
import io.ordertrail.api.payment.PaymentCommand.RecordManualPayment;
import io.ordertrail.api.payment.PaymentCommand.RefundPayment;
import io.ordertrail.api.payment.PaymentCommand.VoidPayment;
import io.ordertrail.api.payment.PaymentOperation;
import io.ordertrail.api.process.ProcessEvent.OfStep;
import io.ordertrail.api.process.ProcessEvent.StepRefused;
import io.ordertrail.api.process.ProcessEvent.StepTakenOver;
import io.ordertrail.axon.process.step.StepId;
import io.ordertrail.axon.process.step.StepOutbox;
import java.time.Instant;
import java.util.Map;
import org.axonframework.eventhandling.EventHandler;
import org.jspecify.annotations.Nullable;

/** From an order to its payments: what it asks of them. They answer by {@link PaymentPolicy}. */
final class PaymentAskPolicy {

    static final String NAME = "payment-ask";

    private static final String INITIATE = "initiate-payment";
    private static final String CAPTURE = "capture-payment";
    private static final String VOID = "void-payment";
    private static final String REFUND = "refund-payment";
    private static final String RECORD = "record-manual-payment";

    private static final Map<String, PaymentOperation> ASKS = Map.of(
            INITIATE, PaymentOperation.AUTHORIZE,
            CAPTURE, PaymentOperation.CAPTURE,
            VOID, PaymentOperation.VOID,
            REFUND, PaymentOperation.REFUND,
            RECORD, PaymentOperation.CAPTURE);

    @EventHandler
    void on(PaymentAsked event, StepOutbox steps) {
        steps.send(
                step(event.orderId(), INITIATE, event.paymentId(), 0),
                new InitiatePayment(
                        event.paymentId(), event.orderId(), event.customerId(), event.choice(), event.amount()));
    }

    /** A payment that cannot even begin is one that was declined. */
    @EventHandler
    void on(StepRefused event, StepOutbox steps) {
        if (event.process().equals(NAME) && event.kind().equals(INITIATE)) {
            refused(event, PaymentOperation.AUTHORIZE, event.detail(), event.at(), steps);
        }
    }

    static boolean isAsk(StepId step) {
        return ask(step) != null;
    }

    private static @Nullable PaymentOperation ask(StepId step) {
        return step.process().equals(NAME) ? ASKS.get(step.kind()) : null;
    }

    /** What somebody has taken over is not done any more, as far as the order knows: it decides what follows. */
    @EventHandler
    void on(StepTakenOver event, StepOutbox steps) {
        PaymentOperation ask = ask(StepId.of(event));
        if (ask != null) {
            refused(event, ask, "Taken over: " + event.reason(), event.at(), steps);
        }
    }

    @EventHandler
    void on(CaptureAsked event, StepOutbox steps) {
        steps.insist(
                step(event.orderId(), CAPTURE, event.paymentId(), event.number()),
                new CapturePayment(event.paymentId(), event.number(), event.amount()));
    }

    @EventHandler
    void on(VoidAsked event, StepOutbox steps) {
        steps.insist(
                step(event.orderId(), VOID, event.paymentId(), event.number()),
                new VoidPayment(event.paymentId(), event.number(), event.reason()));
    }

    /** What goes to an account or to another order is {@link RefundPolicy}'s. */
    @EventHandler
    void on(RefundAsked event, StepOutbox steps) {
        if (event.to() == null) {
            steps.insist(
                    step(event.orderId(), REFUND, event.paymentId(), event.number()),
                    new RefundPayment(event.paymentId(), event.number(), event.amount(), event.reason(), event.at()));
        }
    }

    /** What staff said to the order of money that came another way. */
    @EventHandler
    void on(PaymentProcessed event, StepOutbox steps) {
        if (event.method().equals(PaymentChoice.MANUAL) && event.kind() == PaymentKind.CAPTURED) {
            steps.insist(
                    step(event.orderId(), RECORD, event.paymentId(), 0),
                    new RecordManualPayment(
                            event.paymentId(), event.orderId(), event.amount(), event.reference(), event.at()));
        }
    }

    private static StepId step(String orderId, String kind, String paymentId, int number) {
        return StepId.of(NAME, orderId, kind, paymentId, number);
    }

    private static void refused(OfStep event, PaymentOperation operation, String reason, Instant at, StepOutbox steps) {
        steps.insist(
                StepId.of(NAME, event.subject(), "record-ask-refused", event.of(), event.number()),
                new RecordAskRefused(
                        event.subject(), event.of(), Math.toIntExact(event.number()), operation, reason, at));
    }
}
