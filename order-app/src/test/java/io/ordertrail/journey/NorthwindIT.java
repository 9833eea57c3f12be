package io.ordertrail.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ordertrail.api.verification.Verification;
import io.ordertrail.api.verification.VerificationQuery.VerifyViews;
import io.ordertrail.api.verification.VerificationQuery.VerifyWrites;
import io.ordertrail.app.CommandLineTools;
import io.ordertrail.axon.message.Dispatch;
import io.ordertrail.axon.message.RequestContext;
import io.ordertrail.query.projection.generation.ViewSql;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * 830 orders, from import to time travel: the list, the export, the views and the events tell the same.
 *
 * <p>It takes the first 100 of them, which the whole suite has time for; with {@code -Dfaults=all} it takes all.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class NorthwindIT {

    private static final int ORDERS = "all".equals(System.getProperty("faults")) ? 830 : 100;
    private static final List<String> PROJECTIONS = List.of("order-view", "order-list");
    private static final List<String> TABLES =
            List.of("order_view", "order_list", "order_list_sku", "order_list_word", "order_list_metadata");

    private final Path dataDir = InProcess.newDataDir();
    private OrdersCsv orders;
    private InProcess service;
    private Shop shop;

    @BeforeAll
    void importWhileEveryProjectionIsRebuilt() throws Exception {
        orders = OrdersCsv.northwindOrGenerated(dataDir.resolve("orders.csv")).first(ORDERS);
        start();
        CompletableFuture<Integer> imported = CompletableFuture.supplyAsync(
                () -> CommandLineTools.run("import", orders.file().toString(), "--url", service.url()));
        await().atMost(Duration.ofMinutes(2)).until(() -> head() > 300);
        List<String> rebuilds = new ArrayList<>();
        for (String projection : PROJECTIONS) {
            String location = shop.post("/api/v1/admin/projections/" + projection + "/rebuilds", "")
                    .expect(202)
                    .header("Location");
            rebuilds.add(location.substring(location.indexOf("/api/v1")));
        }
        assertThat(imported.get()).isZero();
        for (String rebuild : rebuilds) {
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> shop.get(rebuild).expect(200).at("/status").equals("DONE"));
        }
    }

    @AfterAll
    void stop() {
        if (service != null) {
            service.close();
        }
    }

    @Test
    @Order(1)
    void a_rebuild_in_the_middle_of_the_import_ends_equal_to_the_fold() {
        // One look at all of it takes seconds by itself where the machine is busy.
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(breaches()).isEmpty());
    }

    @Test
    @Order(2)
    void the_list_the_export_and_the_events_agree_to_the_cent() {
        assertThat(orders.orders()).isEqualTo(ORDERS);
        BigDecimal expected = orders.goods().add(orders.shipping());

        BigDecimal listed = BigDecimal.ZERO;
        int items = 0;
        String next = "";
        do {
            JsonNode page = shop.get("/api/v1/orders?limit=500&sort=number" + next)
                    .expect(200)
                    .body();
            for (JsonNode item : page.at("/items")) {
                listed = listed.add(new BigDecimal(item.at("/grandTotal/amount").asString()));
                items++;
            }
            next = page.at("/page/next").isString()
                    ? "&after=" + page.at("/page/next").asString()
                    : "";
        } while (!next.isEmpty());
        assertThat(items).isEqualTo(ORDERS);
        assertThat(listed).isEqualByComparingTo(expected);

        BigDecimal exported = exportLines().stream()
                .map(line -> new BigDecimal(line.at("/grandTotal/amount").asString()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(exported).isEqualByComparingTo(expected);

        List<JsonNode> created = payloads("order.OrderCreated");
        assertThat(created).hasSize(ORDERS);
        assertThat(sum(created, "/totals/lines/amount")).isEqualByComparingTo(orders.goods());
        assertThat(sum(created, "/totals/shipping/amount")).isEqualByComparingTo(orders.shipping());
        assertThat(created.stream().mapToInt(order -> order.at("/lines").size()).sum())
                .isEqualTo(orders.lines());
    }

    @Test
    @Order(3)
    void every_order_is_at_each_moment_of_both_times_the_fold_of_what_counted_then_and_at_last_the_live_view() {
        EachMoment moments = new EachMoment(shop, service.context().getBean(JdbcClient.class));
        for (JsonNode listed : exportLines()) {
            String id = listed.at("/id").asString();
            moments.require("/api/v1/orders/" + id, id, SimpleOrder::new, SimpleOrder::of);
        }
    }

    @Test
    @Order(4)
    void as_if_they_were_new_the_projections_of_orders_come_back_equal_row_by_row() {
        List<List<String>> before = rows();
        service.close();
        try (InProcess quiet =
                InProcess.start(List.of("ordertrail.data-dir=" + dataDir, "ordertrail.processors.auto-start=false"))) {
            JdbcClient jdbc = quiet.context().getBean(JdbcClient.class);
            jdbc.sql("delete from shared_view where projection in ('order-view', 'order-list')")
                    .update();
            TABLES.forEach(table -> jdbc.sql("delete from " + table).update());
        }
        start();
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(breaches()).isEmpty());
        assertThat(rows()).isEqualTo(before);
    }

    private void start() {
        service = InProcess.start(List.of("ordertrail.data-dir=" + dataDir));
        shop = new Shop(service.url(), reply -> {});
    }

    private long head() {
        return shop.get("/api/v1/admin/projections")
                .expect(200)
                .body()
                .at("/items/0/head")
                .asLong();
    }

    private List<String> breaches() {
        Dispatch dispatch = service.context().getBean(Dispatch.class);
        RequestContext caller = new RequestContext("test", List.of("SERVICE"), "c", "0", null, null);
        List<String> breaches = new ArrayList<>();
        for (Object query : List.of(new VerifyWrites(), new VerifyViews())) {
            dispatch.ask(query, caller, Verification.class).checks().stream()
                    .filter(check -> check.breaches() > 0)
                    .forEach(check -> breaches.add(check.toString()));
        }
        return breaches;
    }

    private List<JsonNode> exportLines() {
        return shop.get("/api/v1/orders/export?format=ndjson")
                .expect(200)
                .http()
                .body()
                .lines()
                .map(JsonMapper.shared()::readTree)
                .toList();
    }

    private List<JsonNode> payloads(String type) {
        return service
                .context()
                .getBean(JdbcClient.class)
                .sql("select payload from domain_event where payload_type = ?")
                .param(type)
                .query(String.class)
                .list()
                .stream()
                .map(JsonMapper.shared()::readTree)
                .toList();
    }

    private List<List<String>> rows() {
        ViewSql views = service.context().getBean(ViewSql.class);
        return TABLES.stream()
                .map(table -> views.sql("select * from " + table).query().listOfRows().stream()
                        .map(NorthwindIT::text)
                        .sorted()
                        .toList())
                .toList();
    }

    /** Bytes are told by what they are, and not by where they lie. */
    private static String text(Map<String, Object> row) {
        row.replaceAll(
                (column, value) -> value instanceof byte[] bytes ? new String(bytes, StandardCharsets.UTF_8) : value);
        return row.toString();
    }

    private static BigDecimal sum(List<JsonNode> values, String pointer) {
        return values.stream()
                .map(value -> new BigDecimal(value.at(pointer).asString()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
