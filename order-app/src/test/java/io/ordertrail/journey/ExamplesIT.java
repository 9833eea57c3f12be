package io.ordertrail.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ordertrail.api.stock.StockItemId;
import io.ordertrail.app.Endpoint;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/**
 * Whatever the description of the API shows works in a shop that has something of everything: every request that reads,
 * and those with which staff look after views. Each answer is held against the description as ever.
 */
class ExamplesIT {

    private static final String LETTERS = "/api/v1/admin/dead-letters";
    private static final String REBUILDS = "/api/v1/admin/projections/order-list/rebuilds";

    /** No event of a process waits here, and nobody was forgotten. */
    private static final List<String> NOT_HERE = List.of("/{parkedId}", "/erasure");

    private static final String[] STAFF = {"X-Actor", "anna", "X-Roles", "SUPERVISOR,ADMIN,AUDITOR"};

    private static final Map<String, String> IDS = new HashMap<>();

    private static InProcess service;

    /** What a guest shows. */
    private static String word;

    private static FaultShop shop;
    private static List<Endpoint> described;

    @BeforeAll
    static void fill() {
        service = InProcess.start(List.of("ordertrail.data-dir=" + InProcess.newDataDir()));
        shop = new FaultShop(new Shop(service.url(), Contracted.by(service.url())));
        described = Endpoint.all(new Shop(service.url(), reply -> {})
                .get("/v3/api-docs")
                .expect(200)
                .body());
        shop.sku("TEE-M", 10, 5);
        String account = shop.account("c-1042", "100.00");
        String order = shop.http().placePaid();
        String shipment = shop.deliver(order);
        String back = shop.goodsBack(order, "\"reason\":\"DAMAGED\",", "", FaultShop.units("1", 1));
        JsonNode now = shop.order(order);
        IDS.put("orderId", order);
        IDS.put("number", now.at("/number").asString());
        IDS.put("paymentId", now.at("/payments/0/id").asString());
        IDS.put("shipmentId", shipment);
        IDS.put("returnId", back);
        IDS.put("sku", "TEE-M");
        IDS.put("accountId", account);
        IDS.put("customerId", "c-1042");
        IDS.put("projection", "order-list");
        IDS.put("process", "processes");
        IDS.put("deadLetterId", "0c7f3b0e-0000-3000-8000-000000000001");
        word = shop.post(FaultShop.ORDERS + order + "/link", "{}").expect(200).at("/word");
        IDS.put("transferId", transfer(account));
        // The example of a place is 42.
        IntStream.range(0, 5).forEach(n -> shop.http().placePaid());
        shop.http().awaitQuiet();
        IDS.put("rebuildId", rebuilt());
    }

    private static String transfer(String from) {
        String to = shop.account("c-2", "0.00");
        return shop.post(
                        "/api/v1/transfers",
                        "{\"from\":\"%s\",\"to\":\"%s\",\"amount\":%s,\"reference\":\"r\"}"
                                .formatted(from, to, FaultShop.eur("1.00")))
                .expect(202)
                .header("Location")
                .replaceAll(".*/", "");
    }

    private static String rebuilt() {
        String rebuild = shop.post(REBUILDS, "").expect(202).header("Location");
        await().atMost(Duration.ofMinutes(1))
                .until(() -> shop.http().get(rebuild).expect(200).at("/status").equals("DONE"));
        return rebuild.replaceAll(".*/", "");
    }

    @AfterAll
    static void close() {
        service.close();
    }

    @Test
    void every_request_that_reads_is_answered() {
        List<Endpoint> reading = described.stream()
                .filter(endpoint ->
                        endpoint.method().equals("get") && NOT_HERE.stream().noneMatch(endpoint.path()::endsWith))
                .toList();
        assertThat(reading).hasSizeGreaterThan(60);
        SoftAssertions.assertSoftly(softly -> reading.forEach(endpoint -> softly.check(() -> read(endpoint))));
    }

    private static String[] whoAsks(String request) {
        return request.contains("/guest/") ? new String[] {"Authorization", "Bearer " + word} : STAFF;
    }

