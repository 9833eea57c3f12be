package io.ordertrail.app.importing;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The requests of one order. Their keys follow from the file alone, so that an import which is started again sends the
 * same requests again, whatever became of the first.
 */
final class Requests {

    /** How many refusals of one and the same request may be on record before it is left at that. */
    private static final int MAX_REFUSALS = 20;

    private final Service service;
    private final String keyPrefix;
    private String parcel = "";

    Requests(Service service, String channel, String ref) {
        this.service = service;
        this.keyPrefix = "import-" + Sha256.of(channel, ref).name();
    }

    /**
     * The content is part of the key, so that a refused order can be mended in the file and sent again; that it is not
     * placed twice is guarded by its reference as well.
     */
    Answer place(Map<String, Object> order) throws GaveUp, InterruptedException {
        String content = Sha256.of(RequestBody.of(order).json()).name();
        return post("/orders", order, "place-" + content);
    }

    /**
     * Tells of a step. The content is no part of its key: nothing else guards an order against being paid twice.
     *
     * @param sums of the order, whose grand total is what a payment pays
     */
    Answer take(Step step, String orderId, Sums sums) throws GaveUp, InterruptedException {
        String order = "/orders/" + orderId;
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("at", step.at().toString());
        return switch (step.what()) {
            case PAYMENT -> {
                if (sums.grand().signum() == 0) {
                    // The service takes no payment of nothing, and needs none.
                    yield Answer.notNeeded();
                }
                body.put("method", "MANUAL");
                body.put("amount", Map.of("amount", sums.grand().toPlainString(), "currency", sums.currency()));
                yield post(order + "/payments", body, "pay");
            }
            case SHIPMENT -> {
                Answer approved = post(order + "/shipments", body, "ship");
                parcel = "/shipments/" + approved.id();
                yield approved.accepted() ? post(parcel + "/dispatch", body, "dispatch") : approved;
            }
            case DELIVERY -> post(parcel + "/delivery", body, "deliver");
            case CANCELLATION -> {
                body.put("reason", "OTHER");
                yield post(order + "/cancellation", body, "cancel");
            }
        };
    }

    /**
     * The service answers a repeated request as it did the first time, a refusal too, even when its reason is gone. What
     * was refused changed nothing, so it is asked again under the next key.
     */
    private Answer post(String path, Map<String, Object> content, String name) throws GaveUp, InterruptedException {
        RequestBody body = RequestBody.of(content);
        Answer answer = service.post(path, body, keyPrefix + "-" + name);
        for (int refused = 1; refused < MAX_REFUSALS && !answer.accepted() && answer.replayed(); refused++) {
            answer = service.post(path, body, keyPrefix + "-" + name + "-" + refused);
        }
        return answer;
    }
}
