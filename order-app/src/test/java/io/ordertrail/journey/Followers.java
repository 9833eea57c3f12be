package io.ordertrail.journey;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;

/**
 * Clients who each follow the orders of their own customer while orders are placed, 50 a second at most. Half of them
 * break off in the middle, and half of those go on; one takes nothing in. In the end everybody who is still there was
 * told each event of their own, once.
 */
final class Followers {

    private static final int WRITERS = 4;
    private static final long PAUSE_NANOS = TimeUnit.SECONDS.toNanos(WRITERS) / 50;
    private static final int LEAST_ORDERS = 40;

    /** After so long whoever takes nothing in has been told so and dropped. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** What is looked at at half time, and at the end. */
    interface Look {
        void at(Followers followers) throws Exception;
    }

    private final Shop shop;
    private final List<Follower> all;
    private final String run = Long.toString(System.nanoTime(), 36);

    Followers(HttpClient client, Shop shop, int count) {
        this.shop = shop;
        this.all = IntStream.range(0, count)
                .mapToObj(n -> new Follower(
                        client, shop, "/api/v1/stream/orders", "X-Actor", customer(n), "X-Roles", "CUSTOMER"))
                .toList();
    }

    private String customer(int n) {
        return "f-" + run + "-" + n;
    }

    /** Places orders for {@code time}, and 40 at least. */
    int follow(Duration time, Look half, Look end) throws Exception {
        all.forEach(Follower::open);
        await().atMost(Duration.ofSeconds(60)).until(() -> all.stream().allMatch(Follower::isReady));
        ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
        long begin = System.nanoTime();
        try (Socket slow = slow()) {
            List<Future<Integer>> placed = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                int number = writer;
                placed.add(writers.submit(() -> place(number, begin + time.toNanos())));
            }
            halfBreaksOff(time);
            half.at(this);
            int orders = 0;
            for (Future<Integer> done : placed) {
                orders += done.get();
            }
            System.out.printf(
                    "%d followers, %d orders, %d s%n", all.size(), orders, (System.nanoTime() - begin) / 1_000_000_000);
            end.at(this);
            if (time.compareTo(PATIENCE) > 0) {
                assertThat(slow.getInputStream().readAllBytes()).isNotEmpty();
                assertThat(open()).isEqualTo(all.size() - all.size() / 4);
            }
            check();
            return orders;
        } finally {
            writers.shutdown();
            all.forEach(Follower::kill);
        }
    }

    /** The streams that the service has. */
    private long open() {
        return shop.get("/actuator/metrics/ordertrail.streams.open")
                .expect(200)
                .body()
                .at("/measurements/0/value")
                .asLong();
    }

    private void halfBreaksOff(Duration time) throws InterruptedException {
        long half = System.nanoTime() + time.toNanos() / 2;
        await().atMost(time.plusSeconds(60))
                .until(() -> System.nanoTime() - half >= 0
                        && all.stream().filter(each -> !each.told().isEmpty()).count() > all.size() / 4);
        for (int n = 0; n < all.size(); n += 2) {
            all.get(n).kill();
            if (n % 4 == 0) {
                all.get(n).open();
            }
        }
    }

    private int place(int writer, long end) throws InterruptedException {
        int placed = 0;
        long next = System.nanoTime();
        while (System.nanoTime() - end < 0 || placed < LEAST_ORDERS / WRITERS) {
            String customer = customer((placed * WRITERS + writer) % all.size());
            String order = shop.post("/api/v1/orders", Shop.ORDER.replace("c-1042", customer))
                    .expect(201)
                    .at("/id");
            if (placed % 3 == 0) {
                shop.post("/api/v1/orders/" + order + "/cancellation", "{\"reason\":\"CUSTOMER\"}");
            }
            placed++;
            next += PAUSE_NANOS;
            TimeUnit.NANOSECONDS.sleep(Math.max(0, Math.min(next - System.nanoTime(), end - System.nanoTime())));
        }
        return placed;
    }

    /**
     * What each should have been told is asked for at the end: by the first one, and by somebody who sees the orders of
     * all, since to read all events once for each of many takes long.
     */
    private void check() {
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            Map<String, List<String>> wanted = positions("X-Actor", "anna", "X-Roles", "SUPERVISOR");
            assertThat(positions("X-Actor", customer(0), "X-Roles", "CUSTOMER"))
                    .isEqualTo(Map.of(customer(0), wanted.get(customer(0))));
            for (int n = 0; n < all.size(); n++) {
                if (n % 4 != 2) { // The others have gone.
                    String customer = customer(n);
                    assertThat(all.get(n).all("/position"))
                            .as(customer)
                            .containsExactlyInAnyOrderElementsOf(wanted.get(customer));
                }
            }
        });
        for (int n = 0; n < all.size(); n++) {
            assertThat(all.get(n).all("/order/customerId")).allMatch(customer(n)::equals);
        }
    }

    /** The positions of the events of each customer of this run that the asker may see. */
    private Map<String, List<String>> positions(String... asker) {
        return shop.get("/api/v1/stream/orders?after=-1&seconds=0", asker)
                .expect(200)
                .http()
                .body()
                .lines()
                .filter(line -> line.startsWith("data: {\"after\""))
                .map(line -> JsonMapper.shared().readTree(line.substring(6)))
                .filter(event -> event.at("/order/customerId").asString().startsWith("f-" + run))
                .collect(groupingBy(
                        event -> event.at("/order/customerId").asString(),
                        mapping(event -> event.at("/position").asString(), toList())));
    }

    /** One that asks for all there is, and takes nothing of it in. */
    private Socket slow() throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4_096);
        socket.connect(new InetSocketAddress("127.0.0.1", URI.create(shop.url()).getPort()));
        socket.getOutputStream()
                .write("GET /api/v1/stream/events HTTP/1.1\r\nHost: localhost\r\nX-Actor: slow\r\n\r\n"
                        .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }
}
