package io.ordertrail.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ordertrail.api.message.Receipt;
import io.ordertrail.api.order.OrderId;
import io.ordertrail.api.stock.StockCommand.SetReservation;
import io.ordertrail.api.stock.StockItemId;
import io.ordertrail.axon.message.Dispatch;
import io.ordertrail.axon.message.RequestContext;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Stock as a shop meets it: kept, filled, promised and looked at, in the whole service. */
class StockJourneyIT {

    private static final String STOCK = "/api/v1/stock/";

    private static InProcess service;
    private static Shop shop;

    @BeforeAll
    static void start() {
        service = InProcess.start(List.of("ordertrail.data-dir=" + InProcess.newDataDir()));
        shop = new Shop(service.url(), Contracted.by(service.url()));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void an_item_is_registered_filled_promised_and_counted() {
        String item = STOCK + "TEE-M";
        assertThat(availability("TEE-M", 2)).containsExactly("1 false true", "2 false true");

        Reply registered = shop.put(item, "{\"name\":\"Tee M\",\"backorderLimit\":5,\"reorderPoint\":3}")
                .expect(201);
        assertThat(registered.header("Location")).isEqualTo(item);
        assertThat(registered.version()).isZero();
        shop.post(item + "/receipts", "{\"quantity\":10,\"reference\":\"po-7\"}")
                .expect(201);
        assertThat(units(shop.get(item, "X-Min-Version", "1").expect(200))).isEqualTo("10 0 10 0");
        assertThat(availability("TEE-M", 5)).containsExactly("1 true true", "2 true true");
        // Together the two lines ask for twice as many.
        assertThat(availability("TEE-M", 6)).containsExactly("1 true false", "2 true false");

        Receipt reserved = reserve("TEE-M", OrderId.of("one"), 8);
        assertThat(units(shop.get(item, "X-Min-Version", String.valueOf(reserved.version()))
                        .expect(200)))
                .isEqualTo("10 8 2 0");
        reserve("TEE-M", OrderId.of("two"), 4);
        Reply counted = shop.post(item + "/adjustments", "{\"quantity\":2,\"reason\":\"COUNT\"}")
                .expect(201);
        assertThat(units(counted)).isEqualTo("12 12 0 0");
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(shop.get(item + "/reservations")
                                .expect(200)
                                .body()
                                .at("/items")
                                .valueStream()
                                .map(line -> line.at("/orderId").asString()))
                        .containsExactly(OrderId.of("one"), OrderId.of("two")));
        assertThat(shop.get("/api/v1/stock?belowReorderPoint=true&sku=TEE").at("/items/0/sku"))
                .isEqualTo("TEE-M");
        shop.post(item + "/adjustments", "{\"quantity\":-13,\"reason\":\"COUNT\"}")
                .expect(409);
    }

    @Test
    void settings_are_changed_on_a_version_and_said_again_without_a_change() {
        String item = STOCK + "MUG";
        shop.put(item, "{\"name\":\"Mug\"}").expect(201);
        Reply again = shop.put(item, "{\"name\":\"Mug\"}").expect(200);
        assertThat(again.version()).isZero();
        Reply changed = shop.put(item, "{\"name\":\"Mug\",\"safety\":1}", "If-Match", "\"0\"")
                .expect(200);
        assertThat(changed.version()).isEqualTo(1);
        shop.put(item, "{\"name\":\"Mug\",\"safety\":2}", "If-Match", "\"0\"").expect(412);
        shop.post(item + "/receipts", "{\"quantity\":1}", "X-Roles", "CUSTOMER").expect(403);
        shop.post(item + "/receipts", "{\"quantity\":0}").expect(422);
        shop.post(STOCK + "NONE/receipts", "{\"quantity\":1}").expect(404);
    }

    @Test
    void O7_what_was_said_of_stock_is_said_again_whatever_came_since() {
        String receipts = STOCK + "CUP/receipts";
        shop.put(STOCK + "CUP", "{\"name\":\"Cup\"}").expect(201);
        Reply first = shop.post(receipts, "{\"quantity\":100}", "Idempotency-Key", "cup-1")
                .expect(201);
        assertThat(units(first)).isEqualTo("100 0 100 0");
        assertThat(units(shop.post(receipts, "{\"quantity\":5}").expect(201))).isEqualTo("105 0 105 0");
        Reply again = shop.post(receipts, "{\"quantity\":100}", "Idempotency-Key", "cup-1")
                .expect(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.version()).isEqualTo(first.version()).isEqualTo(1);
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(units(shop.get(STOCK + "CUP").expect(200))).isEqualTo("105 0 105 0");
    }

