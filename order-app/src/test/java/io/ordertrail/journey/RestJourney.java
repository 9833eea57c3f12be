package io.ordertrail.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** An order's life over REST. The same on H2, on PostgreSQL and over Axon Server. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class RestJourney {

    private InProcess service;
    private Shop shop;

    /** What is set so that the service runs on the store in question. */
    abstract List<String> settings();

    @BeforeAll
    void startService() {
        start();
    }

    @AfterAll
    void stopService() {
        if (service != null) {
            service.close();
        }
    }

    private void start() {
        service = InProcess.start(settings());
        shop = new Shop(service.url(), Contracted.by(service.url()));
    }

    @Test
    void an_order_is_placed_paid_shipped_in_parts_and_delivered() {
        Reply placed = shop.post("/api/v1/orders", Shop.ORDER).expect(201);
        String order = placed.at("/id");
        assertThat(placed.header("Location")).endsWith("/api/v1/orders/" + order);
        assertThat(placed.version()).isZero();
        assertThat(placed.at("/number")).matches("\\d{4}-\\d{6,}");
        assertThat(placed.at("/totals/tax/amount")).isEqualTo("8.76");
        assertThat(placed.at("/totals/grand/amount")).isEqualTo("54.88");
        assertThat(words(placed.body())).isEqualTo("PENDING PENDING UNFULFILLED NONE PAYMENT_DUE");

        shop.post("/api/v1/orders/" + order + "/payments", Shop.PAYMENT).expect(201);
        assertThat(words(now(order))).isEqualTo("CONFIRMED PAID UNFULFILLED NONE PROCESSING");

        String first = shop.approve(order, "{\"lines\":[{\"lineId\":\"1\",\"quantity\":1}]}");
        shop.dispatch(first);
        assertThat(words(now(order))).isEqualTo("CONFIRMED PAID PARTIALLY_SHIPPED NONE IN_TRANSIT");

        String second = shop.approve(order, "{}");
        shop.dispatch(second);
        shop.deliver(first);
        assertThat(words(now(order))).isEqualTo("CONFIRMED PAID PARTIALLY_DELIVERED NONE IN_TRANSIT");
        shop.deliver(second);
        assertThat(words(now(order))).isEqualTo("COMPLETED PAID DELIVERED NONE DELIVERED");

        Reply history = shop.get("/api/v1/orders/" + order + "/history", "X-Min-Version", "9")
                .expect(200);
        assertThat(history.body()
                        .at("/entries")
                        .valueStream()
                        .map(e -> e.at("/type").asString())
                        .filter(type -> type.startsWith("order.")))
                .containsExactly(
                        "order.OrderCreated",
                        "order.PaymentProcessed",
                        "order.OrderConfirmed",
                        "order.ShipmentApproved",
                        "order.OrderShipped",
                        "order.ShipmentApproved",
                        "order.OrderShipped",
                        "order.OrderDelivered",
                        "order.OrderDelivered",
                        "order.OrderCompleted");
        assertThat(history.at("/entries/0/actor")).isEqualTo("local");
    }

    @Test
    void every_earlier_version_can_still_be_read() {
        String order = shop.placePaid();
        assertThat(words(shop.get("/api/v1/orders/" + order + "?version=0")
                        .expect(200)
                        .body()))
                .startsWith("PENDING");
        assertThat(words(shop.get("/api/v1/orders/" + order + "?version=2")
                        .expect(200)
                        .body()))
                .startsWith("CONFIRMED");
        shop.get("/api/v1/orders/" + order + "?version=3").expect(404);
        shop.get("/api/v1/orders/" + order + "?asOf=2020-01-01T00:00:00Z").expect(404);
        assertThat(shop.get("/api/v1/orders/" + order + "?asOf=2100-01-01T00:00:00Z")
                        .expect(200)
                        .body())
                .isEqualTo(now(order));
    }

    @Test
    void an_acknowledged_order_is_there_at_once() {
        for (int i = 0; i < 50; i++) {
            Reply placed = shop.post("/api/v1/orders", Shop.ORDER).expect(201);
            shop.get("/api/v1/orders/" + placed.at("/id")).expect(200);
            shop.get("/api/v1/orders/" + placed.at("/id") + "/history").expect(200);
        }
    }

    @Test
    void a_view_that_never_reaches_the_version_is_202_and_not_a_lie() {
        String order = shop.place();
        Reply reply = shop.get("/api/v1/orders/" + order, "X-Min-Version", "7").expect(202);
        assertThat(reply.optionalHeader("Retry-After")).isPresent();
    }

    @Test
    void fifty_identical_requests_at_once_and_again_after_a_restart_are_one_order() throws Exception {
        String key = UUID.randomUUID().toString();
        Callable<Reply> place = () -> shop.post("/api/v1/orders", Shop.ORDER, "Idempotency-Key", key);
        List<Reply> replies = new ArrayList<>(atOnce(50, place));
        service.close();
        start();
        replies.addAll(atOnce(50, place));
        Reply first = replies.get(0).expect(201);
        assertThat(replies).allSatisfy(reply -> {
            assertThat(reply.status()).isEqualTo(201);
            assertThat(reply.body()).isEqualTo(first.body());
            assertThat(reply.header("ETag")).isEqualTo(first.header("ETag"));
        });
        assertThat(replies.stream()
                        .filter(reply ->
                                reply.optionalHeader("Idempotent-Replayed").isEmpty()))
                .hasSize(1);
        shop.post("/api/v1/orders", Shop.ORDER.replace("c-1042", "c-1"), "Idempotency-Key", key)
                .expect(422);
    }

    @Test
    void O5_of_cancel_and_ship_at_once_exactly_one_wins() throws Exception {
        for (int round = 0; round < 10; round++) {
            String order = shop.placePaid();
            CyclicBarrier together = new CyclicBarrier(16);
            List<Callable<Reply>> rivals = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                String path = i % 2 == 0 ? "/cancellation" : "/shipments";
                String body = i % 2 == 0 ? "{\"reason\":\"CUSTOMER\"}" : "{}";
                rivals.add(() -> {
                    together.await();
                    return shop.post("/api/v1/orders/" + order + path, body);
                });
            }
            List<Reply> replies = all(rivals);
            List<Reply> won = replies.stream().filter(r -> r.status() < 300).toList();
            assertThat(won).as("%s", replies).hasSize(1);
            assertThat(replies).filteredOn(r -> r.status() >= 300).allSatisfy(lost -> {
                assertThat(lost.status()).isEqualTo(409);
                assertThat(lost.at("/detail")).isNotBlank();
                assertThat(lost.body().at("/allowedActions").isArray()).isTrue();
            });
            boolean cancelled = won.get(0).http().uri().getPath().endsWith("/cancellation");
            assertThat(now(order).at("/status").asString()).isEqualTo(cancelled ? "CANCELLED" : "CONFIRMED");
        }
    }

    @Test
    void a_refusal_has_its_type_reason_and_what_may_be_done_instead() {
        String order = shop.placePaid();
        shop.approve(order, "{}");
        Reply refused = shop.post("/api/v1/orders/" + order + "/cancellation", "{\"reason\":\"CUSTOMER\"}")
                .expect(409);
        assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
        assertThat(refused.at("/code")).isEqualTo("SHIPMENT_ALREADY_APPROVED");
        assertThat(refused.at("/detail")).isEqualTo("A shipment of this order is already approved.");
        assertThat(refused.body()
                        .at("/allowedActions")
                        .valueStream()
                        .filter(a -> a.at("/allowed").asBoolean()))
                .anySatisfy(a -> assertThat(a.at("/action").asString()).isEqualTo("DISPATCH"));
    }

    @Test
    void who_decided_on_an_old_version_is_told_the_present_one() {
        String order = shop.placePaid();
        Reply stale = shop.post(
                        "/api/v1/orders/" + order + "/hold", "{\"reason\":\"FRAUD_CHECK\"}", "If-Match", "\"0\"")
                .expect(412);
        assertThat(stale.body().at("/currentVersion").asInt()).isEqualTo(2);
        shop.post("/api/v1/orders/" + order + "/hold", "{\"reason\":\"FRAUD_CHECK\"}", "If-Match", "\"2\"")
                .expect(200);
        shop.post("/api/v1/orders/" + order + "/shipments", "{}").expect(409);
        shop.post("/api/v1/orders/" + order + "/release", "{}").expect(200);
        shop.post("/api/v1/orders/" + order + "/notes", "{\"text\":\"rings twice\",\"visibility\":\"INTERNAL\"}")
                .expect(201);
    }

    @Test
    void O2_another_total_than_the_customer_saw_is_refused() {
        Reply refused = shop.post("/api/v1/orders", Shop.ORDER.replace("54.88", "54.87"))
                .expect(422);
        assertThat(refused.at("/code")).isEqualTo("TOTAL_MISMATCH");
        assertThat(refused.at("/detail")).contains("54.88").contains("54.87");
        assertThat(refused.at("/errors/0/pointer")).isEqualTo("/expectedTotal");
    }

    @Test
    void a_quote_writes_nothing_and_agrees_with_the_order() {
        Reply quote = shop.post("/api/v1/orders/quote", Shop.ORDER).expect(200);
        assertThat(quote.at("/totals/grand/amount")).isEqualTo("54.88");
        assertThat(quote.body().at("/availability/0/available").asBoolean()).isTrue();
    }

    @Test
    void a_shops_own_number_is_given_once_a_channel() {
        String ref = "ref-" + UUID.randomUUID();
        String body = Shop.ORDER.replace(
                "{\"customerId\"", "{\"channel\":\"WEB\",\"externalRef\":\"" + ref + "\",\"customerId\"");
        String order = shop.post("/api/v1/orders", body).expect(201).at("/id");
        Reply again = shop.post("/api/v1/orders", body).expect(409);
        assertThat(again.at("/code")).isEqualTo("EXTERNAL_REF_TAKEN");
        assertThat(again.at("/detail")).contains(order);
        shop.post("/api/v1/orders", body.replace("\"WEB\"", "\"PHONE\"")).expect(201);
    }

    @Test
    void the_list_finds_it_pages_through_it_and_exports_it() {
        String customer = "c-" + UUID.randomUUID();
        List<String> placed = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            placed.add(shop.post("/api/v1/orders", Shop.ORDER.replace("c-1042", customer))
                    .expect(201)
                    .at("/id"));
        }
        String query = "/api/v1/orders?customerId=" + customer + "&sku=TEE-M&status=PENDING&sort=createdAt&limit=3";
        await().untilAsserted(() ->
                assertThat(ids(shop.get(query.replace("limit=3", "limit=50")))).hasSize(7));
        List<String> seen = new ArrayList<>();
        Reply page = shop.get(query).expect(200);
        while (true) {
            seen.addAll(ids(page));
            JsonNode next = page.body().at("/page/next");
            if (next.isNull() || next.isMissingNode()) {
                break;
            }
            assertThat(page.header("Link")).contains("rel=\"next\"");
            page = shop.get(query + "&after=" + next.asString()).expect(200);
        }
        assertThat(seen).containsExactlyElementsOf(placed);
        Reply csv = shop.get("/api/v1/orders/export?format=csv&customerId=" + customer)
                .expect(200);
        assertThat(csv.http().body().lines()).hasSize(8);
        Reply lines = shop.get("/api/v1/orders/export?format=ndjson&customerId=" + customer)
                .expect(200);
        assertThat(lines.http().body().lines()).hasSize(7);
        assertThat(Instant.parse(lines.header("Ordertrail-As-Of")))
                .isBefore(Instant.now().plusSeconds(1));
        Reply sold = shop.get("/api/v1/orders/export?lines=true&format=ndjson&customerId=" + customer)
                .expect(200);
        assertThat(sold.http().body().lines()).hasSize(7).allMatch(line -> line.contains("\"sku\":\"TEE-M\""));
        assertThat(shop.get("/api/v1/orders/by-number/"
                                + now(placed.get(0)).at("/number").asString())
                        .expect(200)
                        .at("/id"))
                .isEqualTo(placed.get(0));
    }

    /** Lists whose answers were not in the contract were 500 over an Axon Server. */
    @Test
    void whatever_can_be_read_without_an_id_is_answered() {
        List<String> paths = new Shop(shop.url(), reply -> {})
                .get("/v3/api-docs")
                .body()
                .at("/paths")
                .propertyStream()
                .filter(path -> !path.getKey().contains("{"))
                .filter(path -> path.getValue().has("get"))
                .filter(path -> path.getValue()
                        .at("/get/parameters")
                        .valueStream()
                        .noneMatch(parameter -> parameter.at("/required").asBoolean()))
                .map(Map.Entry::getKey)
                // A stream goes on for ever, unless it is told to end once all is told.
                .map(path -> path.contains("/stream/") ? path + "?seconds=0" : path)
                // Before the first checkpoint there is no newest one.
                .filter(path -> !path.endsWith("/checkpoints/newest"))
                .toList();

        assertThat(paths).hasSizeGreaterThan(15);
        assertThat(paths)
                .allSatisfy(path ->
                        shop.get(path, "X-Roles", "SUPERVISOR,ADMIN,AUDITOR").expect(200));
    }

    @Test
    void health_tells_in_numbers_how_far_processes_and_read_models_are() {
        JsonNode work =
                new Shop(shop.url(), reply -> {}).get("/actuator/health/work").body();
        assertThat(work.at("/status").asString()).isEqualTo("UP");
        JsonNode processes = work.at("/components/processes/details");
        assertThat(processes.at("/processes/running").asBoolean()).isTrue();
        assertThat(processes.at("/processes/parked").asLong()).isZero();
        assertThat(processes.at("/stuckSteps").isNumber()).isTrue();
        assertThat(work.at("/components/projections/details/order-list/lag").isNumber())
                .isTrue();
    }

    @Test
    void staff_sees_processes_and_steps_and_nobody_else_does() {
        JsonNode processes = shop.get("/api/v1/admin/processes").body();
        assertThat(processes
                        .at("/items")
                        .valueStream()
                        .map(item -> item.at("/name").asString()))
                .contains("processes");
        assertThat(shop.get("/api/v1/admin/steps?stuck=true")
                        .body()
                        .at("/items")
                        .isArray())
                .isTrue();
        assertThat(shop.get("/api/v1/admin/processes/nobody/parked").status()).isEqualTo(404);
        assertThat(shop.get("/api/v1/admin/processes", "X-Roles", "CUSTOMER").status())
                .isEqualTo(403);
    }

    @Test
    void a_rebuild_of_every_projection_ends_where_it_began() {
        String order = shop.placePaid();
        JsonNode before = shop.get("/api/v1/orders/" + order, "X-Min-Version", "2")
                .expect(200)
                .body();
        for (String projection : List.of("order-view", "order-list")) {
            String rebuild = shop.post("/api/v1/admin/projections/" + projection + "/rebuilds", "")
                    .expect(202)
                    .header("Location");
            String path = rebuild.substring(rebuild.indexOf("/api/v1"));
            await().untilAsserted(() ->
                    assertThat(shop.get(path).expect(200).at("/status")).isEqualTo("DONE"));
        }
        assertThat(shop.get("/api/v1/orders/" + order, "X-Min-Version", "2")
                        .expect(200)
                        .body())
                .isEqualTo(before);
    }

    private JsonNode now(String order) {
        Reply current = shop.get("/api/v1/orders/" + order + "?asOf=2100-01-01T00:00:00Z")
                .expect(200);
        long version = current.body().at("/version").asLong();
        return shop.get("/api/v1/orders/" + order, "X-Min-Version", String.valueOf(version))
                .expect(200)
                .body();
    }

    private static String words(JsonNode order) {
        return String.join(
                " ",
                order.at("/status").asString(),
                order.at("/paymentStatus").asString(),
                order.at("/fulfilmentStatus").asString(),
                order.at("/returnStatus").asString(),
                order.at("/displayStatus").asString());
    }

    private static List<String> ids(Reply page) {
        return page.body()
                .at("/items")
                .valueStream()
                .map(item -> item.at("/id").asString())
                .toList();
    }

    private static <T> List<T> atOnce(int times, Callable<T> call) throws Exception {
        return all(java.util.Collections.nCopies(times, call));
    }

    private static <T> List<T> all(List<Callable<T>> calls) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(calls.size());
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> result : threads.invokeAll(calls)) {
                results.add(result.get());
            }
            return results;
        } finally {
            threads.shutdown();
        }
    }
}
