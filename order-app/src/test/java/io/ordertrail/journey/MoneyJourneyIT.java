package io.ordertrail.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ordertrail.app.FrontDoor;
import io.ordertrail.app.payment.Webhooks;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What may be said of money and goods, and by whom, over REST. */
class MoneyJourneyIT {

    private static final String ORDERS = "/api/v1/orders/";
    private static final String PAYMENTS = "/api/v1/payments/";
    private static final String SHIPMENTS = "/api/v1/shipments/";

    private static InProcess service;
    private static Shop shop;

    @BeforeAll
    static void start() {
        service = InProcess.start(List.of(
                "ordertrail.data-dir=" + InProcess.newDataDir(),
                "ordertrail.payment.webhooks.sandbox.secret=" + FrontDoor.WEBHOOK_SECRET));
        shop = new Shop(service.url(), Contracted.by(service.url()));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void P2_a_chargeback_of_what_went_back_already_is_a_problem_of_the_order() {
        String order = shop.place();
        String payment = shop.pay(order, "{\"method\":\"SANDBOX\",\"token\":\"ok\"}");
        becomes(payment, "AUTHORIZED");
        // The order hears of it in a moment.
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            Reply early = shop.post(PAYMENTS + payment + "/refunds", "{\"kind\":\"GOODWILL\"}")
                    .expect(409);
            assertThat(early.at("/code")).isEqualTo("NOTHING_TO_REFUND");
            assertThat(early.body()
                            .at("/allowedActions")
                            .valueStream()
                            .filter(action -> action.at("/allowed").asBoolean())
                            .map(action -> action.at("/action").asString()))
                    .containsExactly("CAPTURE", "VOID");
        });
        shop.post(PAYMENTS + payment + "/captures", "{}").expect(202);
        becomes(payment, "CAPTURED");
        shop.post(PAYMENTS + payment + "/refunds", "{\"kind\":\"GOODWILL\"}").expect(202);
        becomes(payment, "REFUNDED");

        String body = "{\"eventId\":\"chargeback-1\",\"kind\":\"CHARGEBACK\",\"paymentId\":\"" + payment
                + "\",\"amount\":{\"amount\":\"54.88\",\"currency\":\"EUR\"}}";
        for (int n = 0; n < 2; n++) {
            shop.send(Webhooks.signed(shop.request(Webhooks.PATH), body)).expect(200);
        }
        Reply now = shop.get(ORDERS + order + "?asOf=2100-01-01T00:00:00Z").expect(200);
        assertThat(now.at("/displayStatus")).isEqualTo("PROBLEM");
        assertThat(now.body().at("/problems").size()).isEqualTo(1);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(shop.get("/api/v1/admin/attention?kind=ORDER_PROBLEM")
                                .expect(200)
                                .body()
                                .at("/items")
                                .valueStream()
                                .filter(item -> item.at("/subject").asString().equals(order))
                                .map(item -> item.at("/code").asString()))
                        .containsExactly("CHARGEBACK_NOT_COVERED"));
    }

    @Test
    void a_customer_may_say_what_he_wants_and_not_what_the_shop_has_done() {
        String order = shop.place();
        forbidden(ORDERS + order + "/payments", Shop.PAYMENT);
        forbidden(ORDERS + order + "/hold", "{\"reason\":\"FRAUD_CHECK\"}");
        shop.post(ORDERS + order + "/hold", "{\"reason\":\"FRAUD_CHECK\"}").expect(200);
        forbidden(ORDERS + order + "/release", "{}");
        shop.post(ORDERS + order + "/release", "{}").expect(200);
        shop.post(ORDERS + order + "/payments", Shop.PAYMENT).expect(201);
        String shipment = shop.approve(order, "{}");
        for (String step : List.of("packing", "dispatch", "cancellation")) {
            forbidden(SHIPMENTS + shipment + "/" + step, "{}");
        }
        shop.dispatch(shipment);
        for (String step : List.of("delivery", "loss", "return-to-sender")) {
            forbidden(SHIPMENTS + shipment + "/" + step, "{}");
        }
        shop.deliver(shipment);
    }

    private static void becomes(String payment, String status) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(
                                shop.get(PAYMENTS + payment).expect(200).at("/status"))
                        .isEqualTo(status));
    }

    private static void forbidden(String path, String body) {
        assertThat(shop.post(path, body, "X-Roles", "CUSTOMER", "X-Actor", "c-1042")
                        .expect(403)
                        .at("/code"))
                .isEqualTo("MISSING_ROLE");
    }
}
