package io.ordertrail.query.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ordertrail.api.payment.OrderPayments;
import io.ordertrail.api.payment.PaymentChoice;
import io.ordertrail.api.payment.PaymentEvent.PaymentCaptured;
import io.ordertrail.api.payment.PaymentEvent.PaymentInitiated;
import io.ordertrail.api.payment.PaymentQuery.GetPayment;
import io.ordertrail.api.payment.PaymentQuery.GetPaymentAsOf;
import io.ordertrail.api.payment.PaymentQuery.GetPayments;
import io.ordertrail.api.payment.PaymentRefusal.PaymentNotFound;
import io.ordertrail.api.payment.PaymentStage;
import io.ordertrail.api.payment.PaymentView;
import io.ordertrail.axon.Refused;
import io.ordertrail.query.Database;
import io.ordertrail.query.Node;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Payments as they are read from a store. */
class PaymentReadingIT {

    private static final Money TEN = Money.ofMajor(CurrencyUnit.EUR, 10);
    private static final Instant THEN = Instant.parse("2026-11-22T08:00:00Z");

    private static Node node;

    @BeforeAll
    static void start() {
        node = Node.start(Database.H2.fresh());
        store("payment-1", 0, new PaymentInitiated("payment-1", "order-1", null, manual(), TEN, "bank-1", THEN));
        store(
                "payment-1",
                1,
                new PaymentCaptured("payment-1", "order-1", "MANUAL", null, null, null, TEN, TEN.minus(TEN), THEN));
        store(
                "payment-2",
                0,
                new PaymentInitiated("payment-2", "order-1", null, manual(), TEN, null, THEN.plusSeconds(1)));
        node.settle();
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @Test
    void a_payment_is_read_as_it_is() {
        PaymentView payment = node.ask(new GetPayment("payment-1", 1L), PaymentView.class);
        assertThat(payment.status()).isEqualTo(PaymentStage.CAPTURED);
        assertThat(payment.version()).isEqualTo(1);
        assertThat(payment.reference()).isEqualTo("bank-1");
    }

    @Test
    void and_as_it_was() {
        PaymentView payment = node.ask(new GetPaymentAsOf("payment-1", 0), PaymentView.class);
        assertThat(payment.status()).isEqualTo(PaymentStage.INITIATED);
    }

    @Test
    void an_order_has_its_payments_in_the_order_in_which_they_began() {
        assertThat(node.ask(new GetPayments(List.of("payment-2", "payment-1", "payment-3")), OrderPayments.class)
                        .items())
                .extracting(PaymentView::id)
                .containsExactly("payment-1", "payment-2");
        assertThat(node.ask(new GetPayments(List.of()), OrderPayments.class).items())
                .isEmpty();
    }

    @Test
    void what_is_not_there_is_not_found() {
        assertThatThrownBy(() -> node.ask(new GetPayment("payment-3", null), PaymentView.class))
                .isInstanceOfSatisfying(
                        Refused.class, no -> assertThat(no.refusal()).isEqualTo(new PaymentNotFound("payment-3")));
    }

    @Test
    void I3_every_row_is_what_its_events_say_and_I4_finds_money_that_no_order_has_heard_of() {
        assertThat(node.verify().checks())
                .filteredOn(check -> check.claim().contains("payment"))
                .extracting(check -> check.id() + " " + check.breaches())
                .containsExactlyInAnyOrder("I3 0", "I4 1");
    }

    private static PaymentChoice manual() {
        return PaymentChoice.manual();
    }

    /** Stored long ago, so that nothing of it can be under way. */
    private static void store(String paymentId, long version, Object event) {
        node.bean(EventStore.class)
                .publish(List.of(new GenericDomainEventMessage<>(
                        "payment",
                        paymentId,
                        version,
                        event,
                        Map.of(),
                        paymentId + version,
                        Instant.now().minus(Duration.ofHours(1)))));
    }
}
