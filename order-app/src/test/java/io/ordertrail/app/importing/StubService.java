package io.ordertrail.app.importing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigDecimal;
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
    final Map<String, JsonNode> orders = new ConcurrentHashMap<>();

    /** Asked before anything is done: an answer is given instead. */
    volatile Function<Request, Optional<Reply>> refusing = request -> Optional.empty();

    /** Asked after it was done: an answer is given instead. */
    volatile Function<Request, Optional<Reply>> losing = request -> Optional.empty();

    /** How far the payment of the order is that has this reference, each time it is asked. */
    volatile Function<String, String> stage = ref -> "CAPTURED";

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
        if (exchange.getRequestMethod().equals("GET")) {
            send(exchange, new Reply(200, read(exchange.getRequestURI().getPath()), Map.of()));
            return;
        }
        Request request = new Request(
                exchange.getRequestURI().getPath().replace("/api/v1", ""),
                exchange.getRequestHeaders().getFirst("Idempotency-Key"),
                exchange.getRequestHeaders().getFirst("X-Actor"),
                JsonMapper.shared().readTree(exchange.getRequestBody().readAllBytes()));
        requests.add(request);
        Reply done = refusing.apply(request).orElseGet(() -> answer(request));
        send(exchange, losing.apply(request).orElse(done));
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
            return orders.putIfAbsent(ref, request.body()) == null
                    ? new Reply(201, order(ref, request.body()), Map.of())
                    : Reply.problem(
                            409, "EXTERNAL_REF_TAKEN", "The reference " + ref + " already belongs to an order.");
        }
        if (request.path().equals("/accounts")) {
            String owner = request.body().path("ownerId").asString();
            return new Reply(201, "{\"id\":\"account-" + owner + "\"}", Map.of());
        }
        String id = request.path().replaceAll("^/[a-z]+/[a-z]+-|/[a-z]+$", "");
        String part = request.path().endsWith("/payments") ? "payment-" : "shipment-";
        return new Reply(201, "{\"id\":\"" + part + id + "\"}", Map.of());
    }

    private String read(String path) {
        String ref = path.replaceAll(".*/[a-z]+-", "");
        if (path.contains("/payments/")) {
            return "{\"status\":\"" + stage.apply(ref) + "\",\"reason\":\"no money\"}";
        }
        if (!orders.containsKey(ref)) {
            return "{\"items\":[],\"page\":{\"limit\":1}}";
        }
        boolean begun =
                requests.stream().anyMatch(request -> request.path().equals("/orders/order-" + ref + "/payments"));
        String captured = begun && stage.apply(ref).equals("CAPTURED") ? "49.98" : "0.00";
        return "{\"totals\":{\"captured\":{\"amount\":\"" + captured + "\"}}}";
    }

    private static String order(String ref, JsonNode body) {
        BigDecimal goods = body.path("lines")
                .valueStream()
                .map(line -> amount(line, "unitPrice")
                        .multiply(line.path("quantity").decimalValue())
                        .subtract(amount(line, "discount")))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal shipping = amount(body.path("shipping"), "price");
        String currency = body.path("currency").asString();
        return JsonMapper.shared()
                .writeValueAsString(Map.of(
                        "id",
                        "order-" + ref,
                        "totals",
                        Map.of(
                                "lines", money(goods, currency),
                                "shipping", money(shipping, currency),
                                "tax", money(BigDecimal.ZERO.setScale(goods.scale()), currency),
                                "grand", money(goods.add(shipping), currency))));
    }

    private static BigDecimal amount(JsonNode parent, String name) {
        return new BigDecimal(parent.path(name).path("amount").asString("0"));
    }

    private static Map<String, String> money(BigDecimal amount, String currency) {
        return Map.of("amount", amount.toPlainString(), "currency", currency);
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
