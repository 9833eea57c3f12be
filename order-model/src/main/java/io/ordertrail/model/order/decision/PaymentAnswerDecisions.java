package io.ordertrail.model.order.decision;

import io.ordertrail.api.order.OrderCourseEvent.OrderHeld;
import io.ordertrail.api.order.OrderCourseEvent.OrderProblemReported;
import io.ordertrail.api.order.OrderEvent;
import io.ordertrail.api.order.OrderLifecycle;
import io.ordertrail.api.order.OrderMoneyCommand.RecordAskRefused;
import io.ordertrail.api.order.OrderMoneyCommand.RecordPaymentAnswer;
import io.ordertrail.api.order.OrderMoneyCommand.RecordRefund;
import io.ordertrail.api.order.OrderMoneyEvent.AskRefused;
import io.ordertrail.api.order.OrderMoneyEvent.PaymentProcessed;
import io.ordertrail.api.order.OrderMoneyEvent.RefundRecorded;
import io.ordertrail.api.order.value.PaymentKind;
import io.ordertrail.api.order.value.RefundKind;
import io.ordertrail.api.payment.PaymentOperation;
import io.ordertrail.model.order.OrderFacts;
import io.ordertrail.model.order.OrderState;
import io.ordertrail.model.order.difference.DerivedProblems;
import io.ordertrail.model.order.difference.MoneyDifference;
import io.ordertrail.model.order.money.AskFailure;
import io.ordertrail.model.order.money.Funds;
import io.ordertrail.model.order.money.PaymentAsk;
import io.ordertrail.model.order.money.PaymentSums;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What payments answered. It is processed whatever became of the order since; an answer that was heard before, or to an
 * ask that is not open, changes nothing.
 */
public record PaymentAnswerDecisions(OrderContext order) {

    private static final Duration FIRST_RETRY = Duration.ofMinutes(1);
    private static final int DOUBLINGS_TO_AN_HOUR = 6;
    private static final Duration LONGEST_RETRY = Duration.ofHours(1);

    public List<OrderEvent> heard(RecordPaymentAnswer answer) {
        if (isKnown(answer)) {
            return List.of();
        }
        Instant at = order.news(answer.at());
        OrderEvent event = new PaymentProcessed(
                order.orderId(),
                answer.paymentId(),
                answer.number(),
                answer.kind(),
                answer.method(),
                answer.amount(),
                answer.reference(),
                answer.reason(),
                answer.expiresAt(),
                at);
        List<OrderEvent> events = new ArrayList<>(List.of(event));
        lost(answer, order.facts().after(event)).ifPresent(why -> events.add(hold(why, at)));
        return events;
    }

    public List<OrderEvent> refused(RecordAskRefused answer) {
        Optional<PaymentAsk> open = open(answer.paymentId(), answer.number());
        if (open.isEmpty()) {
            return isUnrecorded(answer) ? heard(notReceived(answer)) : List.of();
        }
        if (answer.operation() == PaymentOperation.AUTHORIZE) {
            return heard(declined(answer, open.get()));
        }
        int failures = payment(answer.paymentId())
                        .failure(open.get().operation())
                        .map(AskFailure::failures)
                        .orElse(0)
                + 1;
        Instant at = order.news(answer.at());
        OrderEvent event = new AskRefused(
                order.orderId(),
                answer.paymentId(),
                answer.number(),
                open.get().operation(),
                answer.reason(),
                failures,
                retryAfter(failures),
                at);
        return askedByPeople(open.get(), answer.paymentId(), order.state().evolve(event))
                ? List.of(event, notDone(open.get(), answer, at))
                : List.of(event);
    }

    /** A minute, two, four … an hour. */
    private static Duration retryAfter(int failures) {
        Duration later = FIRST_RETRY.multipliedBy(1L << Math.min(failures - 1, DOUBLINGS_TO_AN_HOUR));
        return later.compareTo(LONGEST_RETRY) > 0 ? LONGEST_RETRY : later;
    }

    /** Money of which staff told the order, and that nobody records as a payment: the order does not have it. */
    private boolean isUnrecorded(RecordAskRefused answer) {
        return answer.operation() == PaymentOperation.CAPTURE
                && answer.number() == 0
                && payment(answer.paymentId()).isManual();
    }

    private RecordPaymentAnswer notReceived(RecordAskRefused answer) {
        PaymentSums payment = payment(answer.paymentId());
        return new RecordPaymentAnswer(
                order.orderId(),
                answer.paymentId(),
                null,
                PaymentKind.DECLINED,
                payment.method(),
                payment.captured(),
                null,
                answer.reason(),
                null,
                answer.at());
    }

