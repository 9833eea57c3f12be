package io.ordertrail.command.payment.sandbox;

import io.ordertrail.api.payment.PaymentChoice;
import io.ordertrail.api.payment.PaymentEvent;
import io.ordertrail.api.payment.PaymentEvent.PaymentAuthorized;
import io.ordertrail.api.payment.PaymentEvent.PaymentCaptureFailed;
import io.ordertrail.api.payment.PaymentEvent.PaymentCaptured;
import io.ordertrail.api.payment.PaymentEvent.PaymentDeclined;
import io.ordertrail.api.payment.PaymentEvent.PaymentExpired;
import io.ordertrail.api.payment.PaymentEvent.PaymentInitiated;
import io.ordertrail.api.payment.PaymentEvent.PaymentRefunded;
import io.ordertrail.api.payment.PaymentEvent.PaymentVoidFailed;
import io.ordertrail.api.payment.PaymentEvent.PaymentVoided;
import io.ordertrail.api.payment.PaymentEvent.RefundFailed;
import io.ordertrail.api.verification.Verification.Check;
import io.ordertrail.command.verification.EventCheck;
import io.ordertrail.command.verification.EventScan;
import io.ordertrail.command.verification.Fingerprint;
import io.ordertrail.command.verification.FingerprintTable;
import io.ordertrail.command.verification.Tally;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.serialization.SerializationException;
import org.joda.money.Money;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * I7, of the one provider whose own books can be read: what the sandbox did and what its payments count is the same,
 * once, by the key of the request. A payment has one open request at a time, so the next answer is the answer to that.
 */
final class SandboxCheck implements EventCheck {

    private static final Map<Class<?>, Outcome> ANSWERS = Map.of(
            PaymentAuthorized.class, Outcome.DONE,
            PaymentCaptured.class, Outcome.DONE,
            PaymentVoided.class, Outcome.DONE,
            PaymentRefunded.class, Outcome.DONE,
            PaymentDeclined.class, Outcome.FAILED,
            PaymentCaptureFailed.class, Outcome.FAILED,
            PaymentVoidFailed.class, Outcome.FAILED,
            RefundFailed.class, Outcome.FAILED,
            PaymentExpired.class, Outcome.OVER);

    private final Tally counted = new Tally(
            "I7", "Everything that a payment counts as done is in the sandbox's books as asked, and counted once");
    private final Tally asked =
            new Tally("I7", "Everything in the sandbox's books was asked for before, and does not count as failed");
    private final EventStore store;
    private final SandboxBooks books;
    private final Fingerprint fingerprint = new Fingerprint();
    private final FingerprintTable payments = new FingerprintTable();
    private final FingerprintTable requests = new FingerprintTable();
    private final Map<String, SandboxRequest> open = new HashMap<>();

    SandboxCheck(JdbcClient jdbc, EventStore store) {
        this.store = store;
        this.books = new SandboxBooks(jdbc, counted);
    }

    /** What an answer made of a request. */
    private enum Outcome {
        AWAITED,
        DONE,
        FAILED,
        /** Its time was over, whatever the provider did about it. */
        OVER
    }

    @Override
    public void see(EventMessage<?> event, Object payload) {
        if (payload instanceof PaymentInitiated payment
                && payment.choice().method().equals(PaymentChoice.SANDBOX)) {
            payments.add(fingerprint.of(payment.paymentId()), 0, 0);
        } else if (payload instanceof PaymentEvent payment && payments.contains(fingerprint.of(payment.paymentId()))) {
            see(payment);
        }
    }

    private void see(PaymentEvent event) {
        SandboxRequest request = SandboxRequest.of(event);
        Outcome answer = ANSWERS.get(event.getClass());
        if (request != null) {
            open.put(request.paymentId(), request);
            if (!requests.add(fingerprint.of(request.providerKey()), 0, Outcome.AWAITED.ordinal())) {
                counted.breach(request.providerKey() + " was asked for twice");
            }
        } else if (answer != null && !isAnsweredByRule(event)) {
            settle(event, answer);
        }
    }

    private void settle(PaymentEvent event, Outcome answer) {
        SandboxRequest request = open.remove(event.paymentId());
        if (request == null) {
            counted.breach(event.paymentId() + ": nothing was asked for, or its answer came twice, before " + event);
            return;
        }
        requests.moveTo(fingerprint.of(request.providerKey()), answer.ordinal());
        if (answer == Outcome.DONE) {
            books.mustHave(request, amount(event));
        }
    }

    @Override
    public Stream<Check> checks(EventScan events) {
        books.finish();
        books.forEachKey((key, paymentId, done) -> {
            asked.look();
            long print = fingerprint.of(key);
            if (!requests.contains(print)) {
                if (!wasAskedForSince(paymentId, key)) {
                    asked.breach(key + " was never asked for");
                }
            } else if (done && requests.sequence(print) == Outcome.FAILED.ordinal()) {
                asked.breach(key + " was done, and counts as failed");
            }
        });
        return Stream.of(counted.check(), asked.check());
    }

    /** Whether the provider was never asked, because there was nothing left to be done. */
    private static boolean isAnsweredByRule(PaymentEvent event) {
        return (event instanceof PaymentCaptureFailed capture && capture.providerKey() == null)
                || (event instanceof RefundFailed refund && refund.providerKey() == null)
                || (event instanceof PaymentVoided voided && voided.amount().isZero());
    }

    private static Money amount(PaymentEvent event) {
        if (event instanceof PaymentAuthorized authorized) {
            return authorized.amount();
        }
        if (event instanceof PaymentCaptured captured) {
            return captured.amount();
        }
        return event instanceof PaymentVoided voided ? voided.amount() : ((PaymentRefunded) event).amount();
    }

    /** Payments go on meanwhile: a request may be younger than the end of the pass. */
    private boolean wasAskedForSince(String paymentId, String key) {
        try {
            return store.readEvents(paymentId, 0)
                    .asStream()
                    .map(event -> SandboxRequest.of(event.getPayload()))
                    .anyMatch(
                            request -> request != null && request.providerKey().equals(key));
        } catch (SerializationException e) {
            // What cannot be read is not there; the pass has named it.
            return false;
        }
    }
}
