package io.ordertrail.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * The order list is rebuilt while orders are placed, listed and followed, and nobody notices. With
 * {@code -Drebuild=<events>} so many events are stored before; {@code -Drate=<orders>} says how many orders are placed
 * in a second.
 */
class RebuildJourneyIT extends FaultJourney {

    private static final long EVENTS = Long.getLong("rebuild", 0);
    private static final long PAUSE_NANOS = TimeUnit.SECONDS.toNanos(1) / Long.getLong("rate", 20);
    private static final int BATCH = 500;
    private static final String REBUILDS = "/api/v1/admin/projections/order-list/rebuilds";

    @Test
    void a_view_is_rebuilt_while_orders_are_placed_listed_and_followed_and_nobody_notices() {
        while (head() < EVENTS) {
            fill();
        }
        shop.http().awaitQuiet();
        String customer = "c-" + UUID.randomUUID();
        Follower follower =
                new Follower(HttpClient.newHttpClient(), shop.http(), "/api/v1/stream/orders?customerId=" + customer);
        follower.open();
        await().until(follower::isReady);
        Set<String> placed = ConcurrentHashMap.newKeySet();
        AtomicBoolean over = new AtomicBoolean();
        CompletableFuture<Void> writer = CompletableFuture.runAsync(() -> place(customer, placed, over));
        CompletableFuture<Void> reader = CompletableFuture.runAsync(() -> list(customer, placed, over));
        await().until(() -> placed.size() > 10);

        long begin = System.nanoTime();
        String rebuild = shop.post(REBUILDS, "").expect(202).header("Location");
        await().atMost(Duration.ofMinutes(30))
                .until(() -> shop.http().get(rebuild).expect(200).at("/status").equals("DONE"));
        double seconds = (System.nanoTime() - begin) / 1e9;
        int during = placed.size();
        await().until(() -> placed.size() > during + 10);
        over.set(true);
        CompletableFuture.allOf(writer, reader).join();

        JsonNode done = shop.http().get(rebuild).expect(200).body();
        System.out.printf(
                "%d events in %.1f s, %d orders placed meanwhile%n",
                done.at("/eventsTotal").asLong(), seconds, during);
        assertThat(done.at("/comparison/differentRows").asLong())
                .as(done.toString())
                .isZero();
        await().untilAsserted(() -> assertThat(listed(customer)).isEqualTo(placed));
        await().untilAsserted(() ->
                assertThat(new HashSet<>(follower.all("/order/id"))).isEqualTo(placed));
        assertThat(follower.all("/position")).doesNotHaveDuplicates();
        follower.kill();
        shop.http().get("/api/v1/stream/operations?seconds=0").expect(200);
    }

    private static long head() {
        return shop.http()
                .get("/api/v1/admin/projections")
                .expect(200)
                .body()
                .at("/items/0/head")
                .asLong();
    }

    private static void fill() {
        String lines = IntStream.range(0, BATCH)
                .mapToObj(n -> Shop.ORDER
                        .replaceAll("\\s*\n\\s*", "")
                        .replaceFirst("\\{", "{\"idempotencyKey\":\"" + UUID.randomUUID() + "\","))
                .collect(Collectors.joining("\n"));
        shop.http()
                .send(shop.http()
                        .request("/api/v1/orders/batch", "Content-Type", "application/x-ndjson")
                        .POST(BodyPublishers.ofString(lines)))
                .expect(200);
    }

    private static void place(String customer, Set<String> placed, AtomicBoolean over) {
        long next = System.nanoTime();
        while (!over.get()) {
            placed.add(shop.post("/api/v1/orders", Shop.ORDER.replace("c-1042", customer))
                    .expect(201)
                    .at("/id"));
            next += PAUSE_NANOS;
            long at = next;
            await().pollInterval(Duration.ofMillis(1)).until(() -> System.nanoTime() - at >= 0);
        }
    }

    /** What was listed is never missing again. */
    private static void list(String customer, Set<String> placed, AtomicBoolean over) {
        Set<String> seen = Set.of();
        while (!over.get()) {
            Set<String> now = listed(customer);
            assertThat(now).containsAll(seen);
            seen = now;
        }
        assertThat(placed).containsAll(seen);
    }

    private static Set<String> listed(String customer) {
        Set<String> ids = new HashSet<>();
        String after = "";
        do {
            JsonNode page = shop.http()
                    .get("/api/v1/orders?limit=500&sort=createdAt&customerId=" + customer + after)
                    .expect(200)
                    .body();
            page.at("/items").forEach(order -> ids.add(order.at("/id").asString()));
            JsonNode next = page.at("/page/next");
            after = next.isString() ? "&after=" + next.asString() : "";
        } while (!after.isEmpty());
        return ids;
    }
}
