package io.ordertrail.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * An interrupt closes the embedded database for the whole process: none may reach it, whatever takes too long or ends.
 *
 * <p>With {@code -Dfaults=all} the process is frozen ten times for 15 s, and a payment call may take 10 s, as by
 * default; without it twice for 2 s, and 1 s.
 */
class InterruptIT {

    private static final int CLIENTS = 4;
    private static final boolean ALL = "all".equals(System.getProperty("faults"));
    private static final int UNDER_WAY = ALL ? 100 : 40;
    private static final int FREEZES = ALL ? 10 : 2;

    /** Longer than a payment call may take. */
    private static final Duration FROZEN = Duration.ofSeconds(ALL ? 15 : 2);

    private static final String CALL = ALL ? "10s" : "1s";

    private final Path dataDir = InProcess.newDataDir();
    private final Path log = dataDir.resolve("service.log");
    private final int port = Child.freePort();
    private final List<String> settings =
            List.of("ordertrail.data-dir=" + dataDir, "ordertrail.payment.provider-timeout=" + CALL);

    @Test
    void a_process_that_was_frozen_for_longer_than_a_payment_call_may_take_goes_on() throws Exception {
        try (Child service = Child.start(port, log, settings)) {
            Shop shop = new Shop(service.url(), reply -> {});
            Clients clients = Clients.start(CLIENTS, shop);
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> clients.acknowledged().size() >= UNDER_WAY);
            // Several times, because a call must be under way in that very moment.
            for (int time = 0; time < FREEZES; time++) {
                service.signal("STOP");
                TimeUnit.MILLISECONDS.sleep(FROZEN.toMillis());
                service.signal("CONT");
                int before = clients.acknowledged().size();
                await().atMost(Duration.ofSeconds(60))
                        .until(() -> clients.acknowledged().size() >= before + UNDER_WAY / 2);
            }
            clients.stop();

            assertThat(clients.failures()).isEmpty();
            assertThat(shop.get("/actuator/health").expect(200).at("/status")).isEqualTo("UP");
            assertThat(missing(shop, clients)).isEmpty();
        }
        assertThat(noise()).isEmpty();
    }

    @Test
    void a_process_that_is_ended_under_load_ends_in_order_with_all_that_it_took_in() throws Exception {
        Clients clients;
        try (Child service = Child.start(port, log, settings)) {
            clients = Clients.start(CLIENTS, new Shop(service.url(), reply -> {}));
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> clients.acknowledged().size() >= UNDER_WAY);
            service.signal("TERM");
            assertThat(service.exitCode(Duration.ofSeconds(25))).isIn(0, 143);
            clients.stop();
        }

        assertThat(noise()).isEmpty();
        int verified = verify();
        assertThat(verified)
                .as("nothing is broken or behind after an orderly stop: " + tail())
                .isZero();
        try (Child again = Child.start(port, log, settings)) {
            Shop shop = new Shop(again.url(), reply -> {});
            shop.awaitQuiet();
            assertThat(missing(shop, clients)).isEmpty();
        }
    }

    @Test
    void a_process_whose_database_was_closed_says_so_and_ends() throws Exception {
        try (Child service = Child.startApp(ClosingApp.class, port, log, settings)) {
            Shop shop = new Shop(service.url(), reply -> {});
            String order = "/api/v1/orders/" + shop.place();
            shop.get(order, "X-Min-Version", "0").expect(200);
            Set<Integer> answers = ConcurrentHashMap.newKeySet();
            Thread client = new Thread(() -> askUntilCutOff(shop, order, answers));
            client.start();
            ClosingApp.close(dataDir);

            assertThat(service.exitCode(Duration.ofSeconds(25))).isEqualTo(69);
            client.join();
            assertThat(answers).contains(503).isSubsetOf(200, 503);
        }
        assertThat(Files.readString(log)).contains("database was closed under this process");
    }

    private static void askUntilCutOff(Shop shop, String path, Set<Integer> answers) {
        try {
            while (true) {
                Reply reply = shop.get(path);
                answers.add(reply.status());
                if (reply.status() == 503) {
                    reply.header("Retry-After");
                }
            }
        } catch (UncheckedIOException e) {
            System.out.println("no answer any more: " + e.getMessage());
        }
    }

    /** Acknowledged orders that are not there. */
    private static Set<String> missing(Shop shop, Clients clients) {
        return clients.acknowledged().stream()
                .filter(id ->
                        shop.get("/api/v1/orders/" + id, "X-Min-Version", "0").status() != 200)
                .collect(Collectors.toSet());
    }

    /** What the service must not have said. */
    private List<String> noise() throws IOException {
        return Files.readAllLines(log).stream()
                .filter(line -> line.contains("ClosedByInterruptException")
                        || line.contains("MVStoreException")
                        || line.contains("has been closed"))
                .limit(20)
                .toList();
    }

    private int verify() throws InterruptedException {
        return Child.script(dataDir.resolve("verify.log"), List.of("verify", "--data-dir", dataDir.toString()))
                .waitFor();
    }

    private String tail() throws IOException {
        List<String> lines = Files.readAllLines(dataDir.resolve("verify.log"));
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 60), lines.size()));
    }
}
