package io.ordertrail.command.payment;

import io.ordertrail.api.order.OrderId;
import io.ordertrail.api.payment.PaymentChoice;
import io.ordertrail.api.payment.PaymentCommand.CapturePayment;
import io.ordertrail.api.payment.PaymentCommand.InitiatePayment;
import io.ordertrail.api.payment.PaymentCommand.Outcome;
import io.ordertrail.api.payment.PaymentCommand.RecordChargeback;
import io.ordertrail.api.payment.PaymentCommand.RecordProviderAnswer;
import io.ordertrail.api.payment.PaymentCommand.RefundPayment;
import io.ordertrail.api.payment.PaymentCommand.VoidPayment;
import io.ordertrail.api.payment.PaymentEvent.ChargebackReceived;
import io.ordertrail.api.payment.PaymentEvent.PaymentAuthorizationRequested;
import io.ordertrail.api.payment.PaymentEvent.PaymentAuthorized;
import io.ordertrail.api.payment.PaymentEvent.PaymentCaptureRequested;
import io.ordertrail.api.payment.PaymentEvent.PaymentCaptured;
import io.ordertrail.api.payment.PaymentEvent.PaymentDeclined;
import io.ordertrail.api.payment.PaymentEvent.PaymentInitiated;
import io.ordertrail.api.payment.PaymentEvent.PaymentOutcomeUnknown;
import io.ordertrail.api.payment.PaymentEvent.PaymentRefunded;
import io.ordertrail.api.payment.PaymentEvent.PaymentVoidRequested;
import io.ordertrail.api.payment.PaymentEvent.PaymentVoided;
import io.ordertrail.api.payment.PaymentEvent.RefundRequested;
import io.ordertrail.api.payment.PaymentOperation;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** A payment of 100 EUR by the sandbox, and what is said to and by it. */
final class Samples {

    static final Instant THEN = Instant.parse("2026-11-22T08:00:00Z");
    static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");
    static final AuthorizationPeriod WEEK = new AuthorizationPeriod(Duration.ofDays(7));
    static final String ORDER = OrderId.of("an order");
    static final String PAYMENT = OrderId.payment(ORDER, "a payment");
    static final PaymentChoice SANDBOX = PaymentChoice.sandbox("ok");

    private Samples() {}

    static Money eur(String amount) {
        return Money.of(CurrencyUnit.EUR, new BigDecimal(amount));
    }

    static String key(PaymentOperation operation, int n) {
        return operation.key(PAYMENT, n);
    }

    static String authorize() {
        return key(PaymentOperation.AUTHORIZE, 1);
    }

    static String capture(int n) {
        return key(PaymentOperation.CAPTURE, n);
    }

    static InitiatePayment initiate(boolean captureAtOnce) {
        return new InitiatePayment(PAYMENT, ORDER, SANDBOX, eur("100"), captureAtOnce);
    }

    static CapturePayment take(@Nullable String amount) {
        return new CapturePayment(PAYMENT, amount == null ? null : eur(amount), null);
    }

    static VoidPayment giveUp() {
        return new VoidPayment(PAYMENT, "CANCELLED");
    }

    static RefundPayment refund(String refundId, @Nullable String amount) {
        return new RefundPayment(PAYMENT, refundId, amount == null ? null : eur(amount), "DAMAGED");
    }

    static RecordProviderAnswer yes(String key) {
        return new RecordProviderAnswer(PAYMENT, key, Outcome.SUCCEEDED, null, null, "ref " + key, null);
    }

    static RecordProviderAnswer no(String key) {
        return new RecordProviderAnswer(PAYMENT, key, Outcome.FAILED, null, null, null, "No money");
    }

    static RecordProviderAnswer perhaps(String key) {
        return new RecordProviderAnswer(PAYMENT, key, Outcome.UNKNOWN, null, null, null, "Time-out");
    }

    static RecordChargeback chargeback(String eventId, String amount) {
        return new RecordChargeback(PAYMENT, "SANDBOX", eventId, eur(amount), "FRAUD");
    }

    static PaymentInitiated initiated(Instant at) {
        return initiated(false, at);
    }

    static PaymentInitiated initiated(boolean captureAtOnce, Instant at) {
        return new PaymentInitiated(PAYMENT, ORDER, SANDBOX, eur("100"), captureAtOnce, null, at);
    }

    static PaymentAuthorizationRequested authorizationAsked(Instant at) {
        return new PaymentAuthorizationRequested(PAYMENT, ORDER, authorize(), eur("100"), at);
    }

    static PaymentAuthorized authorized(Instant at) {
        return new PaymentAuthorized(PAYMENT, ORDER, authorize(), "ref " + authorize(), eur("100"), WEEK.endOf(at), at);
    }

    static PaymentDeclined declined(Instant at) {
        return new PaymentDeclined(PAYMENT, ORDER, authorize(), eur("100"), "No money", at);
    }

    static PaymentCaptureRequested captureAsked(int n, String amount, Instant at) {
        return new PaymentCaptureRequested(PAYMENT, ORDER, capture(n), eur(amount), null, at);
    }

    static PaymentCaptured captured(int n, String amount, Instant at) {
        return new PaymentCaptured(PAYMENT, ORDER, capture(n), "ref " + capture(n), eur(amount), null, at);
    }

    static PaymentVoidRequested voidAsked(String amount, boolean expiry, Instant at) {
        return new PaymentVoidRequested(
                PAYMENT, ORDER, key(PaymentOperation.VOID, 1), eur(amount), expiry ? null : "CANCELLED", expiry, at);
    }

    static PaymentVoided voided(String amount, Instant at) {
        return new PaymentVoided(PAYMENT, ORDER, eur(amount), at);
    }

    static RefundRequested refundAsked(int n, String amount, Instant at) {
        return new RefundRequested(
                PAYMENT, ORDER, "refund-" + n, key(PaymentOperation.REFUND, n), eur(amount), "DAMAGED", at);
    }

    static PaymentRefunded refunded(int n, String amount, Instant at) {
        return new PaymentRefunded(
                PAYMENT, ORDER, "refund-" + n, "ref " + key(PaymentOperation.REFUND, n), eur(amount), at);
    }

    static PaymentOutcomeUnknown unknown(PaymentOperation operation, Instant at) {
        return new PaymentOutcomeUnknown(PAYMENT, ORDER, operation, key(operation, 1), "Time-out", at);
    }

    static ChargebackReceived chargedBack(String eventId, String amount, Instant at) {
        return new ChargebackReceived(PAYMENT, ORDER, eventId, eur(amount), "FRAUD", at);
    }
}
