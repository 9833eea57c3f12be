package io.ordertrail.journey;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;

/**
 * Customers who place orders one after the other, each paid from an account, until they are told to stop or cut off.
 */
final class Clients {

    private static final int ACCOUNTS = 6;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private final List<Thread> threads = new ArrayList<>();
    private final String url;
    private final List<String> accounts;
    private volatile boolean stopped;

    private Clients(String url, List<String> accounts) {
        this.url = url;
        this.accounts = accounts;
    }

    /** Opens accounts with money in them, and lets {@code number} clients begin. */
    static Clients start(int number, Shop shop) {
        Clients clients = new Clients(
                shop.url(),
                IntStream.range(0, ACCOUNTS).mapToObj(n -> account(shop, n)).toList());
        for (int n = 0; n < number; n++) {
            clients.threads.add(new Thread(clients::placeOrders, "client-" + n));
        }
        clients.threads.forEach(Thread::start);
        return clients;
    }

    /** Opens an account of customer {@code c-n}, with 100,000 euros in it. */
    static String account(Shop shop, int n) {
        String id = shop.post(
                        "/api/v1/accounts",
                        "{\"ownerId\":\"c-%d\",\"kind\":\"CUSTOMER\",\"currency\":\"EUR\"}".formatted(n))
                .expect(201)
                .at("/id");
        shop.post(
                        "/api/v1/accounts/" + id + "/deposits",
                        "{\"amount\":{\"amount\":\"100000.00\",\"currency\":\"EUR\"},\"reference\":\"cash\"}")
                .expect(201);
        return id;
    }

    private void placeOrders() {
        for (int n = 0; !stopped; n++) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/api/v1/orders"))
                    .timeout(Duration.ofSeconds(60))
                    .header("Content-Type", "application/json")
                    .header("Idempotency-Key", UUID.randomUUID().toString())
                    .POST(BodyPublishers.ofString(order(n % ACCOUNTS)))
                    .build();
            try {
                take(http.send(request, BodyHandlers.ofString()));
            } catch (IOException e) {
                failures.add(e.toString());
                return;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void take(HttpResponse<String> answer) {
        if (answer.statusCode() == 201) {
            acknowledged.add(
                    JsonMapper.shared().readTree(answer.body()).at("/id").asString());
        } else {
            failures.add(answer.statusCode() + " " + answer.body());
        }
    }

    private String order(int customer) {
        return """
                {"customerId":"c-%d","currency":"EUR","paymentTerms":"PREPAID",
                 "payment":{"method":"ACCOUNT","accountId":"%s"},
                 "lines":[{"sku":"POSTER","name":"Poster","quantity":1,"unitPrice":{"amount":"5.00","currency":"EUR"},
                           "taxRate":"0.19","priceIncludesTax":true}],
                 "shippingAddress":{"name":"A. Turing","line1":"Hauptstr. 1","postalCode":"10115","city":"Berlin",
                                    "country":"DE"}}""".formatted(customer, accounts.get(customer));
    }

    /** The ids of the orders that were answered with 201. */
    List<String> acknowledged() {
        return List.copyOf(acknowledged);
    }

    /** What else was answered, and how connections broke. */
    List<String> failures() {
        return List.copyOf(failures);
    }

    /** Lets each client end its request. */
    void stop() throws InterruptedException {
        stopped = true;
        for (Thread thread : threads) {
            thread.join();
        }
    }
}
