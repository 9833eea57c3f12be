package io.ordertrail.journey;

import io.ordertrail.app.Endpoint;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * The requests to an endpoint that the description of the API shows by the examples of its query parameters: one with
 * what is required, and one more with each of the rest.
 */
final class ShownRequests {

    private final Endpoint endpoint;
    private final BiFunction<JsonNode, String, Optional<String>> told;

    /** @param told of a parameter and its example, what is sent; empty if the shop has nothing of the kind */
    ShownRequests(Endpoint endpoint, BiFunction<JsonNode, String, Optional<String>> told) {
        this.endpoint = endpoint;
        this.told = told;
    }

    /**
     * Paths with queries.
     *
     * @param variables what the variables of the path are in the shop
     */
    List<String> paths(Map<String, String> variables) {
        String path = endpoint.path();
        for (String name : endpoint.parameters().toList()) {
            path = path.replace(
                    "{" + name + "}",
                    encoded(Optional.ofNullable(variables.get(name))
                            .orElseThrow(() -> new AssertionError("No " + name + " in this shop"))));
        }
        String required =
                query().filter(ShownRequests::isRequired).flatMap(this::sent).collect(Collectors.joining("&"));
        String begin = path + "?" + (required.isEmpty() ? "" : required + "&");
        List<String> all = new ArrayList<>(List.of(required.isEmpty() ? path : path + "?" + required));
        query().filter(parameter -> !isRequired(parameter))
                .flatMap(this::sent)
                .map(begin::concat)
                .forEach(all::add);
        return all;
    }

    private Stream<JsonNode> query() {
        return endpoint.description()
                .path("parameters")
                .valueStream()
                .filter(parameter -> parameter.path("in").asString().equals("query"));
    }

    /** Without its seconds, a stream would not end. */
    private static boolean isRequired(JsonNode parameter) {
        return parameter.path("required").asBoolean(false)
                || parameter.path("name").asString().equals("seconds");
    }

    private Stream<String> sent(JsonNode parameter) {
        String name = parameter.path("name").asString();
        JsonNode example = parameter.at("/schema/example");
        if (example.isMissingNode()) {
            throw new AssertionError("No example of " + name);
        }
        if (example.isObject()) {
            return example.properties().stream()
                    .map(each -> encoded(name + "[" + each.getKey() + "]") + "="
                            + encoded(each.getValue().get(0).asString()));
        }
        return told
                .apply(parameter, (example.isArray() ? example.get(0) : example).asString())
                .map(value -> name + "=" + encoded(value))
                .stream();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
