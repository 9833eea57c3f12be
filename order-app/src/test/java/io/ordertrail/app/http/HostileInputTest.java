package io.ordertrail.app.http;

import static io.ordertrail.app.FrontDoor.ORDERS;
import static io.ordertrail.app.FrontDoor.example;
import static io.ordertrail.app.FrontDoor.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.ordertrail.app.FrontDoor;
import io.ordertrail.app.OpenApiContract;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Whatever comes in, a problem goes out: 4xx, told in the caller's terms, without a word about our classes. */
class HostileInputTest {

    private static FrontDoor door;
    private static OpenApiContract contract;

    @BeforeAll
    static void open() {
        door = FrontDoor.open();
        contract = OpenApiContract.of(door.get("/v3/api-docs").body());
    }

    @AfterAll
    static void close() {
        door.close();
    }

    static Stream<Arguments> bodies() {
        String order = example("PlaceOrder");
        return Stream.of(
                body("empty", "", 400, "", "MISSING_BODY"),
                body("null", "null", 400, "", "MISSING_FIELD"),
                body("no JSON", "<order/>", 400, "", "MALFORMED_JSON"),
                body("an array", "[]", 400, "", "WRONG_TYPE"),
                body("truncated", order.substring(0, 150), 400, "/lines/0/name", "MALFORMED_JSON"),
                body("trailing", order + "{}", 400, "", "TRAILING_CONTENT"),
                body("unknown field", order.replace("\"sku\"", "\"status\""), 400, "/lines/0/status", "UNKNOWN_FIELD"),
                body("duplicate", order.replace("\"name\": \"Tee M\"", "\"sku\": \"B\""), 400, "/lines/0/sku",
                        "DUPLICATE_FIELD"),
                body("deep", order.replace("\"c-1042\"", "[".repeat(10_000)), 400, "/customerId", "WRONG_TYPE"),
                body("deep first", "[".repeat(10_000), 400, "", "WRONG_TYPE"),
                body("missing", order.replace("\"currency\": \"EUR\",\n  \"pay", "\"pay"), 400, "/currency",
                        "MISSING_FIELD"),
                body("null field", order.replace("\"TEE-M\"", "null"), 400, "/lines/0/sku", "MISSING_FIELD"),
                body("null line", order.replace("\"lines\": [", "\"lines\": [null, "), 400, "/lines/0",
                        "MISSING_FIELD"),
                body("string for number", order.replace("\"quantity\": 2", "\"quantity\": \"2\""), 400,
                        "/lines/0/quantity", "WRONG_TYPE"),
                body("float for int", order.replace("\"quantity\": 2", "\"quantity\": 2.0"), 400, "/lines/0/quantity",
                        "WRONG_TYPE"),
                body("huge", order.replace("\"quantity\": 2", "\"quantity\": 1e999"), 400, "/lines/0/quantity",
                        "WRONG_TYPE"),
                body("overflow", order.replace("\"quantity\": 2", "\"quantity\": 99999999999"), 400,
                        "/lines/0/quantity", "WRONG_TYPE"),
                body("long number", order.replace("\"quantity\": 2", "\"quantity\": " + "9".repeat(1000)), 400,
                        "/lines/0", "TOO_COMPLEX"),
                body("number for string", order.replace("\"TEE-M\"", "7"), 400, "/lines/0/sku", "WRONG_TYPE"),
                body("bool for string", order.replace("\"TEE-M\"", "true"), 400, "/lines/0/sku", "WRONG_TYPE"),
                body("number for boolean", order.replace("x\": true", "x\": 1"), 400, "/lines/0/priceIncludesTax",
                        "WRONG_TYPE"),
                body("number for amount", order.replace("\"24.99\"", "24.99"), 400, "/lines/0/unitPrice/amount",
                        "WRONG_TYPE"),
                body("number for rate", order.replace("\"0.19\"", "0.19"), 400, "/lines/0/taxRate", "WRONG_TYPE"),
                body("exponent", order.replace("24.99", "1e999"), 400, "/lines/0/unitPrice/amount", "WRONG_TYPE"),
                body("enum", order.replace("AUTH_FIRST", "FREE"), 400, "/paymentTerms", "UNKNOWN_VALUE"),
                body("enum number", order.replace("\"AUTH_FIRST\"", "1"), 400, "/paymentTerms", "UNKNOWN_VALUE"),
                body("empty enum", order.replace("AUTH_FIRST", ""), 400, "/paymentTerms", "UNKNOWN_VALUE"),
                body("NUL", order.replace("Tee M", "Tee\\u0000M"), 400, "/lines/0/name", "ILLEGAL_CHARACTER"),
                body("half a pair", order.replace("Tee M", "\\ud83d"), 400, "/lines/0/name", "ILLEGAL_CHARACTER"),
                body("time", order.replaceFirst("\\{", "{\"at\": \"2026-11-22T08:14\","), 400, "/at", "WRONG_TYPE"),
                body("time as number", order.replaceFirst("\\{", "{\"at\": 1,"), 400, "/at", "WRONG_TYPE"),
                body("scale", order.replace("24.99", "24.999"), 422, "/lines/0/unitPrice/amount", "WRONG_SCALE"),
                body("negative", order.replace("24.99", "-24.99"), 422, "/lines/0/unitPrice/amount",
                        "NEGATIVE_AMOUNT"),
                body("too large", order.replace("24.99", "9".repeat(16) + ".99"), 422, "/lines/0/unitPrice/amount",
                        "AMOUNT_TOO_LARGE"),
                body("other currency", order.replace("\"4.90\", \"currency\": \"EUR\"", "\"4.90\", \"currency\": \"USD\""),
                        422, "/shipping/price/currency", "CURRENCY_MISMATCH"),
                body("no currency", order.replace("EUR", "EUX"), 422, "/currency", "UNKNOWN_CURRENCY"),
                body("gold", order.replace("EUR", "XAU"), 422, "/currency", "UNKNOWN_CURRENCY"));
    }

