package io.ordertrail.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Two nodes on one PostgreSQL take orders for the same two SKUs and accounts, so that commands of one group outrun
 * those of the other's. One is killed in the middle of it, and of a batch; whatever had no answer is sent to the other,
 * with the same keys. Each order is there once, each is fulfilled, and stock and money are where plain arithmetic says.
 */
class TwoNodesIT {

    private static final boolean ALL = "all".equals(System.getProperty("faults"));
    private static final int ORDERS = ALL ? 600 : 60;
    private static final int IN_BATCH = ALL ? 200 : 20;
    private static final int CLIENTS = 16;

    private final Path dataDir = InProcess.newDataDir();
    private final Map<String, String> placed = new ConcurrentHashMap<>();

    @Test
    void orders_are_placed_once_and_fulfilled_although_a_node_is_killed_in_the_middle_of_a_group() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
            String url = postgres.getJdbcUrl("postgres", "postgres");
            CompletableFuture<Child> first = CompletableFuture.supplyAsync(() -> start(url, "doomed"));
            try (Child other = start(url, "other")) {
                Child doomed = first.join();
                Shop shop = new Shop(other.url(), reply -> {});
                List<String> accounts = setUp(shop);
                placeWhileOneIsKilled(doomed, shop, accounts);
                assertThat(placed).hasSize(ORDERS + IN_BATCH);
                assertThat(placed.values()).doesNotHaveDuplicates();
                placed.values()
                        .forEach(order -> await().atMost(Duration.ofSeconds(90))
                                .until(
                                        () -> shop.get("/api/v1/orders/" + order)
                                                .expect(200)
                                                .at("/status"),
                                        "CONFIRMED"::equals));
                check(shop, accounts);
                shop.awaitQuiet();
            } finally {
                first.join().kill();
            }
            int proof = Child.script(
                            dataDir.resolve("verify.log"), List.of("verify", "--jdbc-url", url, "--user", "postgres"))
                    .waitFor();
            assertThat(proof).isZero();
        }
    }

    private Child start(String url, String node) {
        return Child.start(
                Child.freePort(),
                dataDir.resolve(node + ".log"),
                List.of("spring.datasource.url=" + url, "ordertrail.data-dir=" + dataDir.resolve(node)));
    }

    private static List<String> setUp(Shop shop) {
        for (String sku : List.of("CAP", "MUG")) {
            shop.put("/api/v1/stock/" + sku, "{\"name\":\"Thing\",\"safety\":0,\"backorderLimit\":0}")
                    .expect(201);
            shop.post("/api/v1/stock/" + sku + "/receipts", "{\"quantity\":10000}")
                    .expect(201);
        }
        return List.of(Clients.account(shop, 0), Clients.account(shop, 1));
    }

    private void placeWhileOneIsKilled(Child doomed, Shop shop, List<String> accounts) throws Exception {
        Shop first = new Shop(doomed.url(), reply -> {});
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS + 1);
        List<Future<?>> all = new ArrayList<>();
        all.add(clients.submit(() -> placeBatch(first, shop, accounts)));
        for (int n = 0; n < ORDERS; n++) {
            int order = n;
            all.add(clients.submit(() -> place(order % 2 == 0 ? first : shop, shop, order, accounts)));
        }
        await().atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(5))
                .until(() -> placed.size() > ORDERS / 3 || all.stream().anyMatch(TwoNodesIT::hasFailed));
        doomed.kill();
        clients.shutdown();
        for (Future<?> each : all) {
            each.get();
        }
    }

    private static boolean hasFailed(Future<?> client) {
        try {
            if (client.isDone()) {
                client.get();
            }
            return false;
        } catch (ExecutionException e) {
            return true;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void place(Shop first, Shop next, int number, List<String> accounts) {
        String key = "single-" + number;
        Shop shop = first;
        Reply reply = null;
        while (reply == null || reply.status() != 201) {
            try {
                reply = shop.post("/api/v1/orders", order(number, accounts), "Idempotency-Key", key);
                assertThat(reply.status()).as(reply.toString()).isIn(201, 409, 412, 503);
            } catch (UncheckedIOException e) {
                // It was killed; whether it had placed the order is unknown.
                shop = next;
            }
        }
        placed.put(key, reply.at("/id"));
    }

    private void placeBatch(Shop first, Shop next, List<String> accounts) {
        String lines = IntStream.range(0, IN_BATCH)
                .mapToObj(n -> "{\"idempotencyKey\":\"batch-" + n + "\","
                        + order(n, accounts).substring(1) + "\n")
                .reduce("", String::concat);
        Shop shop = first;
        int tries = 0;
        while (placed.keySet().stream().filter(key -> key.startsWith("batch-")).count() < IN_BATCH) {
            assertThat(++tries).isLessThan(50);
            try {
                Reply reply = shop.send(shop.request("/api/v1/orders/batch", "Content-Type", "application/x-ndjson")
                        .POST(java.net.http.HttpRequest.BodyPublishers.ofString(lines)));
                reply.expect(200)
                        .http()
                        .body()
                        .lines()
                        .map(JsonMapper.shared()::readTree)
                        .forEach(this::placed);
            } catch (UncheckedIOException e) {
                shop = next;
            }
        }
    }

    private void placed(JsonNode answer) {
        if (answer.at("/status").asInt() == 201) {
            placed.put(
                    answer.at("/idempotencyKey").asString(),
                    answer.at("/result/id").asString());
        }
    }

    /** One of each SKU, 10.00 together. */
    private static String order(int number, List<String> accounts) {
        int customer = number % accounts.size();
        return ("{\"customerId\":\"c-%d\",\"currency\":\"EUR\",\"payment\":{\"method\":\"ACCOUNT\",\"accountId\":\"%s\"},"
                        + "\"lines\":[%s,%s],\"shippingAddress\":{\"name\":\"A. Turing\",\"line1\":\"Hauptstr. 1\","
                        + "\"postalCode\":\"10115\",\"city\":\"Berlin\",\"country\":\"DE\"}}")
                .formatted(customer, accounts.get(customer), line("CAP", "4.00"), line("MUG", "6.00"));
    }

    private static String line(String sku, String price) {
        return "{\"sku\":\"%s\",\"name\":\"Thing\",\"quantity\":1,\"unitPrice\":{\"amount\":\"%s\",\"currency\":\"EUR\"},\"taxRate\":\"0.19\",\"priceIncludesTax\":true}"
                .formatted(sku, price);
    }

    private static void check(Shop shop, List<String> accounts) {
        int orders = ORDERS + IN_BATCH;
        for (String sku : List.of("CAP", "MUG")) {
            await().untilAsserted(() ->
                    assertThat(shop.get("/api/v1/stock/" + sku).at("/reserved")).isEqualTo(Integer.toString(orders)));
        }
        await().untilAsserted(() -> assertThat(accounts.stream()
                        .map(id -> shop.get("/api/v1/accounts/" + id).at("/held/amount"))
                        .mapToDouble(Double::parseDouble)
                        .sum())
                .isEqualTo(10.00 * orders));
        assertThat(shop.get("/api/v1/orders?limit=500").body().at("/items")).hasSize(Math.min(500, orders));
    }
}
