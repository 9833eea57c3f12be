package io.ordertrail.app.http.input;

import static io.ordertrail.app.FrontDoor.ORDERS;
import static io.ordertrail.app.FrontDoor.example;
import static io.ordertrail.app.http.input.ProblemAnswer.problem;
import static org.assertj.core.api.Assertions.assertThat;

import io.ordertrail.app.FrontDoor;
import io.ordertrail.app.OpenApiContract;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?limit=0",
                "?limit=501",
                "?limit=x",
                "?limit=1&limit=2",
                "?limit=99999999999999999999",
                "?limit=",
                "?colour=red",
                "?status=pending",
                "?status=",
                "?sort=createdat",
                "?sort=createdAt;drop+table",
                "?createdFrom=2026-01-01",
                "?createdFrom=2026-01-01T00:00:00+01:00",
                "?createdTo=9999999999",
                "?totalMin=1e999",
                "?totalMin=NaN",
                "?totalMax=0x10",
                "?hold=yes",
                "?after=%27%20or%201=1",
                "?after=%00",
                "?q=%00",
                "?customerId=a%07b",
                "?q=%ff",
                "?q=%zz",
                "?%00=1",
                "?createdTo=2026-13-01T00:00:00Z"
            })
    void a_bad_query_is_a_problem(String query) {
        HttpResponse<String> answer =
                raw("GET " + ORDERS + query + " HTTP/1.1\r\nHost: localhost\r\n" + "Connection: close\r\n\r\n");
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
    @ValueSource(
            strings = {
                "/order-1",
                "/order-%00",
                "/..%2F..%2Fetc",
                "/%2e%2e/x",
                "/by-number/1",
                "/by-number/2026-%00",
                "/nothing/history",
                "/'%20or%201=1",
                "/by-number/2026-000000"
            })
    void an_impossible_id_is_not_found(String path) {
        HttpResponse<String> answer =
                raw("GET " + ORDERS + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        assertThat(answer.statusCode()).isIn(400, 404);
        problem(answer, answer.statusCode());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GARBAGE\r\n\r\n",
                "GET /api/v1/orders?q=<> HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET / HTTP/9.9\r\nHost: localhost\r\n\r\n",
                "GET /api/v1/orders HTTP/1.1\r\n\r\n",
                "GET /api/v1/orders HTTP/1.1\r\nHost: localhost\r\nBad Header: 1\r\n\r\n",
                "POST /api/v1/orders HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n",
                "POST /api/v1/orders HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\n",
                "TRACE / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
            })
    void what_tomcat_refuses_is_a_problem_too(String request) {
        HttpResponse<String> answer = raw(request);
        assertThat(answer.statusCode()).isBetween(400, 505);
        problem(answer, answer.statusCode());
    }

    @Test
    void finding_3_8_what_is_too_long_is_told_as_that() {
        problem(
                raw("GET " + ORDERS + "?q=" + "x".repeat(9000)
                        + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"),
                414);
        problem(
                raw("GET " + ORDERS + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nX-Y: " + "x".repeat(9000)
                        + "\r\n\r\n"),
                431);
    }

    @Test
    void finding_3_8_a_method_that_tomcat_refuses_is_told_by_its_own_name() {
        JsonNode problem =
                problem(raw("TRACE " + ORDERS + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"), 405);
        assertThat(problem.get("instance").asString()).isEqualTo(ORDERS);
        assertThat(problem.get("detail").asString()).startsWith("TRACE ");
    }

    @Test
    void finding_3_17_what_is_possible_is_told_whole_and_nothing_of_what_is_not() {
        HttpResponse<String> options =
                door.send(door.request(ORDERS).method("OPTIONS", HttpRequest.BodyPublishers.noBody()));
        assertThat(options.headers().firstValue("Accept-Patch")).isEmpty();
        assertThat(options.headers().firstValue("Allow").orElse("")).contains("GET", "HEAD", "POST", "OPTIONS");
        HttpResponse<String> wrong = door.send(door.request(ORDERS).DELETE());
        problem(wrong, 405);
        assertThat(wrong.headers().firstValue("Allow").orElse("")).contains("GET", "HEAD", "POST", "OPTIONS");
    }

    @Test
    void long_headers_and_long_addresses_are_refused() {
        problem(raw("GET /" + "x".repeat(100_000) + " HTTP/1.1\r\nHost: localhost\r\n\r\n"), 400);
        problem(raw("GET / HTTP/1.1\r\nHost: localhost\r\nX-Actor: " + "x".repeat(100_000) + "\r\n\r\n"), 400);
    }

    @Test
    void a_large_body_is_refused_whether_its_length_is_announced_or_not() {
        byte[] large = "x".repeat(10_000_000).getBytes(StandardCharsets.UTF_8);
        String head = "POST " + ORDERS + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n";
        problem(raw(head + "Content-Length: " + large.length + "\r\n\r\n"), 413);
        HttpRequest.Builder chunked = door.post(ORDERS, "")
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large, 0, 400_000)));
        problem(door.send(chunked), 413);
    }

    @Test
    void a_compressed_body_is_not_unpacked() {
        problem(door.send(door.post(ORDERS, "x").header("Content-Encoding", "gzip")), 415);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/orders;x=1", "/api/v1/stock/a;b", "/api/v1/orders/order-1;v=2/history"})
    void finding_2_13_a_path_has_no_parameters(String path) {
        problem(raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"), 400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json; charset=ISO-8859-1",
                "application/json;charset=utf-8;q=0.9, text/html",
                "application/json;profile=x",
                "application/problem+json;charset=latin1, application/*;charset=ISO-8859-1"
            })
    void finding_2_5_parameters_of_json_are_no_other_type(String accept) {
        HttpResponse<String> placed =
                door.send(door.post(ORDERS, example("PlaceOrder")).header("Accept", accept));
        assertThat(placed.statusCode()).isEqualTo(201);
        assertThat(placed.headers().firstValue("Content-Type")).contains("application/json");
        contract.check(placed);
        problem(door.send(door.request(ORDERS + "/none").header("Accept", accept)), 404);
    }

    @Test
    void headers_that_say_who_asks_are_checked() {
        problem(door.send(door.request(ORDERS).header("X-Actor", "a b")), 400);
        problem(door.send(door.request(ORDERS).header("X-Roles", "staff")), 400);
        problem(door.send(door.request(ORDERS).header("X-Actor", "a").header("X-Actor", "b")), 400);
        problem(door.send(door.request(ORDERS).header("X-Min-Version", "-1")), 400);
    }

    /** Two who read one length differently would see two requests where there is one, or another one. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 6\r\nTransfer-Encoding: chunked",
                "Content-Length: 5\r\nContent-Length: 60",
                "Content-Length: 5, 60",
                "Content-Length: +5",
                "Content-Length: 5 5",
                "Transfer-Encoding: xchunked",
                "Transfer-Encoding: chunked, identity",
                "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked",
                "Transfer-Encoding : chunked"
            })
    void API8_a_request_in_the_body_of_another_is_not_answered(String length) throws IOException {
        String request = "POST /api/v1/orders HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                + length + "\r\n\r\n0\r\n\r\nGET /api/v1/orders?smuggled HTTP/1.1\r\nHost: localhost\r\n\r\n";
        try (Socket socket = new Socket("127.0.0.1", door.port())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            // To the end: the connection is closed after the one answer.
            String answers = new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
            assertThat(answers)
                    .containsPattern("^HTTP/1.1 (4..|501) ")
                    .containsOnlyOnce("HTTP/1.1 ")
                    .doesNotContain("smuggled");
        }
    }

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
