package io.ordertrail.query.order.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordertrail.api.message.ApprovalKind;
import io.ordertrail.api.order.OrderCourseEvent.OrderConfirmed;
import io.ordertrail.api.order.OrderCourseEvent.OrderCreated;
import io.ordertrail.api.order.OrderEvent;
import io.ordertrail.api.order.OrderGoodsEvent.StockAsked;
import io.ordertrail.api.order.OrderMoneyCommand.WaivePayment;
import io.ordertrail.api.order.OrderMoneyEvent.ApprovalAsked;
import io.ordertrail.api.order.OrderMoneyEvent.AskRefused;
import io.ordertrail.api.order.OrderMoneyEvent.CaptureAsked;
import io.ordertrail.api.order.OrderMoneyEvent.PaymentProcessed;
import io.ordertrail.api.order.value.PaymentKind;
import io.ordertrail.api.order.value.StockAsk;
import io.ordertrail.api.order.view.OrderHistory.Upcoming;
import io.ordertrail.api.payment.PaymentChoice;
import io.ordertrail.api.payment.PaymentEvent.PaymentAuthorizationRequested;
import io.ordertrail.api.payment.PaymentEvent.PaymentInitiated;
import io.ordertrail.api.payment.PaymentEvent.PaymentOutcomeOverdue;
import io.ordertrail.api.payment.PaymentEvent.PaymentOutcomeUnknown;
import io.ordertrail.api.payment.PaymentOperation;
import io.ordertrail.api.returns.ReturnEvent.ReturnApproved;
import io.ordertrail.api.returns.ReturnEvent.ReturnExpired;
import io.ordertrail.api.returns.ReturnEvent.ReturnRequested;
import io.ordertrail.api.returns.ReturnLine;
import io.ordertrail.model.order.OrderState;
import io.ordertrail.query.Stories;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.UnknownSerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is still to come of an order, each kind of it, and what then happens. */
class UpcomingsTest {

    private static final Instant RECORDED = Instant.parse("2026-11-29T12:00:00Z");
    private static final Instant SOON = RECORDED.plusSeconds(60);
    private static final String PAYMENT = "payment-1";
    private static final String RETURN = "return-1";

    private final OrderCreated order = new Stories(1).placed();
    private final String id = order.orderId();
    private final Money grand = order.totals().grand();
    private final List<OrderEvent> events = new ArrayList<>(List.of(order));
    private final List<DomainEventMessage<?>> parts = new ArrayList<>();

    @Test
    void an_order_expires() {
        assertThat(told())
                .containsExactly(
                        new Upcoming(
                                id,
                                RECORDED.plus(Duration.ofDays(7)),
                                "The order is cancelled, unless it is confirmed; not while it is on hold or a payment has no answer"));
    }

    @Test
    void an_order_becomes_overdue() {
        confirmed();
        assertThat(told())
                .containsExactly(new Upcoming(
                        id,
                        RECORDED.plusSeconds(1).plus(Duration.ofHours(48)),
                        "The order is reported as overdue, unless all of it has left"));
    }

    @Test
    void a_promise_of_money_ends() {
        confirmed();
        events.add(processed(SOON));
        assertThat(told())
                .contains(new Upcoming(PAYMENT, SOON, "What the payment has promised ends, unless it is captured"));
    }

    @Test
    void what_was_refused_is_asked_for_again() {
        events.add(processed(null));
        events.add(new CaptureAsked(id, PAYMENT, 1, grand, order.at()));
        events.add(
                new AskRefused(id, PAYMENT, 1, PaymentOperation.CAPTURE, "No", 1, Duration.ofMinutes(4), order.at()));
        assertThat(told())
                .contains(new Upcoming(
                        PAYMENT,
                        RECORDED.plusSeconds(3).plus(Duration.ofMinutes(4)),
                        "What the payment has refused is asked for again"));
    }

    @Test
    void what_waits_for_an_answer_has_no_time() {
        events.add(new StockAsked(id, List.of(new StockAsk("1", "TEE-M", 1, 2, 0)), order.at()));
        events.add(processed(null));
        events.add(new CaptureAsked(id, PAYMENT, 1, grand, order.at()));
        assertThat(told())
                .contains(
                        new Upcoming("1", null, "Waits for the answer to ask 1 (KEEP 2) since " + order.at()),
                        new Upcoming(
                                PAYMENT,
                                null,
                                "Waits for the answer to ask 1 (CAPTURE " + grand + ") since " + order.at()));
    }

