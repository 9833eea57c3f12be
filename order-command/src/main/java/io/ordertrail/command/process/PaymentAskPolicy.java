package io.ordertrail.command.process;

import io.ordertrail.api.order.OrderCommand.RecordPaymentAnswer;
import io.ordertrail.api.order.OrderEvent.CaptureAsked;
import io.ordertrail.api.order.OrderEvent.PaymentAsked;
import io.ordertrail.api.order.OrderEvent.PaymentProcessed;
import io.ordertrail.api.order.OrderEvent.RefundAsked;
import io.ordertrail.api.order.OrderEvent.VoidAsked;
import io.ordertrail.api.order.PaymentKind;
import io.ordertrail.api.payment.PaymentChoice;
import io.ordertrail.api.payment.PaymentCommand.CapturePayment;
import io.ordertrail.api.payment.PaymentCommand.InitiatePayment;
import io.ordertrail.api.payment.PaymentCommand.RecordManualPayment;
import io.ordertrail.api.payment.PaymentCommand.RefundPayment;
import io.ordertrail.api.payment.PaymentCommand.VoidPayment;
import io.ordertrail.api.process.ProcessEvent.StepRefused;
import io.ordertrail.axon.process.StepId;
import io.ordertrail.axon.process.Steps;
import org.axonframework.eventhandling.EventHandler;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** From an order to its payments: what it asks of them. They answer by {@link PaymentPolicy}. */
final class PaymentAskPolicy {

    static final String NAME = "payment-ask";

    private static final String INITIATE = "initiate-payment";

    @EventHandler
    void on(PaymentAsked event, Steps steps) {
        steps.send(
                Ask.of(event).step(event.orderId()),
                new InitiatePayment(
                        event.paymentId(), event.orderId(), event.customerId(), event.choice(), event.amount()));
    }

    /** A payment that cannot even begin is one that was declined. */
    @EventHandler
    void on(StepRefused event, Steps steps) {
        StepName name = StepName.of(event);
        if (name.is(NAME, INITIATE)) {
            Ask ask = Ask.of(name);
            steps.insist(
                    StepId.of(NAME, name.subject(), "record-payment-answer", ask.paymentId(), 0),
                    new RecordPaymentAnswer(
                            name.subject(),
                            ask.paymentId(),
                            null,
                            PaymentKind.DECLINED,
                            ask.method(),
                            ask.amount(),
                            null,
                            event.detail(),
                            event.at()));
        }
    }

    @EventHandler
    void on(CaptureAsked event, Steps steps) {
        steps.insist(
                step(event.orderId(), "capture-payment", event.paymentId(), event.number()),
                new CapturePayment(event.paymentId(), event.number(), event.amount()));
    }

    @EventHandler
    void on(VoidAsked event, Steps steps) {
        steps.insist(
                step(event.orderId(), "void-payment", event.paymentId(), event.number()),
                new VoidPayment(event.paymentId(), event.number(), event.reason()));
    }

    /** What goes to an account or to another order is {@link RefundPolicy}'s. */
    @EventHandler
    void on(RefundAsked event, Steps steps) {
        if (event.to() == null) {
            steps.insist(
                    step(event.orderId(), "refund-payment", event.paymentId(), event.number()),
                    new RefundPayment(event.paymentId(), event.number(), event.amount(), event.reason()));
        }
    }

    /** What staff said to the order of money that came another way. */
    @EventHandler
    void on(PaymentProcessed event, Steps steps) {
        if (event.method().equals(PaymentChoice.MANUAL) && event.kind() == PaymentKind.CAPTURED) {
            steps.insist(
                    step(event.orderId(), "record-manual-payment", event.paymentId(), 0),
                    new RecordManualPayment(
                            event.paymentId(), event.orderId(), event.amount(), event.reference(), event.at()));
        }
    }

    private static StepId step(String orderId, String kind, String paymentId, int number) {
        return StepId.of(NAME, orderId, kind, paymentId, number);
    }

    /** What an order has asked for, as the name of the step: a refusal of it tells nothing else. */
    private record Ask(String paymentId, String method, Money amount) {

        static Ask of(PaymentAsked event) {
            return new Ask(event.paymentId(), event.choice().method(), event.amount());
        }

        static Ask of(StepName name) {
            String[] parts = name.of().split(":", -1);
            return new Ask(parts[0], parts[1], Money.ofMinor(CurrencyUnit.of(parts[2]), name.number()));
        }

        StepId step(String orderId) {
            String what =
                    String.join(":", paymentId, method, amount.getCurrencyUnit().getCode());
            return StepId.of(NAME, orderId, INITIATE, what, amount.getAmountMinorLong());
        }
    }
}
