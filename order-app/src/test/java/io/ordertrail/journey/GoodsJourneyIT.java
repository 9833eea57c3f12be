package io.ordertrail.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Goods out and goods back, over REST. */
class GoodsJourneyIT {

    private static final String ORDERS = "/api/v1/orders/";
    private static final String SHIPMENTS = "/api/v1/shipments/";
    private static final String RETURNS = "/api/v1/returns/";

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
    void a_parcel_is_packed_sent_followed_and_delivered_and_its_order_knows_at_once() {
        String order = shop.placePaid();
        Reply approved = shop.post(ORDERS + order + "/shipments", "{}").expect(201);
        String shipment = approved.at("/id");
        assertThat(approved.version()).isZero();
        assertThat(approved.at("/status")).isEqualTo("APPROVED");
        assertThat(approved.at("/lines/0/sku")).isEqualTo("TEE-M");
        assertThat(approved.header("Location")).endsWith(SHIPMENTS + shipment);

        assertThat(shop.post(SHIPMENTS + shipment + "/packing", "{}")
                        .expect(200)
                        .at("/status"))
                .isEqualTo("PACKED");
        await().untilAsserted(() -> assertThat(ids(shop.get("/api/v1/shipments?open=true&limit=500")))
                .contains(shipment));
        Reply left = shop.post(SHIPMENTS + shipment + "/dispatch", "{\"carrier\":\"DHL\",\"trackingNumber\":\"T-1\"}")
                .expect(200);
        assertThat(left.version()).isEqualTo(2);
        assertThat(words(order)).isEqualTo("CONFIRMED SHIPPED IN_TRANSIT");

        shop.post(SHIPMENTS + shipment + "/tracking", "{\"status\":\"IN_TRANSIT\",\"location\":\"Leipzig\"}")
                .expect(200);
        shop.post(SHIPMENTS + shipment + "/failed-attempts", "{\"reason\":\"Nobody at home\"}")
                .expect(200);
        shop.deliver(shipment);
        assertThat(words(order)).isEqualTo("COMPLETED DELIVERED DELIVERED");

        JsonNode parcel =
                shop.get(SHIPMENTS + shipment, "X-Min-Version", "5").expect(200).body();
        assertThat(parcel.at("/status").asString()).isEqualTo("DELIVERED");
        assertThat(parcel.at("/tracking/0/location").asString()).isEqualTo("Leipzig");
        assertThat(parcel.at("/attempts/0/reason").asString()).isEqualTo("Nobody at home");
        await().untilAsserted(() ->
                assertThat(ids(shop.get(ORDERS + order + "/shipments"))).containsExactly(shipment));
        await().untilAsserted(() -> assertThat(ids(shop.get("/api/v1/shipments?open=true&limit=500")))
                .doesNotContain(shipment));
    }

    @Test
    void H3_what_has_not_left_is_not_delivered_and_what_has_left_is_not_sent_again() {
        String shipment = shop.approve(shop.placePaid(), "{}");
        assertThat(shop.post(SHIPMENTS + shipment + "/delivery", "{}")
                        .expect(409)
                        .at("/code"))
                .isEqualTo("SHIPMENT_NOT_DISPATCHED");
        shop.dispatch(shipment);
        assertThat(shop.post(SHIPMENTS + shipment + "/dispatch", "{}")
                        .expect(409)
                        .at("/code"))
                .isEqualTo("SHIPMENT_ALREADY_DISPATCHED");
        shop.post(SHIPMENTS + shipment + "/delivery", "{}", "If-Match", "\"0\"").expect(412);
    }

    @Test
    void a_parcel_that_does_not_leave_may_be_approved_again() {
        String order = shop.placePaid();
        String torn = shop.approve(order, "{}");
        shop.post(ORDERS + order + "/shipments", "{}").expect(409);
        shop.post(SHIPMENTS + torn + "/cancellation", "{\"reason\":\"Box torn\"}")
                .expect(200);
        String next = shop.approve(order, "{}");
        shop.dispatch(next);
        assertThat(words(order)).isEqualTo("CONFIRMED SHIPPED IN_TRANSIT");
    }