    /** A payment that could not even begin. */
    private RecordPaymentAnswer declined(RecordAskRefused answer, PaymentAsk ask) {
        return new RecordPaymentAnswer(
                order.orderId(),
                answer.paymentId(),
                null,
                PaymentKind.DECLINED,
                payment(answer.paymentId()).method(),
                ask.amount(),
                null,
                answer.reason(),
                null,
                answer.at());
    }

    public List<OrderEvent> refunded(RecordRefund answer) {
        return open(answer.paymentId(), answer.number())
                .<List<OrderEvent>>map(ask -> List.of(new RefundRecorded(
                        order.orderId(),
                        answer.paymentId(),
                        answer.number(),
                        PaymentOperation.REFUND.key(answer.paymentId(), answer.number()),
                        Objects.requireNonNull(ask.kind()),
                        answer.amount(),
                        ask.to(),
                        null,
                        order.news(answer.at()))))
                .orElseGet(List::of);
    }

    /**
     * A payment is promised or declined once; each capture and each void answers its own ask; a promise ends by itself
     * once.
     */
    private boolean isKnown(RecordPaymentAnswer answer) {
        PaymentSums payment = payment(answer.paymentId());
        return switch (answer.kind()) {
            case AUTHORIZED -> payment.authorized().isPositive();
            case DECLINED -> payment.declined();
            case UNKNOWN -> true;
            case CAPTURED, RELEASED ->
                answer.number() == null
                        ? !payment.outstanding().isPositive()
                        : open(answer.paymentId(), answer.number()).isEmpty();
        };
    }

    /** Goods that were confirmed on a promise that is gone stay where they are until somebody has looked. */
    private Optional<String> lost(RecordPaymentAnswer answer, OrderFacts after) {
        boolean gone = answer.kind() == PaymentKind.DECLINED
                        && (isOurs(answer.paymentId())
                                || payment(answer.paymentId()).isManual())
                || answer.kind() == PaymentKind.RELEASED && answer.number() == null;
        boolean matters = after.lifecycle() == OrderLifecycle.CONFIRMED
                && after.hold() == null
                && after.way() == null
                && !after.paidAsAgreed()
                && after.goods().shipped() < after.goods().wanted();
        if (!gone || !matters) {
            return Optional.empty();
        }
        return Optional.of(
                answer.kind() == PaymentKind.DECLINED
                        ? "The payment was declined: " + DerivedProblems.quoted(answer.reason())
                        : "The authorisation has expired.");
    }

    /** Whether the order itself began the payment, because it was owed. */
    private boolean isOurs(String paymentId) {
        return IntStream.rangeClosed(1, order.facts().funds().payments().size())
                .mapToObj(number -> MoneyDifference.ownPayment(order.orderId(), number))
                .anyMatch(paymentId::equals);
    }

    /**
     * What the order needs is asked for again, and has a problem of its own meanwhile; what only somebody wished is
     * told.
     */
    private static boolean askedByPeople(PaymentAsk ask, String paymentId, OrderState after) {
        Funds funds = after.facts().funds();
        MoneyDifference money = new MoneyDifference(after, after.placedAt());
        return switch (ask.operation()) {
            case REFUND ->
                (ask.kind() == RefundKind.OTHER_MEANS || ask.kind() == RefundKind.GOODWILL)
                        && funds.excess().isZero();
            case VOID -> !money.isSpare(funds.of(paymentId));
            case CAPTURE -> !money.missing().isPositive();
            case AUTHORIZE, UNKNOWN -> false;
        };
    }

    private OrderEvent notDone(PaymentAsk ask, RecordAskRefused answer, Instant at) {
        String what = ask.operation().name();
        return new OrderProblemReported(
                order.orderId(),
                what.toLowerCase(Locale.ROOT) + "-refused:" + answer.paymentId() + ":" + answer.number(),
                what + "_FAILED",
                "%s of %s was refused: %s".formatted(what, answer.paymentId(), DerivedProblems.quoted(answer.reason())),
                at);
    }

    private OrderHeld hold(@Nullable String why, Instant at) {
        return new OrderHeld(order.orderId(), OrderFacts.PAYMENT_LOST, why, at);
    }

    private Optional<PaymentAsk> open(String paymentId, int number) {
        return Optional.ofNullable(payment(paymentId).open()).filter(ask -> ask.number() == number);
    }

    private PaymentSums payment(String paymentId) {
        return order.facts().funds().of(paymentId);
    }
}