    @Test
    void what_waits_for_a_second_person_ends_and_is_for_the_shop_only() {
        events.add(new ApprovalAsked(
                id,
                1,
                ApprovalKind.WAIVER,
                grand,
                null,
                new WaivePayment(id, "known for years", null),
                null,
                "anna",
                SOON,
                order.at()));
        Upcoming over = new Upcoming(
                id, SOON, "What anna asked for (1, " + grand + ") is over, unless somebody else decides on it");
        OrderState state = state();
        assertThat(upcomings().andApprovals(state).earliestFirst()).startsWith(over);
        assertThat(told()).doesNotContain(over);
    }

    @Test
    void a_return_expires_until_goods_of_it_came_or_it_has() {
        part(
                RETURN,
                new ReturnRequested(RETURN, id, List.of(new ReturnLine("1", "TEE-M", 1, grand, null)), null, SOON));
        assertThat(told()).hasSize(1);
        part(RETURN, new ReturnApproved(RETURN, id, null, SOON, order.at()));
        assertThat(told()).startsWith(new Upcoming(RETURN, SOON, "The return expires, unless any of its goods came"));
        part(RETURN, new ReturnExpired(RETURN, id, order.at()));
        assertThat(told()).hasSize(1);
    }

    @Test
    void a_provider_that_did_not_say_is_asked_again() {
        part(
                PAYMENT,
                new PaymentInitiated(
                        PAYMENT, id, order.customerId(), PaymentChoice.sandbox("ok"), grand, null, order.at()));
        part(PAYMENT, new PaymentAuthorizationRequested(PAYMENT, id, PAYMENT + ":auth", grand, order.at()));
        Map<String, Instant> row = Map.of(PAYMENT + ":auth", SOON);
        assertThat(tries(row)).as("it is still being asked").isEmpty();
        part(
                PAYMENT,
                new PaymentOutcomeUnknown(
                        PAYMENT, id, PaymentOperation.AUTHORIZE, PAYMENT + ":auth", "Too slow", order.at()));
        assertThat(tries(Map.of())).as("nobody asks it").isEmpty();
        assertThat(tries(row))
                .containsExactly(new Upcoming(
                        PAYMENT,
                        SOON,
                        "The provider is asked again what became of the payment of " + grand
                                + "; a person is told if it never says"));
        part(
                PAYMENT,
                new PaymentOutcomeOverdue(PAYMENT, id, PaymentOperation.AUTHORIZE, PAYMENT + ":auth", order.at()));
        assertThat(tries(row))
                .extracting(Upcoming::summary)
                .singleElement()
                .asString()
                .endsWith("; a person was told that it does not say");
    }

    @Test
    void of_a_part_of_which_something_is_not_known_nothing_is_told() {
        part(
                RETURN,
                new UnknownSerializedType(
                        Jackson3Serializer.builder().build(),
                        new SimpleSerializedObject<>("{}", String.class, "return.ReturnRequested", "99")));
        part(RETURN, new ReturnApproved(RETURN, id, null, SOON, order.at()));
        assertThat(told()).hasSize(1);
    }

    @Test
    void a_step_that_fails_is_tried_again() {
        assertThat(upcomings()
                        .andTries(
                                OrderParts.of(parts),
                                Map.of(),
                                List.of(
                                        new FailingStep("stock/" + id + "/ask/1/1", id, SOON, 1, false, "TIMEOUT"),
                                        new FailingStep("who knows", id, SOON, 7, true, "UNREADABLE_STEP")))
                        .earliestFirst())
                .startsWith(
                        new Upcoming(id, SOON, "Step ask of stock is tried again; it failed once, last with TIMEOUT"),
                        new Upcoming(
                                id,
                                SOON,
                                "Step who knows is tried again; it failed 7 times, last with UNREADABLE_STEP,"
                                        + " and a person should look"));
    }

    private List<Upcoming> tries(Map<String, Instant> lookUps) {
        List<Upcoming> with = new ArrayList<>(
                upcomings().andTries(OrderParts.of(parts), lookUps, List.of()).earliestFirst());
        with.removeAll(told());
        return with;
    }

    private List<Upcoming> told() {
        return upcomings().earliestFirst();
    }

    private Upcomings upcomings() {
        return Upcomings.of(state(), OrderParts.of(parts));
    }

    private OrderState state() {
        OrderState state = OrderState.of(order, RECORDED);
        for (int version = 1; version < events.size(); version++) {
            state = state.evolve(events.get(version), RECORDED.plusSeconds(version));
        }
        return state;
    }

    private void confirmed() {
        events.add(new OrderConfirmed(id, Duration.ofHours(48), order.at()));
    }

    private void part(String part, Object event) {
        parts.add(new GenericDomainEventMessage<>("any", part, parts.size(), event));
    }

    private PaymentProcessed processed(@Nullable Instant expiresAt) {
        return new PaymentProcessed(
                id, PAYMENT, null, PaymentKind.AUTHORIZED, "SANDBOX", grand, null, null, expiresAt, order.at());
    }
}
