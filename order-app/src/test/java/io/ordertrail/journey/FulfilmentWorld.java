package io.ordertrail.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;

/** A shop with a stock of shirts, none of caps, and a customer with money; the orders that tests send through it. */
final class FulfilmentWorld {

    private static final int SHIRTS = 1000;
    private static final BigDecimal DEPOSIT = new BigDecimal("10000.00");

    /** A shirt and its shipping. */
    private static final BigDecimal VALUE = new BigDecimal("25.00");

    /** How an order goes. */
    enum Way {
        /** Reserved, paid, confirmed, approved, captured. */
        TO_THE_PARCEL(10),
        /** One line is reserved, the other cannot be had. */
        BACK_FROM_THE_STOCK(4),
        /** Cancelled by the customer right after the placing, wherever it was. */
        BACK_BY_THE_CUSTOMER(4);

        private final int shortest;

        Way(int shortest) {
            this.shortest = shortest;
        }

        /** So many commands its processes send at least. */
        int shortest() {
            return shortest;
        }
    }

    private final Shop shop;
    private final String account;

    FulfilmentWorld(Shop shop, String account) {
        this.shop = shop;
        this.account = account;
    }

    /** Fills the shelves and the customer's account, whose id it answers. */
    String setUp() {
        shop.put("/api/v1/stock/SHIRT", "{\"name\":\"Shirt\",\"safety\":0,\"backorderLimit\":0}");
        shop.put("/api/v1/stock/CAP", "{\"name\":\"Cap\",\"safety\":0,\"backorderLimit\":0}");
        shop.post("/api/v1/stock/SHIRT/receipts", "{\"quantity\":%d,\"reference\":\"po-1\"}".formatted(SHIRTS))
                .expect(201);
        String id = shop.post("/api/v1/accounts", "{\"ownerId\":\"c-1\",\"kind\":\"CUSTOMER\",\"currency\":\"EUR\"}")
                .expect(201)
                .at("/id");
        shop.post(
                        "/api/v1/accounts/" + id + "/deposits",
                        "{\"amount\":{\"amount\":\"%s\",\"currency\":\"EUR\"},\"reference\":\"cash\"}"
                                .formatted(DEPOSIT))
                .expect(201);
        return id;
    }

    /** An order, and how it is to end. */
    record Going(String orderId, Way way) {}

    /** Places an order that is to go {@code way}, within {@code conversation}. */
    Going go(Way way, String conversation) {
        String id = shop.post("/api/v1/orders", order(way), "X-Correlation-Id", conversation)
                .expect(201)
                .at("/id");
        if (way == Way.BACK_BY_THE_CUSTOMER) {
            // Its answer may never come, for the service may be killed: the customer asks again in the end.
            Thread customer = new Thread(() -> cancel(id, conversation));
            customer.setUncaughtExceptionHandler((thread, e) -> System.out.println(thread + " was cut off: " + e));
            customer.start();
        }
        return new Going(id, way);
    }

    /** What the customer is told in the end, who asks in the same words as before. */
    Going asked(Going going, String conversation) {
        if (going.way() != Way.BACK_BY_THE_CUSTOMER) {
            return going;
        }
        // Its parcel may have been approved before he asked.
        boolean late = cancel(going.orderId(), conversation).status() == 409;
        return new Going(going.orderId(), late ? Way.TO_THE_PARCEL : going.way());
    }

    private Reply cancel(String orderId, String conversation) {
        return shop.post(
                "/api/v1/orders/" + orderId + "/cancellation",
                "{\"reason\":\"CUSTOMER\"}",
                "X-Correlation-Id",
                conversation,
                "Idempotency-Key",
                "cancel-" + orderId);
    }

    void awaitEnd(Going going) {
        await().atMost(Duration.ofSeconds(60)).until(() -> hasEnded(going));
    }

    boolean hasEnded(Going going) {
        Reply order = shop.get("/api/v1/orders/" + going.orderId()).expect(200);
        boolean cancelled = order.at("/status").equals("CANCELLED");
        boolean underWay = order.at("/status").equals("CONFIRMED")
                && order.at("/paymentStatus").equals("PAID")
                && order.body().at("/shipments").size() == 1;
        return switch (going.way()) {
            case TO_THE_PARCEL -> underWay;
            case BACK_FROM_THE_STOCK -> cancelled;
            case BACK_BY_THE_CUSTOMER ->
                underWay || cancelled && List.of("VOIDED", "NONE", "FAILED").contains(order.at("/paymentStatus"));
        };
    }

    /** Whether all money and all stock are where they belong after {@code orders}. */
    void check(List<Going> orders) {
        long kept = orders.stream()
                .filter(going -> going.way() == Way.TO_THE_PARCEL)
                .count();
        await().untilAsserted(() -> {
            Reply stock = shop.get("/api/v1/stock/SHIRT").expect(200);
            assertThat(stock.body().at("/onHand").asLong()).isEqualTo(SHIRTS);
            assertThat(stock.body().at("/reserved").asLong()).isEqualTo(kept);
            Reply balance = shop.get("/api/v1/accounts/" + account).expect(200);
            assertThat(new BigDecimal(balance.at("/balance/amount")))
                    .isEqualByComparingTo(DEPOSIT.subtract(VALUE.multiply(BigDecimal.valueOf(kept))));
            assertThat(new BigDecimal(balance.at("/held/amount"))).isZero();
            Reply proof = shop.get("/api/v1/ledger/proof").expect(200);
            assertThat(proof.body().at("/balanced").asBoolean()).isTrue();
        });
    }

    private String order(Way way) {
        String cap = """
                ,{"sku":"CAP","name":"Cap","quantity":1,"unitPrice":{"amount":"10.00","currency":"EUR"},
                  "taxRate":"0.19","priceIncludesTax":true}""";
        return """
                {"customerId":"c-1","currency":"EUR","paymentTerms":"AUTH_FIRST",
                 "payment":{"method":"ACCOUNT","accountId":"%s"},
                 "lines":[{"sku":"SHIRT","name":"Shirt","quantity":1,"unitPrice":{"amount":"20.00","currency":"EUR"},
                           "taxRate":"0.19","priceIncludesTax":true}%s],
                 "shipping":{"method":"POST","price":{"amount":"5.00","currency":"EUR"},"taxRate":"0.19"},
                 "shippingAddress":{"name":"A. Turing","line1":"Hauptstr. 1","postalCode":"10115","city":"Berlin",
                                    "country":"DE"}}""".formatted(account, way == Way.BACK_FROM_THE_STOCK ? cap : "");
    }
}
