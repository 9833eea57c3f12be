package io.ordertrail.app.importing.order;

import io.ordertrail.app.importing.client.Answer;
import io.ordertrail.app.importing.client.GaveUp;
import io.ordertrail.app.importing.client.Requests;
import io.ordertrail.app.importing.client.Service;
import io.ordertrail.app.importing.sale.Draft;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Completes an order that an earlier import placed without some of its lines: by an edit while nothing has left. Where
 * that is not possible any more, one that nobody has paid is cancelled; any other stays for a person.
 */
public record OrderCompletion(Service service, Placement placement) {

    private static final String REASON = "An earlier import left these lines out";

    /** The answer, and the order if it has all of its lines now. */
    record Mended(Answer answer, boolean whole) {}

    Mended mend(Requests requests, Draft draft, KnownOrder cut) throws GaveUp, InterruptedException {
        Answer agreed = placement.agreed(draft);
        if (!agreed.accepted()) {
            return new Mended(agreed, false);
        }
        String path = "/orders/" + cut.order().path("id").asString("");
        Answer edited = edit(requests, draft, cut, path);
        if (edited.accepted()) {
            Answer order = service.await(
                    path, answer -> new KnownOrder(answer.body()).missing(draft).isEmpty(), "the edit of " + path);
            return new Mended(order, true);
        }
        if (cut.amount("captured").signum() == 0) {
            Answer cancelled = requests.post(path + "/cancellation", Map.of("reason", "OTHER", "note", REASON), "undo");
            if (cancelled.accepted()) {
                return new Mended(
                        Answer.refused(
                                edited.code(),
                                edited.detail() + " It is cancelled now; give it another external_ref in the file"),
                        false);
            }
        }
        return new Mended(edited, false);
    }

    /** Worked out first, then made, each for the version that was seen. */
    private Answer edit(Requests requests, Draft draft, KnownOrder cut, String path)
            throws GaveUp, InterruptedException {
        long version = cut.order().path("version").asLong(0);
        Answer proposed = requests.post(path + "/edits", body(draft, cut), "complete-" + version, ifMatch(version));
        if (!proposed.accepted()) {
            return proposed;
        }
        long next = proposed.body().path("version").asLong(version + 1);
        return requests.post(
                path + "/edits/" + proposed.id() + "/confirmation", Map.of(), "completed-" + version, ifMatch(next));
    }

    private static Map<String, Object> body(Draft draft, KnownOrder cut) {
        List<Object> added = new ArrayList<>();
        cut.missing(draft).forEach(line -> added.add(draft.lines().get(line)));
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("lines", added);
        body.put("reason", REASON);
        if (draft.placement().get("shipping") instanceof Map<?, ?> way) {
            Map<String, Object> shipping = new LinkedHashMap<>();
            way.forEach((name, value) -> shipping.put(String.valueOf(name), value));
            shipping.put("priceIncludesTax", draft.lines().stream().allMatch(OrderCompletion::includesTax));
            body.put("shipping", shipping);
        }
        return body;
    }

    private static boolean includesTax(Object line) {
        return line instanceof Map<?, ?> cells && Boolean.TRUE.equals(cells.get("priceIncludesTax"));
    }

    private static Map<String, String> ifMatch(long version) {
        return Map.of("If-Match", "\"" + version + "\"");
    }
}
