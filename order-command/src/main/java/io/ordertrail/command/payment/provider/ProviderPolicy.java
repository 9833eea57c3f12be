package io.ordertrail.command.payment.provider;

import io.ordertrail.api.payment.PaymentCommand.AskProvider;
import io.ordertrail.api.payment.PaymentEvent;
import io.ordertrail.api.payment.PaymentEvent.PaymentAuthorizationRequested;
import io.ordertrail.api.payment.PaymentEvent.PaymentCaptureRequested;
import io.ordertrail.api.payment.PaymentEvent.PaymentVoidRequested;
import io.ordertrail.api.payment.PaymentEvent.RefundRequested;
import io.ordertrail.axon.process.step.StepId;
import io.ordertrail.axon.process.step.StepOutbox;
import org.axonframework.eventhandling.EventHandler;

/** Policy: the provider is asked what a payment requests of it. */
public final class ProviderPolicy {

    /** Its name. */
    static final String NAME = "provider-request";

    private static final String KIND = "ask-provider";

    /** As the text of a step's id that is compared by {@code like}: the requests of refunds. */
    public static final String REFUNDS = NAME + "/%/" + KIND + "/%:refund:%";

    @EventHandler
    void on(PaymentAuthorizationRequested asked, StepOutbox steps) {
        ask(asked, asked.providerKey(), steps);
    }

    @EventHandler
    void on(PaymentCaptureRequested asked, StepOutbox steps) {
        ask(asked, asked.providerKey(), steps);
    }

    @EventHandler
    void on(PaymentVoidRequested asked, StepOutbox steps) {
        ask(asked, asked.providerKey(), steps);
    }

    @EventHandler
    void on(RefundRequested asked, StepOutbox steps) {
        ask(asked, asked.providerKey(), steps);
    }

    /** Whether {@code step} asks a provider; its {@code of} is the provider key. */
    public static boolean isAsk(StepId step) {
        return step.process().equals(NAME) && step.kind().equals(KIND);
    }

    private static void ask(PaymentEvent asked, String providerKey, StepOutbox steps) {
        steps.insist(
                StepId.of(NAME, asked.orderId(), KIND, providerKey, 0),
                new AskProvider(asked.paymentId(), providerKey));
    }
}
