package io.ordertrail.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A shop with a stock of shirts, none of caps, and a customer with money; what tests have done through it. */
final class FulfilmentWorld {

    private static final int SHIRTS = 1000;
    private static final BigDecimal DEPOSIT = new BigDecimal("10000.00");
    private static final BigDecimal TRANSFER = new BigDecimal("7.00");

    /** What is done, and how it goes. */
    enum Way {
        /** Reserved, authorised, confirmed, approved, captured. */
        TO_THE_PARCEL(10, true, "AUTH_FIRST", "25.00"),
        /** One line is reserved, the other cannot be had. */
        BACK_FROM_THE_STOCK(4, true, "AUTH_FIRST", "0.00"),
        /** Cancelled by the customer right after the placing, wherever it was. */
        BACK_BY_THE_CUSTOMER(1, true, "AUTH_FIRST", "0.00"),
        /** Cancelled when the money was promised: it is voided. */
        VOIDED(4, false, "AUTH_FIRST", "0.00"),
        /** Cancelled when the money was taken: it is refunded. */
        REFUNDED(4, false, "PREPAID", "0.00"),
        /** Delivered and sent back: restocked, and refunded but for the shipping. */
        RETURNED(4, false, "PREPAID", "5.00"),
        /** From one account to another. */
        TRANSFERRED(3, false, "", "7.00"),
        /** To an account that is closed: the money is put back. */
        PUT_BACK(4, false, "", "0.00");

        private final int shortest;
        private final boolean automatic;
        private final String terms;
        private final BigDecimal costs;

        Way(int shortest, boolean automatic, String terms, String costs) {
            this.shortest = shortest;
            this.automatic = automatic;
            this.terms = terms;
            this.costs = new BigDecimal(costs);
        }

        /** So many commands its processes send at least. */
        int shortest() {
            return shortest;
        }

        /** Whether orders are to be shipped by themselves. */
        boolean automatic() {
            return automatic;
        }

        private boolean isTransfer() {
            return this == TRANSFERRED || this == PUT_BACK;
        }
    }

    /**
     * @param customer whose orders it pays, and whose transfers come from it
     * @param other to which they transfer
     * @param closed to which they try to
     */
    record Accounts(String customer, String other, String closed) {}

    /**
     * Something that goes its way.
     *
     * @param id the order, the return or the transfer, once it is known
     * @param order empty of a transfer
     */
    record Going(Way way, String conversation, CompletableFuture<String> id, String order) {}

    private final Shop shop;
    private final Accounts accounts;

    FulfilmentWorld(Shop shop, Accounts accounts) {
        this.shop = shop;
        this.accounts = accounts;
    }

    /** Fills the shelves and the customer's account. */
    static Accounts setUp(Shop shop) {
        shop.put("/api/v1/stock/SHIRT", "{\"name\":\"Shirt\",\"safety\":0,\"backorderLimit\":0}");
        shop.put("/api/v1/stock/CAP", "{\"name\":\"Cap\",\"safety\":0,\"backorderLimit\":0}");
        shop.post("/api/v1/stock/SHIRT/receipts", "{\"quantity\":%d,\"reference\":\"po-1\"}".formatted(SHIRTS))
                .expect(201);
        Accounts accounts = new Accounts(open(shop, "c-1"), open(shop, "c-2"), open(shop, "c-3"));
        shop.post(
                        "/api/v1/accounts/" + accounts.customer() + "/deposits",
                        "{\"amount\":{\"amount\":\"%s\",\"currency\":\"EUR\"},\"reference\":\"cash\"}"
                                .formatted(DEPOSIT))
                .expect(201);
        shop.post("/api/v1/accounts/" + accounts.closed() + "/closure", "{}").expect(200);
        return accounts;
    }

    private static String open(Shop shop, String owner) {
        return shop.post(
                        "/api/v1/accounts",
                        "{\"ownerId\":\"%s\",\"kind\":\"CUSTOMER\",\"currency\":\"EUR\"}".formatted(owner))
                .expect(201)
                .at("/id");
    }