    private void read(Endpoint endpoint) {
        if (endpoint.path().contains("{deadLetterId}")) {
            prepare(endpoint);
        }
        String first = new ShownRequests(endpoint, ExamplesIT::shown).paths(IDS).get(0);
        for (String request :
                new ShownRequests(endpoint, (parameter, example) -> told(first, parameter, example)).paths(IDS)) {
            assertThat(shop.http().get(request, whoAsks(request)).status())
                    .as(request)
                    .isEqualTo(endpoint.success());
        }
    }

    @Test
    void every_request_by_which_staff_look_after_views_is_answered() {
        List<Endpoint> changing = described.stream()
                .filter(endpoint -> !endpoint.method().equals("get")
                        && (endpoint.path().contains("/rebuilds")
                                || endpoint.path().startsWith(LETTERS)))
                .toList();
        assertThat(changing).hasSize(8);
        for (Endpoint endpoint : changing) {
            int requests =
                    new ShownRequests(endpoint, ExamplesIT::shown).paths(IDS).size();
            for (int n = 0; n < requests; n++) {
                int request = n;
                // A rebuild may be over before it is paused, say.
                await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
                    prepare(endpoint);
                    assertThat(sent(
                                    endpoint,
                                    new ShownRequests(endpoint, ExamplesIT::shown)
                                            .paths(IDS)
                                            .get(request)))
                            .as(endpoint.operation())
                            .isEqualTo(endpoint.success());
                });
            }
        }
    }

    private static int sent(Endpoint endpoint, String request) {
        return shop.http()
                .send(shop.http()
                        .request(request, "Idempotency-Key", UUID.randomUUID().toString())
                        .method(endpoint.method().toUpperCase(Locale.ROOT), BodyPublishers.noBody()))
                .status();
    }

    /** Sees to what the path of {@code endpoint} names. */
    private void prepare(Endpoint endpoint) {
        if (endpoint.path().contains("{deadLetterId}")) {
            IDS.put("deadLetterId", parked());
        } else if (endpoint.path().contains("/rebuilds")) {
            JsonNode last = shop.http().get(REBUILDS).expect(200).body().at("/items/0");
            if (last.at("/finishedAt").isNull()) {
                String path = REBUILDS + "/" + last.at("/id").asString();
                shop.post(path + "/cancellation", "");
                await().until(() -> !shop.http()
                        .get(path)
                        .expect(200)
                        .body()
                        .at("/finishedAt")
                        .isNull());
            }
            if (endpoint.path().endsWith("/rollback")) {
                IDS.put("rebuildId", rebuilt());
            } else if (endpoint.path().contains("{rebuildId}")) {
                IDS.put("rebuildId", shop.post(REBUILDS, "").expect(202).at("/id"));
            }
        }
    }

    /** The id of an event that a view could not process. */
    private static String parked() {
        String sku = "POISON-" + UUID.randomUUID().toString().substring(0, 8);
        shop.sku(sku, 0, 0);
        shop.http().awaitQuiet();
        service.context()
                .getBean(JdbcClient.class)
                .sql("update stock_view set state = '{' where sku = ?")
                .param(sku)
                .update();
        shop.receive(sku, 1);
        String letters = LETTERS + "?subject=" + StockItemId.of(sku);
        await().until(() -> !shop.http().get(letters).at("/events").equals("0"));
        return shop.http().get(letters).at("/items/0/id");
    }

    private static Optional<String> shown(JsonNode parameter, String example) {
        return Optional.of(example);
    }

    /** As it is shown, a moment is before this shop had anything, and a cursor is of another list. */
    private static Optional<String> told(String first, JsonNode parameter, String example) {
        JsonNode schema = parameter.path("schema");
        if (schema.path("format").asString("").equals("date-time")) {
            return Optional.of(Instant.now().toString());
        }
        if (!schema.path("description").asString("").startsWith("Cursor")) {
            return Optional.of(example);
        }
        JsonNode page = shop.http()
                .get(first + (first.contains("?") ? "&" : "?") + "limit=1", STAFF)
                .body()
                .at("/page");
        return Stream.of("next", "end")
                .map(page::path)
                .filter(JsonNode::isString)
                .map(JsonNode::asString)
                .findFirst();
    }
}
