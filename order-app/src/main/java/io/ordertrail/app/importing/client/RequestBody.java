package io.ordertrail.app.importing.client;

import java.nio.charset.StandardCharsets;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The body of a request, the same to the byte in every run: by its hash the service and our keys tell a repeat from
 * another request, and Java's own maps have another order in every process.
 */
public record RequestBody(String json) {

    private static final JsonMapper SORTED = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    public static RequestBody of(Object content) {
        return new RequestBody(SORTED.writeValueAsString(content));
    }

    byte[] bytes() {
        return json.getBytes(StandardCharsets.UTF_8);
    }
}
