package io.ordertrail.query.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordertrail.api.message.Moment;
import io.ordertrail.api.order.OrderCourseEvent.OrderConfirmed;
import io.ordertrail.api.order.OrderEvent;
import io.ordertrail.api.order.OrderId;
import io.ordertrail.api.order.OrderMoneyEvent.PaymentAsked;
import io.ordertrail.api.order.OrderMoneyEvent.PaymentProcessed;
import io.ordertrail.api.order.value.PaymentKind;
import io.ordertrail.api.payment.PaymentChoice;
import io.ordertrail.api.payment.PaymentEvent;
import io.ordertrail.api.payment.PaymentEvent.PaymentCaptured;
import io.ordertrail.api.payment.PaymentEvent.PaymentInitiated;
import io.ordertrail.api.payment.PaymentStage;
import io.ordertrail.api.payment.PaymentView;
import io.ordertrail.query.projection.fold.Recorded;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Payments that their order knows and that have no events of their own. */
class HeardPaymentsTest {

    private static final String ORDER = OrderId.of("order");
    private static final String PAYMENT = OrderId.payment(ORDER, "payment");
    private static final String OTHER = OrderId.payment(ORDER, "other");
    private static final Instant T = Instant.parse("2026-11-22T08:00:00Z");
    private static final Instant STORED = T.plusSeconds(1);
    private static final Money TEN = Money.parse("EUR 10.00");

    private final EventStore events = EmbeddedEventStore.builder()
            .storageEngine(new InMemoryEventStorageEngine())
            .build();

    private final HeardPayments heard = new HeardPayments(events);
    private long version;

    @Test
    void what_was_asked_for_and_has_not_begun_is_as_it_will_begin() {
        store(new OrderConfirmed(ORDER, null, T), asked(PAYMENT), asked(OTHER));
        PaymentView view = now();
        assertThat(view)
                .isEqualTo(PaymentFold.view(PaymentFold.fold(
                        null,
                        new Recorded<>(
                                new PaymentInitiated(
                                        PAYMENT, ORDER, "c-1", PaymentChoice.account("account-1"), TEN, null, T),
                                0,
                                STORED))));
        assertThat(view.status()).isEqualTo(PaymentStage.INITIATED);
        assertThat(view.accountId()).isEqualTo("account-1");
    }

    @Test
    void finding_3_7_what_nobody_could_be_asked_for_is_declined_and_tells_why() {
        store(asked(PAYMENT), heard(PAYMENT, PaymentKind.DECLINED, "ACCOUNT", null, "No such account"));
        PaymentView view = now();
        assertThat(view.status()).isEqualTo(PaymentStage.DECLINED);
        assertThat(view.reason()).isEqualTo("No such account");
        assertThat(view.version()).isEqualTo(1);
        assertThat(view.amount()).isEqualTo(TEN);
    }

    @Test
    void what_staff_told_the_order_is_as_its_own_events_will_make_it_at_a_version_that_those_never_show() {
        store(heard(PAYMENT, PaymentKind.CAPTURED, PaymentChoice.MANUAL, "bank-1", null));
        Money nothing = TEN.minus(TEN);
        FoldedPayment own = null;
        List<PaymentEvent> itsEvents = List.of(
                new PaymentInitiated(PAYMENT, ORDER, null, PaymentChoice.manual(), TEN, "bank-1", T),
                new PaymentCaptured(PAYMENT, ORDER, PaymentChoice.MANUAL, null, null, null, TEN, nothing, T));
        for (PaymentEvent event : itsEvents) {
            own = PaymentFold.fold(own, new Recorded<>(event, 0, STORED));
        }
        assertThat(heard.at(PAYMENT, Moment.NOW)).contains(own);
    }

    @Test
    void money_that_had_not_come_after_all_is_declined_with_nothing_taken() {
        store(
                heard(PAYMENT, PaymentKind.CAPTURED, PaymentChoice.MANUAL, "bank-1", null),
                heard(PAYMENT, PaymentKind.DECLINED, PaymentChoice.MANUAL, null, "Taken over: it bounced"));
        PaymentView view = now();
        assertThat(view.status()).isEqualTo(PaymentStage.DECLINED);
        assertThat(view.captured().isZero()).isTrue();
        assertThat(view.captures()).isEmpty();
        assertThat(view.version()).isEqualTo(1);
        assertThat(heard.outcome(PAYMENT).map(payment -> payment.facts().stage()))
                .as("what was answered first")
                .contains(PaymentStage.CAPTURED);
    }

    @Test
    void what_comes_from_another_order_is_known_to_this_one_alone() {
        store(heard(PAYMENT, PaymentKind.CAPTURED, PaymentChoice.EXCHANGE, "payment-1#1", null));
        assertThat(now().status()).isEqualTo(PaymentStage.CAPTURED);
        assertThat(now().reference()).isEqualTo("payment-1#1");
    }

    @Test
    void of_what_it_was_never_told_an_order_knows_nothing() {
        store(asked(OTHER));
        assertThat(heard.at(PAYMENT, Moment.NOW)).isEmpty();
        assertThat(heard.at("payment-1", Moment.NOW)).isEmpty();
        assertThat(heard.at(OrderId.payment(OrderId.of("none"), "payment"), Moment.NOW))
                .isEmpty();
    }

    private PaymentView now() {
        return heard.at(PAYMENT, Moment.NOW).map(PaymentFold::view).orElseThrow();
    }

    private void store(OrderEvent... told) {
        for (OrderEvent event : told) {
            events.publish(new GenericDomainEventMessage<>(
                    "order", ORDER, version, event, Map.of(), "event-" + version++, STORED));
        }
    }

    private static PaymentAsked asked(String paymentId) {
        return new PaymentAsked(ORDER, paymentId, "c-1", PaymentChoice.account("account-1"), TEN, T);
    }

    private static PaymentProcessed heard(
            String paymentId, PaymentKind kind, String method, @Nullable String reference, @Nullable String reason) {
        return new PaymentProcessed(ORDER, paymentId, null, kind, method, TEN, reference, reason, null, T);
    }
}
