package io.ordertrail.command.payment;

import io.ordertrail.api.order.OrderId;
import io.ordertrail.api.payment.PaymentChoice;
import io.ordertrail.api.payment.PaymentCommand.CapturePayment;
import io.ordertrail.api.payment.PaymentCommand.InitiatePayment;
import io.ordertrail.api.payment.PaymentCommand.Outcome;
import io.ordertrail.api.payment.PaymentCommand.RecordChargeback;
import io.ordertrail.api.payment.PaymentCommand.RecordChargebackReversal;
import io.ordertrail.api.payment.PaymentCommand.RecordProviderAnswer;
import io.ordertrail.api.payment.PaymentCommand.RefundPayment;
import io.ordertrail.api.payment.PaymentCommand.VoidPayment;
import io.ordertrail.api.payment.PaymentEvent.ChargebackReceived;
import io.ordertrail.api.payment.PaymentEvent.ChargebackReversed;
import io.ordertrail.api.payment.PaymentEvent.PaymentAuthorizationRequested;
import io.ordertrail.api.payment.PaymentEvent.PaymentAuthorized;
import io.ordertrail.api.payment.PaymentEvent.PaymentCaptureFailed;
import io.ordertrail.api.payment.PaymentEvent.PaymentCaptureRequested;
import io.ordertrail.api.payment.PaymentEvent.PaymentCaptured;
import io.ordertrail.api.payment.PaymentEvent.PaymentDeclined;
import io.ordertrail.api.payment.PaymentEvent.PaymentInitiated;
import io.ordertrail.api.payment.PaymentEvent.PaymentOutcomeUnknown;
import io.ordertrail.api.payment.PaymentEvent.PaymentRefunded;
import io.ordertrail.api.payment.PaymentEvent.PaymentVoidRequested;
import io.ordertrail.api.payment.PaymentEvent.PaymentVoided;
import io.ordertrail.api.payment.PaymentEvent.RefundFailed;
import io.ordertrail.api.payment.PaymentEvent.RefundRequested;
import io.ordertrail.api.payment.PaymentOperation;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** A payment of 100 EUR by the sandbox, and what is said to and by it. */
public final class Samples {

    public static final Instant THEN = Instant.parse("2026-11-22T08:00:00Z");
    public static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");
    public static final AuthorizationPeriod WEEK = new AuthorizationPeriod(Duration.ofDays(7));
    public static final String ORDER = OrderId.of("an order");
    public static final String PAYMENT = OrderId.payment(ORDER, "a payment");
    public static final String CUSTOMER = "c-1042";
    public static final PaymentChoice SANDBOX = PaymentChoice.sandbox("ok");

    private Samples() {}

    public static Money eur(String amount) {
        return Money.of(CurrencyUnit.EUR, new BigDecimal(amount));
    }

    public static String key(PaymentOperation operation, int n) {
        return operation.key(PAYMENT, n);
    }

    public static String authorize() {
        return key(PaymentOperation.AUTHORIZE, 1);
    }

    public static String capture(int n) {
        return key(PaymentOperation.CAPTURE, n);
    }

    public static InitiatePayment initiate() {
        return new InitiatePayment(PAYMENT, ORDER, CUSTOMER, SANDBOX, eur("100"));
    }

    public static CapturePayment take(int number, String amount) {
        return new CapturePayment(PAYMENT, number, eur(amount));
    }

    public static VoidPayment giveUp(int number) {
        return new VoidPayment(PAYMENT, number, "CANCELLED");
    }

    public static RefundPayment refund(int number, String amount) {
        return new RefundPayment(PAYMENT, number, eur(amount), "DAMAGED", null);
    }

    public static RecordProviderAnswer yes(String key) {
        return new RecordProviderAnswer(PAYMENT, key, Outcome.SUCCEEDED, null, null, "ref " + key, null);
    }

    public static RecordProviderAnswer no(String key) {
        return new RecordProviderAnswer(PAYMENT, key, Outcome.FAILED, null, null, null, "No money");
    }

    public static RecordProviderAnswer perhaps(String key) {
        return new RecordProviderAnswer(PAYMENT, key, Outcome.UNKNOWN, null, null, null, "Time-out");
    }

