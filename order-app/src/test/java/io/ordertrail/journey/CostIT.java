package io.ordertrail.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ordertrail.api.message.Receipt;
import io.ordertrail.api.order.OrderCourseCommand.CreateOrder;
import io.ordertrail.api.order.OrderId;
import io.ordertrail.api.order.value.Address;
import io.ordertrail.api.order.value.LineRequest;
import io.ordertrail.api.order.value.PaymentTerms;
import io.ordertrail.axon.message.Dispatch;
import io.ordertrail.axon.message.RequestContext;
import io.ordertrail.axon.message.RequestContext.Idempotency;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** What one placed order costs the database, counted and not timed. */
class CostIT {

    private static final String PLACING = "placing";
    private static final String CONFIRMED = "to its confirmation";
    private static final String DELIVERED = "from there to its delivery";
    private static final int WARM_UP = 10;
    private static final int ORDERS = 10;
    private static final int PLACED = 200;

    /** For one order, with some room. */
    private static final double MOST_TRANSACTIONS = 65;

    private static final double MOST_STATEMENTS = 380;

    /** In a second in which nothing is asked for. */
    private static final double MOST_IDLE_STATEMENTS = 15;

    /** So many times as much CPU as an order takes of which nothing follows. */
    private static final double MOST_CPU = 60;

    @Test
    void figure_R1c_placing_an_order_is_one_commit_and_at_most_five_statements() {
        try (InProcess service = InProcess.start(
                List.of("ordertrail.data-dir=" + InProcess.newDataDir(), "ordertrail.processors.auto-start=false"),
                Counting.class)) {
            Dispatch dispatch = service.context().getBean(Dispatch.class);
            place(dispatch, "warm up");
            Counting.calls();
            place(dispatch, "counted");
            List<String> calls = Counting.calls();
            System.out.println("CostIT: " + String.join("\nCostIT: ", calls));
            assertThat(calls).filteredOn("commit"::equals).hasSize(1);
            assertThat(calls).filteredOn(call -> !call.equals("commit")).hasSizeLessThanOrEqualTo(5);
            assertThat(calls).anyMatch(call -> call.startsWith("INSERT INTO domain_event"));
        }
    }

    /** By default there is a commit an event, which makes a rebuild 10 to 100 times slower. */
    @Test
    void pitfall_13_all_projections_take_in_many_events_with_one_commit() {
        Path dataDir = InProcess.newDataDir();
        int orders = 300;
        try (InProcess service =
                InProcess.start(List.of("ordertrail.data-dir=" + dataDir, "ordertrail.processors.auto-start=false"))) {
            Dispatch dispatch = service.context().getBean(Dispatch.class);
            for (int i = 0; i < orders; i++) {
                place(dispatch, "order " + i);
            }
        }
        long before = Counting.commitsOfThreads("views");
        try (InProcess service = InProcess.start(List.of("ordertrail.data-dir=" + dataDir), Counting.class)) {
            Shop shop = new Shop(service.url(), reply -> {});
            await().until(() ->
                    shop.get("/api/v1/orders?limit=500").body().at("/items").size() == orders);
            assertThat(Counting.commitsOfThreads("views") - before).isBetween(1L, orders / 5L);
        }
    }

    /**
     * Of a tracked SKU, paid from an account, in one parcel: what all threads of the service do for it, as a share of
     * many.
     */
    @Test
    void an_order_from_its_placing_to_its_delivery_costs_no_more_than_it_did() {
        double placing = cpuOfPlacing();
        try (InProcess service =
                InProcess.start(List.of("ordertrail.data-dir=" + InProcess.newDataDir()), Counting.class)) {
            MugSale sold = MugSale.of(new Shop(service.url(), reply -> {}));
            for (int n = 0; n < WARM_UP; n++) {
                sold.toItsDelivery();
            }
            Meter meter = Meter.of(service);
            for (int n = 0; n < ORDERS; n++) {
                String order = meter.count(CONFIRMED, sold::place, sold::isConfirmed);
                meter.count(DELIVERED, () -> sold.deliver(order), parcel -> sold.isComplete(order));
            }
            Meter.Use confirmed = meter.of(CONFIRMED).times(1.0 / ORDERS);
            Meter.Use all = confirmed.plus(meter.of(DELIVERED).times(1.0 / ORDERS));
            System.out.printf("CostIT: an order to its confirmation: %s%n", confirmed);
            System.out.printf("CostIT: an order to its delivery: %s%n", all);
            System.out.printf("CostIT: a second without orders: %s%n", meter.idle());
            System.out.printf("CostIT: an order of which nothing follows: %.1f ms of CPU%n", placing);
            assertThat(all.transactions()).isLessThanOrEqualTo(MOST_TRANSACTIONS);
            assertThat(all.statements()).isLessThanOrEqualTo(MOST_STATEMENTS);
            assertThat(meter.idle().statements()).isLessThanOrEqualTo(MOST_IDLE_STATEMENTS);
            assertThat(all.cpuMillis() / placing).isLessThanOrEqualTo(MOST_CPU);
        }
    }

    /** With all processors paused, over HTTP. */
    private static double cpuOfPlacing() {
        try (InProcess service = InProcess.start(
                List.of("ordertrail.data-dir=" + InProcess.newDataDir(), "ordertrail.processors.auto-start=false"),
                Counting.class)) {
            Shop shop = new Shop(service.url(), reply -> {});
            for (int n = 0; n < PLACED; n++) {
                shop.place();
            }
            Meter meter = Meter.of(service);
            meter.count(
                    PLACING,
                    () -> IntStream.range(0, PLACED).mapToObj(n -> shop.place()).toList(),
                    orders -> true);
            return meter.of(PLACING).cpuMillis() / PLACED;
        }
    }

    private static void place(Dispatch dispatch, String key) {
        Idempotency idempotency = new Idempotency("test POST /api/v1/orders", key, "hash");
        Money price = Money.of(CurrencyUnit.EUR, new BigDecimal("24.99"));
        dispatch.send(
                new CreateOrder(
                        OrderId.of(idempotency.seed()),
                        null,
                        "WEB",
                        "c-1",
                        CurrencyUnit.EUR,
                        PaymentTerms.AUTH_FIRST,
                        List.of(new LineRequest(
                                "TEE-M",
                                "Tee M",
                                2,
                                price,
                                Money.zero(CurrencyUnit.EUR),
                                new BigDecimal("0.19"),
                                true)),
                        null,
                        null,
                        null,
                        new Address("A. Turing", "Hauptstr. 1", null, "10115", "Berlin", null, "DE"),
                        null,
                        null,
                        Map.of(),
                        null),
                new RequestContext("test", List.of("SUPERVISOR", "SERVICE"), "c", "t", idempotency, null),
                Receipt.class);
    }
}
