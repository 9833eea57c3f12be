package io.ordertrail.app.importing.client;

import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * What the service said.
 *
 * @param replayed whether the same request was answered before, and this is that answer again
 */
public record Answer(int status, JsonNode body, boolean replayed) {

    /** Stands for a request that was not worth sending. */
    public static Answer notNeeded() {
        return new Answer(204, MissingNode.getInstance(), false);
    }

    /** Stands for a refusal that the service told in another way: in how something stands by now. */
    public static Answer refused(String code, String detail) {
        return new Answer(409, JsonMapper.shared().valueToTree(Map.of("code", code, "detail", detail)), false);
    }

    public boolean accepted() {
        return status / 100 == 2;
    }

    /** The problem's code, or the HTTP status where the answer is no problem of ours. */
    public String code() {
        return body.path("code").asString("HTTP_" + status);
    }

    public String detail() {
        return body.path("detail").asString("The service answered " + status);
    }

    public String id() {
        return body.path("id").asString("");
    }
}
