package io.ordertrail.app.importing.order;

import io.ordertrail.app.importing.client.Answer;
import io.ordertrail.app.importing.client.GaveUp;
import io.ordertrail.app.importing.client.Service;
import io.ordertrail.app.importing.sale.Step;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Tells the service what happened to one order after it was placed; of its payment, {@link PaymentSettler} does. */
final class Reporter {

    private final Returned returned;
    private final Refunded refunded;
    private String parcel = "";

    Reporter(Service service) {
        this.returned = new Returned(service);
        this.refunded = new Refunded(service);
    }

    /** @return a refusal ends the import of the order */
    Answer tell(Step step, Sale sale) throws GaveUp, InterruptedException {
        return switch (step.what()) {
            case PAYMENT -> throw new IllegalArgumentException("How it is paid is not for the reporter to say");
            case SHIPMENT -> ship(step, sale);
            case DELIVERY -> sale.requests().post(parcel + "/delivery", at(step), "deliver");
            case CANCELLATION -> cancel(step, sale);
            case RETURN -> returned.tell(step, sale);
            case REFUND -> refunded.tell(step, sale);
        };
    }

    private Answer ship(Step step, Sale sale) throws GaveUp, InterruptedException {
        Map<String, Object> body = at(step);
        if (!step.units().isEmpty()) {
            body.put("lines", units(step.units(), sale.lineIds()));
        }
        Answer approved = sale.requests().post("/orders/" + sale.orderId() + "/shipments", body, "ship");
        parcel = "/shipments/" + approved.id();
        return approved.accepted() ? sale.requests().post(parcel + "/dispatch", at(step), "dispatch") : approved;
    }

    /** Of an order that was shipped in part, an empty list of lines means all that is left. */
    private static Answer cancel(Step step, Sale sale) throws GaveUp, InterruptedException {
        Map<String, Object> body = at(step);
        body.put("reason", "OTHER");
        if (sale.draft().step(Step.What.SHIPMENT).isPresent()) {
            body.put("lines", List.of());
        }
        return sale.requests().post("/orders/" + sale.orderId() + "/cancellation", body, "cancel");
    }

    static Map<String, Object> at(Step step) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("at", step.at().toString());
        return body;
    }

    /** So many units of each line, without those of which there are none. */
    static List<Map<String, Object>> units(List<Integer> units, List<String> lineIds) {
        List<Map<String, Object>> lines = new ArrayList<>();
        for (int i = 0; i < units.size(); i++) {
            if (units.get(i) > 0) {
                lines.add(Map.of("lineId", lineIds.get(i), "quantity", units.get(i)));
            }
        }
        return lines;
    }

    static Map<String, Object> money(String amount, JsonNode order) {
        return Map.of("amount", amount, "currency", order.path("currency").asString(""));
    }
}
