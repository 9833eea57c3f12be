package io.ordertrail.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/**
 * What was written is read at once, a part is never told for the whole, and whoever minds the service is told how it
 * stands.
 */
class HonestReadsIT {

    private static final String STOCK = "/api/v1/stock/";
    private static final String LETTERS = "/api/v1/admin/dead-letters";

    private static final Path DATA = InProcess.newDataDir();

    private static InProcess service;
    private static Shop shop;

    /** Who asks what is not of the API. */
    private static Shop monitor;

    @BeforeAll
    static void start() {
        service = InProcess.start(List.of("ordertrail.data-dir=" + DATA, "ordertrail.metrics.refresh=200ms"));
        shop = new Shop(service.url(), Contracted.by(service.url()));
        monitor = new Shop(service.url(), reply -> {});
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void finding_2_4_an_order_is_found_by_its_number_and_has_its_parts_right_after_they_were_written() {
        for (int round = 0; round < 20; round++) {
            Reply placed = shop.post("/api/v1/orders", Shop.ORDER).expect(201);
            String order = "/api/v1/orders/" + placed.at("/id");
            assertThat(shop.get("/api/v1/orders/by-number/" + placed.at("/number"), "X-Min-Version", "0")
                            .expect(200)
                            .at("/id"))
                    .isEqualTo(placed.at("/id"));
            Reply paid = shop.post(order + "/payments", Shop.PAYMENT).expect(201);
            assertThat(shop.get(paid.header("Location"), "X-Min-Version", Long.toString(paid.version()))
                            .expect(200)
                            .body())
                    .isEqualTo(paid.body());
            // The order has heard of it, and is confirmed.
            assertThat(shop.get(order + "/payments", "X-Min-Version", "2")
                            .expect(200)
                            .body()
                            .at("/items"))
                    .hasSize(1);
            String shipment = shop.approve(placed.at("/id"), "{}");
            assertThat(shop.get(order + "/shipments").expect(200).at("/items/0/id"))
                    .isEqualTo(shipment);
        }
    }

    /** Whoever has just made a part has no version of the order that they could wait for. */
    @Test
    void a_part_is_listed_with_its_order_while_views_lag() {
        Reply placed = shop.post("/api/v1/orders", Shop.ORDER).expect(201);
        String order = "/api/v1/orders/" + placed.at("/id");
        shop.post(order + "/payments", Shop.PAYMENT).expect(201);
        StreamingEventProcessor views = service.context()
                .getBean(Configuration.class)
                .eventProcessingConfiguration()
                .eventProcessor("views", StreamingEventProcessor.class)
                .orElseThrow();
        views.shutDown();
        try {
            String shipment = shop.approve(placed.at("/id"), "{}");
            assertThat(shop.get(order + "/shipments").expect(200).at("/items/0/id"))
                    .isEqualTo(shipment);
        } finally {
            views.start();
        }
    }

    @Test
    void finding_2_3_what_is_not_stored_is_refused_at_once() {
        String order = "/api/v1/orders/" + shop.place();
        long before = System.nanoTime();
        for (int round = 0; round < 20; round++) {
            shop.get(order, "X-Min-Version", "999999").expect(202);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(20));
    }

    @Test
    void finding_1_2_while_a_list_is_rebuilt_it_is_whole() {
        String order = "/api/v1/orders/" + shop.place();
        for (int more = 0; more < 30; more++) {
            shop.place();
        }
        shop.awaitQuiet();
        Reply before = shop.get(order).expect(200);
        int orders = shop.get("/api/v1/orders?limit=500")
                .expect(200)
                .body()
                .at("/items")
                .size();
        for (String view : List.of("order-view", "order-list")) {
            String rebuild = shop.send(shop.request("/api/v1/admin/projections/" + view + "/rebuilds")
                            .POST(HttpRequest.BodyPublishers.noBody()))
                    .expect(202)
                    .header("Location");
            boolean done;
            do {
                done = shop.get(rebuild).expect(200).at("/status").equals("DONE");
                assertThat(shop.get(order).expect(200).body()).isEqualTo(before.body());
                assertThat(shop.get("/api/v1/orders?limit=500")
                                .expect(200)
                                .body()
                                .at("/items"))
                        .hasSizeGreaterThanOrEqualTo(orders);
            } while (!done);
        }
        shop.get("/api/v1/admin/projections", "X-Roles", "CUSTOMER").expect(403);
        shop.send(shop.request("/api/v1/admin/projections/order-list/rebuilds", "X-Roles", "CUSTOMER")
                        .POST(HttpRequest.BodyPublishers.noBody()))
                .expect(403);
    }

    @Test
    void finding_1_3_what_is_parked_is_told_by_health_and_meters_and_taken_in_by_a_retry() {
        shop.put(STOCK + "POISON", "{\"name\":\"Poison\"}").expect(201);
        shop.put(STOCK + "OTHER", "{\"name\":\"Other\"}").expect(201);
        shop.awaitQuiet();
        assertThat(service.context()
                        .getBean(JdbcClient.class)
                        .sql("update stock_view set state = '{' where sku = 'POISON'")
                        .update())
                .isEqualTo(1);
        long before = System.nanoTime();
        for (int receipt = 0; receipt < 10; receipt++) {
            shop.post(STOCK + "POISON/receipts", "{\"quantity\":1}").expect(201);
            shop.post(STOCK + "OTHER/receipts", "{\"quantity\":1}").expect(201);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(20));
        shop.awaitQuiet();
        assertThat(shop.get(STOCK + "OTHER").at("/onHand")).isEqualTo("10");
        assertThat(shop.get(STOCK + "POISON").at("/onHand")).isEqualTo("10");
        JsonNode list = shop.get("/api/v1/stock").expect(200).body();
        assertThat(list.at("/page/unreadable").asLong()).isEqualTo(1);
        JsonNode health = monitor.get("/actuator/health").expect(200).body().at("/components/projections");
        assertThat(health.at("/details/parked").asLong()).isEqualTo(10);
        assertThat(health.at("/details/stock-view/parked").asLong()).isEqualTo(10);
        await().untilAsserted(() -> assertThat(
                        monitor.get("/actuator/prometheus").expect(200).http().body())
                .contains("ordertrail_projection_parked{projection=\"stock-view\"} 10.0")
                .contains("ordertrail_projection_lag{projection=\"order-list\"} 0.0")
                .contains("ordertrail_process_lag{process=\"processes\"}"));
        String letter = LETTERS + "/" + shop.get(LETTERS).expect(200).at("/items/0/id");
        assertThat(shop.get(LETTERS).at("/items/0/error")).isEqualTo("ROW_UNREADABLE");
        shop.post(letter + "/retry", "", "X-Roles", "CUSTOMER").expect(403);
        assertThat(shop.post(letter + "/retry", "").expect(200).at("/taken")).isEqualTo("10");
        assertThat(shop.get(LETTERS).expect(200).at("/events")).isEqualTo("0");
        assertThat(shop.get("/api/v1/stock").expect(200).at("/page/unreadable")).isEqualTo("0");
    }
}
