package io.ordertrail.journey;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import tools.jackson.databind.JsonNode;

/** What may come to a client's mind when it sees an order: often what is next, now and then something else. */
final class Deeds {

    /** Sold by the shop: name, price, and whether stock is kept of it. */
    static final List<Ware> WARES = List.of(
            new Ware("SHIRT", "20.00"), new Ware("CAP", "10.00"), new Ware("MUG", "7.50"), new Ware("POSTER", "5.00"));

    private static final String ORDERS = "/api/v1/orders/";
    private static final List<String> TOKENS = List.of(
            "ok",
            "ok",
            "ok",
            "decline",
            "timeout",
            "timeout-nothing",
            "late",
            "twice",
            "capture-timeout",
            "capture-decline",
            "refund-timeout",
            "refund-decline",
            "void-late",
            "capture-twice");

    record Ware(String sku, String price) {}

    private final Random random;
    private final List<String> accounts;

    Deeds(Random random, List<String> accounts) {
        this.random = random;
        this.accounts = accounts;
    }

    Deed order() {
        int customer = random.nextInt(accounts.size());
        List<String> lines = new ArrayList<>();
        WARES.stream().filter(ware -> random.nextBoolean()).forEach(ware -> lines.add(line(ware)));
        if (lines.isEmpty()) {
            lines.add(line(WARES.get(0)));
        }
        String payment = switch (random.nextInt(3)) {
            case 0 -> "";
            case 1 -> ",\"payment\":" + means("c-" + customer);
            default -> ",\"payment\":{\"method\":\"ACCOUNT\",\"accountId\":\"%s\"}".formatted(accounts.get(customer));
        };
        return new Deed("/api/v1/orders", """
                {"customerId":"c-%d","currency":"EUR","paymentTerms":"%s","lines":[%s]%s,
                 "shipping":{"method":"POST","price":{"amount":"4.90","currency":"EUR"},"taxRate":"0.19"},
                 "shippingAddress":{"name":"A. Turing","line1":"Hauptstr. 1","postalCode":"10115","city":"Berlin",
                                    "country":"DE"}}""".formatted(
                customer, one("AUTH_FIRST", "AUTH_FIRST", "PREPAID", "INVOICE"), String.join(",", lines), payment));
    }

    private String line(Ware ware) {
        return """
                {"sku":"%s","name":"%s","quantity":%d,"unitPrice":{"amount":"%s","currency":"EUR"},"taxRate":"0.19",
                 "priceIncludesTax":true}""".formatted(ware.sku(), ware.sku(), 1 + random.nextInt(4), ware.price());
    }

    Deed edit(JsonNode order) {
        List<String> lines = new ArrayList<>();
        order.at("/lines").forEach(line -> {
            if (random.nextBoolean()) {
                lines.add("{\"lineId\":\"%s\",\"quantity\":%d}".formatted(text(line, "/lineId"), random.nextInt(7)));
            }
        });
        if (lines.isEmpty() || random.nextInt(4) == 0) {
            lines.add(line(WARES.get(random.nextInt(WARES.size()))));
        }
        return new Deed(path(order, "/edits"), "{\"lines\":[" + String.join(",", lines) + "]}");
    }

    Deed payment(JsonNode order) {
        return new Deed(path(order, "/payments"), means(text(order, "/customerId")));
    }

    private String means(String customerId) {
        return switch (random.nextInt(5)) {
            case 0, 1 ->
                "{\"method\":\"ACCOUNT\",\"accountId\":\"%s\"}"
                        .formatted(accounts.get(Integer.parseInt(customerId.substring(2))));
            // Somebody else's, as a rule.
            case 2 ->
                "{\"method\":\"ACCOUNT\",\"accountId\":\"%s\"}"
                        .formatted(accounts.get(random.nextInt(accounts.size())));
            default -> "{\"method\":\"SANDBOX\",\"token\":\"%s\"}".formatted(TOKENS.get(random.nextInt(TOKENS.size())));
        };
    }

    /** Empty where nothing comes to mind. */
    Optional<Deed> next(JsonNode order) {
        List<Deed> ahead = new ArrayList<>();
        order.at("/shipments").forEach(shipment -> parcel(shipment, ahead));
        order.at("/returns").forEach(back -> goodsBack(back, ahead));
        if (ahead.isEmpty() || random.nextInt(3) == 0) {
            forward(order, ahead);
        }
        if (ahead.isEmpty() || random.nextInt(4) == 0) {
            ahead.clear();
            aside(order, ahead);
        }
        return ahead.isEmpty() ? Optional.empty() : Optional.of(ahead.get(random.nextInt(ahead.size())));
    }

