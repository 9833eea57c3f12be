package io.ordertrail.axon;

import static io.ordertrail.axon.Samples.AT;
import static io.ordertrail.axon.Samples.eur;

import io.ordertrail.api.payment.PaymentChoice;
import io.ordertrail.api.payment.PaymentEvent;
import io.ordertrail.api.payment.PaymentEvent.ChargebackReceived;
import io.ordertrail.api.payment.PaymentEvent.ChargebackReversed;
import io.ordertrail.api.payment.PaymentEvent.PaymentAuthorizationRequested;
import io.ordertrail.api.payment.PaymentEvent.PaymentAuthorized;
import io.ordertrail.api.payment.PaymentEvent.PaymentCaptureFailed;
import io.ordertrail.api.payment.PaymentEvent.PaymentCaptureRequested;
import io.ordertrail.api.payment.PaymentEvent.PaymentCaptured;
import io.ordertrail.api.payment.PaymentEvent.PaymentDeclined;
import io.ordertrail.api.payment.PaymentEvent.PaymentExpired;
import io.ordertrail.api.payment.PaymentEvent.PaymentInitiated;
import io.ordertrail.api.payment.PaymentEvent.PaymentOutcomeContradicted;
import io.ordertrail.api.payment.PaymentEvent.PaymentOutcomeKnown;
import io.ordertrail.api.payment.PaymentEvent.PaymentOutcomeOverdue;
import io.ordertrail.api.payment.PaymentEvent.PaymentOutcomeUnknown;
import io.ordertrail.api.payment.PaymentEvent.PaymentRefunded;
import io.ordertrail.api.payment.PaymentEvent.PaymentVoidFailed;
import io.ordertrail.api.payment.PaymentEvent.PaymentVoidRequested;
import io.ordertrail.api.payment.PaymentEvent.PaymentVoided;
import io.ordertrail.api.payment.PaymentEvent.RefundFailed;
import io.ordertrail.api.payment.PaymentEvent.RefundRequested;
import io.ordertrail.api.payment.PaymentOperation;
import java.time.Duration;
import java.util.List;

/** One event of every type, with every field filled. */
final class PaymentSamples {

    private static final String ORDER = "order-2f9d1c0e-6f0b-3a51-9d0c-0f4f2f6d7a10";
    private static final String PAYMENT = "payment-2f9d1c0e-6f0b-3a51-9d0c-0f4f2f6d7a10-0a1b2c3d4e5f";
    private static final String ACCOUNT = "account-2f9d1c0e-6f0b-3a51-9d0c-0f4f2f6d7a10";

    private PaymentSamples() {}

    static List<PaymentEvent> events() {
        return List.of(
                new PaymentInitiated(
                        PAYMENT,
                        ORDER,
                        "c-1042",
                        new PaymentChoice("SANDBOX", ACCOUNT, "ok"),
                        eur("54.88"),
                        "bank-1",
                        AT),
                new PaymentAuthorizationRequested(PAYMENT, ORDER, PAYMENT + ":authorize:1", eur("54.88"), AT),
                new PaymentAuthorized(
                        PAYMENT,
                        ORDER,
                        "SANDBOX",
                        PAYMENT + ":authorize:1",
                        "auth-1",
                        eur("54.88"),
                        AT.plus(Duration.ofDays(7)),
                        AT),
                new PaymentDeclined(PAYMENT, ORDER, "SANDBOX", PAYMENT + ":authorize:1", eur("54.88"), "No money", AT),
                new PaymentCaptureRequested(PAYMENT, ORDER, 1, PAYMENT + ":capture:1", eur("20.00"), AT),
                new PaymentCaptured(
                        PAYMENT,
                        ORDER,
                        "SANDBOX",
                        1,
                        PAYMENT + ":capture:1",
                        "capture-1",
                        eur("20.00"),
                        eur("34.88"),
                        AT),
                new PaymentCaptureFailed(PAYMENT, ORDER, 1, PAYMENT + ":capture:1", eur("20.00"), "Too late", AT),
                new PaymentVoidRequested(PAYMENT, ORDER, 2, PAYMENT + ":void:2", eur("34.88"), "CANCELLED", AT),
                new PaymentVoided(PAYMENT, ORDER, "SANDBOX", 2, eur("34.88"), AT),
                new PaymentVoidFailed(PAYMENT, ORDER, 2, PAYMENT + ":void:2", eur("34.88"), "Too late", AT),
                new PaymentExpired(PAYMENT, ORDER, "SANDBOX", eur("34.88"), AT),
                new RefundRequested(PAYMENT, ORDER, 3, PAYMENT + ":refund:3", eur("5.00"), "DAMAGED", AT),
                new PaymentRefunded(PAYMENT, ORDER, 3, "refund-9", eur("5.00"), AT),
                new RefundFailed(PAYMENT, ORDER, 3, PAYMENT + ":refund:3", eur("5.00"), "Closed", AT),
                new ChargebackReceived(PAYMENT, ORDER, "event-1", eur("5.00"), "FRAUD", AT),
                new ChargebackReversed(PAYMENT, ORDER, "event-2", eur("5.00"), AT),
                new PaymentOutcomeContradicted(
                        PAYMENT,
                        ORDER,
                        PaymentOperation.AUTHORIZE,
                        PAYMENT + ":authorize:1",
                        true,
                        "auth-1",
                        eur("54.88"),
                        AT),
                new PaymentOutcomeUnknown(
                        PAYMENT, ORDER, PaymentOperation.CAPTURE, PAYMENT + ":capture:1", "Time-out", AT),
                new PaymentOutcomeOverdue(PAYMENT, ORDER, PaymentOperation.CAPTURE, PAYMENT + ":capture:1", AT),
                new PaymentOutcomeKnown(PAYMENT, ORDER, PaymentOperation.CAPTURE, PAYMENT + ":capture:1", AT));
    }
}
