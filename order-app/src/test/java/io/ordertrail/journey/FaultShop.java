package io.ordertrail.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ordertrail.app.payment.Webhooks;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What the tests of faults say to the service, and how they read its answers. Amounts are EUR, tax included. */
record FaultShop(Shop http) {

    static final String ORDERS = "/api/v1/orders/";
    static final String ACCOUNTS = "/api/v1/accounts/";
    static final String STOCK = "/api/v1/stock/";
    static final String PAYMENTS = "/api/v1/payments/";
    static final String SHIPMENTS = "/api/v1/shipments/";
    static final String RETURNS = "/api/v1/returns/";

    static String eur(String amount) {
        return "{\"amount\":\"" + amount + "\",\"currency\":\"EUR\"}";
    }

    static String line(String sku, int quantity, String price) {
        return """
                {"sku":"%s","name":"%s","quantity":%d,"unitPrice":%s,"taxRate":"0.19","priceIncludesTax":true}""".formatted(sku, sku, quantity, eur(price));
    }

    static String card(String token) {
        return "{\"method\":\"SANDBOX\",\"token\":\"" + token + "\"}";
    }

    static String from(String account) {
        return "{\"method\":\"ACCOUNT\",\"accountId\":\"" + account + "\"}";
    }

    /** Whose all orders are. */
    static final String CUSTOMER = "c-1";

    static String manual(String amount, String reference) {
        return "{\"method\":\"MANUAL\",\"amount\":%s,\"reference\":\"%s\"}".formatted(eur(amount), reference);
    }

    static String units(String lineId, int quantity) {
        return "{\"lineId\":\"%s\",\"quantity\":%d}".formatted(lineId, quantity);
    }

    /** @param more members of the order, each with a comma behind it */
    String placeWith(String more, String terms, @Nullable String payment, String... lines) {
        return http.post("/api/v1/orders", """
                        {"customerId":"%s","currency":"EUR","paymentTerms":"%s",%s%s"lines":[%s],
                         "shippingAddress":{"name":"A. Turing","line1":"Hauptstr. 1","postalCode":"10115",
                                            "city":"Berlin","country":"DE"}}""".formatted(
                                CUSTOMER,
                                terms,
                                payment == null ? "" : "\"payment\":" + payment + ",",
                                more,
                                String.join(",", lines)))
                .expect(201)
                .at("/id");
    }

    String place(String terms, @Nullable String payment, String... lines) {
        return placeWith("", terms, payment, lines);
    }

    /** The same, when it is confirmed. */
    String confirmed(String terms, @Nullable String payment, String... lines) {
        String order = place(terms, payment, lines);
        reaches(order, "CONFIRMED");
        return order;
    }

    JsonNode order(String order) {
        return http.get(ORDERS + order).expect(200).body();
    }

    Reply post(String path, String body, String... headers) {
        return http.post(path, body, headers);
    }

    Reply pay(String order, String way) {
        return post(ORDERS + order + "/payments", way);
    }

    /** Lifecycle, payment, money and open problems in one line. */
    static String summary(JsonNode order) {
        JsonNode sums = order.at("/totals");
        return "%s %s worth %s promised %s captured %s back %s due %s %s"
                .formatted(
                        order.at("/status").asString(),
                        order.at("/paymentStatus").asString(),
                        amount(sums, "/worth"),
                        amount(sums, "/authorized"),
                        amount(sums, "/captured"),
                        amount(sums, "/refunded"),
                        amount(sums, "/due"),
                        codes(order));
    }

    static List<String> codes(JsonNode order) {
        return order.at("/problems")
                .valueStream()
                .map(problem -> problem.at("/code").asString())
                .toList();
    }

    static String amount(JsonNode node, String pointer) {
        return node.at(pointer + "/amount").asString();
    }

    /** Waits for it, and for the end of all that the order has asked. */
    void becomes(String order, String summary) {
        soon(() -> {
            JsonNode now = order(order);
            assertThat(summary(now)).isEqualTo(summary);
            assertThat(now.at("/asks").size()).isZero();
        });
    }

    void reaches(String order, String status) {
        soon(() -> assertThat(order(order).at("/status").asString()).isEqualTo(status));
    }