    public static RecordChargeback chargeback(String eventId, String amount) {
        return new RecordChargeback(PAYMENT, "SANDBOX", eventId, eur(amount), "FRAUD");
    }

    public static RecordChargebackReversal reversal(String eventId, String amount) {
        return new RecordChargebackReversal(PAYMENT, "SANDBOX", eventId, eur(amount));
    }

    public static PaymentInitiated initiated(Instant at) {
        return new PaymentInitiated(PAYMENT, ORDER, CUSTOMER, SANDBOX, eur("100"), null, at);
    }

    public static PaymentAuthorizationRequested authorizationAsked(Instant at) {
        return new PaymentAuthorizationRequested(PAYMENT, ORDER, authorize(), eur("100"), at);
    }

    public static PaymentAuthorized authorized(Instant at) {
        return new PaymentAuthorized(
                PAYMENT, ORDER, "SANDBOX", authorize(), "ref " + authorize(), eur("100"), WEEK.endOf(at), at);
    }

    public static PaymentDeclined declined(Instant at) {
        return declined("No money", at);
    }

    public static PaymentDeclined declined(String reason, Instant at) {
        return new PaymentDeclined(PAYMENT, ORDER, "SANDBOX", authorize(), eur("100"), reason, at);
    }

    public static PaymentCaptureRequested captureAsked(int n, String amount, Instant at) {
        return new PaymentCaptureRequested(PAYMENT, ORDER, n, capture(n), eur(amount), at);
    }

    public static PaymentCaptured captured(int n, String amount, String left, Instant at) {
        return new PaymentCaptured(
                PAYMENT, ORDER, "SANDBOX", n, capture(n), "ref " + capture(n), eur(amount), eur(left), at);
    }

    public static PaymentVoidRequested voidAsked(int n, String amount, Instant at) {
        return new PaymentVoidRequested(PAYMENT, ORDER, n, key(PaymentOperation.VOID, n), eur(amount), "CANCELLED", at);
    }

    public static PaymentVoidRequested expiryAsked(String amount, Instant at) {
        return new PaymentVoidRequested(PAYMENT, ORDER, null, key(PaymentOperation.VOID, 0), eur(amount), null, at);
    }

    public static PaymentVoided voided(int n, String amount, Instant at) {
        return new PaymentVoided(PAYMENT, ORDER, "SANDBOX", n, eur(amount), at);
    }

    public static RefundRequested refundAsked(int n, String amount, Instant at) {
        return new RefundRequested(PAYMENT, ORDER, n, key(PaymentOperation.REFUND, n), eur(amount), "DAMAGED", at);
    }

    public static PaymentRefunded refunded(int n, String amount, Instant at) {
        return new PaymentRefunded(PAYMENT, ORDER, n, "ref " + key(PaymentOperation.REFUND, n), eur(amount), at);
    }

    /** By a rule, where {@code byProvider} is false. */
    public static PaymentCaptureFailed captureFailed(
            int n, boolean byProvider, String amount, String reason, Instant at) {
        return new PaymentCaptureFailed(PAYMENT, ORDER, n, byProvider ? capture(n) : null, eur(amount), reason, at);
    }

    /** By a rule, where {@code byProvider} is false. */
    public static RefundFailed refundFailed(int n, boolean byProvider, String amount, String reason, Instant at) {
        String key = byProvider ? key(PaymentOperation.REFUND, n) : null;
        return new RefundFailed(PAYMENT, ORDER, n, key, eur(amount), reason, at);
    }

    public static PaymentOutcomeUnknown unknown(PaymentOperation operation, Instant at) {
        return new PaymentOutcomeUnknown(PAYMENT, ORDER, operation, key(operation, 1), "Time-out", at);
    }

    public static ChargebackReceived chargedBack(String eventId, String amount, Instant at) {
        return new ChargebackReceived(PAYMENT, ORDER, eventId, eur(amount), "FRAUD", at);
    }

    public static ChargebackReversed reversed(String eventId, String amount, Instant at) {
        return new ChargebackReversed(PAYMENT, ORDER, eventId, eur(amount), at);
    }
}
