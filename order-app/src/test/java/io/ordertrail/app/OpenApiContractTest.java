package io.ordertrail.app;

import static io.ordertrail.app.FrontDoor.ORDERS;
import static io.ordertrail.app.FrontDoor.example;
import static io.ordertrail.app.FrontDoor.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ordertrail.app.payment.Webhooks;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class OpenApiContractTest {

    /** The providers that the service calls are beans, with addresses of their own. */
    @Test
    void API7_no_request_names_an_address_that_the_service_would_call() {
        String description = door.get("/v3/api-docs").body();
        JsonNode schemas = json(door.get("/v3/api-docs")).at("/components/schemas");
        assertThat(schemas.size()).isGreaterThan(50);
        for (String name : schemas.propertyNames()) {
            for (String property : schemas.path(name).path("properties").propertyNames()) {
                assertThat(property.toLowerCase(java.util.Locale.ROOT))
                        .as(name)
                        .doesNotContain("url", "uri", "callback", "host");
            }
        }
        assertThat(description).doesNotContain("\"callbacks\"");
    }

    private static void customers() {
        String customer = "/api/v1/customers/c-1042";
        checked(door.request(customer), 200);
        checked(door.request(customer + "/personal-data?limit=1"), 200);
        checked(door.request(customer + "/personal-data?limit=0"), 400);
        checked(door.post(customer + "/erasure", example("ErasureRequest")), 202);
        checked(door.request(customer + "/erasure"), 200);
        checked(door.post(customer + "/erasure/withdrawal", example("ErasureWithdrawal")), 200);
        checked(door.post(customer + "/legal-hold", example("LegalHold")), 200);
        checked(door.post(customer + "/legal-hold/lift", example("LegalHoldLift")), 200);
    }

    private static void audit() {
        checked(door.request("/api/v1/admin/audit?limit=2"), 200);
        checked(door.request("/api/v1/admin/audit?limit=0"), 400);
        checked(door.request("/api/v1/admin/checkpoints?after=9"), 200);
        checked(door.request("/api/v1/admin/checkpoints/newest"), 200);
    }

    private static void keys() {
        String keys = "/api/v1/admin/keys";
        String key = keys + "/" + SampleKeys.KEY_ID;
        checked(door.request(keys), 200);
        checked(door.post(keys, example("KeyRequest")), 200);
        checked(door.post(keys, "{\"name\":\"x\",\"roles\":[\"SERVICE\"]}"), 422);
        checked(door.post(key + "/roll", example("KeyRoll")), 200);
        checked(door.request(key).DELETE(), 200);
        checked(door.request(keys + "/A_b").DELETE(), 404);
        String withdrawals = "/api/v1/admin/token-withdrawals";
        checked(door.request(withdrawals), 200);
        checked(door.post(withdrawals, example("TokenWithdrawalRequest")), 200);
        checked(door.post(withdrawals, "{\"subject\":\"a person\",\"reason\":\" \"}"), 422);
        checked(door.request(withdrawals + "/" + SampleKeys.KEY_ID).DELETE(), 200);
        checked(door.request(withdrawals + "/A_b").DELETE(), 404);
    }

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

    @Test
    void every_endpoint_is_described_and_answers_as_described_and_every_example_is_accepted() {
        HttpResponse<String> placed = checked(door.post(ORDERS, example("PlaceOrder")), 201);
        String order = placed.headers().firstValue("Location").orElseThrow();
        checked(door.post(ORDERS + "/quote", example("PriceOrder")), 200);
        checked(door.post(ORDERS + "/quote", example("PlaceOrder")), 200);
        checked(door.post(ORDERS + "/lookup", example("References")), 200);
        checked(door.post(ORDERS + "/lookup", "{\"channel\":\"WEB\",\"externalRefs\":[]}"), 422);
        checked(door.request(order), 200);
        checked(door.request(ORDERS + "?status=PENDING,CONFIRMED&channel=WEB&channel=SHOP&currency=EUR"), 200);
        checked(door.request(order + "?version=0"), 200);
        checked(door.request(order + "?asOf=2026-11-22T08:14:03Z&effectiveAt=2026-11-22T08:14:03Z"), 200);
        checked(door.request(order + "?version=0&asOf=2026-11-22T08:14:03Z"), 400);
        checked(door.request(order + "?version=-1"), 400);
        checked(door.request(order + "/diff?from=0"), 200);
        checked(door.request(order + "/diff?from=0&to=yesterday"), 400);
        checked(door.request(order + "/diff"), 400);
        checked(door.request(order + "/explain?of=/totals/due"), 200);
        checked(door.request("/api/v1/accounts/account-1/explain"), 200);
        checked(door.request(order + "/causes"), 200);
        assertThat(checked(door.request(order + "/causes/drawing"), 200).body())
                .startsWith("<svg")
                .contains("&#60;anna&#62;", "Placed &#38; asked for")
                .doesNotContain("<anna>");
        checked(door.request(ORDERS + "?asOf=2026-11-22T08:14:03Z"), 200);
        checked(door.request(order + "/history?limit=1"), 200);
        checked(door.request(order + "/history?limit=501"), 400);
        checked(door.request(ORDERS + "/by-number/" + json(placed).get("number").asString()), 200);
        checked(door.request(ORDERS + "?limit=1&status=PENDING&totalMin=1.00&sort=-grandTotal"), 200);
        checked(door.post(ORDERS + "/search", example("SearchRequest")), 200);
        checked(door.post(ORDERS + "/search", "{\"filters\":{},\"limit\":0}"), 400);
        checked(door.request(ORDERS + "/export"), 200);
        checked(door.request(ORDERS + "/export?format=ndjson&lines=true"), 200);
        checked(door.request(order + "/capsule"), 200);
        checked(door.post(order + "/payments", example("PaymentRequest")), 201);
        String payments = "/api/v1/payments/"
                + json(checked(door.post(order + "/payments", "{\"method\":\"SANDBOX\",\"token\":\"ok\"}"), 202))
                        .get("id")
                        .asString();
        checked(door.request(payments), 200);
        checked(door.request(payments + "?asOf=2026-11-22T08:14:03Z"), 200);
        checked(door.request(payments + "/diff?from=0"), 200);
        checked(door.request(order + "/payments"), 200);
        checked(door.request("/api/v1/payments?status=CAPTURED,REFUNDED&method=MANUAL&unknown=false&limit=1"), 200);
        checked(door.request("/api/v1/payments?createdFrom=2026-02-01T00:00:00Z&createdTo=2026-01-01T00:00:00Z"), 400);
        checked(door.post(payments + "/captures", example("MoneyChange")), 202);
        checked(door.post(payments + "/voids", "{}"), 202);
        checked(door.post(payments + "/refunds", example("MoneyBack")), 202);
        checked(
                Webhooks.signed(
                        door, example("Webhook").replaceAll("payment-[0-9a-f-]*", payments.replaceAll(".*/", ""))),
                200);
        checked(Webhooks.signed(door, "{}").setHeader("Ordertrail-Signature", "t=1,v1=00"), 401);
        checked(door.post(order + "/hold", example("Hold")), 200);
        checked(door.post(order + "/release", example("Release")), 200);
        checked(door.post(order + "/notes", example("Note")), 201);
        checked(door.post(order + "/payment-waiver", example("PaymentWaiver")), 200);
        checked(door.post(order + "/approvals/1/approval", ""), 200);
        checked(door.post(order + "/approvals/1/denial", example("Denial")), 200);
        String edit = json(checked(
                        door.post(order + "/edits", example("EditRequest")).header("If-Match", "*"), 201))
                .get("id")
                .asString();
        checked(
                door.post(order + "/edits/" + edit + "/confirmation", example("EditConfirmation"))
                        .header("If-Match", "*"),
                200);
        checked(door.post(order + "/problems/p-1/resolution", example("Resolution")), 200);
        checked(door.post(order + "/address", example("AddressChange")), 200);
        checked(door.post(order + "/debts/refund-due:10.00/settlement", example("Settlement")), 200);
        checked(door.post(order + "/asks/1/7/retry", ""), 200);
        String shipment = checked(door.post(order + "/shipments", example("ShipmentRequest")), 201)
                .headers()
                .firstValue("Location")
                .orElseThrow();
        checked(door.post(shipment + "/packing", example("Packing")), 200);
        checked(door.post(shipment + "/dispatch", example("Departure")), 200);
        checked(door.post(shipment + "/tracking", example("Tracking")), 200);
        checked(door.post(shipment + "/failed-attempts", example("FailedDelivery")), 200);
        checked(door.post(shipment + "/delivery", example("Arrival")), 200);
        checked(door.post(shipment + "/loss", example("Loss")), 200);
        checked(door.post(shipment + "/return-to-sender", example("ReturnToSender")), 200);
        checked(door.post(shipment + "/resolution", example("ParcelResolution")), 200);
        checked(door.post(shipment + "/cancellation", example("ShipmentCancellation")), 200);
        checked(door.request(shipment), 200);
        checked(door.request(shipment + "?version=0"), 200);
        checked(door.request(shipment + "/diff?from=0"), 200);
        checked(door.request(order + "/shipments"), 200);
        checked(door.request("/api/v1/shipments?open=true&limit=10"), 200);
        String returned = checked(door.post(order + "/returns", example("ReturnRequest")), 201)
                .headers()
                .firstValue("Location")
                .orElseThrow();
        checked(door.post(returned + "/approval", example("ReturnApproval")), 200);
        checked(door.post(returned + "/rejection", example("ReturnRejection")), 200);
        checked(door.post(returned + "/receipt", example("GoodsReceipt")), 200);
        checked(door.post(returned + "/inspection", example("Inspection")), 200);
        checked(door.post(returned + "/refund", example("RefundRetry")), 200);
        checked(door.post(returned + "/closure", ""), 200);
        checked(door.request(returned), 200);
        checked(door.request(returned + "/diff?from=0"), 200);
        checked(door.request(order + "/returns"), 200);
        checked(door.request("/api/v1/returns?status=REQUESTED"), 200);
        checked(door.post(order + "/cancellation", example("Cancellation")), 200);
        stock();
        checked(door.request("/api/v1/admin/attention?kind=STEP_STUCK&resolved=true&limit=1"), 200);
        checked(door.request("/api/v1/reports/sales?from=2026-11-01&to=2026-11-30&sku=TEE-M&limit=1"), 200);
        checked(door.request("/api/v1/reports/refunds?from=2026-11-01&zone=Pacific/Auckland&currency=EUR"), 200);
        checked(door.request("/api/v1/reports/open-to-ship?limit=1"), 200);
        keys();
        audit();
        customers();
        JsonNode link = json(checked(door.post(order + "/link", example("LinkRequest")), 200));
        String guest = "/api/v1/guest/orders/" + link.at("/number").asString();
        String word = "Bearer " + link.at("/word").asString();
        checked(door.request(guest).header("Authorization", word), 200);
        checked(door.request(guest).header("Authorization", word + "x"), 401);
        checked(door.request(guest), 401);
        processes();
        streams(order);
        checked(door.request("/api/v1/admin/projections"), 200);
        String letters = "/api/v1/admin/dead-letters";
        String letter = letters + "/" + SampleProjections.DEAD_LETTER_ID;
        checked(door.request(letters + "?projection=stock-view"), 200);
        checked(
                door.request(letters + "/groups?error=ROW_UNREADABLE&eventType=stock.StockReceived&subject=stock-A"),
                200);
        checked(door.request(letters + "/discarded"), 200);
        checked(door.request(letter), 200);
        checked(door.post(letter + "/retry", ""), 200);
        checked(door.post(letters + "/retry?error=ROW_UNREADABLE", ""), 200);
        checked(door.request(letters + "?subject=%00"), 400);
        checked(door.request(letter + "?reason=It%20was%20a%20test").DELETE(), 200);
        checked(door.request(letters + "/A_b").DELETE(), 404);
        checked(door.request(letters + "?projection=No!"), 400);
        String rebuild = checked(
                        door.request("/api/v1/admin/projections/order-list/rebuilds")
                                .POST(HttpRequest.BodyPublishers.noBody()),
                        202)
                .headers()
                .firstValue("Location")
                .orElseThrow();
        checked(door.request(rebuild), 200);
        checked(door.request("/api/v1/admin/projections/order-list/rebuilds"), 200);
        for (String path : List.of("/pause", "/resumption", "/cancellation")) {
            checked(door.post(rebuild + path, ""), 200);
        }
        checked(door.post(rebuild + "/rollback", ""), 202);
        checked(
                door.request(ORDERS + "/batch")
                        .header("Content-Type", "application/x-ndjson")
                        .POST(HttpRequest.BodyPublishers.ofString("{\"idempotencyKey\":\"contract\"}")),
                200);
        // What only reads, ExamplesIT asks of a real shop.
        assertThat(contract.untried()).allMatch(operation -> operation.startsWith("GET "));
    }

    private static void streams(String order) {
        checked(door.request("/api/v1/events?limit=1"), 200);
        checked(door.request("/api/v1/events?after=42&seconds=1"), 200);
        checked(door.request("/api/v1/events?seconds=21"), 400);
        checked(door.request("/api/v1/stream/events?seconds=0"), 200);
        checked(door.request(order + "/stream?after=-1&seconds=0"), 200);
        checked(door.request("/api/v1/stream/orders?currency=EUR&seconds=0").header("Last-Event-ID", "42"), 200);
        checked(door.request("/api/v1/stream/orders?status=PENDING&hold=true&sku=TEE-M&seconds=0"), 200);
        checked(door.request("/api/v1/stream/orders?q=turing"), 400);
        checked(door.request("/api/v1/stream/stock?sku=TEE-M&seconds=0"), 200);
        checked(door.request("/api/v1/stream/stock?seconds=-1"), 400);
        checked(door.request("/api/v1/stream/attention?seconds=0"), 200);
        checked(door.request("/api/v1/stream/operations?seconds=0"), 200);
    }

    private static void processes() {
        String steps = "/api/v1/admin/steps";
        String step = steps + "/" + SampleProcesses.STEP.inAddress();
        assertThat(checked(door.request(steps + "?stuck=true&process=fulfilment&limit=1"), 200)
                        .headers()
                        .firstValue("Link"))
                .hasValueSatisfying(links -> assertThat(links).contains("rel=\"next\""));
        checked(door.post(step + "/retry", ""), 202);
        checked(door.post(step + "/takeover", example("TakeOver")), 200);
        checked(door.post(steps + "/!/retry", ""), 404);
        checked(door.post(step + "/takeover", "{}"), 400);
        checked(door.request("/api/v1/admin/processes"), 200);
        String parked = "/api/v1/admin/processes/processes/parked";
        String one = parked + "/" + SampleProcesses.PARKED_ID;
        checked(door.request(parked + "?eventType=order.OrderConfirmed"), 200);
        checked(door.request(parked + "/groups"), 200);
        checked(door.request(one), 200);
        checked(door.post(parked + "/retry?error=no", ""), 400);
        checked(door.post(parked + "/retry", ""), 200);
        checked(door.post(one + "/retry", ""), 200);
        checked(door.request(one + "?reason=It%20was%20a%20test").DELETE(), 200);
        checked(door.request(parked + "/a_b").DELETE(), 404);
        checked(door.request("/api/v1/admin/processes/No!/parked"), 404);
    }

    private static void stock() {
        String item = "/api/v1/stock/TEE%2FM";
        assertThat(checked(put(item, example("StockSettings")), 201).headers().firstValue("Location"))
                .contains(item);
        checked(put(item, example("StockSettings")).header("Idempotency-Key", "key-1"), 201);
        checked(door.post(item + "/receipts", example("StockReceipt")), 201);
        checked(door.post(item + "/adjustments", example("StockAdjustment")), 201);
        assertThat(json(checked(door.request(item), 200)).get("sku").asString()).isEqualTo("TEE/M");
        checked(door.request(item + "?version=0"), 200);
        checked(door.request(item + "/diff?from=0"), 200);
        checked(door.request(item + "/explain"), 200);
        assertThat(checked(door.request(item + "/reservations?limit=1"), 200)
                        .headers()
                        .firstValue("Link"))
                .contains("<" + item + "/reservations?limit=1>; rel=\"first\"");
        checked(door.request("/api/v1/reservations?sku=TEE-M&sku=CAP&orderId=order-1&backordered=true"), 200);
        checked(door.request("/api/v1/stock?belowReorderPoint=true&sku=TEE"), 200);
        checked(door.request("/api/v1/stock/none"), 404);
        checked(put("/api/v1/stock/" + "x".repeat(65), example("StockSettings")), 422);
        checked(put("/api/v1/stock/a%0Ab", example("StockSettings")), 422);
        checked(put("/api/v1/stock/%20", example("StockSettings")), 422);
    }

    private static HttpRequest.Builder put(String path, String body) {
        return door.request(path)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(body));
    }

    @Test
    void problems_and_conditional_answers_are_as_described() {
        String order = ORDERS + "/" + door.place();
        checked(door.request(order).header("If-None-Match", "\"0\""), 304);
        checked(door.request(order).header("X-Min-Version", "7"), 202);
        for (String part : List.of("/payments", "/shipments", "/returns")) {
            checked(door.request(order + part).header("X-Min-Version", "7"), 202);
        }
        checked(door.request(order).header("If-Match", "\"7\""), 412);
        checked(door.request(order).header("X-Roles", "SERVICE"), 403);
        checked(door.post(order + "/hold", example("Hold")).header("X-Roles", "SUPPORT, SERVICE"), 403);
        checked(door.request(ORDERS + "/order-x"), 404);
        checked(door.request(order).header("Accept", "text/html"), 406);
        checked(door.post(order + "/hold", "{}"), 400);
        checked(door.post(order + "/hold", "x".repeat(300_000)), 413);
        checked(door.post(ORDERS, example("PlaceOrder").replace("24.99", "24.999")), 422);
        checked(door.post(order + "/edits", example("EditRequest")), 428);
        checked(door.request(order + "/hold").POST(HttpRequest.BodyPublishers.ofString("x")), 415);
        checked(door.request("/api/v1/reports/sales?from=2026-11-31"), 400);
        checked(door.request("/api/v1/nothing"), 404);
        checked(door.request(order).DELETE(), 405);
    }

    @Test
    void answers_that_come_before_the_service_has_done_the_rest_are_as_described() {
        String order = ORDERS + "/" + door.place();
        door.rooms().processesStand(true);
        try {
            checked(door.post(order + "/payments", "{\"method\":\"SANDBOX\",\"token\":\"ok\"}"), 202);
            checked(door.post(order + "/payments", example("PaymentRequest")), 201);
            checked(door.post(order + "/shipments", "{}"), 202);
            checked(door.post(order + "/returns", example("ReturnRequest")), 202);
        } finally {
            door.rooms().processesStand(false);
        }
    }

    /** What is not there to be read yet is another matter: it is no answer to what was asked. */
    @Test
    void finding_3_7_every_operation_has_one_shape_of_success_and_what_is_made_has_an_address_and_a_version() {
        JsonNode paths = json(door.get("/v3/api-docs")).get("paths");
        List<String> several = new ArrayList<>();
        List<String> nowhere = new ArrayList<>();
        paths.properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    JsonNode answers = operation.getValue().path("responses");
                    Set<JsonNode> shapes = new HashSet<>();
                    answers.properties().stream()
                            .filter(answer -> answer.getKey().startsWith("2"))
                            .flatMap(answer -> answer.getValue().path("content").valueStream())
                            .map(content -> content.path("schema"))
                            .filter(schema -> !schema.path("$ref").asString("").endsWith("/NotYet"))
                            .forEach(shapes::add);
                    String name = operation.getKey() + " " + path.getKey();
                    if (shapes.size() > 1 || shapes.stream().anyMatch(shape -> shape.has("oneOf"))) {
                        several.add(name);
                    }
                    JsonNode made = answers.path("201");
                    if (!made.isMissingNode()
                            && !(made.at("/headers/Location/required").asBoolean()
                                    && made.at("/headers/ETag/required").asBoolean())) {
                        nowhere.add(name);
                    }
                }));
        assertThat(paths).hasSizeGreaterThan(50);
        assertThat(several).isEmpty();
        assertThat(nowhere).isEmpty();
    }

    @Test
    void every_query_parameter_has_an_example_of_its_type_and_every_answer_that_is_shown_is_as_described() {
        List<String> without = new ArrayList<>();
        JsonNode paths = json(door.get("/v3/api-docs")).get("paths");
        paths.properties()
                .forEach(path -> path.getValue().forEach(operation -> {
                    for (JsonNode parameter : operation.path("parameters")) {
                        JsonNode schema = parameter.path("schema");
                        if (parameter.path("in").asString().equals("query")
                                && !schema.path("type").asString().equals(type(schema.path("example")))) {
                            without.add(
                                    path.getKey() + " " + parameter.path("name").asString());
                        }
                    }
                }));
        assertThat(without).isEmpty();
        assertThat(contract.checkExamples()).hasSize(6);
    }

    private static String type(JsonNode value) {
        return value.isIntegralNumber() ? "integer" : value.getNodeType().name().toLowerCase(Locale.ROOT);
    }

    @Test
    void an_answer_that_is_not_described_is_found() {
        HttpResponse<String> list = door.get(ORDERS);
        OpenApiContract other =
                OpenApiContract.of(door.get("/v3/api-docs").body().replace("\"grandTotal\"", "\"sum\""));
        door.place();
        assertThatThrownBy(() -> other.check(door.get(ORDERS))).isInstanceOf(AssertionError.class);
        OpenApiContract silent =
                OpenApiContract.of(door.get("/v3/api-docs").body().replace("\"200\":", "\"299\":"));
        assertThatThrownBy(() -> silent.check(list)).hasMessageContaining("undescribed status");
    }

    private static HttpResponse<String> checked(HttpRequest.Builder request, int status) {
        HttpResponse<String> answer = door.send(request);
        assertThat(answer.statusCode())
                .as(answer.request() + "\n" + answer.body())
                .isEqualTo(status);
        contract.check(answer);
        return answer;
    }
}
