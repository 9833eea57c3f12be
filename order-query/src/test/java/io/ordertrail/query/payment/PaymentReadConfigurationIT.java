package io.ordertrail.query.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ordertrail.api.message.Refused;
import io.ordertrail.api.order.OrderCourseEvent.OrderCreated;
import io.ordertrail.api.order.OrderId;
import io.ordertrail.api.order.OrderMoneyEvent.PaymentAsked;
import io.ordertrail.api.payment.OrderPayments;
import io.ordertrail.api.payment.PaymentChoice;
import io.ordertrail.api.payment.PaymentEvent.PaymentAuthorizationRequested;
import io.ordertrail.api.payment.PaymentEvent.PaymentCaptured;
import io.ordertrail.api.payment.PaymentEvent.PaymentInitiated;
import io.ordertrail.api.payment.PaymentEvent.PaymentOutcomeUnknown;
import io.ordertrail.api.payment.PaymentOperation;
import io.ordertrail.api.payment.PaymentPage;
import io.ordertrail.api.payment.PaymentQuery.GetPayment;
import io.ordertrail.api.payment.PaymentQuery.GetPaymentOutcome;
import io.ordertrail.api.payment.PaymentQuery.GetPayments;
import io.ordertrail.api.payment.PaymentQuery.ListPayments;
import io.ordertrail.api.payment.PaymentRefusal.PaymentNotFound;
import io.ordertrail.api.payment.PaymentStage;
import io.ordertrail.api.payment.PaymentView;
import io.ordertrail.query.Database;
import io.ordertrail.query.Node;
import io.ordertrail.query.Stories;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Payments as they are read from a store. */
class PaymentReadConfigurationIT {

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

    @ParameterizedTest
    @EnumSource(Database.class)
    void payments_of_all_orders_are_listed_the_latest_first(Database database) {
        try (Node fresh = Node.start(database.fresh())) {
            for (int i = 0; i < 5; i++) {
                begin(fresh, "payment-" + i, i % 2 == 0 ? manual() : PaymentChoice.sandbox("ok"), "bank-" + i, i);
            }
            store(
                    fresh,
                    "payment-0",
                    1,
                    new PaymentCaptured("payment-0", "order-0", "MANUAL", null, null, null, TEN, TEN.minus(TEN), THEN));
            store(fresh, "payment-1", 1, new PaymentAuthorizationRequested("payment-1", "order-1", "key", TEN, THEN));
            store(
                    fresh,
                    "payment-1",
                    2,
                    new PaymentOutcomeUnknown(
                            "payment-1", "order-1", PaymentOperation.AUTHORIZE, "key", "time-out", THEN));
            fresh.settle();
            assertThat(listed(fresh, asked(List.of(), List.of(), List.of(), null, null, null)))
                    .containsExactly("payment-4", "payment-3", "payment-2", "payment-1", "payment-0");
            assertThat(listed(fresh, asked(List.of(PaymentStage.CAPTURED), List.of(), List.of(), null, null, null)))
                    .containsExactly("payment-0");
            assertThat(listed(fresh, asked(List.of(), List.of("SANDBOX"), List.of(), null, null, null)))
                    .containsExactly("payment-3", "payment-1");
            assertThat(listed(fresh, asked(List.of(), List.of(), List.of("bank-2", "bank-4"), null, null, null)))
                    .containsExactly("payment-4", "payment-2");
            assertThat(listed(fresh, asked(List.of(), List.of(), List.of(), true, null, null)))
                    .containsExactly("payment-1");
            assertThat(listed(
                            fresh,
                            asked(List.of(), List.of(), List.of(), null, THEN.plusSeconds(1), THEN.plusSeconds(3))))
                    .containsExactly("payment-2", "payment-1");
            assertThat(fresh.verify().checks())
                    .filteredOn(check -> check.claim().contains("payment-view"))
                    .isNotEmpty()
                    .allSatisfy(check ->
                            assertThat(check.breaches()).as(check.toString()).isZero());
        }
    }

    private static void begin(Node node, String id, PaymentChoice choice, String reference, int second) {
        store(
                node,
                id,
                0,
                new PaymentInitiated(
                        id, id.replace("payment", "order"), null, choice, TEN, reference, THEN.plusSeconds(second)));
    }

    private static ListPayments asked(
            List<PaymentStage> status,
            List<String> method,
            List<String> reference,
            @Nullable Boolean unknown,
            @Nullable Instant from,
            @Nullable Instant to) {
        return new ListPayments(status, method, reference, unknown, from, to, 500, null);
    }

    /** Two a page. */
    private static List<String> listed(Node node, ListPayments asked) {
        List<String> found = new ArrayList<>();
        String after = null;
        do {
            PaymentPage page = node.ask(
                    new ListPayments(
                            asked.status(),
                            asked.method(),
                            asked.reference(),
                            asked.unknown(),
                            asked.createdFrom(),
                            asked.createdTo(),
                            2,
                            after),
                    PaymentPage.class);
            page.items().forEach(payment -> found.add(payment.id()));
            after = page.next();
        } while (after != null);
        return found;
    }

    @Test
    void a_payment_is_read_as_it_is() {
        PaymentView payment = node.ask(new GetPayment("payment-1", 1L), PaymentView.class);
        assertThat(payment.status()).isEqualTo(PaymentStage.CAPTURED);
        assertThat(payment.version()).isEqualTo(1);
        assertThat(payment.reference()).isEqualTo("bank-1");
    }

    @Test
    void and_as_it_was_when_its_outcome_was_known() {
        assertThat(node.ask(new GetPaymentOutcome("payment-1"), PaymentView.class)
                        .version())
                .isEqualTo(1);
        assertThat(node.ask(new GetPaymentOutcome("payment-2"), PaymentView.class)
                        .status())
                .isEqualTo(PaymentStage.INITIATED);
        assertThatThrownBy(() -> node.ask(new GetPaymentOutcome("payment-3"), PaymentView.class))
                .isInstanceOfSatisfying(
                        Refused.class, no -> assertThat(no.refusal()).isEqualTo(new PaymentNotFound("payment-3")));
    }

    @Test
    void finding_3_7_what_its_order_alone_knows_is_found() {
        OrderCreated placed = new Stories(1).placed();
        String orderId = placed.orderId();
        String paymentId = OrderId.payment(orderId, "asks");
        node.store(List.of(
                placed, new PaymentAsked(orderId, paymentId, "c-1", PaymentChoice.sandbox("?"), TEN, placed.at())));
        assertThat(node.ask(new GetPayment(paymentId, 0L), PaymentView.class).version())
                .isZero();
        assertThat(node.ask(new GetPayments(List.of(paymentId, "payment-1")), OrderPayments.class)
                        .items())
                .extracting(PaymentView::id)
                .containsExactlyInAnyOrder("payment-1", paymentId);
        assertThat(node.ask(new GetPaymentOutcome(paymentId), PaymentView.class).status())
                .isEqualTo(PaymentStage.INITIATED);
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
        store(node, paymentId, version, event);
    }

    private static void store(Node into, String paymentId, long version, Object event) {
        into.bean(EventStore.class)
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
