package io.ordertrail.journey;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Consumer;

/** A shop that uses the service over HTTP, and checks every answer against the published contract. */
final class Shop {

    /** The example of the README: 2 × 24.99 and 4.90 shipping, tax included. */
    static final String ORDER = """
            {"customerId":"c-1042","currency":"EUR","paymentTerms":"AUTH_FIRST",
             "lines":[{"sku":"TEE-M","name":"Tee M","quantity":2,"unitPrice":{"amount":"24.99","currency":"EUR"},
                       "discount":{"amount":"0.00","currency":"EUR"},"taxRate":"0.19","priceIncludesTax":true}],
             "shipping":{"method":"DHL_STD","price":{"amount":"4.90","currency":"EUR"},"taxRate":"0.19"},
             "expectedTotal":{"amount":"54.88","currency":"EUR"},
             "shippingAddress":{"name":"A. Turing","line1":"Hauptstr. 1","postalCode":"10115","city":"Berlin","country":"DE"}}
            """;

    static final String PAYMENT = """
            {"method":"MANUAL","amount":{"amount":"54.88","currency":"EUR"},"reference":"bank-1"}""";

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
    private final String url;
    private final Consumer<Reply> contract;

    Shop(String url, Consumer<Reply> contract) {
        this.url = url;
        this.contract = contract;
    }

    String url() {
        return url;
    }

    Reply get(String path, String... headers) {
        return send(request(path, headers).GET());
    }

    Reply post(String path, String json, String... headers) {
        HttpRequest.Builder request = request(path, headers).header("Content-Type", "application/json");
        if (java.util.Arrays.stream(headers).noneMatch("Idempotency-Key"::equals)) {
            request.header("Idempotency-Key", UUID.randomUUID().toString());
        }
        return send(request.POST(BodyPublishers.ofString(json)));
    }

    Reply put(String path, String json, String... headers) {
        HttpRequest.Builder request = request(path, headers).header("Content-Type", "application/json");
        return send(request.PUT(BodyPublishers.ofString(json)));
    }

    Reply send(HttpRequest.Builder request) {
        try {
            Reply reply = new Reply(client.send(request.build(), BodyHandlers.ofString()));
            contract.accept(reply);
            return reply;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(url + path)).timeout(Duration.ofSeconds(60));
        return headers.length == 0 ? request : request.headers(headers);
    }

    /** Waits until every projection stands at the end of the events, and no more come. */
    void awaitQuiet() {
        await().atMost(Duration.ofMinutes(1))
                .during(Duration.ofSeconds(2))
                .until(() -> get("/api/v1/admin/projections")
                        .expect(200)
                        .body()
                        .at("/items")
                        .valueStream()
                        .allMatch(item -> item.at("/position").asLong()
                                >= item.at("/head").asLong()));
    }

    // The steps of an order's life, each as its id.

    String place() {
        return post("/api/v1/orders", ORDER).expect(201).at("/id");
    }

    String placePaid() {
        String order = place();
        post("/api/v1/orders/" + order + "/payments", PAYMENT).expect(201);
        return order;
    }

    /** Has a provider asked for the money. */
    String pay(String order, String way) {
        return post("/api/v1/orders/" + order + "/payments", way).begun().at("/id");
    }

    /** Approves all that is left, or {@code lines} as JSON. */
    String approve(String order, String lines) {
        return post("/api/v1/orders/" + order + "/shipments", lines).expect(201).at("/id");
    }

    void dispatch(String shipment) {
        done(post("/api/v1/shipments/" + shipment + "/dispatch", "{\"carrier\":\"DHL\",\"trackingNumber\":\"T-1\"}"));
    }

    void deliver(String shipment) {
        done(post("/api/v1/shipments/" + shipment + "/delivery", "{}"));
    }

    /** On a machine that is busy the order may hear of it later than the answer waits: 202. */
    private static void done(Reply reply) {
        if (reply.status() != 202) {
            reply.expect(200);
        }
    }
}
