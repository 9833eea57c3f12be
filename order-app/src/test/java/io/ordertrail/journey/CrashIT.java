package io.ordertrail.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * The service is killed while orders are imported, the last time while a projection is being rebuilt too. Nothing that
 * it acknowledged is lost, nothing is there twice, and the rebuild goes on.
 *
 * <p>It takes the first 60 of the 830 orders and one kill, which the whole suite has time for; with
 * {@code -Dfaults=all} all, and three.
 */
class CrashIT {

    private static final boolean ALL = "all".equals(System.getProperty("faults"));
    private static final int CRASHES = ALL ? 3 : 1;
    private static final int ORDERS = ALL ? Integer.MAX_VALUE : 60;

    private final Path dataDir = InProcess.newDataDir();
    private final Path log = dataDir.resolve("service.log");
    private final List<String> settings = List.of("ordertrail.data-dir=" + dataDir);

    @Test
    void an_import_killed_at_random_and_resumed_is_complete_to_the_cent() throws Exception {
        long seed = System.nanoTime();
        System.out.println("CrashIT: seed " + seed);
        Random random = new Random(seed);
        OrdersCsv orders =
                OrdersCsv.northwindOrGenerated(dataDir.resolve("orders.csv")).first(ORDERS);
        int port = Child.freePort();

        String rebuild = "";
        Instant killed = Instant.EPOCH;
        for (int crash = 0; crash < CRASHES; crash++) {
            Child service = Child.start(port, log, settings);
            Process running = startImport(orders, service);
            long before = ordersPlaced(service);
            long after = before + 1 + random.nextInt(orders.orders() / 5);
            org.awaitility.Awaitility.await()
                    .atMost(60, TimeUnit.SECONDS)
                    .pollInterval(20, TimeUnit.MILLISECONDS)
                    .until(() -> !running.isAlive() || ordersPlaced(service) >= after);
            rebuild = crash == CRASHES - 1 ? rebuildList(service) : rebuild;
            service.kill();
            killed = Instant.now();
            running.destroyForcibly().waitFor();
        }

        try (Child service = Child.start(port, log, settings)) {
            assertThat(startImport(orders, service).waitFor()).as(tail()).isZero();
            assertThat(startImport(orders, service).waitFor())
                    .as("a second run finds all there: " + tail())
                    .isZero();

            Shop shop = new Shop(service.url(), reply -> {});
            assertThat(Instant.parse(awaitRebuild(shop, rebuild).at("/finishedAt")))
                    .as("the rebuild was in its middle")
                    .isAfter(killed);
            List<String> exported = awaitExport(shop, orders.orders());
            assertThat(exported).hasSize(orders.orders());
            assertThat(sum(shop, exported, "/totals/lines/amount")).isEqualByComparingTo(orders.goods());
            assertThat(sum(shop, exported, "/totals/shipping/amount")).isEqualByComparingTo(orders.shipping());
            shop.awaitQuiet();
        }
        assertThat(verify()).as(tail()).isZero();
    }

    private Process startImport(OrdersCsv orders, Child service) {
        return Child.script(
                dataDir.resolve("import.log"), List.of("import", orders.file().toString(), "--url", service.url()));
    }

    private int verify() throws InterruptedException {
        return Child.script(dataDir.resolve("import.log"), List.of("verify", "--data-dir", dataDir.toString()))
                .waitFor();
    }

    private static String rebuildList(Child service) {
        String location = new Shop(service.url(), reply -> {})
                .post("/api/v1/admin/projections/order-list/rebuilds", "")
                .expect(202)
                .header("Location");
        return location.substring(location.indexOf("/api/v1"));
    }

    private static Reply awaitRebuild(Shop shop, String rebuild) {
        return org.awaitility.Awaitility.await()
                .atMost(60, TimeUnit.SECONDS)
                .until(
                        () -> shop.get(rebuild).expect(200),
                        answer -> answer.at("/status").equals("DONE"));
    }

    private static long ordersPlaced(Child service) {
        return new Shop(service.url(), reply -> {})
                .get("/api/v1/admin/projections")
                .expect(200)
                .body()
                .at("/items/0/head")
                .asLong();
    }

    private static List<String> awaitExport(Shop shop, int expected) {
        List<String> ids = new ArrayList<>();
        org.awaitility.Awaitility.await().until(() -> {
            ids.clear();
            Reply export = shop.get("/api/v1/orders/export?format=ndjson");
            if (export.status() == 503) {
                return false; // The list has not taken in yet what was imported.
            }
            export.expect(200)
                    .http()
                    .body()
                    .lines()
                    .forEach(line -> ids.add(tools.jackson.databind.json.JsonMapper.shared()
                            .readTree(line)
                            .at("/id")
                            .asString()));
            return ids.size() >= expected;
        });
        return ids;
    }

    private static BigDecimal sum(Shop shop, List<String> orders, String pointer) {
        return orders.stream()
                .map(id -> new BigDecimal(
                        shop.get("/api/v1/orders/" + id).expect(200).at(pointer)))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private String tail() {
        try {
            List<String> lines = Files.exists(dataDir.resolve("import.log"))
                    ? Files.readAllLines(dataDir.resolve("import.log"))
                    : List.of();
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 30), lines.size()));
        } catch (IOException e) {
            return e.toString();
        }
    }
}
