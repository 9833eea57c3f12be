package io.ordertrail.journey;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/** People who place orders at a rate, ask for the order list, and follow it, while the list is rebuilt. */
final class RebuildJourney implements AutoCloseable {

    private static final String ORDERS = "/api/v1/orders";
    private static final String REBUILDS = "/api/v1/admin/projections/order-list/rebuilds";
    private static final int BATCH = 500;
    private static final int CLIENTS = 8;

    /** So many orders may wait for their answer at a time; then whoever places them is late. */
    private static final int WAITING = 64;

    private final Shop shop;
    private final String customer = "c-" + UUID.randomUUID();
    private final Set<String> placed = ConcurrentHashMap.newKeySet();
    private final ConcurrentLinkedQueue<Long> latencies = new ConcurrentLinkedQueue<>();
    private final ExecutorService threads = Executors.newFixedThreadPool(WAITING + 2);
    private final List<Future<?>> people = new ArrayList<>();
    private final Follower follower;
    private volatile boolean over;

    RebuildJourney(Shop shop) {
        this.shop = shop;
        this.follower = new Follower(HttpClient.newHttpClient(), shop, "/api/v1/stream/orders?customerId=" + customer);
    }

    /** Stores orders of others until there are so many events, and all views have processed them. */
    void fill(long events) {
        while (head() < events) {
            String lines = IntStream.range(0, BATCH)
                    .mapToObj(n -> Shop.ORDER
                            .replaceAll("\\s*\n\\s*", "")
                            .replaceFirst("\\{", "{\"idempotencyKey\":\"" + UUID.randomUUID() + "\","))
                    .collect(joining("\n"));
            shop.send(shop.request("/api/v1/orders/batch", "Content-Type", "application/x-ndjson")
                            .POST(BodyPublishers.ofString(lines)))
                    .expect(200);
        }
        await().atMost(Duration.ofMinutes(10)).until(this::isSettled);
    }

    private long head() {
        return shop.get("/api/v1/admin/projections")
                .expect(200)
                .body()
                .at("/items/0/head")
                .asLong();
    }

    private boolean isSettled() {
        return shop.get("/api/v1/admin/projections")
                .expect(200)
                .body()
                .at("/items")
                .valueStream()
                .allMatch(item ->
                        item.at("/position").asLong() >= item.at("/head").asLong());
    }

    /** Orders a second, placed by clients who each wait for their answer. */
    double peak(Duration time) throws Exception {
        long begin = System.nanoTime();
        List<Future<Integer>> clients = new ArrayList<>();
        for (int n = 0; n < CLIENTS; n++) {
            clients.add(threads.submit(() -> {
                int orders = 0;
                while (System.nanoTime() - begin < time.toNanos()) {
                    place("c-peak");
                    orders++;
                }
                return orders;
            }));
        }
        int orders = 0;
        for (Future<Integer> client : clients) {
            orders += client.get();
        }
        await().atMost(Duration.ofMinutes(10)).until(this::isSettled);
        return orders / (time.toNanos() / 1e9);
    }

    private String place(String customer) {
        return shop.post(ORDERS, Shop.ORDER.replace("c-1042", customer))
                .expect(201)
                .at("/id");
    }

    /** From now on so many orders a second are placed, whether answers come or not. */
    void begin(double rate) {
        follower.open();
        await().until(follower::isReady);
        people.add(threads.submit(() -> placeAll(rate)));
        people.add(threads.submit(this::list));
    }

    private Void placeAll(double rate) throws Exception {
        Semaphore waiting = new Semaphore(WAITING);
        List<Future<?>> orders = new ArrayList<>();
        long begin = System.nanoTime();
        for (long n = 0; !over; n++) {
            long due = begin + (long) (n * 1e9 / rate);
            TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
            waiting.acquire();
            orders.add(threads.submit(() -> {
                placed.add(place(customer));
                latencies.add(System.nanoTime() - due);
                waiting.release();
                return null;
            }));
        }
        for (Future<?> order : orders) {
            order.get();
        }
        return null;
    }

    /** What was listed is never missing again. */
    private Void list() throws Exception {
        Set<String> seen = Set.of();
        while (!over) {
            Set<String> now = ids(page(""));
            assertThat(now).containsAll(seen);
            seen = now;
            TimeUnit.MILLISECONDS.sleep(100);
        }
        return null;
    }

    private JsonNode page(String after) {
        return shop.get(ORDERS + "?limit=500&sort=createdAt&customerId=" + customer + after)
                .expect(200)
                .body();
    }

    private static Set<String> ids(JsonNode page) {
        Set<String> ids = new HashSet<>();
        page.at("/items").forEach(order -> ids.add(order.at("/id").asString()));
        return ids;
    }

    void awaitPlaced(int more) {
        int before = placed.size();
        await().atMost(Duration.ofMinutes(5)).until(() -> placed.size() > before + more);
    }

    /** The address of a rebuild that has begun. */
    String rebuild() {
        tell("before");
        return URI.create(shop.post(REBUILDS, "").expect(202).header("Location"))
                .getPath();
    }

    JsonNode state(String rebuild) {
        return shop.get(rebuild).expect(200).body();
    }

    void awaitDone(String rebuild) {
        long begin = System.nanoTime();
        await().atMost(Duration.ofMinutes(30))
                .until(() -> state(rebuild).at("/status").asString().equals("DONE"));
        JsonNode done = state(rebuild);
        System.out.printf(
                "%s events, %s rows in %.1f s%n",
                done.at("/eventsTotal"), done.at("/comparison/rowsAfter"), (System.nanoTime() - begin) / 1e9);
        tell("during");
        assertThat(done.at("/comparison/differentRows").asLong())
                .as(done.toString())
                .isZero();
    }

    private void tell(String when) {
        List<Long> sorted = latencies.stream().sorted().toList();
        latencies.clear();
        if (!sorted.isEmpty()) {
            System.out.printf(
                    "%s: %d orders, p50 %d ms, p99 %d ms%n",
                    when,
                    sorted.size(),
                    TimeUnit.NANOSECONDS.toMillis(sorted.get(sorted.size() / 2)),
                    TimeUnit.NANOSECONDS.toMillis(sorted.get(sorted.size() * 99 / 100)));
        }
    }

    /** Nobody places orders any more; none failed, and everybody knows of each. */
    void end() {
        over = true;
        people.forEach(RebuildJourney::join);
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() ->
                        assertThat(new HashSet<>(follower.all("/order/id"))).isEqualTo(placed));
        assertThat(follower.all("/position")).doesNotHaveDuplicates();
        await().untilAsserted(() -> assertThat(listed()).isEqualTo(placed));
    }

    private static void join(Future<?> done) {
        try {
            done.get();
        } catch (Exception e) {
            throw new AssertionError("a request failed", e);
        }
    }

    private Set<String> listed() {
        Set<String> ids = new HashSet<>();
        String after = "";
        do {
            JsonNode page = page(after);
            ids.addAll(ids(page));
            JsonNode next = page.at("/page/next");
            after = next.isString() ? "&after=" + next.asString() : "";
        } while (!after.isEmpty());
        return ids;
    }

    @Override
    public void close() {
        over = true;
        follower.kill();
        threads.shutdownNow();
    }
}
