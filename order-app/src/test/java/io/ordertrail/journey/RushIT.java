package io.ordertrail.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Twice as many buyers as there are units want one each, at once, while the service is killed. Each asks again until
 * they have an answer; half of them have a confirmed order in the end, the others a rejected one, and the stock was
 * never promised twice.
 *
 * <p>With {@code -Dfaults=all} 200 buyers and two kills; without it 60 and one.
 */
class RushIT {

    private static final boolean ALL = "all".equals(System.getProperty("faults"));
    private static final int BUYERS = ALL ? 200 : 60;
    private static final int UNITS = BUYERS / 2;
    private static final int KILLS = ALL ? 2 : 1;
    private static final int THREADS = 16;
    private static final String STOCK = "/api/v1/stock/GADGET";

    private final Path dataDir = InProcess.newDataDir();
    private final Path log = dataDir.resolve("service.log");
    private final List<String> settings = List.of("ordertrail.data-dir=" + dataDir);
    private final Queue<Integer> waiting =
            new ConcurrentLinkedQueue<>(IntStream.range(0, BUYERS).boxed().toList());
    private final Map<Integer, String> orders = new ConcurrentHashMap<>();

    @Test
    void twice_as_many_buyers_as_units() throws Exception {
        int port = Child.freePort();
        for (int kill = 1; kill <= KILLS; kill++) {
            try (Child service = Child.start(port, log, settings)) {
                Shop shop = new Shop(service.url(), reply -> {});
                if (kill == 1) {
                    stockUp(shop);
                }
                ExecutorService buyers = buying(shop);
                int enough = BUYERS * kill / (KILLS + 1);
                await().atMost(Duration.ofSeconds(60))
                        .pollInterval(Duration.ofMillis(20))
                        .until(() -> isNeverOversold(shop) && orders.size() >= enough);
                service.kill();
                end(buyers);
            }
        }
        try (Child service = Child.start(port, log, settings)) {
            Shop shop = new Shop(service.url(), reply -> {});
            ExecutorService buyers = buying(shop);
            await().atMost(Duration.ofSeconds(60)).until(() -> isNeverOversold(shop) && orders.size() == BUYERS);
            end(buyers);
            await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
                assertThat(count(shop, "CONFIRMED")).isEqualTo(UNITS);
                assertThat(count(shop, "CANCELLED")).isEqualTo(BUYERS - UNITS);
            });
            Reply stock = shop.get(STOCK).expect(200);
            assertThat(stock.at("/reserved")).isEqualTo("" + UNITS);
            assertThat(stock.at("/available")).isEqualTo("0");
            shop.awaitQuiet();
        }
        assertThat(Child.script(dataDir.resolve("verify.log"), List.of("verify", "--data-dir", dataDir.toString()))
                        .waitFor())
                .isZero();
    }

    private static void stockUp(Shop shop) {
        shop.put(STOCK, "{\"name\":\"Gadget\",\"safety\":0,\"backorderLimit\":0}")
                .expect(201);
        shop.post(STOCK + "/receipts", "{\"quantity\":" + UNITS + "}").expect(201);
    }

    private ExecutorService buying(Shop shop) {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        for (int n = 0; n < THREADS; n++) {
            threads.execute(() -> {
                for (Integer buyer = waiting.poll(); buyer != null; buyer = waiting.poll()) {
                    try {
                        orders.put(buyer, buy(shop, buyer));
                    } catch (UncheckedIOException e) {
                        // Whether it was placed is not known; the same request will tell.
                        waiting.add(buyer);
                        return;
                    }
                }
            });
        }
        return threads;
    }

    private static String buy(Shop shop, int buyer) {
        String order = """
                {"customerId":"c-%d","currency":"EUR","payment":{"method":"SANDBOX","token":"ok"},
                 "lines":[{"sku":"GADGET","name":"Gadget","quantity":1,"unitPrice":{"amount":"99.00","currency":"EUR"},
                           "taxRate":"0.19","priceIncludesTax":true}],
                 "shippingAddress":{"name":"A. Turing","line1":"Hauptstr. 1","postalCode":"10115","city":"Berlin",
                                    "country":"DE"}}""".formatted(buyer);
        return shop.post("/api/v1/orders", order, "Idempotency-Key", "buyer-" + buyer)
                .expect(201)
                .at("/id");
    }

    private static boolean isNeverOversold(Shop shop) {
        Reply stock = shop.get(STOCK).expect(200);
        assertThat(stock.body().at("/available").asLong()).isNotNegative();
        assertThat(stock.body().at("/reserved").asLong()).isBetween(0L, (long) UNITS);
        return true;
    }

    private static long count(Shop shop, String status) {
        return shop.get("/api/v1/orders?limit=500&status=" + status)
                .expect(200)
                .body()
                .at("/items")
                .size();
    }

    private static void end(ExecutorService threads) throws InterruptedException {
        threads.shutdown();
        assertThat(threads.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
    }
}