    private static Arguments body(String what, String body, int status, String pointer, String code) {
        return Arguments.of(what, body, status, pointer, code);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bodies")
    void a_bad_body_is_told_where_and_why(String what, String body, int status, String pointer, String code) {
        HttpResponse<String> answer = door.send(door.post(ORDERS, body));
        JsonNode error = problem(answer, status).get("errors").get(0);
        assertThat(error.get("code").asString()).isEqualTo(code);
        assertThat(error.get("pointer").asString()).isEqualTo(pointer);
        contract.check(answer);
    }

    @Test
    void an_unknown_value_is_told_the_known_ones() {
        JsonNode problem = problem(
                door.send(door.post(ORDERS, example("PlaceOrder").replace("AUTH_FIRST", "FREE"))), 400);
        assertThat(problem.get("detail").asString()).contains("PREPAID, AUTH_FIRST, INVOICE");
    }

    @Test
    void every_fault_of_a_body_is_told_at_once() {
        String body = example("PlaceOrder").replace("24.99", "24.999").replace("4.90", "-4.90");
        assertThat(problem(door.send(door.post(ORDERS, body)), 422).get("errors")).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "?limit=0", "?limit=501", "?limit=x", "?limit=1&limit=2", "?limit=99999999999999999999", "?limit=", "?colour=red",
        "?status=pending", "?status=", "?sort=createdat", "?sort=createdAt;drop+table", "?createdFrom=2026-01-01",
        "?createdFrom=2026-01-01T00:00:00+01:00", "?createdTo=9999999999", "?totalMin=1e999", "?totalMin=NaN",
        "?totalMax=0x10", "?hold=yes", "?after=%27%20or%201=1", "?after=%00", "?q=%00", "?customerId=a%07b", "?q=%ff",
        "?q=%zz", "?%00=1", "?createdTo=2026-13-01T00:00:00Z"
    })
    void a_bad_query_is_a_problem(String query) {
        HttpResponse<String> answer = raw("GET " + ORDERS + query + " HTTP/1.1\r\nHost: localhost\r\n"
                + "Connection: close\r\n\r\n");
        problem(answer, 400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"?q='%20or%201=1--", "?q=%25", "?customerId=%22%3B%20drop%20table", "?q=%F0%9F%91%95"})
    void odd_text_in_a_filter_is_only_text(String query) {
        HttpResponse<String> answer = door.get(ORDERS + query);
        assertThat(answer.statusCode()).isEqualTo(200);
        contract.check(answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "/order-1", "/order-%00", "/..%2F..%2Fetc", "/%2e%2e/x", "/by-number/1", "/by-number/2026-%00", "/nothing/history",
        "/'%20or%201=1", "/by-number/2026-000000"
    })
    void an_impossible_id_is_not_found(String path) {
        HttpResponse<String> answer =
                raw("GET " + ORDERS + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        assertThat(answer.statusCode()).isIn(400, 404);
        problem(answer, answer.statusCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "GARBAGE\r\n\r\n",
        "GET /api/v1/orders?q=<> HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET / HTTP/9.9\r\nHost: x\r\n\r\n",
        "GET /api/v1/orders HTTP/1.1\r\n\r\n",
        "GET /api/v1/orders HTTP/1.1\r\nHost: x\r\nBad Header: 1\r\n\r\n",
        "POST /api/v1/orders HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n",
        "POST /api/v1/orders HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\n",
        "TRACE / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
    })
    void what_tomcat_refuses_is_a_problem_too(String request) {
        HttpResponse<String> answer = raw(request);
        assertThat(answer.statusCode()).isBetween(400, 505);
        problem(answer, answer.statusCode());
    }

    @Test
    void long_headers_and_long_addresses_are_refused() {
        problem(raw("GET /" + "x".repeat(100_000) + " HTTP/1.1\r\nHost: x\r\n\r\n"), 400);
        problem(raw("GET / HTTP/1.1\r\nHost: x\r\nX-Actor: " + "x".repeat(100_000) + "\r\n\r\n"), 400);
    }

    @Test
    void a_large_body_is_refused_whether_its_length_is_announced_or_not() {
        byte[] large = "x".repeat(10_000_000).getBytes(StandardCharsets.UTF_8);
        String head = "POST " + ORDERS + " HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n";
        problem(raw(head + "Content-Length: " + large.length + "\r\n\r\n"), 413);
        HttpRequest.Builder chunked = door.post(ORDERS, "")
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large, 0, 400_000)));
        problem(door.send(chunked), 413);
    }

    @Test
    void a_compressed_body_is_not_unpacked() {
        problem(door.send(door.post(ORDERS, "x").header("Content-Encoding", "gzip")), 415);
    }

    @Test
    void headers_that_say_who_asks_are_checked() {
        problem(door.send(door.request(ORDERS).header("X-Actor", "a b")), 400);
        problem(door.send(door.request(ORDERS).header("X-Roles", "staff")), 400);
        problem(door.send(door.request(ORDERS).header("X-Actor", "a").header("X-Actor", "b")), 400);
        problem(door.send(door.request(ORDERS).header("X-Min-Version", "-1")), 400);
    }

    private static JsonNode problem(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith(Problem.MEDIA_TYPE);
        assertThat(answer.body())
                .doesNotContain("io.ordertrail", "java.", "tools.jackson", "Exception", "\\tat ", "<html", "Tomcat");
        JsonNode problem = json(answer);
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        assertThat(problem.get("traceId").asString()).matches("[0-9a-f]{32}");
        return problem;
    }

    /** Sends what no HTTP client would. */
    private static HttpResponse<String> raw(String request) {
        try (Socket socket = new Socket("127.0.0.1", door.port())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return RawAnswer.read(socket.getInputStream());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