    @Test
    void a_lost_parcel_is_a_problem_of_its_order() {
        String order = shop.placePaid();
        String shipment = shop.approve(order, "{}");
        shop.dispatch(shipment);
        shop.post(SHIPMENTS + shipment + "/loss", "{}").expect(200);
        await().untilAsserted(() -> assertThat(words(order)).isEqualTo("CONFIRMED SHIPPED PROBLEM"));
    }

    @Test
    void what_comes_back_and_is_rejected_is_closed_by_itself() {
        String order = delivered();
        String back = requested(order);
        assertThat(now(order).at("/returnStatus").asString()).isEqualTo("REQUESTED");

        JsonNode approved =
                shop.post(RETURNS + back + "/approval", "{}").expect(200).body();
        assertThat(Instant.parse(approved.at("/dueBy").asString()))
                .isBetween(
                        Instant.now().plus(Duration.ofDays(20)), Instant.now().plus(Duration.ofDays(22)));
        assertThat(now(order).at("/returnStatus").asString()).isEqualTo("IN_PROGRESS");

        assertThat(shop.post(RETURNS + back + "/inspection", verdict("RESTOCK"))
                        .expect(409)
                        .at("/code"))
                .isEqualTo("NOTHING_TO_INSPECT");
        assertThat(shop.post(RETURNS + back + "/receipt", "{}").expect(200).at("/lines/0/received"))
                .isEqualTo("1");
        assertThat(shop.post(RETURNS + back + "/inspection", verdict("REJECT"))
                        .expect(200)
                        .at("/refund/amount"))
                .isEqualTo("0.00");
        await().untilAsserted(() ->
                assertThat(shop.get(RETURNS + back).expect(200).at("/status")).isEqualTo("CLOSED"));
        await().untilAsserted(() ->
                assertThat(ids(shop.get(ORDERS + order + "/returns"))).containsExactly(back));
        await().untilAsserted(() ->
                assertThat(now(order).at("/returnStatus").asString()).isEqualTo("PARTIALLY_RETURNED"));
    }

    @Test
    void R3_and_R4_what_passes_goes_back_into_stock_and_money_that_came_another_way_by_a_persons_hand() {
        shop.put("/api/v1/stock/TEE-R", "{\"name\":\"Tee M\",\"safety\":0,\"backorderLimit\":0}");
        shop.post("/api/v1/stock/TEE-R/receipts", "{\"quantity\":2,\"reference\":\"po-1\"}")
                .expect(201);
        String order = shop.post("/api/v1/orders", Shop.ORDER.replace("TEE-M", "TEE-R"))
                .expect(201)
                .at("/id");
        await().untilAsserted(() ->
                assertThat(now(order).at("/lines/0/quantity/awaited").asInt()).isZero());
        String payment = shop.post(ORDERS + order + "/payments", Shop.PAYMENT)
                .expect(201)
                .at("/id");
        sendAll(order);
        await().untilAsserted(() -> assertThat(onHand()).isZero());

        String back = requested(order);
        shop.post(RETURNS + back + "/approval", "{}").expect(200);
        shop.post(RETURNS + back + "/receipt", "{}").expect(200);
        Reply inspected =
                shop.post(RETURNS + back + "/inspection", verdict("RESTOCK")).expect(200);
        assertThat(inspected.at("/refund/amount")).isEqualTo("24.99");
        await().untilAsserted(() ->
                assertThat(now(order).at("/problems/0/code").asString()).isEqualTo("REFUND_DUE"));
        assertThat(shop.get(RETURNS + back).expect(200).at("/status")).isEqualTo("INSPECTED");
        String debt = now(order).at("/problems/0/id").asString();
        assertThat(debt).isEqualTo("refund-due:24.99");
        shop.post(
                        ORDERS + order + "/debts/" + debt + "/settlement",
                        "{\"how\":\"PAID_ANOTHER_WAY\",\"reference\":\"bank-2\",\"reason\":\"By bank transfer\"}")
                .expect(200);
        await().untilAsserted(() ->
                assertThat(shop.get(RETURNS + back).expect(200).at("/status")).isEqualTo("CLOSED"));
        JsonNode closed = shop.get(RETURNS + back).expect(200).body();
        assertThat(closed.at("/refunded/amount").asString()).isEqualTo("24.99");
        assertThat(closed.at("/refundedTo").asString()).isEqualTo(payment);
        await().untilAsserted(() -> assertThat(onHand()).isEqualTo(1));
        await().untilAsserted(() ->
                assertThat(now(order).at("/paymentStatus").asString()).isEqualTo("PARTIALLY_REFUNDED"));
        assertThat(now(order).at("/settlements/0/how").asString()).isEqualTo("PAID_ANOTHER_WAY");
        assertThat(now(order).at("/settlements/0/paymentId").asString()).isEqualTo(payment);
        assertThat(now(order).at("/problems").size()).isZero();
        assertThat(now(order).at("/returnStatus").asString()).isEqualTo("PARTIALLY_RETURNED");
    }

