package io.ordertrail.query.payment;

import io.ordertrail.api.message.Moment;
import io.ordertrail.api.order.OrderId;
import io.ordertrail.api.order.OrderMoneyEvent.PaymentAsked;
import io.ordertrail.api.order.OrderMoneyEvent.PaymentProcessed;
import io.ordertrail.api.order.value.PaymentKind;
import io.ordertrail.api.payment.PaymentChoice;
import io.ordertrail.api.payment.PaymentEvent.PaymentCaptured;
import io.ordertrail.api.payment.PaymentEvent.PaymentInitiated;
import io.ordertrail.api.payment.PaymentStage;
import io.ordertrail.axon.unknown.UnknownEvents;
import io.ordertrail.model.payment.PaymentFacts;
import io.ordertrail.query.projection.fold.Recorded;
import io.ordertrail.query.reading.EventsAt;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Payments as their orders know them: asked for and not begun, never able to begin, and reported to the order first.
 * Each word of the order makes of it what the payment's own events would. Their version is the number of words after
 * the first, which none of a payment that has begun is: that one has two events or more.
 */
final class HeardPayments {

    /** Their money is recorded in the order, and nowhere before. */
    private static final Set<String> TOLD_TO_THE_ORDER = Set.of(PaymentChoice.MANUAL, PaymentChoice.EXCHANGE);

    private final EventStore events;

    HeardPayments(EventStore events) {
        this.events = events;
    }

    /** The payment after all that its order knew of it at {@code moment}; empty if that is nothing. */
    Optional<FoldedPayment> at(String paymentId, Moment moment) {
        return until(paymentId, moment, payment -> false);
    }

    /** Now, as of when its outcome was first known. */
    Optional<FoldedPayment> outcome(String paymentId) {
        return until(paymentId, Moment.NOW, HeardPayments::hasOutcome);
    }

    static boolean hasOutcome(FoldedPayment payment) {
        return payment.facts().stage() != PaymentStage.INITIATED;
    }

    private Optional<FoldedPayment> until(String paymentId, Moment moment, Predicate<FoldedPayment> enough) {
        return OrderId.ofPart(paymentId).flatMap(orderId -> {
            EventsAt stream = EventsAt.of(events, orderId, moment);
            FoldedPayment payment = null;
            while (stream.hasNext() && (payment == null || !enough.test(payment))) {
                payment = next(payment, paymentId, stream.next());
            }
            return Optional.ofNullable(payment);
        });
    }

    /** By its type: most payloads need not be read. */
    private static @Nullable FoldedPayment next(
            @Nullable FoldedPayment payment, String paymentId, DomainEventMessage<?> message) {
        Class<?> type = message.getPayloadType();
        if (type != PaymentAsked.class && type != PaymentProcessed.class && !UnknownEvents.isOne(message)) {
            return payment;
        }
        Object event = UnknownEvents.known(message, Object.class);
        if (event instanceof PaymentAsked asked && asked.paymentId().equals(paymentId)) {
            return asked(asked, message.getTimestamp());
        }
        if (event instanceof PaymentProcessed heard && heard.paymentId().equals(paymentId)) {
            return heard(payment, heard, message.getTimestamp());
        }
        return payment;
    }

    private static FoldedPayment asked(PaymentAsked event, Instant recordedAt) {
        PaymentInitiated first = new PaymentInitiated(
                event.paymentId(),
                event.orderId(),
                event.customerId(),
                event.choice(),
                event.amount(),
                null,
                event.at());
        return PaymentFold.fold(null, new Recorded<>(first, 0, recordedAt));
    }

    private static @Nullable FoldedPayment heard(
            @Nullable FoldedPayment before, PaymentProcessed event, Instant recordedAt) {
        if (event.kind() == PaymentKind.CAPTURED && TOLD_TO_THE_ORDER.contains(event.method())) {
            return captured(event, recordedAt);
        }
        return event.kind() == PaymentKind.DECLINED && before != null ? declined(before, event, recordedAt) : before;
    }

    private static FoldedPayment captured(PaymentProcessed event, Instant recordedAt) {
        PaymentInitiated first = new PaymentInitiated(
                event.paymentId(),
                event.orderId(),
                null,
                new PaymentChoice(event.method(), null, null),
                event.amount(),
                event.reference(),
                event.at());
        Money nothing = Money.zero(event.amount().getCurrencyUnit());
        PaymentCaptured taken = new PaymentCaptured(
                event.paymentId(),
                event.orderId(),
                event.method(),
                null,
                null,
                null,
                event.amount(),
                nothing,
                event.at());
        return PaymentFold.fold(
                PaymentFold.fold(null, new Recorded<>(first, 0, recordedAt)), new Recorded<>(taken, 0, recordedAt));
    }

    /** No provider was asked, or the money that staff recorded had not come: the payment never existed. */
    private static FoldedPayment declined(FoldedPayment before, PaymentProcessed event, Instant recordedAt) {
        PaymentFacts nothing = PaymentFacts.initiated(before.facts().amount()).declined();
        return before.with(it -> it.facts(nothing)
                .open(null)
                .captures(List.of())
                .reason(Objects.requireNonNullElse(event.reason(), ""))
                .version(before.version() + 1)
                .updatedAt(recordedAt));
    }
}
