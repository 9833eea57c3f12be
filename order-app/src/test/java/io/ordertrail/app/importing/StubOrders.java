package io.ordertrail.app.importing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Orders as the service shows them, as far as the import looks: lines with what became of their units, and the money.
 */
final class StubOrders {

    private static final JsonMapper JSON = JsonMapper.shared();

    final Map<String, ObjectNode> orders = new ConcurrentHashMap<>();

    /** References of orders that staff has edited. */
    final Set<String> edited = ConcurrentHashMap.newKeySet();

    /** References of orders that the look-up does not show yet. */
    final Set<String> behind = ConcurrentHashMap.newKeySet();

    ObjectNode found(JsonNode refs) {
        ObjectNode answer = JSON.createObjectNode();
        ArrayNode items = answer.putArray("items");
        refs.valueStream()
                .map(JsonNode::asString)
                .filter(ref -> orders.containsKey(ref) && !behind.contains(ref))
                .forEach(ref -> items.add(orders.get(ref)));
        return answer;
    }

    boolean comesOut(JsonNode body) {
        JsonNode expected = body.path("expectedTotal");
        return expected.isMissingNode()
                || amount(expected).compareTo(amount(priced(body).path("totals").path("grand"))) == 0;
    }

    ObjectNode priced(JsonNode body) {
        String currency = body.path("currency").asString();
        BigDecimal goods = BigDecimal.ZERO;
        BigDecimal tax = BigDecimal.ZERO;
        BigDecimal added = BigDecimal.ZERO;
        for (JsonNode line : body.path("lines")) {
            BigDecimal net = amount(line.path("unitPrice"))
                    .multiply(line.path("quantity").decimalValue())
                    .subtract(amount(line.path("discount")));
            BigDecimal rate = new BigDecimal(line.path("taxRate").asString("0"));
            boolean within = line.path("priceIncludesTax").asBoolean(false);
            BigDecimal part = net.multiply(rate)
                    .divide(within ? BigDecimal.ONE.add(rate) : BigDecimal.ONE, net.scale(), RoundingMode.HALF_EVEN);
            goods = goods.add(net);
            tax = tax.add(part);
            added = within ? added : added.add(part);
        }
        goods = goods.subtract(amount(body.path("discount")));
        BigDecimal shipping = amount(body.path("shipping").path("price"));
        BigDecimal grand = goods.add(added).add(shipping);
        ObjectNode priced = JSON.createObjectNode();
        ObjectNode totals = priced.putObject("totals");
        totals.set("lines", money(goods, currency));
        totals.set("shipping", money(shipping, currency));
        totals.set("tax", money(tax.setScale(goods.scale(), RoundingMode.HALF_EVEN), currency));
        totals.set("grand", money(grand, currency));
        totals.set("worth", money(grand, currency));
        totals.set("captured", money(BigDecimal.ZERO, currency));
        return priced;
    }

    ObjectNode place(String ref, JsonNode body) {
        ObjectNode order = priced(body);
        for (String name : List.of(
                "channel",
                "externalRef",
                "customerId",
                "currency",
                "shipping",
                "shippingAddress",
                "billingAddress",
                "metadata")) {
            if (body.has(name)) {
                order.set(name, body.path(name));
            }
        }
        order.put("id", "order-" + ref.replace('#', '_'));
        order.put("version", 0);
        order.put("status", "CONFIRMED");
        order.put("createdAt", body.path("at").asString());
        List.of("lines", "payments", "refunds", "shipments", "returns").forEach(order::putArray);
        body.path("lines").forEach(line -> add(order, line));
        share(order, body.path("discount"));
        orders.put(ref, order);
        return order;
    }

    /** All of an order's discount is the first line's. */
    private static void share(ObjectNode order, JsonNode discount) {
        if (discount.isObject()) {
            String currency = order.path("currency").asString();
            ObjectNode line = (ObjectNode) order.path("lines").get(0);
            line.set("orderDiscount", discount);
            line.set("discount", money(amount(line.path("discount")).add(amount(discount)), currency));
        }
    }

    private static void add(ObjectNode order, JsonNode line) {
        ArrayNode lines = (ArrayNode) order.path("lines");
        ObjectNode added = line.deepCopy().asObject();
        added.put("lineId", String.valueOf(lines.size() + 1));
        ObjectNode units = added.putObject("quantity");
        units.put("ordered", line.path("quantity").asInt());
        List.of("cancelled", "shipped", "delivered", "returned").forEach(name -> units.put(name, 0));
        lines.add(added);
    }

    /** With the money of a payment that goes on by itself, if it has come. */
    ObjectNode read(String ref, boolean captured) {
        ObjectNode order = orders.get(ref);
        if (captured
                && order.path("payments").size() == 0
                && order.path("asked").isObject()) {
            pay(order, order.path("asked"));
        }
        return order;
    }

