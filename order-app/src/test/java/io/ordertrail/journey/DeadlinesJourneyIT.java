package io.ordertrail.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Every deadline outlives the process that set it: what came due while nobody was there happens at the next start,
 * once.
 */
class DeadlinesJourneyIT {

    private final Path dataDir = InProcess.newDataDir();

    @Test
    void what_came_due_while_the_service_was_down_happens_when_it_is_back() {
        String reserved;
        String named;
        String unpaid;
        String late;
        String returned;
        String authorized;
        try (InProcess service = start("1h")) {
            Shop shop = new Shop(service.url(), reply -> {});
            shop.put("/api/v1/stock/LAMP", "{\"name\":\"Lamp\",\"safety\":0,\"backorderLimit\":0}");
            shop.post("/api/v1/stock/LAMP/receipts", "{\"quantity\":5}").expect(201);
        }
        // Due in a moment, and the service is gone before that.
        try (InProcess service = start("5s")) {
            Shop shop = new Shop(service.url(), reply -> {});
            reserved = place(shop, "LAMP", "");
            await().until(() -> shop.get("/api/v1/stock/LAMP").at("/reserved").equals("1"));
            named = place(shop, "SOFA", "\"payment\":{\"method\":\"SANDBOX\",\"token\":\"decline\"},");
            unpaid = place(shop, "SOFA", "");
            late = paid(shop);
            authorized = place(shop, "SOFA", "\"payment\":{\"method\":\"SANDBOX\",\"token\":\"ok\"},");
            await().until(() -> status(shop, authorized).equals("CONFIRMED"));
            returned = awaitedReturn(shop);
        }
        try (InProcess service = start("1h")) {
            Shop shop = new Shop(service.url(), reply -> {});
            await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
                assertThat(status(shop, reserved)).as("reservation").isEqualTo("CANCELLED");
                assertThat(shop.get("/api/v1/stock/LAMP").at("/reserved")).isEqualTo("0");
                assertThat(status(shop, named)).as("payment by card").isEqualTo("CANCELLED");
                assertThat(status(shop, unpaid)).as("payment by bank transfer").isEqualTo("CANCELLED");
                assertThat(events(shop, late)).as("ship-by").contains("order.OrderOverdue");
                assertThat(shop.get("/api/v1/returns/" + returned).at("/status"))
                        .as("goods receipt")
                        .isEqualTo("EXPIRED");
                assertThat(shop.get("/api/v1/orders/" + authorized + "/payments")
                                .body()
                                .at("/items")
                                .size())
                        .as("an authorisation that expired is asked for again")
                        .isEqualTo(2);
            });
            assertThat(events(shop, unpaid).stream().filter("order.OrderExpired"::equals))
                    .as("and once")
                    .hasSize(1);
        }
    }

    private InProcess start(String patience) {
        return InProcess.start(List.of(
                "ordertrail.data-dir=" + dataDir,
                "ordertrail.fulfilment.reservation=" + patience,
                "ordertrail.fulfilment.payment=" + patience,
                "ordertrail.fulfilment.transfer=" + patience,
                "ordertrail.fulfilment.ship-by=" + patience,
                "ordertrail.payment.authorization-period=" + patience,
                "ordertrail.returns.receipt=" + patience));
    }

    private static String place(Shop shop, String sku, String payment) {
        return shop.post("/api/v1/orders", """
                        {"customerId":"c-1","currency":"EUR",%s
                         "lines":[{"sku":"%s","name":"Thing","quantity":1,"unitPrice":{"amount":"54.88","currency":"EUR"},
                                   "taxRate":"0.19","priceIncludesTax":true}],
                         "shippingAddress":{"name":"A. Turing","line1":"Hauptstr. 1","postalCode":"10115","city":"Berlin",
                                            "country":"DE"}}""".formatted(payment, sku))
                .expect(201)
                .at("/id");
    }

    private static String paid(Shop shop) {
        String order = place(shop, "SOFA", "");
        shop.post("/api/v1/orders/" + order + "/payments", Shop.PAYMENT).expect(201);
        return order;
    }

    private static String awaitedReturn(Shop shop) {
        String order = paid(shop);
        String shipment = shop.approve(order, "{}");
        shop.dispatch(shipment);
        shop.deliver(shipment);
        String id = shop.post("/api/v1/orders/" + order + "/returns", "{\"lines\":[{\"lineId\":\"1\",\"quantity\":1}]}")
                .expect(201)
                .at("/id");
        shop.post("/api/v1/returns/" + id + "/approval", "{}").expect(200);
        return id;
    }

    private static String status(Shop shop, String order) {
        return shop.get("/api/v1/orders/" + order).expect(200).at("/status");
    }

    private static List<String> events(Shop shop, String order) {
        return shop.get("/api/v1/orders/" + order + "/history")
                .expect(200)
                .body()
                .at("/entries")
                .valueStream()
                .map(entry -> entry.at("/type").asString())
                .toList();
    }
}
