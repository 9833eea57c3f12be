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
import io.ordertrail.model.kernel.Fold;
import io.ordertrail.model.payment.PaymentFacts;
import io.ordertrail.query.projection.fold.Recorded;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A payment, from its events: one function behind the stored view, the answer "as of", and the proof that both agree.
 */
final class PaymentFold {

    private static final Fold<FoldedPayment, PaymentEvent> FOLD = Fold.<FoldedPayment, PaymentEvent>over(
                    PaymentEvent.class)
            .first(PaymentInitiated.class)
            .on(
                    PaymentAuthorizationRequested.class,
                    (payment, e) -> payment.withOpen(open(PaymentOperation.AUTHORIZE, e.amount(), e.at())))
            .on(
                    PaymentCaptureRequested.class,
                    (payment, e) -> payment.withOpen(open(PaymentOperation.CAPTURE, e.amount(), e.at())))
            .on(
                    PaymentVoidRequested.class,
                    (payment, e) -> payment.withOpen(open(PaymentOperation.VOID, e.amount(), e.at())))
            .on(RefundRequested.class, PaymentFold::refund)
            .on(PaymentOutcomeUnknown.class, (payment, e) -> unknown(payment, false))
            .on(PaymentOutcomeOverdue.class, (payment, e) -> unknown(payment, true))
            .on(
                    PaymentAuthorized.class,
                    (payment, e) -> payment.with(it -> it.open(null).expiresAt(e.expiresAt())))
            .on(
                    PaymentDeclined.class,
                    (payment, e) -> payment.with(it -> it.open(null).reason(e.reason())))
            .on(PaymentCaptured.class, PaymentFold::captured)
            .on(PaymentCaptureFailed.class, (payment, e) -> payment.withOpen(null))
            .on(PaymentVoided.class, (payment, e) -> payment.withOpen(null))
            .on(PaymentVoidFailed.class, (payment, e) -> payment.withOpen(null))
            .on(PaymentExpired.class, (payment, e) -> payment.withOpen(null))
            .on(
                    PaymentRefunded.class,
                    (payment, e) -> payment.with(it ->
                            it.open(null).refunds(become(payment.refunds(), e.number(), RefundStatus.REFUNDED, null))))
            .on(
                    RefundFailed.class,
                    (payment, e) -> payment.with(it -> it.open(null).refunds(failed(payment.refunds(), e))))
            .ignoring(
                    PaymentOutcomeKnown.class,
                    PaymentOutcomeContradicted.class,
                    ChargebackReceived.class,
                    ChargebackReversed.class)
            .complete();

    private PaymentFold() {}

    static FoldedPayment fold(@Nullable FoldedPayment before, Recorded<PaymentEvent> recorded) {
        PaymentEvent event = recorded.event();
        if (before == null) {
            return first(event, recorded);
        }
        return FOLD.next(before, event)
                .with(it -> it.facts(before.facts().after(event))
                        .version(recorded.version())
                        .updatedAt(recorded.recordedAt()));
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

    private static FoldedPayment refund(FoldedPayment payment, RefundRequested asked) {
        Refund refund = new Refund(asked.number(), RefundStatus.REQUESTED, asked.amount(), asked.reason(), asked.at());
        return payment.withOpen(open(PaymentOperation.REFUND, asked.amount(), asked.at()))
                .withRefunds(more(payment.refunds(), refund));
    }

    /** @param overdue whether a person is told that nobody knows */
    private static FoldedPayment unknown(FoldedPayment payment, boolean overdue) {
        OpenRequest open = Objects.requireNonNull(payment.open(), "Nothing was asked");
        return payment.withOpen(
                new OpenRequest(open.operation(), open.amount(), open.since(), true, open.overdue() || overdue));
    }

    private static FoldedPayment captured(FoldedPayment payment, PaymentCaptured capture) {
        return payment.withOpen(null)
                .withCaptures(more(payment.captures(), new Capture(capture.number(), capture.amount(), capture.at())));
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