    private void forward(JsonNode order, List<Deed> found) {
        if (order.at("/totals/due/amount").asString().compareTo("0.00") != 0) {
            found.add(payment(order));
        }
        order.at("/lines").forEach(line -> {
            JsonNode units = line.at("/quantity");
            String one = "{\"lines\":[{\"lineId\":\"%s\",\"quantity\":1}]}".formatted(text(line, "/lineId"));
            if (units.at("/ordered").asLong() - units.at("/cancelled").asLong()
                    > units.at("/approved").asLong()) {
                found.add(new Deed(path(order, "/shipments"), random.nextBoolean() ? "{}" : one));
            }
            if (units.at("/delivered").asLong() > units.at("/returned").asLong()) {
                found.add(new Deed(path(order, "/returns"), one));
            }
        });
    }

    private void parcel(JsonNode shipment, List<Deed> found) {
        String path = "/api/v1/shipments/" + text(shipment, "/id");
        switch (text(shipment, "/status")) {
            case "APPROVED" ->
                found.add(
                        random.nextInt(6) == 0
                                ? new Deed(path + "/cancellation", "{\"reason\":\"Box torn\"}")
                                : new Deed(path + "/dispatch", "{}"));
            case "DISPATCHED" ->
                found.add(
                        switch (random.nextInt(6)) {
                            case 0 -> new Deed(path + "/loss", "{}");
                            case 1 -> new Deed(path + "/return-to-sender", "{}");
                            default -> new Deed(path + "/delivery", "{}");
                        });
            case "LOST", "RETURNED_TO_SENDER" ->
                found.add(
                        new Deed(path + "/resolution", "{\"action\":\"%s\"}".formatted(one("SEND_AGAIN", "GIVE_UP"))));
            default -> {
                // Nothing more becomes of it.
            }
        }
    }

    private void goodsBack(JsonNode back, List<Deed> found) {
        String path = "/api/v1/returns/" + text(back, "/id");
        switch (text(back, "/stage")) {
            case "REQUESTED" ->
                found.add(
                        random.nextInt(6) == 0
                                ? new Deed(path + "/rejection", "{\"reason\":\"Worn\"}")
                                : new Deed(path + "/approval", "{}"));
            case "APPROVED" -> found.add(new Deed(path + "/receipt", "{}"));
            case "RECEIVED" ->
                found.add(new Deed(path + "/inspection", """
                        {"verdicts":[{"lineId":"%s","quantity":%d,"disposition":"%s"}],"refundShipping":%s}""".formatted(
                                text(back, "/lines/0/lineId"),
                                back.at("/lines/0/quantity").asInt(),
                                one("RESTOCK", "RESTOCK", "WRITE_OFF", "REJECT"),
                                random.nextInt(4) == 0)));
            default -> {
                // Settled, or to be by itself.
            }
        }
    }

    private void aside(JsonNode order, List<Deed> found) {
        found.add(new Deed(path(order, "/notes"), "{\"text\":\"rings twice\"}"));
        found.add(new Deed(path(order, "/hold"), "{\"reason\":\"FRAUD_CHECK\"}"));
        found.add(new Deed(path(order, "/release"), "{}"));
        found.add(payment(order));
        found.add(new Deed(path(order, "/cancellation"), "{\"reason\":\"CUSTOMER\"}"));
        found.add(new Deed(path(order, "/cancellation"), "{\"reason\":\"CUSTOMER\",\"lines\":[]}"));
        found.add(new Deed(
                path(order, "/cancellation"),
                "{\"reason\":\"CUSTOMER\",\"lines\":[{\"lineId\":\"1\",\"quantity\":1}]}"));
        order.at("/payments").forEach(payment -> {
            String path = "/api/v1/payments/" + text(payment, "/id");
            found.add(new Deed(path + "/refunds", refund(order)));
            found.add(new Deed(path + (random.nextBoolean() ? "/captures" : "/voids"), "{}"));
        });
        order.at("/problems").forEach(problem -> {
            String debt = text(problem, "/id");
            if (debt.matches("(refund|capture|void)-[A-Za-z0-9:.-]*")) {
                found.add(new Deed(
                        path(order, "/debts/" + debt + "/settlement"),
                        "{\"how\":\"%s\",\"reason\":\"Agreed\",\"reference\":\"bank-2\"}"
                                .formatted(one("PAID_ANOTHER_WAY", "WRITTEN_OFF"))));
            }
        });
    }

    private String refund(JsonNode order) {
        String customer = text(order, "/customerId");
        String to = random.nextInt(4) == 0
                ? ",\"to\":\"%s\"".formatted(accounts.get(Integer.parseInt(customer.substring(2))))
                : "";
        return "{\"amount\":{\"amount\":\"%d.00\",\"currency\":\"EUR\"},\"kind\":\"%s\"%s}"
                .formatted(1 + random.nextInt(9), one("GOODWILL", "GOODWILL", "OTHER_MEANS", "CORRECTION"), to);
    }

    private static String path(JsonNode order, String what) {
        return ORDERS + text(order, "/id") + what;
    }

    private static String text(JsonNode node, String pointer) {
        return node.at(pointer).asString();
    }

    private String one(String... of) {
        return of[random.nextInt(of.length)];
    }
}
