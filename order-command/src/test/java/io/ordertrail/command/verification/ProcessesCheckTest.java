package io.ordertrail.command.verification;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordertrail.api.order.Address;
import io.ordertrail.api.order.CancellationReason;
import io.ordertrail.api.order.OrderEvent.OrderCancelled;
import io.ordertrail.api.order.OrderEvent.OrderCompleted;
import io.ordertrail.api.order.OrderEvent.OrderConfirmed;
import io.ordertrail.api.order.OrderEvent.OrderCreated;
import io.ordertrail.api.order.PaymentTerms;
import io.ordertrail.api.order.Totals;
import java.math.RoundingMode;
import java.util.List;
import java.util.Set;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.ReplayToken;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class ProcessesCheckTest {

    private static final String ONE = "order-1";
    private static final TakenIn ALL = new TakenIn(Long.MAX_VALUE, Set.of());

    private final Look look = new Look();

    @Test
    void I5_an_order_without_process_and_deadline_is_forgotten() {
        look.store(ONE, placed(ONE, "WEB"), new OrderConfirmed(ONE, Look.AT));
        assertThat(forgotten(ALL)).containsExactly(ONE);
    }

    @Test
    void I5_an_order_that_has_ended_needs_neither() {
        look.store(ONE, placed(ONE, "WEB"), cancelled());
        look.store("order-2", placed("order-2", "WEB"), new OrderCompleted("order-2", Look.AT));
        assertThat(forgotten(ALL)).isEmpty();
    }

    @Test
    void I5_an_order_that_ended_since_the_events_were_seen_is_not_forgotten() {
        look.store(ONE, placed(ONE, "WEB"));
        assertThat(look.found((jdbc, store) -> new ProcessesCheck(jdbc, store, ALL), () -> look.store(ONE, cancelled()))
                        .get(0))
                .isEmpty();
    }

    @Test
    void I5_an_imported_order_is_history() {
        look.store(ONE, placed(ONE, "IMPORT"));
        assertThat(forgotten(ALL)).isEmpty();
    }

    @Test
    void I5_an_order_has_its_process() {
        look.store(ONE, placed(ONE, "WEB"));
        look.store("order-2", placed("order-2", "WEB"));
        saga("fulfilment", "orderId", ONE);
        // Sees to the money only: nobody would cancel the order.
        saga("settlement", "orderId", "order-2");
        assertThat(forgotten(ALL)).containsExactly("order-2");
    }

    @Test
    void I5_an_order_has_a_deadline() {
        look.store(ONE, placed(ONE, "WEB"));
        look.store("order-2", placed("order-2", "WEB"));
        step("fulfilment/order-1/expire//0", ONE);
        assertThat(forgotten(ALL)).containsExactly("order-2");
    }

    @Test
    void I5_an_order_of_which_its_process_has_not_heard_yet_is_not_forgotten() {
        look.store(ONE, placed(ONE, "WEB"));
        look.store("order-2", placed("order-2", "WEB"));
        look.store("order-3", placed("order-3", "WEB"));
        assertThat(forgotten(TakenIn.of(null))).isEmpty();
        assertThat(forgotten(TakenIn.of(new GlobalSequenceTrackingToken(1)))).containsExactly(ONE, "order-2");
        assertThat(forgotten(TakenIn.of(GapAwareTrackingToken.newInstance(2, Set.of(1L)))))
                .containsExactly(ONE, "order-3");
        assertThat(forgotten(TakenIn.of(ReplayToken.createReplayToken(
                        new GlobalSequenceTrackingToken(9), new GlobalSequenceTrackingToken(0)))))
                .containsExactly(ONE);
    }

    @Test
    void I5_a_process_is_about_something_that_exists() {
        look.store(ONE, placed(ONE, "IMPORT"));
        saga("settlement", "orderId", ONE);
        String ghost = saga("return", "returnId", "return-1");
        look.insert(
                "insert into association_value_entry (association_key, association_value, saga_id) values (?, ?, ?)",
                "subject",
                "return-0",
                ghost);
        look.insert("insert into saga_entry (saga_id, saga_type) values ('x', 'transfer')");
        assertThat(look.found((jdbc, store) -> new ProcessesCheck(jdbc, store, ALL))
                        .get(1))
                .containsExactlyInAnyOrder(
                        "return " + ghost + " is about return-1, return-0", "transfer x is about nothing");
    }

    private List<String> forgotten(TakenIn heardOf) {
        return look.found((jdbc, store) -> new ProcessesCheck(jdbc, store, heardOf))
                .get(0);
    }

    private String saga(String type, String key, String value) {
        String id = type + " of " + value;
        look.insert("insert into saga_entry (saga_id, saga_type) values (?, ?)", id, type);
        look.insert(
                "insert into association_value_entry (association_key, association_value, saga_type, saga_id)"
                        + " values (?, ?, ?, ?)",
                key,
                value,
                type,
                id);
        return id;
    }

    private void step(String step, String subject) {
        look.insert(
                "insert into process_step (step, version, subject, process, answer, queued, due_at, command, payload,"
                        + " metadata, failures, stuck, created_at) values (?, 0, ?, 'fulfilment', 'ANY', false,"
                        + " current_timestamp, 'order.ExpireOrder', '{}', '{}', 0, false, current_timestamp)",
                step,
                subject);
    }

    private static OrderCancelled cancelled() {
        return new OrderCancelled(ONE, CancellationReason.CUSTOMER, null, Look.AT);
    }

    private static OrderCreated placed(String orderId, String channel) {
        Money nothing = Money.zero(CurrencyUnit.EUR);
        return new OrderCreated(
                orderId,
                "2026-000001",
                null,
                channel,
                "c-1",
                CurrencyUnit.EUR,
                PaymentTerms.AUTH_FIRST,
                List.of(),
                null,
                new Totals(nothing, nothing, nothing, nothing, nothing, nothing),
                RoundingMode.HALF_EVEN,
                new Address("A. Turing", "Hauptstr. 1", null, "10115", "Berlin", null, "DE"),
                null,
                Look.AT);
    }
}
