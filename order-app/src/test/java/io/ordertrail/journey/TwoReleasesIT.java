package io.ordertrail.journey;

import static io.ordertrail.journey.FaultShop.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * The last commit's jar and this one's work on one PostgreSQL, and both are asked: orders are placed, paid, sent, sent
 * back and cancelled through either. Each ends right, nothing stays parked, and all books are in order. With
 * {@code -Dreleases=all}, or {@code -Dreleases=} a commit; {@code LaterReleaseIT} is the short edition.
 */
class TwoReleasesIT {

    private static final String WANTED = System.getProperty("releases", "");
    private static final int COUNT = 60;
    private static final int CLIENTS = 8;

    private final Path dataDir = InProcess.newDataDir();
    private final List<Tale> tales = new ArrayList<>();

    @Test
    void two_releases_side_by_side_end_every_order_right() throws Exception {
        if (WANTED.isEmpty()) {
            System.out.println("Two releases side by side: left out; -Dreleases=all runs it.");
            return;
        }
        Release before = Release.of(WANTED.equals("all") ? "HEAD~1" : WANTED);
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
            String url = postgres.getJdbcUrl("postgres", "postgres");
            // The earlier one first: a database is migrated when its release arrives.
            try (Child later = startAfter(before, url)) {
                FaultShop node = new FaultShop(new Shop(later.url(), TwoReleasesIT::mustBeNoFault));
                tales.forEach(tale -> node.reaches(tale.order, tale.end));
                await().atMost(Duration.ofMinutes(3)).untilAsserted(() -> nothingIsParked(node));
                node.http().awaitQuiet();
            }
            verify(Child.JAR, url);
            if (before.hasTheSameEvents()) {
                verify(before.jar(), url);
            }
        }
    }

    /** Both work until the load is done; then the roll-out is over, and the later one is left. */
    private Child startAfter(Release before, String url) throws Exception {
        // The earlier one first: a database is migrated when its release arrives.
        try (Child earlier = start(before.jar(), url, "earlier")) {
            Child later = start(Child.JAR, url, "later");
            try {
                List<FaultShop> nodes = Stream.of(earlier, later)
                        .map(node -> new FaultShop(new Shop(node.url(), TwoReleasesIT::mustBeNoFault)))
                        .toList();
                nodes.get(0).sku("CAP", 10_000, 0);
                tales.addAll(load(nodes, before.leavesTheUnknown()));
                return later;
            } catch (Exception | AssertionError e) {
                later.close();
                throw e;
            }
        }
    }

    private void verify(Path jar, String url) throws InterruptedException {
        Path log = dataDir.resolve("verify.log");
        assertThat(Child.jar(jar, log, List.of("verify", "--jdbc-url", url, "--user", "postgres"))
                        .waitFor())
                .as("verify by %s, %s", jar, log)
                .isZero();
    }

    /** An order, and how it ends. */
    private record Tale(String order, String end) {}

    private Child start(Path jar, String url, String node) {
        return Child.startJar(
                jar,
                Child.freePort(),
                dataDir.resolve(node + ".log"),
                List.of(
                        "spring.datasource.url=" + url,
                        "ordertrail.data-dir=" + dataDir.resolve(node),
                        "ordertrail.dead-letters.look=500ms",
                        // Either may try, and only one of them may know.
                        "ordertrail.dead-letters.first-delay=1s",
                        "ordertrail.dead-letters.longest-delay=1s"));
    }

    private static List<Tale> load(List<FaultShop> nodes, boolean returns) throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        List<Future<Tale>> all = new ArrayList<>();
        for (int n = 0; n < COUNT; n++) {
            int order = n;
            all.add(clients.submit(
                    () -> tell(order, order % 2 == 0 ? nodes : List.of(nodes.get(1), nodes.get(0)), returns)));
        }
        clients.shutdown();
        List<Tale> told = new ArrayList<>();
        for (Future<Tale> each : all) {
            told.add(each.get());
        }
        return told;
    }

    /**
     * @param nodes asked by turns; one that does not know what the other has stored refuses, and the other is asked
     * @param returns whether some of the goods may be sent back
     */
    private static Tale tell(int number, List<FaultShop> nodes, boolean returns) {
        String order = nodes.get(0).place("PREPAID", null, line("CAP", 2, "10.00"));
        if (number % 5 == 0) {
            again(nodes, ORDERS + order + "/cancellation", "{\"reason\":\"CUSTOMER\"}");
            return new Tale(order, "CANCELLED");
        }
        again(nodes, ORDERS + order + "/payments", manual("20.00", "bank-" + number));
        becomes(nodes, order, "/status", "CONFIRMED");
        String parcel =
                SHIPMENTS + again(nodes, ORDERS + order + "/shipments", "{}").at("/id");
        again(nodes, parcel + "/dispatch", "{\"carrier\":\"DHL\"}");
        if (number % 5 == 1) {
            return new Tale(order, "CONFIRMED");
        }
        again(nodes, parcel + "/delivery", "{}");
        becomes(nodes, order, "/status", "COMPLETED");
        if (number % 5 == 2 && returns) {
            sendBack(nodes, order);
        }
        return new Tale(order, "COMPLETED");
    }

    private static void sendBack(List<FaultShop> nodes, String order) {
        String lines = "{\"lines\":[" + units("1", 1) + "]}";
        String back = RETURNS + again(nodes, ORDERS + order + "/returns", lines).at("/id");
        String found = "{\"verdicts\":[{\"lineId\":\"1\",\"quantity\":1,\"disposition\":\"RESTOCK\"}]}";
        again(nodes, back + "/approval", "{}");
        again(nodes, back + "/receipt", "{}");
        again(nodes, back + "/inspection", found);
        becomes(nodes, order, "/returns/0/accepted/amount", "10.00");
    }

    /** What another command outran, or what has not been heard of yet, or what a node does not know, is sent again. */
    private static Reply again(List<FaultShop> nodes, String path, String body) {
        AtomicInteger tries = new AtomicInteger();
        return await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(100))
                .until(
                        () -> nodes.get(tries.incrementAndGet() % nodes.size()).post(path, body),
                        reply -> reply.status() < 300);
    }

    private static void becomes(List<FaultShop> nodes, String order, String pointer, String value) {
        await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> nodes.stream()
                        .map(node -> node.http().get(ORDERS + order))
                        .anyMatch(reply ->
                                reply.status() == 200 && reply.at(pointer).equals(value)));
    }

    /** What the service promises: it does not know this yet, or waits for what follows from something of that kind. */
    private static void mustBeNoFault(Reply reply) {
        if (reply.status() >= 500) {
            assertThat(reply.status() + " " + reply.at("/code"))
                    .as(reply.toString())
                    .isIn("503 LATER_RELEASE", "503 UNAVAILABLE");
        }
    }

    private static void nothingIsParked(FaultShop node) {
        for (String path : List.of("/api/v1/admin/processes", "/api/v1/admin/projections")) {
            for (JsonNode each : node.http().get(path).expect(200).body().at("/items")) {
                assertThat(each.at("/parked").asInt()).as(each.toString()).isZero();
            }
        }
    }
}
