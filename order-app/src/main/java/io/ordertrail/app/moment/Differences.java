package io.ordertrail.app.moment;

import io.ordertrail.api.message.Moment;
import jakarta.json.Json;
import jakarta.json.JsonReader;
import jakarta.json.JsonStructure;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Compares a resource at two moments. */
@Component
public final class Differences {

    private final JsonMapper json;

    Differences(JsonMapper json) {
        this.json = json;
    }

    /** @param at answers the resource at a moment */
    public <T> ResponseEntity<Diff> between(DiffQuery query, Function<Moment, T> at, ToLongFunction<T> version) {
        T before = at.apply(query.first());
        T after = at.apply(query.last());
        return ResponseEntity.ok(between(
                json.valueToTree(before),
                json.valueToTree(after),
                version.applyAsLong(before),
                version.applyAsLong(after)));
    }

    Diff between(JsonNode before, JsonNode after, long from, long to) {
        return new Diff(from, to, new ChangeDescriptions().of(before, after), patch(before, after));
    }

    private List<Map<String, @Nullable Object>> patch(JsonNode before, JsonNode after) {
        String patch = Json.createDiff(structure(before), structure(after))
                .toJsonArray()
                .toString();
        return json.readValue(patch, new TypeReference<>() {});
    }

    private static JsonStructure structure(JsonNode node) {
        try (JsonReader reader = Json.createReader(new StringReader(node.toString()))) {
            return reader.read();
        }
    }
}
