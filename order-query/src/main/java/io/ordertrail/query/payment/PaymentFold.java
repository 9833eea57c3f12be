package io.ordertrail.query.payment;

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
import io.ordertrail.api.payment.PaymentView;
import io.ordertrail.api.payment.PaymentView.Capture;
import io.ordertrail.api.payment.PaymentView.OpenRequest;
import io.ordertrail.api.payment.PaymentView.Refund;
import io.ordertrail.api.payment.PaymentView.RefundStatus;
import io.ordertrail.model.payment.PaymentFacts;
import io.ordertrail.query.projection.fold.Recorded;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** A payment, from its events: one function behind the stored view, the answer "as of", and the proof that both agree. */
final class PaymentFold {

    private PaymentFold() {}

    static FoldedPayment fold(@Nullable FoldedPayment before, Recorded<PaymentEvent> recorded) {
        PaymentEvent event = recorded.event();
        if (before == null) {
            return first(event, recorded);
        }
        return detail(before, event).at(before.facts().after(event), recorded.version(), recorded.recordedAt());
    }

    /** The view for a caller. The stage is derived now, so that no row can hold an old one. */
    static PaymentView view(FoldedPayment payment) {
        PaymentFacts facts = payment.facts();
        return new PaymentView(
                payment.id(),
                payment.orderId(),
                payment.version(),
                payment.method(),
                payment.accountId(),
                payment.reference(),
                facts.stage(),
                facts.amount(),
                facts.authorized(),
                facts.captured(),
                facts.released(),
                facts.refunded(),
                facts.chargedBack(),
                payment.reason(),
                payment.expiresAt(),
                payment.open(),
                payment.captures(),
                payment.refunds(),
                payment.createdAt(),
                payment.updatedAt());
    }

    private static FoldedPayment first(PaymentEvent event, Recorded<PaymentEvent> recorded) {
        if (!(event instanceof PaymentInitiated payment)) {
            throw new IllegalStateException("A payment cannot begin with " + event);
        }
        return new FoldedPayment(
                payment.paymentId(),
                payment.orderId(),
                recorded.version(),
                payment.choice().method(),
                payment.choice().accountId(),
                payment.reference(),
                PaymentFacts.initiated(payment.amount()),
                null,
                null,
                null,
                List.of(),
                List.of(),
                payment.at(),
                recorded.recordedAt());
    }

    private static FoldedPayment detail(FoldedPayment payment, PaymentEvent event) {
        if (event instanceof PaymentAuthorizationRequested asked) {
            return payment.open(open(PaymentOperation.AUTHORIZE, asked.amount(), asked.at()));
        }
        if (event instanceof PaymentCaptureRequested asked) {
            return payment.open(open(PaymentOperation.CAPTURE, asked.amount(), asked.at()));
        }
        if (event instanceof PaymentVoidRequested asked) {
            return payment.open(open(PaymentOperation.VOID, asked.amount(), asked.at()));
        }
        if (event instanceof RefundRequested asked) {
            Refund refund =
                    new Refund(asked.number(), RefundStatus.REQUESTED, asked.amount(), asked.reason(), asked.at());
            return payment.refunds(
                    open(PaymentOperation.REFUND, asked.amount(), asked.at()), more(payment.refunds(), refund));
        }
        if (event instanceof PaymentOutcomeUnknown || event instanceof PaymentOutcomeOverdue) {
            OpenRequest open = Objects.requireNonNull(payment.open(), "Nothing was asked");
            boolean overdue = open.overdue() || event instanceof PaymentOutcomeOverdue;
            return payment.open(new OpenRequest(open.operation(), open.amount(), open.since(), true, overdue));
        }
        if (event instanceof PaymentOutcomeKnown
                || event instanceof PaymentOutcomeContradicted
                || event instanceof ChargebackReceived
                || event instanceof ChargebackReversed) {
            return payment;
        }
        return settled(payment, event);
    }

    /** What became of the open request. */
    private static FoldedPayment settled(FoldedPayment payment, PaymentEvent event) {
        if (event instanceof PaymentAuthorized authorization) {
            return payment.promised(authorization.expiresAt());
        }
        if (event instanceof PaymentDeclined no) {
            return payment.declined(no.reason());
        }
        if (event instanceof PaymentCaptured capture) {
            return payment.captured(
                    more(payment.captures(), new Capture(capture.number(), capture.amount(), capture.at())));
        }
        if (event instanceof PaymentRefunded refund) {
            return payment.refunds(null, become(payment.refunds(), refund.number(), RefundStatus.REFUNDED, null));
        }
        if (event instanceof RefundFailed no) {
            return payment.refunds(null, failed(payment.refunds(), no));
        }
        if (event instanceof PaymentCaptureFailed
                || event instanceof PaymentVoided
                || event instanceof PaymentVoidFailed
                || event instanceof PaymentExpired) {
            return payment.open(null);
        }
        throw new IllegalArgumentException("A payment cannot process " + event);
    }

    private static OpenRequest open(PaymentOperation operation, Money amount, Instant since) {
        return new OpenRequest(operation, amount, since, false, false);
    }

    /** One that a rule refused was never requested of the provider. */
    private static List<Refund> failed(List<Refund> refunds, RefundFailed no) {
        return refunds.stream().anyMatch(refund -> refund.number() == no.number())
                ? become(refunds, no.number(), RefundStatus.FAILED, no.reason())
                : more(refunds, new Refund(no.number(), RefundStatus.FAILED, no.amount(), no.reason(), no.at()));
    }

    private static List<Refund> become(
            List<Refund> refunds, int number, RefundStatus status, @Nullable String failure) {
        return refunds.stream()
                .map(refund -> refund.number() == number
                        ? new Refund(
                                number,
                                status,
                                refund.amount(),
                                failure == null ? refund.reason() : failure,
                                refund.at())
                        : refund)
                .toList();
    }

    private static <T> List<T> more(List<T> known, T another) {
        List<T> all = new ArrayList<>(known);
        all.add(another);
        return List.copyOf(all);
    }
}
