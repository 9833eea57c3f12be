package io.ordertrail.app.http.input;

import static io.ordertrail.app.FrontDoor.ORDERS;
import static io.ordertrail.app.FrontDoor.example;
import static io.ordertrail.app.http.input.ProblemAnswer.problem;
import static org.assertj.core.api.Assertions.assertThat;

import io.ordertrail.app.FrontDoor;
import io.ordertrail.app.OpenApiContract;
import java.net.http.HttpResponse;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Bodies that are no order: each fault is told with its place and its reason. */
class HostileBodyTest {

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
                body("null", "null", 400, "", "REQUIRED"),
                body("no JSON", "<order/>", 400, "", "MALFORMED_JSON"),
                body("an array", "[]", 400, "", "WRONG_TYPE"),
                body("truncated", order.substring(0, 150), 400, "/lines/0/name", "MALFORMED_JSON"),
                body("trailing", order + "{}", 400, "", "TRAILING_CONTENT"),
                body("unknown field", order.replace("\"sku\"", "\"status\""), 400, "/lines/0/status", "UNKNOWN_FIELD"),
                body(
                        "duplicate",
                        order.replace("\"name\": \"Tee M\"", "\"sku\": \"B\""),
                        400,
                        "/lines/0/sku",
                        "DUPLICATE_FIELD"),
                body("deep", order.replace("\"c-1042\"", "[".repeat(10_000)), 400, "/customerId", "WRONG_TYPE"),
                body("deep first", "[".repeat(10_000), 400, "", "WRONG_TYPE"),
                body(
                        "missing",
                        order.replace("\"currency\": \"EUR\",\n  \"pay", "\"pay"),
                        400,
                        "/currency",
                        "REQUIRED"),
                body("null field", order.replace("\"TEE-M\"", "null"), 400, "/lines/0/sku", "REQUIRED"),
                body("null line", order.replace("\"lines\": [", "\"lines\": [null, "), 400, "/lines/0", "REQUIRED"),
                body(
                        "string for number",
                        order.replace("\"quantity\": 2", "\"quantity\": \"2\""),
                        400,
                        "/lines/0/quantity",
                        "WRONG_TYPE"),
                body(
                        "float for int",
                        order.replace("\"quantity\": 2", "\"quantity\": 2.0"),
                        400,
                        "/lines/0/quantity",
                        "WRONG_TYPE"),
                body(
                        "huge",
                        order.replace("\"quantity\": 2", "\"quantity\": 1e999"),
                        400,
                        "/lines/0/quantity",
                        "WRONG_TYPE"),
                body(
                        "overflow",
                        order.replace("\"quantity\": 2", "\"quantity\": 99999999999"),
                        400,
                        "/lines/0/quantity",
                        "WRONG_TYPE"),
                body(
                        "long number",
                        order.replace("\"quantity\": 2", "\"quantity\": " + "9".repeat(1000)),
                        400,
                        "/lines/0",
                        "TOO_COMPLEX"),
                body("number for string", order.replace("\"TEE-M\"", "7"), 400, "/lines/0/sku", "WRONG_TYPE"),
                body("bool for string", order.replace("\"TEE-M\"", "true"), 400, "/lines/0/sku", "WRONG_TYPE"),
                body(
                        "number for boolean",
                        order.replace("x\": true", "x\": 1"),
                        400,
                        "/lines/0/priceIncludesTax",
                        "WRONG_TYPE"),
                body(
                        "number for amount",
                        order.replace("\"24.99\"", "24.99"),
                        400,
                        "/lines/0/unitPrice/amount",
                        "WRONG_TYPE"),
                body("number for rate", order.replace("\"0.19\"", "0.19"), 400, "/lines/0/taxRate", "WRONG_TYPE"),
                body("exponent", order.replace("24.99", "1e999"), 400, "/lines/0/unitPrice/amount", "WRONG_TYPE"),
                body("enum", order.replace("AUTH_FIRST", "FREE"), 400, "/paymentTerms", "UNKNOWN_VALUE"),
                body("enum number", order.replace("\"AUTH_FIRST\"", "1"), 400, "/paymentTerms", "UNKNOWN_VALUE"),
                body("empty enum", order.replace("AUTH_FIRST", ""), 400, "/paymentTerms", "UNKNOWN_VALUE"),
                body("NUL", order.replace("Tee M", "Tee\\u0000M"), 400, "/lines/0/name", "CONTROL_CHARACTER"),
                body("half a pair", order.replace("Tee M", "\\ud83d"), 400, "/lines/0/name", "CONTROL_CHARACTER"),
                body("time", order.replaceFirst("\\{", "{\"at\": \"2026-11-22T08:14\","), 400, "/at", "WRONG_TYPE"),
                body("time as number", order.replaceFirst("\\{", "{\"at\": 1,"), 400, "/at", "WRONG_TYPE"),
                body("scale", order.replace("24.99", "24.999"), 422, "/lines/0/unitPrice/amount", "WRONG_SCALE"),
                body("negative", order.replace("24.99", "-24.99"), 422, "/lines/0/unitPrice/amount", "NEGATIVE"),
                body(
                        "too large",
                        order.replace("24.99", "9".repeat(16) + ".99"),
                        422,
                        "/lines/0/unitPrice/amount",
                        "TOO_LARGE"),
                body(
                        "other currency",
                        order.replace("\"4.90\", \"currency\": \"EUR\"", "\"4.90\", \"currency\": \"USD\""),
                        422,
                        "/shipping/price/currency",
                        "CURRENCY_MISMATCH"),
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
        JsonNode problem =
                problem(door.send(door.post(ORDERS, example("PlaceOrder").replace("AUTH_FIRST", "FREE"))), 400);
        assertThat(problem.get("detail").asString()).contains("PREPAID, AUTH_FIRST, INVOICE");
    }

    @Test
    void every_fault_of_a_body_is_told_at_once() {
        String body = example("PlaceOrder").replace("24.99", "24.999").replace("4.90", "-4.90");
        assertThat(problem(door.send(door.post(ORDERS, body)), 422).get("errors"))
                .hasSize(2);
    }
}
