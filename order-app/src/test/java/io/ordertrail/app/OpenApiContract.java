package io.ordertrail.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.net.http.HttpResponse;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Holds real answers against the service's own description ({@code /v3/api-docs}): status, media type, required headers
 * and body. Remembers which operations it saw, so that none is described and never tried.
 */
public final class OpenApiContract {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String COMPONENTS = "#/components/schemas/";
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete", "head", "options");

    private final JsonNode api;
    private final SchemaRegistry schemas = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private final Map<JsonNode, Schema> compiled = new ConcurrentHashMap<>();
    private final Map<Pattern, String> paths = new LinkedHashMap<>();
    private final Set<String> seen = new ConcurrentSkipListSet<>();

    private OpenApiContract(JsonNode api) {
        this.api = api;
        assertThat(api.path("openapi").asString()).startsWith("3.1");
        // A path without variables goes before one with, as it does in routing.
        api.get("paths").propertyNames().stream()
                .sorted(Comparator.comparing(
                        (String path) -> path.chars().filter(c -> c == '{').count()))
                .forEach(path -> paths.put(Pattern.compile(path.replaceAll("\\{[^}]+}", "[^/]+")), path));
    }

    /** @param apiDocs the body of {@code GET /v3/api-docs} */
    public static OpenApiContract of(String apiDocs) {
        return new OpenApiContract(JSON.readTree(apiDocs));
    }

    /** Fails unless the answer is one that the description allows. Answers to undescribed requests must be problems. */
    public void check(HttpResponse<String> answer) {
        String method = answer.request().method().toLowerCase(Locale.ROOT);
        String path = answer.request().uri().getRawPath();
        String template = template(path);
        JsonNode operation =
                api.path("paths").path(template == null ? "" : template).path(method);
        String what = answer.request().method() + " " + path + " -> " + answer.statusCode() + "\n" + answer.body();
        if (operation.isMissingNode()) {
            // Tomcat refuses what is no request at all before it knows what was asked.
            assertThat(answer.statusCode()).as(what).isIn(400, 404, 405);
            checkBody(what, answer, api.at("/components/schemas/Problem"), "application/problem+json");
            return;
        }
        seen.add(name(method, template) + " " + answer.statusCode());
        JsonNode described = operation.path("responses").path(Integer.toString(answer.statusCode()));
        assertThat(described.isMissingNode())
                .as("An undescribed status: " + what)
                .isFalse();
        checkHeaders(what, answer, described);
        JsonNode content = described.path("content");
        if (content.isEmpty()) {
            assertThat(answer.body()).as(what).isEmpty();
            return;
        }
        String mediaType = mediaType(answer);
        assertThat(content.has(mediaType))
                .as("An undescribed media type " + mediaType + ": " + what)
                .isTrue();
        checkBody(what, answer, content.path(mediaType).path("schema"), mediaType);
        if (content.path(mediaType).has("x-item-schema")) {
            checkItems(what, answer.body(), content.path(mediaType));
        }
    }

    /** The operations, as {@code POST /api/v1/orders}, of which no success was checked. */
    public Set<String> untried() {
        Set<String> untried = new TreeSet<>();
        for (String template : api.get("paths").propertyNames()) {
            for (String method : api.get("paths").get(template).propertyNames()) {
                String name = name(method, template);
                if (METHODS.contains(method) && seen.stream().noneMatch(s -> s.startsWith(name + " 2"))) {
                    untried.add(name);
                }
            }
        }
        return untried;
    }

    private void checkHeaders(String what, HttpResponse<String> answer, JsonNode described) {
        for (String header : described.path("headers").propertyNames()) {
            if (described.path("headers").path(header).path("required").asBoolean(false)) {
                assertThat(answer.headers().firstValue(header))
                        .as("Header " + header + " of " + what)
                        .isPresent();
            }
        }
    }

    private void checkBody(String what, HttpResponse<String> answer, JsonNode schema, String mediaType) {
        assertThat(mediaType(answer)).as(what).isEqualTo(mediaType);
        assertThat(schema.isObject()).as("A schema for " + what).isTrue();
        if (mediaType.endsWith("json") && !mediaType.endsWith("ndjson")) {
            assertThat(errors(schema, JSON.readTree(answer.body()))).as(what).isEmpty();
        }
    }

    /** Fails unless each item of the text of a stream is as described. */
    private void checkItems(String what, String text, JsonNode content) {
        items(text)
                .forEach(item -> assertThat(errors(content.path("x-item-schema"), item))
                        .as(what + "\n" + item)
                        .isEmpty());
    }

    /** The events of {@code text} that are not about the stream itself: of server-sent events, or one a line. */
    private static List<JsonNode> items(String text) {
        Stream<String> items = text.startsWith("{") || text.startsWith("\n")
                ? text.lines().filter(line -> !line.isEmpty() && !line.contains("io.ordertrail.stream.Ended"))
                : Stream.of(text.split("\n\n"))
                        .filter(event -> !event.contains("event: ") && event.contains("data: "))
                        .map(event -> event.replaceFirst("(?s).*data: ", ""));
        return items.map(JSON::readTree).toList();
    }

    /** Fails unless every answer that is shown is as described. Answers the names of the operations that show one. */
    public Set<String> checkExamples() {
        Set<String> shown = new TreeSet<>();
        for (String template : api.get("paths").propertyNames()) {
            api.get("paths").get(template).properties().forEach(operation -> {
                String name = name(operation.getKey(), template);
                for (JsonNode answer : operation.getValue().path("responses")) {
                    for (JsonNode content : answer.path("content")) {
                        if (content.has("example")) {
                            shown.add(name);
                            String text = content.path("example").asString();
                            assertThat(items(text)).as(name).isNotEmpty();
                            checkItems(name, text, content);
                        }
                    }
                }
            });
        }
        return shown;
    }

    private Iterable<com.networknt.schema.Error> errors(JsonNode schema, JsonNode body) {
        return compiled.computeIfAbsent(schema, this::compile)
                .validate(body, context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
    }

    /** The schemas refer to each other; JSON Schema has a place for that, OpenAPI has another. */
    private Schema compile(JsonNode schema) {
        ObjectNode whole = (ObjectNode) JSON.readTree(schema.toString().replace(COMPONENTS, "#/$defs/"));
        whole.set(
                "$defs", JSON.readTree(api.at("/components/schemas").toString().replace(COMPONENTS, "#/$defs/")));
        return schemas.getSchema(whole);
    }

    private String template(String path) {
        return paths.entrySet().stream()
                .filter(entry -> entry.getKey().matcher(path).matches())
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    private static String mediaType(HttpResponse<String> answer) {
        return answer.headers()
                .firstValue("Content-Type")
                .orElse("")
                .split(";")[0]
                .strip();
    }

    private static String name(String method, String template) {
        return method.toUpperCase(Locale.ROOT) + " " + template;
    }
}