    @Test
    void a_sku_may_have_any_characters_but_control_characters() {
        for (String encoded : List.of("A%2FB", "100%25", "%C3%A4%20%3B%3F%23", "%E2%98%83")) {
            shop.put(STOCK + encoded, "{\"name\":\"Odd\"}").expect(201);
            shop.post(STOCK + encoded + "/receipts", "{\"quantity\":3}").expect(201);
            Reply item = shop.get(STOCK + encoded, "X-Min-Version", "1").expect(200);
            assertThat(units(item)).isEqualTo("3 0 3 0");
            String link =
                    shop.get(STOCK + encoded + "/reservations").expect(200).header("Link");
            assertThat(link).startsWith("<" + STOCK + encoded + "/reservations>");
        }
        assertThat(shop.get(STOCK + "A%2FB").at("/sku")).isEqualTo("A/B");
        for (String encoded : List.of("%00", "%0A", "%7F", "%20", "x".repeat(65))) {
            assertThat(shop.get(STOCK + encoded).status()).isIn(400, 404);
            assertThat(shop.put(STOCK + encoded, "{\"name\":\"Odd\"}").status()).isIn(400, 422);
            assertThat(shop.post(STOCK + encoded + "/receipts", "{\"quantity\":3}")
                            .status())
                    .isIn(400, 404);
        }
    }

    /** Seen in the log of a service: no item ever had a snapshot, for its handlers take a clock. */
    @Test
    void pitfall_43_an_item_of_many_movements_has_a_snapshot() {
        shop.put(STOCK + "PIN", "{\"name\":\"Pin\"}").expect(201);
        for (int n = 0; n < 110; n++) {
            shop.post(STOCK + "PIN/receipts", "{\"quantity\":1}").expect(201);
        }
        await().atMost(Duration.ofSeconds(20))
                .until(() -> service.context()
                        .getBean(JdbcClient.class)
                        .sql("select count(*) from snapshot_event where aggregate_id = 'stock-PIN'")
                        .query(Long.class)
                        .single()
                        .equals(1L));
    }

    @Test
    void what_left_and_was_not_there_needs_a_person_until_the_count_is_right() {
        shop.put(STOCK + "VASE", "{\"name\":\"Vase\"}").expect(201);
        shop.post(STOCK + "VASE/receipts", "{\"quantity\":1}").expect(201);
        // An imported order reserves nothing: its goods have left already, whatever the stock says.
        String imported = Shop.ORDER.replace("TEE-M", "VASE").replaceFirst("\\{", "{\"channel\":\"IMPORT\",");
        String order = shop.post("/api/v1/orders", imported).expect(201).at("/id");
        shop.post("/api/v1/orders/" + order + "/payments", Shop.PAYMENT).expect(201);
        String shipment = shop.approve(order, "{}");
        shop.dispatch(shipment);
        await().atMost(Duration.ofSeconds(20)).until(() -> stuck(order));
        assertThat(units(shop.get(STOCK + "VASE").expect(200))).isEqualTo("1 0 1 0");
        shop.post(STOCK + "VASE/adjustments", "{\"quantity\":1,\"reason\":\"COUNT\"}")
                .expect(201);
        await().atMost(Duration.ofSeconds(60)).until(() -> !stuck(order));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> units(shop.get(STOCK + "VASE").expect(200)).equals("0 0 0 0"));
    }

    private static boolean stuck(String order) {
        return shop.get("/api/v1/admin/attention?kind=STEP_STUCK")
                .expect(200)
                .body()
                .at("/items")
                .valueStream()
                .anyMatch(item -> item.at("/subject").asString().equals(order));
    }

    private static Receipt reserve(String sku, String order, long quantity) {
        return service.context()
                .getBean(Dispatch.class)
                .send(
                        new SetReservation(StockItemId.of(sku), order, "1", 1, quantity, 0),
                        new RequestContext("fulfilment", List.of("SERVICE"), "c-1", "t-1", null, null),
                        Receipt.class);
    }

    /** On hand, reserved, available and back-ordered. */
    private static String units(Reply item) {
        JsonNode it = item.body();
        return "%d %d %d %d"
                .formatted(
                        it.at("/onHand").asLong(),
                        it.at("/reserved").asLong(),
                        it.at("/available").asLong(),
                        it.at("/backordered").asLong());
    }

    /** Of two lines of {@code quantity} each: the line, whether its SKU is tracked, whether it can be had. */
    private static List<String> availability(String sku, int quantity) {
        String line =
                "{\"sku\":\"%s\",\"name\":\"T\",\"quantity\":%d,\"unitPrice\":{\"amount\":\"1.00\",\"currency\":\"EUR\"},\"taxRate\":\"0.19\",\"priceIncludesTax\":true}"
                        .formatted(sku, quantity);
        return shop.post("/api/v1/orders/quote", "{\"currency\":\"EUR\",\"lines\":[%s,%s]}".formatted(line, line))
                .expect(200)
                .body()
                .at("/availability")
                .valueStream()
                .map(one -> one.at("/lineId").asString() + " "
                        + one.at("/tracked").asBoolean() + " "
                        + one.at("/available").asBoolean())
                .toList();
    }
}
