package io.ordertrail.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Sixteen clients edit, cancel, pay, pay twice, ship, lose and send back orders at once, each as chance will, and the
 * service is killed in the middle of it. Once all is quiet, money and stock are where plain arithmetic over what can be
 * read says, and all subjects agree.
 *
 * <p>With {@code -Dfaults=all} in three rounds of fifty orders, with a kill in each; without it a short one.
 */
abstract class ManyClients {

    private static final boolean ALL = "all".equals(System.getProperty("faults"));
    private static final int ROUNDS = ALL ? 3 : 1;
    private static final int ORDERS = ALL ? 50 : 6;
    private static final int DEEDS_PER_ORDER = 24;
    private static final int CLIENTS = 16;
    private static final Duration QUIET = Duration.ofSeconds(1);
    private static final BigDecimal RICH = new BigDecimal("100000.00");
    private static final BigDecimal POOR = new BigDecimal("60.00");

    private final Path dataDir = InProcess.newDataDir();
    private final Path log = dataDir.resolve("service.log");
    private final int port = Child.freePort();
    private final long seed = Long.getLong("seed", System.nanoTime());
    private final Random random = new Random(seed);

    /** Settings that say where the database is. */
    abstract List<String> database();

    /** How the command line of verify says it. */
    abstract List<String> verification(Path dataDir);

    @Test
    void all_agrees_after_all_that_many_clients_did_at_once() throws Exception {
        System.out.println(getClass().getSimpleName() + ": seed " + seed + " in " + dataDir);
        Instant began = Instant.now();
        Child service = start();
        try {
            Shop shop = new Shop(service.url(), reply -> {});
            Crowd crowd = new Crowd(stockUp(shop));
            for (int round = 0; round < ROUNDS; round++) {
                service = round(crowd, service, shop);
            }
            awaitQuiet(shop);
            System.out.printf(
                    "%s: %s, %d s%n",
                    getClass().getSimpleName(),
                    crowd,
                    Duration.between(began, Instant.now()).toSeconds());
            assertThat(crowd.faults()).isEmpty();
            check(shop, crowd);
        } finally {
            service.close();
        }
        assertThat(verify()).as(tail("verify.log")).isZero();
    }

    /** The service that runs after it. */
    private Child round(Crowd crowd, Child service, Shop shop) throws Exception {
        int deeds = ORDERS * DEEDS_PER_ORDER;
        crowd.begin(ORDERS, deeds);
        int killAt = deeds / 3 + random.nextInt(deeds / 3);
        ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
        List<Future<?>> clients = new ArrayList<>();
        for (int n = 0; n < CLIENTS; n++) {
            clients.add(threads.submit(new RestlessClient(shop, crowd, random.nextLong())));
        }
        await().atMost(Duration.ofMinutes(5))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> crowd.left() <= deeds - killAt);
        service.kill();
        Child next = start();
        threads.shutdown();
        for (Future<?> client : clients) {
            client.get(5, TimeUnit.MINUTES);
        }
        return next;
    }

    private Child start() {
        List<String> settings = new ArrayList<>(database());
        settings.addAll(List.of(
                "ordertrail.data-dir=" + dataDir,
                "ordertrail.payment.lookup-delays=1s,1s,2s",
                "ordertrail.payment.sandbox.late-after=500ms",
                "ordertrail.process.longest-delay=2s"));
        return Child.start(port, log, settings);
    }

    private static List<String> stockUp(Shop shop) {
        stock(shop, "SHIRT", 1000, 0);
        stock(shop, "CAP", 30, 0);
        stock(shop, "MUG", 10, 20);
        return IntStream.range(0, 4)
                .mapToObj(n -> account(shop, "c-" + n, n == 3 ? POOR : RICH))
                .toList();
    }

    private static void stock(Shop shop, String sku, int units, int backorderLimit) {
        shop.put(
                        "/api/v1/stock/" + sku,
                        "{\"name\":\"%s\",\"safety\":0,\"backorderLimit\":%d}".formatted(sku, backorderLimit))
                .expect(201);
        shop.post("/api/v1/stock/" + sku + "/receipts", "{\"quantity\":" + units + "}")
                .expect(201);
    }

    private static String account(Shop shop, String owner, BigDecimal money) {
        String id = shop.post(
                        "/api/v1/accounts",
                        "{\"ownerId\":\"%s\",\"kind\":\"CUSTOMER\",\"currency\":\"EUR\"}".formatted(owner))
                .expect(201)
                .at("/id");
        shop.post(
                        "/api/v1/accounts/" + id + "/deposits",
                        "{\"amount\":{\"amount\":\"%s\",\"currency\":\"EUR\"},\"reference\":\"cash\"}".formatted(money))
                .expect(201);
        return id;
    }

    /**
     * Waits until processes and views stand at the end of the events, nothing is asked and no step but deadlines waits.
     */
    private static void awaitQuiet(Shop shop) {
        shop.awaitQuiet();
        await().atMost(Duration.ofMinutes(3))
                .during(QUIET)
                .pollInterval(Duration.ofMillis(200))
                .untilAsserted(() -> {
                    assertThat(shop.get("/api/v1/admin/processes")
                                    .expect(200)
                                    .body()
                                    .at("/items"))
                            .allMatch(item -> item.at("/lag").asLong() == 0
                                    && item.at("/parked").asLong() == 0);
                    assertThat(shop.get("/api/v1/admin/steps?limit=500")
                                    .expect(200)
                                    .body()
                                    .at("/items"))
                            .allMatch(step -> step.at("/failures").asLong() == 0
                                    && Instant.parse(step.at("/dueAt").asString())
                                            .isAfter(Instant.now()));
                });
        await().atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(500))
                .untilAsserted(() -> assertThat(PlainSums.orders(shop))
                        .allSatisfy(order -> assertThat(order.at("/asks"))
                                .as(order.at("/id").asString())
                                .isEmpty()));
        shop.awaitQuiet();
    }

    private static void check(Shop shop, Crowd crowd) {
        PlainSums sums = new PlainSums(shop);
        for (int n = 0; n < crowd.accounts().size(); n++) {
            sums.checkAccount(crowd.accounts().get(n), n == 3 ? POOR : RICH);
        }
        sums.checkStock("SHIRT", 1000);
        sums.checkStock("CAP", 30 + crowd.receivedOf("CAP"));
        sums.checkStock("MUG", 10 + crowd.receivedOf("MUG"));
        assertThat(shop.get("/api/v1/ledger/proof")
                        .expect(200)
                        .body()
                        .at("/balanced")
                        .asBoolean())
                .isTrue();
    }

    private int verify() throws InterruptedException {
        List<String> arguments = new ArrayList<>(List.of("verify"));
        arguments.addAll(verification(dataDir));
        return Child.script(dataDir.resolve("verify.log"), arguments).waitFor();
    }

    private String tail(String file) {
        try {
            List<String> lines = Files.readAllLines(dataDir.resolve(file));
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 60), lines.size()));
        } catch (IOException e) {
            return e.toString();
        }
    }
}
