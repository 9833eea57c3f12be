package io.ordertrail.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Transfers between twenty accounts, from sixteen threads, while the service is killed: the books balance at every
 * position that is asked for meanwhile and, in the end, at every one there ever was; no account goes below its limit,
 * and every transfer comes to one of its two ends.
 */
class TransfersIT {

    private static final int ACCOUNTS = 20;
    private static final int THREADS = 16;
    private static final int TRANSFERS_A_TIME = 40;

    /** At so many the ledger is proved in the end; with {@code -Dfaults=all} at all. */
    private static final int POSITIONS = 100;

    private static final String PROOF = "/api/v1/ledger/proof";

    private final Path dataDir = InProcess.newDataDir();
    private final Path log = dataDir.resolve("service.log");
    private final Queue<String> begun = new ConcurrentLinkedQueue<>();
    private final AtomicInteger count = new AtomicInteger();
    private List<String> accounts = List.of();

    @Test
    void on_the_embedded_database() throws Exception {
        holds("all".equals(System.getProperty("faults")) ? 2 : 1, List.of("ordertrail.data-dir=" + dataDir));
    }

    /** Where a node is killed on PostgreSQL, TwoNodesIT looks each time. */
    @Test
    @EnabledIfSystemProperty(named = "faults", matches = "all")
    void on_postgresql() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
            holds(1, List.of("spring.datasource.url=" + postgres.getJdbcUrl("postgres", "postgres")));
        }
    }

    private void holds(int kills, List<String> settings) throws Exception {
        long seed = System.nanoTime();
        System.out.println("TransfersIT: seed " + seed);
        int port = Child.freePort();
        for (int kill = 0; kill < kills; kill++) {
            try (Child service = Child.start(port, log, settings)) {
                Shop shop = new Shop(service.url(), reply -> {});
                accounts = accounts.isEmpty() ? open(shop) : accounts;
                ExecutorService threads = transferring(shop, new Random(seed + kill), true);
                theBooksBalanceMeanwhile(shop);
                service.kill();
                end(threads);
            }
        }
        try (Child service = Child.start(port, log, settings)) {
            Shop shop = new Shop(service.url(), reply -> {});
            ExecutorService threads = transferring(shop, new Random(seed + kills), false);
            theBooksBalanceMeanwhile(shop);
            end(threads);
            everyTransferEnds(shop);
            theMoneyIsAllThere(shop);
        }
    }

    private void theBooksBalanceMeanwhile(Shop shop) {
        int enough = begun.size() + TRANSFERS_A_TIME;
        await().atMost(60, TimeUnit.SECONDS)
                .pollInterval(50, TimeUnit.MILLISECONDS)
                .until(() -> {
                    balances(shop);
                    return begun.size() >= enough;
                });
    }

    /** @param toBeKilled whether the service may break off at any time; else every answer must be a 202 */
    private ExecutorService transferring(Shop shop, Random seeds, boolean toBeKilled) {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        // So many that some are under way at the kill, and not more the faster the service is: each is looked at in the
        // end.
        int most = count.get() + 2 * TRANSFERS_A_TIME;
        for (int n = 0; n < THREADS; n++) {
            Random random = new Random(seeds.nextLong());
            threads.execute(() -> {
                while (!threads.isShutdown() && count.get() < most) {
                    try {
                        begun.add(transfer(shop, random));
                    } catch (UncheckedIOException e) {
                        if (toBeKilled) {
                            return;
                        }
                        throw e;
                    }
                }
            });
        }
        return threads;
    }

    private String transfer(Shop shop, Random random) {
        int from = random.nextInt(ACCOUNTS);
        int to = (from + 1 + random.nextInt(ACCOUNTS - 1)) % ACCOUNTS;
        String body = "{\"from\":\"%s\",\"to\":\"%s\",\"amount\":{\"amount\":\"%d.00\",\"currency\":\"EUR\"}}"
                .formatted(accounts.get(from), accounts.get(to), 1 + random.nextInt(60));
        return shop.post("/api/v1/transfers", body, "Idempotency-Key", "transfer-" + count.incrementAndGet())
                .expect(202)
                .header("Location");
    }

    private static List<String> open(Shop shop) {
        return IntStream.range(0, ACCOUNTS)
                .mapToObj(n -> {
                    String account = shop.post("/api/v1/accounts", "{\"ownerId\":\"c-" + n + "\",\"currency\":\"EUR\"}")
                            .expect(201)
                            .at("/id");
                    shop.post(
                                    "/api/v1/accounts/" + account + "/deposits",
                                    "{\"amount\":{\"amount\":\"100.00\",\"currency\":\"EUR\"}}")
                            .expect(201);
                    return account;
                })
                .toList();
    }

    private static void balances(Shop shop) {
        Reply proof = shop.get(PROOF).expect(200);
        assertThat(proof.at("/balanced")).as(proof.toString()).isEqualTo("true");
        long position = Long.parseLong(proof.at("/position"));
        Reply earlier = shop.get(PROOF + "?position=" + position / 2).expect(200);
        assertThat(earlier.at("/balanced")).as(earlier.toString()).isEqualTo("true");
    }

    private void everyTransferEnds(Shop shop) {
        for (String transfer : begun) {
            await().atMost(60, TimeUnit.SECONDS)
                    .until(() -> List.of("COMPLETED", "FAILED")
                            .contains(shop.get(transfer).expect(200).at("/status")));
        }
    }

    private void theMoneyIsAllThere(Shop shop) {
        await().atMost(30, TimeUnit.SECONDS).untilAsserted(() -> {
            Reply proof = shop.get(PROOF).expect(200);
            assertThat(proof.at("/balanced")).as(proof.toString()).isEqualTo("true");
            assertThat(proof.at("/currencies/0/inTransit")).as(proof.toString()).isEqualTo("0.00");
            assertThat(proof.at("/currencies/0/accounts")).isEqualTo("2000.00");
        });
        long last = Long.parseLong(shop.get(PROOF).expect(200).at("/position"));
        long step = "all".equals(System.getProperty("faults")) ? 1 : Math.max(1, last / POSITIONS);
        for (long position = 0; position <= last; position += step) {
            assertThat(shop.get(PROOF + "?position=" + position).expect(200).at("/balanced"))
                    .as("A6 at position " + position)
                    .isEqualTo("true");
        }
        for (String account : accounts) {
            Reply entries = shop.get("/api/v1/accounts/" + account + "/entries?limit=500")
                    .expect(200);
            entries.body()
                    .at("/items")
                    .forEach(entry -> assertThat(new BigDecimal(
                                    entry.at("/balanceAfter/amount").asString()))
                            .as(entry.toString())
                            .isNotNegative());
        }
    }

    private static void end(ExecutorService threads) throws InterruptedException {
        threads.shutdown();
        assertThat(threads.awaitTermination(70, TimeUnit.SECONDS)).isTrue();
    }
}
