package io.ordertrail.app.importing.order;

import io.ordertrail.app.importing.client.Answer;
import io.ordertrail.app.importing.client.GaveUp;
import io.ordertrail.app.importing.client.Requests;
import io.ordertrail.app.importing.client.Service;
import io.ordertrail.app.importing.sale.Step;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * Goods that came back, as a return: asked for, approved, received and inspected at one time. What of their worth did
 * not go back is a deduction; what went back beyond it is shipping, as far as there was any.
 */
final class Returned {

    /** Whatever window the service has today, it was taken back. */
    private static final String OVERRIDE = "Imported: it was taken back then";

    private final Service service;

    Returned(Service service) {
        this.service = service;
    }

    Answer tell(Step step, Sale sale) throws GaveUp, InterruptedException {
        Requests requests = sale.requests();
        List<Map<String, Object>> lines = Reporter.units(step.units(), sale.lineIds());
        Map<String, Object> request = Reporter.at(step);
        request.put("lines", lines);
        request.put("reason", "OTHER");
        request.put("override", OVERRIDE);
        Answer asked = requests.post("/orders/" + sale.orderId() + "/returns", request, "return");
        if (!asked.accepted()) {
            return asked;
        }
        String path = "/returns/" + asked.id();
        service.await(path, Answer::accepted, asked.id());
        for (String stage : List.of("approval", "receipt")) {
            Answer answer = requests.post(path + "/" + stage, Reporter.at(step), "return-" + stage);
            if (!answer.accepted()) {
                return answer;
            }
        }
        JsonNode order = order(sale, asked.id(), "worth");
        Answer inspected = requests.post(path + "/inspection", inspection(step, sale, order, asked.id()), "inspect");
        if (inspected.accepted()) {
            order(sale, asked.id(), "accepted");
        }
        return inspected;
    }

    private Map<String, Object> inspection(Step step, Sale sale, JsonNode order, String returnId) {
        Map<String, Object> body = Reporter.at(step);
        body.put(
                "verdicts",
                Reporter.units(step.units(), sale.lineIds()).stream()
                        .map(Returned::restocked)
                        .toList());
        Optional<Step> refund = sale.draft().step(Step.What.REFUND);
        if (refund.isEmpty()) {
            return body;
        }
        BigDecimal worth = one(order, returnId)
                .path("worth")
                .valueStream()
                .map(Returned::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal paid = shipping(order);
        if (refund.get().amount() == null) {
            if (isAll(step, sale) && paid.signum() > 0) {
                body.put("refundShipping", true);
            }
            return body;
        }
        BigDecimal beyond = new BigDecimal(refund.get().amount()).subtract(worth);
        if (beyond.signum() < 0) {
            body.put(
                    "deduction",
                    Map.of(
                            "amount",
                            Reporter.money(beyond.negate().toPlainString(), order),
                            "reason",
                            "Imported: it was not refunded"));
        } else if (beyond.min(paid).signum() > 0) {
            body.put("shipping", Reporter.money(beyond.min(paid).toPlainString(), order));
        }
        return body;
    }

    private static boolean isAll(Step step, Sale sale) {
        List<?> lines = sale.draft().lines();
        return IntStream.range(0, lines.size())
                .allMatch(i -> step.units().get(i).equals(((Map<?, ?>) lines.get(i)).get("quantity")));
    }

    /** The order once it knows this of its return. */
    private JsonNode order(Sale sale, String returnId, String what) throws GaveUp, InterruptedException {
        return service.await(
                        "/orders/" + sale.orderId(),
                        answer -> {
                            JsonNode known = one(answer.body(), returnId).path(what);
                            return known.isArray() || known.isObject();
                        },
                        returnId + " in " + sale.orderId())
                .body();
    }

    private static JsonNode one(JsonNode order, String returnId) {
        return order.path("returns")
                .valueStream()
                .filter(one -> one.path("id").asString("").equals(returnId))
                .findFirst()
                .orElse(MissingNode.getInstance());
    }

    private static BigDecimal shipping(JsonNode order) {
        JsonNode shipping = order.path("shipping");
        BigDecimal price = amount(shipping.path("price"));
        return shipping.path("priceIncludesTax").asBoolean(true) ? price : price.add(amount(shipping.path("tax")));
    }

    private static BigDecimal amount(JsonNode money) {
        return new BigDecimal(money.path("amount").asString("0"));
    }

    private static Map<String, Object> restocked(Map<String, Object> units) {
        Map<String, Object> verdict = new LinkedHashMap<>(units);
        verdict.put("disposition", "RESTOCK");
        return verdict;
    }
}
