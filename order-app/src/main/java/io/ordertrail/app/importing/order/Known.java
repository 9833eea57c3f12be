package io.ordertrail.app.importing.order;

import io.ordertrail.app.importing.client.Answer;
import io.ordertrail.app.importing.client.GaveUp;
import io.ordertrail.app.importing.client.RequestBody;
import io.ordertrail.app.importing.client.Service;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import tools.jackson.databind.JsonNode;

/**
 * Which of many orders the service has, asked for in one request. Each of them waits for its answer when it needs it.
 */
public final class Known {

    private final Future<Map<String, JsonNode>> asked;

    public Known(Future<Map<String, JsonNode>> asked) {
        this.asked = asked;
    }

    /** The order of this reference, if the service has one; one of a moment ago it may not show yet. */
    Optional<KnownOrder> order(String ref) throws GaveUp, InterruptedException {
        try {
            return Optional.ofNullable(asked.get().get(ref)).map(KnownOrder::new);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof GaveUp gaveUp) {
                throw gaveUp;
            }
            throw new IllegalStateException("The service could not be asked for its orders", e.getCause());
        }
    }

    public static Map<String, JsonNode> ask(Service service, String channel, List<String> refs)
            throws GaveUp, InterruptedException {
        RequestBody body = RequestBody.of(Map.of("channel", channel, "externalRefs", refs));
        Answer answer = service.ask("/orders/lookup", body);
        if (!answer.accepted()) {
            throw new GaveUp("The service cannot say which orders it has: " + ImportProblems.inWords(answer) + " ("
                    + answer.code() + ")");
        }
        Map<String, JsonNode> found = new HashMap<>();
        answer.body()
                .path("items")
                .forEach(order -> found.put(order.path("externalRef").asString(""), order));
        return found;
    }
}
