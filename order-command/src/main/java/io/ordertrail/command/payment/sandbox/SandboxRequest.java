package io.ordertrail.command.payment.sandbox;

import io.ordertrail.api.payment.PaymentEvent;
import io.ordertrail.api.payment.PaymentEvent.PaymentAuthorizationRequested;
import io.ordertrail.api.payment.PaymentEvent.PaymentCaptureRequested;
import io.ordertrail.api.payment.PaymentEvent.PaymentVoidRequested;
import io.ordertrail.api.payment.PaymentEvent.RefundRequested;
import io.ordertrail.api.payment.PaymentOperation;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** What a payment asked of its provider. */
record SandboxRequest(String providerKey, String paymentId, PaymentOperation operation, Money amount) {

    /** Null where {@code event} asks for nothing. */
    static @Nullable SandboxRequest of(Object event) {
        if (event instanceof PaymentAuthorizationRequested asked) {
            return of(asked, asked.providerKey(), PaymentOperation.AUTHORIZE, asked.amount());
        }
        if (event instanceof PaymentCaptureRequested asked) {
            return of(asked, asked.providerKey(), PaymentOperation.CAPTURE, asked.amount());
        }
        if (event instanceof PaymentVoidRequested asked) {
            return of(asked, asked.providerKey(), PaymentOperation.VOID, asked.amount());
        }
        if (event instanceof RefundRequested asked) {
            return of(asked, asked.providerKey(), PaymentOperation.REFUND, asked.amount());
        }
        return null;
    }

    private static SandboxRequest of(PaymentEvent event, String providerKey, PaymentOperation operation, Money amount) {
        return new SandboxRequest(providerKey, event.paymentId(), operation, amount);
    }
}