    static void soon(org.awaitility.core.ThrowingRunnable seen) {
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(50))
                .untilAsserted(seen);
    }

    /** The id of the order's problem of this code, once there is one. */
    String problem(String order, String code) {
        soon(() -> assertThat(codes(order(order))).contains(code));
        return order(order)
                .at("/problems")
                .valueStream()
                .filter(problem -> problem.at("/code").asString().equals(code))
                .map(problem -> problem.at("/id").asString())
                .findFirst()
                .orElseThrow();
    }

    /** What the list of things that need a person says of the order. */
    List<String> attention(String order) {
        return http.get("/api/v1/admin/attention?limit=200")
                .expect(200)
                .body()
                .at("/items")
                .valueStream()
                .filter(item -> item.at("/subject").asString().equals(order))
                .map(item -> item.at("/code").asString())
                .toList();
    }

    /** The payment that was asked or has answered first. */
    String payment(String order) {
        JsonNode now = order(order);
        return Stream.concat(
                        now.at("/payments")
                                .valueStream()
                                .map(payment -> payment.at("/id").asString()),
                        now.at("/asks")
                                .valueStream()
                                .map(ask -> ask.at("/subject").asString())
                                .filter(subject -> subject.startsWith("payment-")))
                .findFirst()
                .orElseThrow();
    }

    /** Waits for the open ask of this operation. */
    JsonNode ask(String order, String operation) {
        return await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(50))
                .until(
                        () -> order(order)
                                .at("/asks")
                                .valueStream()
                                .filter(ask -> ask.at("/operation").asString().equals(operation))
                                .findFirst()
                                .orElse(null),
                        ask -> ask != null);
    }

    /** The provider says of an open ask what became of it. */
    void said(JsonNode ask, String operation, String outcome) {
        int number = Math.max(1, ask.at("/number").asInt());
        webhook("\"providerKey\":\"%s:%s:%d\",\"outcome\":\"%s\""
                .formatted(ask.at("/subject").asString(), operation, number, outcome));
    }

    void webhook(String members) {
        http.send(Webhooks.signed(
                        http.request(Webhooks.PATH), "{\"eventId\":\"" + UUID.randomUUID() + "\"," + members + "}"))
                .expect(200);
    }

    /** Works an edit out and makes it, both on the order as it then is. */
    void edit(String order, String body) {
        String edit = onVersion(order, "/edits", body).expect(201).at("/id");
        onVersion(order, "/edits/" + edit + "/confirmation", "{}").expect(200);
    }

    private Reply onVersion(String order, String path, String body) {
        return await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(50))
                .until(
                        () -> post(
                                ORDERS + order + path,
                                body,
                                "If-Match",
                                "\"" + order(order).at("/version").asLong() + "\""),
                        reply -> reply.status() != 412 && reply.status() != 404);
    }

    /** @param lines as JSON; all that is left where there are none */
    String approve(String order, String... lines) {
        String body = lines.length == 0 ? "{}" : "{\"lines\":[" + String.join(",", lines) + "]}";
        return post(ORDERS + order + "/shipments", body).expect(201).at("/id");
    }

    String deliver(String order, String... lines) {
        String shipment = approve(order, lines);
        http.dispatch(shipment);
        http.deliver(shipment);
        return shipment;
    }

    /** @param more members of the inspection, each with a comma behind it */
    String goodsBack(String order, String request, String more, String... lines) {
        String back = askBack(order, request, lines);
        inspect(back, more, lines);
        return back;
    }

    String askBack(String order, String request, String... lines) {
        String body = "{" + request + "\"lines\":[" + String.join(",", lines) + "]}";
        return await().atMost(Duration.ofSeconds(60))
                .until(() -> post(ORDERS + order + "/returns", body), reply -> reply.status() != 409)
                .expect(201)
                .at("/id");
    }

    void inspect(String back, String more, String... lines) {
        post(RETURNS + back + "/approval", "{}").expect(200);
        post(RETURNS + back + "/receipt", "{}").expect(200);
        String verdicts = Stream.of(lines)
                .map(line -> line.replace("}", ",\"disposition\":\"RESTOCK\"}"))
                .collect(java.util.stream.Collectors.joining(","));
        post(RETURNS + back + "/inspection", "{" + more + "\"verdicts\":[" + verdicts + "]}")
                .expect(200);
    }

    void returned(String back, String status, @Nullable String refunded) {
        soon(() -> {
            JsonNode now = http.get(RETURNS + back).expect(200).body();
            assertThat(now.at("/status").asString()).isEqualTo(status);
            assertThat(now.at("/refunded").isNull() ? null : amount(now, "/refunded"))
                    .isEqualTo(refunded);
        });
    }

    String account(String owner, String deposit) {
        String account = post(
                        "/api/v1/accounts",
                        "{\"ownerId\":\"%s\",\"kind\":\"CUSTOMER\",\"currency\":\"EUR\"}".formatted(owner))
                .expect(201)
                .at("/id");
        if (!deposit.equals("0.00")) {
            post(ACCOUNTS + account + "/deposits", "{\"amount\":" + eur(deposit) + ",\"reference\":\"till\"}")
                    .expect(201);
        }
        return account;
    }

    void balance(String account, String balance, String held) {
        soon(() -> {
            JsonNode now = http.get(ACCOUNTS + account).expect(200).body();
            assertThat(amount(now, "/balance") + " held " + amount(now, "/held"))
                    .isEqualTo(balance + " held " + held);
        });
    }

    void sku(String sku, int onHand, int backorderLimit) {
        http.put(STOCK + sku, "{\"name\":\"%s\",\"backorderLimit\":%d}".formatted(sku, backorderLimit))
                .expect(201);
        if (onHand > 0) {
            receive(sku, onHand);
        }
    }

    void receive(String sku, int units) {
        post(STOCK + sku + "/receipts", "{\"quantity\":%d,\"reference\":\"po\"}".formatted(units))
                .expect(201);
    }

    void stock(String sku, int onHand, int reserved, int backordered) {
        soon(() -> {
            JsonNode now = http.get(STOCK + sku).expect(200).body();
            assertThat("%d on hand, %d reserved, %d back-ordered"
                            .formatted(
                                    now.at("/onHand").asInt(),
                                    now.at("/reserved").asInt(),
                                    now.at("/backordered").asInt()))
                    .isEqualTo("%d on hand, %d reserved, %d back-ordered".formatted(onHand, reserved, backordered));
        });
    }

    Reply settle(String order, String debt, String body, String... roles) {
        return post(
                ORDERS + order + "/debts/" + debt + "/settlement",
                body,
                "X-Roles",
                roles.length == 0 ? "FINANCE" : String.join(",", roles));
    }

    /** A refusal with its code. */
    static void refused(Reply reply, int status, String code) {
        assertThat(reply.expect(status).at("/code")).as(reply.toString()).isEqualTo(code);
    }
}
