package io.ordertrail.benchmarks.machine;

import io.ordertrail.benchmarks.machine.Wire.Answer;
import java.io.IOException;
import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A caller of the service with keep-alive connections, as many as it has threads; thread-safe. */
public final class Client {

    /** Stock is kept of nothing in it, and it names no payment: nothing follows from it but a deadline. */
    public static final String ORDER = """
            {"customerId":"c-1042","currency":"EUR","paymentTerms":"AUTH_FIRST",\
            "lines":[{"sku":"TEE-M","name":"Tee M","quantity":2,"unitPrice":{"amount":"24.99","currency":"EUR"},\
            "discount":{"amount":"0.00","currency":"EUR"},"taxRate":"0.19","priceIncludesTax":true}],\
            "shipping":{"method":"DHL_STD","price":{"amount":"4.90","currency":"EUR"},"taxRate":"0.19"},\
            "expectedTotal":{"amount":"54.88","currency":"EUR"},\
            "shippingAddress":{"name":"A. Turing","line1":"Hauptstr. 1","postalCode":"10115","city":"Berlin","country":"DE"}}""";

    /** Below the service's own time-out of connections, so that no request meets the end of one. */
    private static final long KEPT = TimeUnit.SECONDS.toNanos(10);

    private record Idle(Wire wire, long since) {}

    private final ConcurrentLinkedDeque<Idle> idle = new ConcurrentLinkedDeque<>();
    private final int port;
    private final String identity;

    public Client(int port) {
        this(port, "");
    }

    /** @param key with which it comes in; empty where nobody is asked for one */
    Client(int port, String key) {
        this.port = port;
        this.identity = key.isEmpty() ? "" : "Authorization: Bearer " + key + "\r\n";
    }

    boolean isUp() throws IOException {
        try {
            return get("/actuator/health/readiness").status() == 200;
        } catch (ConnectException e) {
            return false;
        }
    }

    /** Places an {@link #ORDER} and returns its number. */
    public String place() throws IOException, InterruptedException {
        return text("number", post("/api/v1/orders", ORDER));
    }

    /**
     * Creates or changes something, under a key of its own. Where the service says that it is full, it is asked again
     * when it said.
     *
     * @return the body of the answer
     * @throws IOException if it is refused
     */
    public String post(String path, String body) throws IOException, InterruptedException {
        return send("POST", path, "application/json", body);
    }

    public String put(String path, String body) throws IOException, InterruptedException {
        return send("PUT", path, "application/json", body);
    }

    /** Places orders, one on each line. */
    public String batch(String lines) throws IOException, InterruptedException {
        return send("POST", "/api/v1/orders/batch", "application/x-ndjson", lines);
    }

    private String send(String method, String path, String type, String body) throws IOException, InterruptedException {
        String key = "Idempotency-Key: " + UUID.randomUUID() + "\r\n";
        while (true) {
            Answer answer = exchange(method, path, "Content-Type: " + type + "\r\n" + key, body);
            if (answer.status() / 100 == 2) {
                return answer.body();
            }
            if (answer.status() != 429 && answer.status() != 503) {
                throw new IOException(path + ": " + answer.status() + " " + answer.body());
            }
            TimeUnit.SECONDS.sleep(Math.max(1, answer.retryAfter()));
        }
    }

    /** What a request is answered with that is refused before anything is read or written. */
    public int refused(String body) throws IOException {
        return exchange("POST", "/api/v1/orders", "Content-Type: application/json\r\nIdempotency-Key: k\r\n", body)
                .status();
    }

    /** What a request is answered with, whatever it is. */
    public int status(String path) throws IOException {
        return get(path).status();
    }

    /** What is at {@code path}. */
    public String read(String path) throws IOException {
        Answer answer = get(path);
        while (answer.status() == 503) {
            // It is busy with other readers, for as long as this one waited already.
            answer = get(path);
        }
        if (answer.status() != 200) {
            throw new IOException(path + ": " + answer.status() + " " + answer.body());
        }
        return answer.body();
    }

    /** The order, not before its view has this version; waits for it. */
    public String read(String order, int version) throws IOException {
        Answer answer;
        do {
            answer = exchange("GET", "/api/v1/orders/" + order, "X-Min-Version: " + version + "\r\n", "");
        } while (answer.status() == 202);
        return answer.body();
    }

    /** How far views and processes are. */
    public Progress progress() throws IOException {
        long head = 0;
        long behind = 0;
        long due = 0;
        for (String path : new String[] {"/api/v1/admin/processes", "/api/v1/admin/projections"}) {
            JsonNode all = JsonMapper.shared().readTree(read(path));
            for (JsonNode item : all.at("/items")) {
                head = Math.max(head, item.at("/head").asLong());
                behind = Math.max(behind, item.at("/lag").asLong());
            }
            for (JsonNode sender : all.at("/steps")) {
                due += sender.at("/due").asLong();
            }
        }
        return new Progress(head, behind, due);
    }

    /** By hand, so that the load generator costs as little as can be. */
    public static String text(String member, String json) {
        int at = json.indexOf("\"" + member + "\":\"") + member.length() + 4;
        return json.substring(at, json.indexOf('"', at));
    }

    private Answer get(String path) throws IOException {
        return exchange("GET", path, "", "");
    }

    private Answer exchange(String method, String path, String headers, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        String head = method + " " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: " + bytes.length + "\r\n"
                + identity + headers + "\r\n";
        Idle kept = idle.pollFirst();
        while (kept != null && System.nanoTime() - kept.since() > KEPT) {
            kept.wire().close();
            kept = idle.pollFirst();
        }
        Wire wire = kept == null ? new Wire(port) : kept.wire();
        Answer answer = wire.exchange(head, bytes);
        if (wire.isOpen()) {
            idle.addFirst(new Idle(wire, System.nanoTime()));
        } else {
            wire.close();
        }
        return answer;
    }
}
