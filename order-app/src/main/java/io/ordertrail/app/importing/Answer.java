package io.ordertrail.app.importing;

import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * What the service said.
 *
 * @param replayed whether the same request was answered before, and this is that answer again
 */
record Answer(int status, JsonNode body, boolean replayed) {

    /** Stands for a request that was not worth sending. */
    static Answer notNeeded() {
        return new Answer(204, MissingNode.getInstance(), false);
    }

    /** Stands for a refusal that the service told in another way: in how something stands by now. */
    static Answer refused(String code, String detail) {
        return new Answer(409, JsonMapper.shared().valueToTree(Map.of("code", code, "detail", detail)), false);
    }

    boolean accepted() {
        return status / 100 == 2;
    }

    /** The problem's code, or the HTTP status where the answer is no problem of ours. */
    String code() {
        return body.path("code").asString("HTTP_" + status);
    }

    String detail() {
        return body.path("detail").asString("The service answered " + status);
    }

    String id() {
        return body.path("id").asString("");
    }
}
