package io.ordertrail.journey;

import static org.awaitility.Awaitility.await;

import java.time.Duration;

/** Mugs in stock and a customer with money; sold one at a time, from the placing to the delivery. */
record MugSale(Shop shop, String account) {

    static MugSale of(Shop shop) {
        shop.put("/api/v1/stock/MUG", "{\"name\":\"Mug\",\"safety\":0,\"backorderLimit\":0}")
                .expect(201);
        shop.post("/api/v1/stock/MUG/receipts", "{\"quantity\":1000,\"reference\":\"po-7\"}")
                .expect(201);
        String account = shop.post(
                        "/api/v1/accounts", "{\"ownerId\":\"c-1\",\"kind\":\"CUSTOMER\",\"currency\":\"EUR\"}")
                .expect(201)
                .at("/id");
        shop.post(
                        "/api/v1/accounts/" + account + "/deposits",
                        "{\"amount\":{\"amount\":\"9000.00\",\"currency\":\"EUR\"},\"reference\":\"till 3\"}")
                .expect(201);
        return new MugSale(shop, account);
    }

    /** Which confirms itself. */
    String place() {
        return shop.post("/api/v1/orders", """
                        {"customerId":"c-1","currency":"EUR","payment":{"method":"ACCOUNT","accountId":"%s"},
                         "lines":[{"sku":"MUG","name":"Mug","quantity":3,"unitPrice":{"amount":"8.00","currency":"EUR"},
                                   "taxRate":"0.19","priceIncludesTax":true}],
                         "shippingAddress":{"name":"A. Turing","line1":"Hauptstr. 1","postalCode":"10115","city":"Berlin",
                                            "country":"DE"}}""".formatted(account)).expect(201).at("/id");
    }

    /** In one parcel. */
    String deliver(String order) {
        String shipment = shop.approve(order, "{}");
        shop.dispatch(shipment);
        shop.deliver(shipment);
        return shipment;
    }

    void toItsDelivery() {
        String order = place();
        await().atMost(Duration.ofSeconds(30)).until(() -> isConfirmed(order));
        deliver(order);
        await().atMost(Duration.ofSeconds(30)).until(() -> isComplete(order));
    }

    boolean isConfirmed(String order) {
        return is(order, "CONFIRMED", "AUTHORIZED");
    }

    boolean isComplete(String order) {
        return is(order, "COMPLETED", "PAID");
    }

    private boolean is(String order, String status, String payment) {
        Reply now = shop.get("/api/v1/orders/" + order).expect(200);
        return now.at("/status").equals(status) && now.at("/paymentStatus").equals(payment);
    }
}