    /** Brings something on its {@code way}: all that its processes do then is within {@code conversation}. */
    Going go(Way way, String conversation) {
        return switch (way) {
            case TO_THE_PARCEL, BACK_FROM_THE_STOCK -> order(way, place(way, conversation), conversation);
            case BACK_BY_THE_CUSTOMER -> asking(order(way, place(way, conversation), conversation));
            case VOIDED -> asking(order(way, placed(way, conversation, "AUTHORIZED"), conversation));
            case REFUNDED -> asking(order(way, placed(way, conversation, "PAID"), conversation));
            case RETURNED -> asking(sentBack(placed(way, conversation, "PAID"), conversation));
            case TRANSFERRED, PUT_BACK -> asking(new Going(way, conversation, new CompletableFuture<>(), ""));
        };
    }

    private static Going order(Way way, String id, String conversation) {
        return new Going(way, conversation, CompletableFuture.completedFuture(id), id);
    }

    /** The answer may never come, for the service may be killed: it is asked again in the end. */
    private Going asking(Going going) {
        Thread customer = new Thread(() -> ask(going));
        customer.setUncaughtExceptionHandler((thread, e) -> System.out.println(thread + " was cut off: " + e));
        customer.start();
        return going;
    }

    /** Asks in the same words as before, and answers how it is to end. */
    Going asked(Going going) {
        boolean late = ask(going) == 409;
        // The parcel may have been approved before the customer cancelled.
        return late ? new Going(Way.TO_THE_PARCEL, going.conversation(), going.id(), going.order()) : going;
    }

    /** The status of the answer; 0 of what asks for nothing. */
    private int ask(Going going) {
        String key = "ask-" + going.conversation();
        return switch (going.way()) {
            case TO_THE_PARCEL, BACK_FROM_THE_STOCK -> 0;
            case BACK_BY_THE_CUSTOMER, VOIDED, REFUNDED ->
                post("/api/v1/orders/" + going.order() + "/cancellation", "{\"reason\":\"CUSTOMER\"}", going, key)
                        .status();
            case RETURNED ->
                post("/api/v1/returns/" + going.id().join() + "/inspection", """
                        {"verdicts":[{"lineId":"1","quantity":1,"disposition":"RESTOCK"}]}""", going, key)
                        .expect(200)
                        .status();
            case TRANSFERRED -> transfer(accounts.other(), going, key);
            case PUT_BACK -> transfer(accounts.closed(), going, key);
        };
    }

    private int transfer(String to, Going going, String key) {
        String body = "{\"from\":\"%s\",\"to\":\"%s\",\"amount\":{\"amount\":\"%s\",\"currency\":\"EUR\"}}"
                .formatted(accounts.customer(), to, TRANSFER);
        Reply begun = post("/api/v1/transfers", body, going, key).expect(202);
        going.id().complete(begun.at("/id"));
        return begun.status();
    }

    private Reply post(String path, String body, Going going, String key) {
        return shop.post(path, body, "X-Correlation-Id", going.conversation(), "Idempotency-Key", key);
    }

    private String place(Way way, String conversation) {
        return shop.post("/api/v1/orders", basket(way), "X-Correlation-Id", conversation)
                .expect(201)
                .at("/id");
    }

    /** An order that stands where nothing more is done by itself. */
    private String placed(Way way, String conversation, String paymentStatus) {
        String id = place(way, "before-" + conversation);
        await().atMost(Duration.ofSeconds(60)).until(() -> {
            Reply order = shop.get("/api/v1/orders/" + id).expect(200);
            return order.at("/status").equals("CONFIRMED")
                    && order.at("/paymentStatus").equals(paymentStatus);
        });
        return id;
    }

    private Going sentBack(String order, String conversation) {
        String shipment = shop.approve(order, "{}");
        shop.dispatch(shipment);
        shop.deliver(shipment);
        String id = shop.post("/api/v1/orders/" + order + "/returns", "{\"lines\":[{\"lineId\":\"1\",\"quantity\":1}]}")
                .expect(201)
                .at("/id");
        shop.post("/api/v1/returns/" + id + "/approval", "{}").expect(200);
        shop.post("/api/v1/returns/" + id + "/receipt", "{}").expect(200);
        return new Going(Way.RETURNED, conversation, CompletableFuture.completedFuture(id), order);
    }

