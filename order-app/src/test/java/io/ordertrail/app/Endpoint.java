package io.ordertrail.app;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An endpoint, as the API's description has it, and how it is asked with the example of its body. */
public record Endpoint(String operation, String method, String path, JsonNode description) {

    private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)}");

    /** Those that send no message by themselves, and why that is no hole. */
    private static final Map<String, String> WITHOUT_MESSAGE = Map.of(
            "placeOrders", "sends one for each line, and answers each line",
            "receiveWebhook", "is signed, and acts as the service",
            "getOrderAsGuest", "is signed, and acts as the customer");

    public static List<Endpoint> all(JsonNode api) {
        List<Endpoint> endpoints = new ArrayList<>();
        JsonNode paths = api.path("paths");
        for (String path : paths.propertyNames()) {
            for (String method : paths.path(path).propertyNames()) {
                JsonNode operation = paths.path(path).path(method);
                endpoints.add(new Endpoint(operation.path("operationId").asString(), method, path, operation));
            }
        }
        return endpoints;
    }

    public boolean isWithoutMessage() {
        return WITHOUT_MESSAGE.containsKey(operation);
    }

    /** The names of the parameters of its path. */
    public Stream<String> parameters() {
        return PARAMETER.matcher(path).results().map(found -> found.group(1));
    }

    /** @param things what stands for each parameter of the path; {@code x} for others */
    public String filled(Map<String, String> things) {
        Matcher parameter = PARAMETER.matcher(path);
        String address =
                parameter.replaceAll(found -> Matcher.quoteReplacement(things.getOrDefault(found.group(1), "x")));
        List<String> query = new ArrayList<>();
        for (JsonNode each : description.path("parameters")) {
            if (each.path("in").asString().equals("query")
                    && each.path("required").asBoolean()) {
                String example = each.at("/schema/example").asString();
                query.add(each.path("name").asString() + "=" + URLEncoder.encode(example, StandardCharsets.UTF_8));
            }
        }
        if (operation.startsWith("stream")) {
            query.add("seconds=0");
        }
        if (operation.equals("reportSales") || operation.equals("reportRefunds")) {
            query.add("from=2026-01-01");
        }
        return query.isEmpty() ? address : address + "?" + String.join("&", query);
    }

    /** Of the answers that are no problem, the status of the first. */
    public int success() {
        return description.path("responses").propertyNames().stream()
                .mapToInt(Integer::parseInt)
                .filter(status -> status < 300)
                .min()
                .orElseThrow();
    }

    /** {@code request} with its method, and the example of its body if it has one. */
    public HttpRequest.Builder sent(HttpRequest.Builder request) {
        JsonNode body = operation.equals("voidPayment")
                ? JsonMapper.shared().readTree("{}")
                : description.at("/requestBody/content/application~1json/example");
        if (method.equals("put") || path.endsWith("edits") || path.endsWith("confirmation")) {
            request.header("If-Match", "*");
        }
        if (!body.isMissingNode()) {
            request.header("Content-Type", "application/json");
        }
        return request.method(
                method.toUpperCase(Locale.ROOT),
                body.isMissingNode() ? BodyPublishers.noBody() : BodyPublishers.ofString(body.toString()));
    }
}
