package io.ordertrail.benchmarks;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A shop with keep-alive connections; thread-safe. */
final class Client {

    static final String ORDER = """
            {"customerId":"c-1042","currency":"EUR","paymentTerms":"AUTH_FIRST",
             "lines":[{"sku":"TEE-M","name":"Tee M","quantity":2,"unitPrice":{"amount":"24.99","currency":"EUR"},
                       "discount":{"amount":"0.00","currency":"EUR"},"taxRate":"0.19","priceIncludesTax":true}],
             "shipping":{"method":"DHL_STD","price":{"amount":"4.90","currency":"EUR"},"taxRate":"0.19"},
             "expectedTotal":{"amount":"54.88","currency":"EUR"},
             "shippingAddress":{"name":"A. Turing","line1":"Hauptstr. 1","postalCode":"10115","city":"Berlin","country":"DE"}}
            """;

    private static final String EURO = "{\"amount\":{\"amount\":\"1.00\",\"currency\":\"EUR\"}}";

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String url;

    Client(String url) {
        this.url = url;
    }

    boolean isUp() throws IOException, InterruptedException {
        try {
            return get("/actuator/health/readiness").statusCode() == 200;
        } catch (ConnectException e) {
            return false;
        }
    }

    /** Places an order and returns its number. */
    String place() throws IOException, InterruptedException {
        return text("number", post("/api/v1/orders", ORDER));
    }

    /** Opens an account and returns its id. */
    String open() throws IOException, InterruptedException {
        return text("id", post("/api/v1/accounts", "{\"ownerId\":\"c-1042\",\"currency\":\"EUR\"}"));
    }

    void deposit(String account) throws IOException, InterruptedException {
        post("/api/v1/accounts/" + account + "/deposits", EURO);
    }

    void withdraw(String account) throws IOException, InterruptedException {
        post("/api/v1/accounts/" + account + "/withdrawals", EURO);
    }

    private String post(String path, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + path))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
        if (answer.statusCode() != 201) {
            throw new IOException(answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }

    /** By hand, so that the load generator costs as little as can be. */
    private static String text(String member, String json) {
        int at = json.indexOf("\"" + member + "\":\"") + member.length() + 4;
        return json.substring(at, json.indexOf('"', at));
    }

    /** A page of orders. */
    String list(String query) throws IOException, InterruptedException {
        HttpResponse<String> answer = get("/api/v1/orders?" + query);
        if (answer.statusCode() != 200) {
            throw new IOException(query + ": " + answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }

    /** What a page of orders is answered with. */
    int status(String query) throws IOException, InterruptedException {
        return get("/api/v1/orders?" + query).statusCode();
    }

    boolean isListed(String number) throws IOException, InterruptedException {
        return get("/api/v1/orders?limit=1&number=" + number).body().contains(number);
    }

    /** How many events the slowest projection is behind. */
    long lag() throws IOException, InterruptedException {
        long lag = 0;
        JsonNode items = JsonMapper.shared()
                .readTree(get("/api/v1/admin/projections").body())
                .at("/items");
        for (JsonNode item : items) {
            lag = Math.max(lag, item.at("/head").asLong() - item.at("/position").asLong());
        }
        return lag;
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(URI.create(url + path)).build(), BodyHandlers.ofString());
    }
}