    void awaitEnd(Going going) {
        await().atMost(Duration.ofSeconds(60)).until(() -> hasEnded(going));
    }

    boolean hasEnded(Going going) {
        if (!going.id().isDone()) {
            return false;
        }
        if (going.way().isTransfer()) {
            String status = shop.get("/api/v1/transfers/" + going.id().join()).at("/status");
            return status.equals(going.way() == Way.TRANSFERRED ? "COMPLETED" : "FAILED");
        }
        Reply order = shop.get("/api/v1/orders/" + going.order()).expect(200);
        String payment = order.at("/paymentStatus");
        boolean cancelled = order.at("/status").equals("CANCELLED");
        boolean underWay = order.at("/status").equals("CONFIRMED")
                && payment.equals("PAID")
                && order.body().at("/shipments").size() == 1;
        return switch (going.way()) {
            case TO_THE_PARCEL -> underWay;
            case BACK_FROM_THE_STOCK -> cancelled;
            case BACK_BY_THE_CUSTOMER ->
                underWay || cancelled && List.of("VOIDED", "NONE", "FAILED").contains(payment);
            case VOIDED -> cancelled && payment.equals("VOIDED");
            case REFUNDED -> cancelled && payment.equals("REFUNDED");
            case RETURNED ->
                payment.equals("PARTIALLY_REFUNDED")
                        && shop.get("/api/v1/returns/" + going.id().join())
                                .at("/status")
                                .equals("CLOSED");
            case TRANSFERRED, PUT_BACK -> throw new IllegalStateException("A transfer has no order");
        };
    }

    /** Whether all money and all stock are where they belong after {@code all} that was done. */
    void check(List<Going> all) {
        BigDecimal spent = all.stream().map(going -> going.way().costs).reduce(BigDecimal.ZERO, BigDecimal::add);
        // An order may be cancelled while a step that the killed process was sending is not yet taken up by its heir: 4
        // heartbeats.
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            Reply stock = shop.get("/api/v1/stock/SHIRT").expect(200);
            assertThat(stock.body().at("/onHand").asLong()).isEqualTo(SHIRTS);
            assertThat(stock.body().at("/reserved").asLong()).isEqualTo(count(all, Way.TO_THE_PARCEL));
            assertThat(money(accounts.customer(), "/balance/amount")).isEqualByComparingTo(DEPOSIT.subtract(spent));
            assertThat(money(accounts.customer(), "/held/amount")).isZero();
            assertThat(money(accounts.other(), "/balance/amount"))
                    .isEqualByComparingTo(TRANSFER.multiply(BigDecimal.valueOf(count(all, Way.TRANSFERRED))));
            Reply proof = shop.get("/api/v1/ledger/proof").expect(200);
            assertThat(proof.body().at("/balanced").asBoolean()).isTrue();
        });
    }

    private BigDecimal money(String account, String pointer) {
        return new BigDecimal(
                shop.get("/api/v1/accounts/" + account).expect(200).at(pointer));
    }

    private static long count(List<Going> all, Way way) {
        return all.stream().filter(going -> going.way() == way).count();
    }

    private String basket(Way way) {
        String cap = """
                ,{"sku":"CAP","name":"Cap","quantity":1,"unitPrice":{"amount":"10.00","currency":"EUR"},
                  "taxRate":"0.19","priceIncludesTax":true}""";
        return """
                {"customerId":"c-1","currency":"EUR","paymentTerms":"%s",
                 "payment":{"method":"ACCOUNT","accountId":"%s"},
                 "lines":[{"sku":"SHIRT","name":"Shirt","quantity":1,"unitPrice":{"amount":"20.00","currency":"EUR"},
                           "taxRate":"0.19","priceIncludesTax":true}%s],
                 "shipping":{"method":"POST","price":{"amount":"5.00","currency":"EUR"},"taxRate":"0.19"},
                 "shippingAddress":{"name":"A. Turing","line1":"Hauptstr. 1","postalCode":"10115","city":"Berlin",
                                    "country":"DE"}}""".formatted(way.terms, accounts.customer(), way == Way.BACK_FROM_THE_STOCK ? cap : "");
    }
}