    @Test
    void R1_no_more_comes_back_than_was_sent_and_a_customer_decides_nothing() {
        String order = delivered();
        shop.post(ORDERS + order + "/returns", "{\"lines\":[{\"lineId\":\"1\",\"quantity\":3}]}")
                .expect(409);
        String back = requested(order);
        assertThat(shop.post(RETURNS + back + "/approval", "{}", "X-Roles", "CUSTOMER")
                        .expect(403)
                        .at("/code"))
                .isEqualTo("MISSING_ROLE");
        shop.post(RETURNS + back + "/rejection", "{\"reason\":\"Worn\"}").expect(200);
        assertThat(now(order).at("/returnStatus").asString()).isEqualTo("NONE");
        requested(order);
    }

    @Test
    void a_return_that_is_refused_locks_no_units() {
        String order = delivered();
        assertThat(shop.post(
                                ORDERS + order + "/returns",
                                "{\"lines\":[{\"lineId\":\"1\",\"quantity\":2}],\"creditAccountId\":\"me\"}")
                        .expect(422)
                        .at("/errors/0/pointer"))
                .isEqualTo("/creditAccountId");
        assertThat(now(order).at("/returnStatus").asString()).isEqualTo("NONE");
        requested(order);
    }

    private static String delivered() {
        String order = shop.placePaid();
        sendAll(order);
        return order;
    }

    private static void sendAll(String order) {
        String shipment = shop.approve(order, "{}");
        shop.dispatch(shipment);
        shop.deliver(shipment);
    }

    private static int onHand() {
        return shop.get("/api/v1/stock/TEE-R").expect(200).body().at("/onHand").asInt();
    }

    private static String requested(String order) {
        return shop.post(
                        ORDERS + order + "/returns",
                        "{\"lines\":[{\"lineId\":\"1\",\"quantity\":1}],\"reason\":\"TOO_SMALL\"}")
                .expect(201)
                .at("/id");
    }

    private static String verdict(String disposition) {
        return "{\"verdicts\":[{\"lineId\":\"1\",\"quantity\":1,\"disposition\":\"" + disposition + "\"}]}";
    }

    private static JsonNode now(String order) {
        return shop.get(ORDERS + order + "?asOf=2100-01-01T00:00:00Z")
                .expect(200)
                .body();
    }

    private static String words(String order) {
        JsonNode now = now(order);
        return String.join(
                " ",
                now.at("/status").asString(),
                now.at("/fulfilmentStatus").asString(),
                now.at("/displayStatus").asString());
    }

    private static List<String> ids(Reply list) {
        return list.expect(200)
                .body()
                .at("/items")
                .valueStream()
                .map(item -> item.at("/id").asString())
                .toList();
    }
}
