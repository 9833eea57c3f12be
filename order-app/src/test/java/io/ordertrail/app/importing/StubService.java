package io.ordertrail.app.importing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** As much of the REST API as the import uses: idempotency keys, unique references, totals, and refusals at will. */
final class StubService implements AutoCloseable {

    record Request(String path, String key, String actor, JsonNode body) {}

    record Reply(int status, String body, Map<String, String> headers) {

        static Reply problem(int status, String code, String detail) {
            return new Reply(status, "{\"code\":\"" + code + "\",\"detail\":\"" + detail + "\"}", Map.of());
        }

        /** The connection breaks after the request was carried out. */
        static final Reply LOST = new Reply(0, "", Map.of());
    }

    final List<Request> requests = new CopyOnWriteArrayList<>();

    /** Requests that change nothing. */
    final List<Request> questions = new CopyOnWriteArrayList<>();

    final Map<String, JsonNode> orders = new ConcurrentHashMap<>();

    /** Asked before anything is done: an answer is given instead. */
    volatile Function<Request, Optional<Reply>> refusing = request -> Optional.empty();

    /** Asked after it was done: an answer is given instead. */
    volatile Function<Request, Optional<Reply>> losing = request -> Optional.empty();

    /** How far the payment of the order is that has this reference, each time it is asked. */
    volatile Function<String, String> stage = ref -> "CAPTURED";

    /** The orders as they stand. */
    final StubOrders books = new StubOrders();

    private final Map<String, Reply> kept = new ConcurrentHashMap<>();
    private final ExecutorService workers = Executors.newCachedThreadPool();
    private final HttpServer server;

    StubService() throws IOException {
        this(0);
    }

    StubService(int port) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/api/v1", this::handle);
        server.setExecutor(workers);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    String url() {
        return "http://localhost:" + port();
    }

    /** How many requests there were to this path, repeats among them. */
    long count(String path) {
        return requests.stream().filter(request -> request.path().equals(path)).count();
    }

    /** The paths of the requests for one order, without ids. */
    List<String> story(String ref) {
        return requests.stream()
                .filter(request -> request.path().contains("order-" + ref)
                        || request.path().contains("shipment-" + ref)
                        || request.body().path("externalRef").asString("").equals(ref))
                .map(request -> request.path().replaceAll("/(order|shipment)-[^/]*", ""))
                .toList();
    }

    Request request(String path) {
        return requests.stream()
                .filter(request -> request.path().equals(path))
                .findFirst()
                .orElseThrow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath().replace("/api/v1", "");
        if (exchange.getRequestMethod().equals("GET")) {
            send(exchange, new Reply(200, read(path), Map.of()));
            return;
        }
        Request request = new Request(
                path,
                exchange.getRequestHeaders().getFirst("Idempotency-Key"),
                exchange.getRequestHeaders().getFirst("X-Actor"),
                JsonMapper.shared().readTree(exchange.getRequestBody().readAllBytes()));
        if (path.equals("/orders/lookup") || path.equals("/orders/quote")) {
            questions.add(request);
            send(exchange, new Reply(200, ask(request), Map.of()));
            return;
        }
        requests.add(request);
        Reply done = refusing.apply(request).orElseGet(() -> answer(request));
        send(exchange, losing.apply(request).orElse(done));
    }

    private String ask(Request request) {
        return (request.path().endsWith("/quote")
                        ? books.priced(request.body())
                        : books.found(request.body().path("externalRefs")))
                .toString();
    }

    /** Like the service, it keeps refusals as well as acceptances. */
    private synchronized Reply answer(Request request) {
        Reply before = kept.get(request.key());
        if (before != null) {
            return new Reply(before.status(), before.body(), Map.of("Idempotent-Replayed", "true"));
        }
        Reply reply = perform(request);
        kept.put(request.key(), reply);
        return reply;
    }

    /** Keeps this answer as if it had been given to the request of this key before. */
    void keep(String key, Reply reply) {
        kept.put(key, reply);
    }

    private Reply perform(Request request) {
        if (request.path().equals("/orders")) {
            String ref = request.body().path("externalRef").asString();
            if (orders.containsKey(ref)) {
                return Reply.problem(
                        409, "EXTERNAL_REF_TAKEN", "The reference " + ref + " already belongs to an order.");
            }
            if (!books.comesOut(request.body())) {
                return Reply.problem(422, "TOTAL_MISMATCH", "The order adds up to something else.");
            }
            orders.put(ref, request.body());
            return new Reply(201, books.place(ref, request.body()).toString(), Map.of());
        }
        if (request.path().equals("/accounts")) {
            String owner = request.body().path("ownerId").asString();
            return new Reply(201, "{\"id\":\"account-" + owner + "\"}", Map.of());
        }
        return new Reply(201, books.change(request.path(), request.body()).toString(), Map.of());
    }

    private String read(String path) {
        String ref = path.replaceAll("^/[a-z]+/[a-z]+-|/[a-z]+$", "").replace('_', '#');
        if (path.contains("/payments/")) {
            return "{\"status\":\"" + stage.apply(ref) + "\",\"reason\":\"no money\"}";
        }
        if (path.endsWith("/history")) {
            return books.edited.contains(ref) ? "{\"items\":[{\"type\":\"OrderEdited\"}]}" : "{\"items\":[]}";
        }
        return books.orders.containsKey(ref)
                ? books.read(ref, stage.apply(ref).equals("CAPTURED")).toString()
                : "{\"items\":[],\"page\":{\"limit\":1}}";
    }

    private static void send(HttpExchange exchange, Reply reply) throws IOException {
        try (exchange) {
            if (reply == Reply.LOST) {
                return;
            }
            byte[] body = reply.body().getBytes(java.nio.charset.StandardCharsets.UTF_8);
            reply.headers().forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(reply.status(), body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
    }
}