    /** Answers what was changed. */
    ObjectNode change(String path, JsonNode body) {
        String ref =
                path.replaceAll("^/[a-z]+/[a-z]+-|/[a-z]+$|/edits/.*$|~.*$", "").replace('_', '#');
        ObjectNode order = orders.get(ref);
        ObjectNode answer = JSON.createObjectNode();
        String what = path.replaceAll(".*/", "");
        String kind = path.replaceAll("^/([a-z]+)/.*", "$1");
        answer.put(
                "id",
                switch (what) {
                    case "payments" -> "payment-" + ref;
                    case "returns" -> "return-" + ref;
                    case "edits" -> "edit-" + ref;
                    default -> "shipment-" + ref;
                });
        if (order == null) {
            return answer;
        }
        switch (what) {
            case "payments" -> paid(order, body);
            case "shipments" -> order.set("out", body.path("lines"));
            case "dispatch" -> units(order, order.path("out"), "shipped");
            case "delivery" -> order.path("lines").forEach(line -> move(line, "delivered", count(line, "shipped")));
            case "cancellation" -> {
                if (body.has("lines")) {
                    order.path("lines")
                            .forEach(line -> move(line, "cancelled", count(line, "ordered") - count(line, "shipped")));
                } else {
                    order.put("status", "CANCELLED");
                }
            }
            case "returns" -> back(order, body.path("lines"), ref);
            case "inspection" -> inspected(order, body);
            case "refunds" -> refund(order, body);
            case "edits" -> order.set("edit", body);
            case "confirmation" -> edit(order);
            default -> {
                // Stages of a return that change nothing that is looked at.
            }
        }
        answer.put("version", order.path("version").asInt());
        return kind.equals("orders") && what.equals("cancellation") ? order : answer;
    }

    private static void paid(ObjectNode order, JsonNode body) {
        if (body.path("method").asString().equals("MANUAL")) {
            pay(order, body);
        } else {
            order.set("asked", body);
        }
    }

    private static void pay(ObjectNode order, JsonNode body) {
        ObjectNode payment = ((ArrayNode) order.path("payments")).addObject();
        String number = order.path("payments").size() == 1
                ? ""
                : "~" + order.path("payments").size();
        payment.put("id", "payment-" + order.path("externalRef").asString().replace('#', '_') + number);
        payment.put("kind", "CAPTURED");
        payment.set("method", body.path("method"));
        payment.set("amount", body.path("amount"));
        total(order, "captured", amount(body.path("amount")));
    }

    private static void back(ObjectNode order, JsonNode lines, String ref) {
        ObjectNode one = ((ArrayNode) order.path("returns")).addObject();
        one.put("id", "return-" + ref);
        one.set("lines", lines);
        ArrayNode worth = one.putArray("worth");
        for (JsonNode units : lines) {
            JsonNode line = order.path("lines").get(units.path("lineId").asInt() - 1);
            worth.add(money(
                    amount(line.path("unitPrice"))
                            .multiply(units.path("quantity").decimalValue()),
                    order.path("currency").asString()));
        }
    }

    private static void inspected(ObjectNode order, JsonNode body) {
        ObjectNode one = (ObjectNode) order.path("returns").get(0);
        BigDecimal accepted = one.path("worth")
                .valueStream()
                .map(StubOrders::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .subtract(amount(body.path("deduction").path("amount")))
                .add(amount(body.path("shipping")))
                .add(
                        body.path("refundShipping").asBoolean(false)
                                ? amount(order.path("shipping").path("price"))
                                : BigDecimal.ZERO);
        one.set("accepted", money(accepted, order.path("currency").asString()));
        total(order, "worth", accepted.negate());
        units(order, one.path("lines"), "returned");
    }

    private static void refund(ObjectNode order, JsonNode body) {
        ObjectNode refund = ((ArrayNode) order.path("refunds")).addObject();
        refund.put("paymentId", order.path("payments").get(0).path("id").asString());
        refund.put("state", "DONE");
        refund.set("kind", body.path("kind"));
        refund.set("amount", body.path("amount"));
        if (body.path("kind").asString().equals("GOODWILL")) {
            total(order, "worth", amount(body.path("amount")).negate());
        }
    }

    private void edit(ObjectNode order) {
        order.path("edit").path("lines").forEach(line -> {
            add(order, line);
            BigDecimal more = amount(line.path("unitPrice"))
                    .multiply(line.path("quantity").decimalValue());
            List.of("lines", "grand", "worth").forEach(name -> total(order, name, more));
        });
    }

    private static void units(ObjectNode order, JsonNode some, String what) {
        if (some.size() == 0) {
            order.path("lines").forEach(line -> move(line, what, count(line, "ordered")));
        }
        some.forEach(units -> move(
                order.path("lines").get(units.path("lineId").asInt() - 1),
                what,
                units.path("quantity").asInt()));
    }

    private static void move(JsonNode line, String what, int units) {
        ((ObjectNode) line.path("quantity")).put(what, units);
    }

    private static int count(JsonNode line, String what) {
        return line.path("quantity").path(what).asInt();
    }

    private static void total(ObjectNode order, String name, BigDecimal more) {
        ObjectNode totals = (ObjectNode) order.path("totals");
        totals.set(
                name,
                money(
                        amount(totals.path(name)).add(more),
                        order.path("currency").asString()));
    }

    private static BigDecimal amount(JsonNode money) {
        return new BigDecimal(money.path("amount").asString("0"));
    }

    private static ObjectNode money(BigDecimal amount, String currency) {
        return JSON.createObjectNode().put("amount", amount.toPlainString()).put("currency", currency);
    }
}
