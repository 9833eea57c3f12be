package io.ordertrail.app;

import static io.ordertrail.app.FrontDoor.ORDERS;
import static io.ordertrail.app.FrontDoor.example;
import static io.ordertrail.app.FrontDoor.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class OpenApiContractTest {

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
        checked(door.request(order), 200);
        checked(door.request(order + "?version=0"), 200);
        checked(door.request(order + "/history"), 200);
        checked(door.request(ORDERS + "/by-number/" + json(placed).get("number").asString()), 200);
        checked(door.request(ORDERS + "?limit=1&status=PENDING&totalMin=1.00&sort=-grandTotal"), 200);
        checked(door.request(ORDERS + "/export"), 200);
        checked(door.request(ORDERS + "/export?format=ndjson"), 200);
        checked(door.post(order + "/payments", example("Paying")), 201);
        checked(door.post(order + "/hold", example("Hold")), 200);
        checked(door.post(order + "/release", example("Release")), 200);
        checked(door.post(order + "/notes", example("Note")), 201);
        checked(door.post(order + "/payment-waiver", example("PaymentWaiver")), 200);
        String shipment = checked(door.post(order + "/shipments", example("ShipmentRequest")), 201)
                .headers()
                .firstValue("Location")
                .orElseThrow();
        checked(door.post(shipment + "/dispatch", example("Departure")), 200);
        checked(door.post(shipment + "/delivery", example("Arrival")), 200);
        checked(door.request(shipment), 200);
        checked(door.post(order + "/cancellation", example("Cancellation")), 200);
        checked(door.request("/api/v1/admin/attention?kind=STEP_STUCK&resolved=true&limit=1"), 200);
        checked(door.request("/api/v1/reports/sales?from=2026-11-01&to=2026-11-30&sku=TEE-M&limit=1"), 200);
        checked(door.request("/api/v1/reports/refunds?from=2026-11-01"), 200);
        checked(door.request("/api/v1/reports/open-to-ship?limit=1"), 200);
        checked(door.request("/api/v1/admin/projections"), 200);
        String replay = checked(
                        door.request("/api/v1/admin/projections/order-list/replays")
                                .POST(HttpRequest.BodyPublishers.noBody()),
                        202)
                .headers()
                .firstValue("Location")
                .orElseThrow();
        checked(door.request(replay), 200);
        assertThat(contract.untried()).isEmpty();
    }

    @Test
    void problems_and_conditional_answers_are_as_described() {
        String order = ORDERS + "/" + door.place();
        checked(door.request(order).header("If-None-Match", "\"0\""), 304);
        checked(door.request(order).header("X-Min-Version", "7"), 202);
        checked(door.request(order).header("If-Match", "\"7\""), 412);
        checked(door.request(ORDERS + "/order-x"), 404);
        checked(door.request(order).header("Accept", "text/html"), 406);
        checked(door.post(order + "/hold", "{}"), 400);
        checked(door.post(order + "/hold", "x".repeat(300_000)), 413);
        checked(door.post(ORDERS, example("PlaceOrder").replace("24.99", "24.999")), 422);
        checked(door.request(order + "/hold").POST(HttpRequest.BodyPublishers.ofString("x")), 415);
        checked(door.request("/api/v1/reports/sales?from=2026-11-31"), 400);
        checked(door.request("/api/v1/nothing"), 404);
        checked(door.request(order).DELETE(), 405);
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
