package io.ordertrail.app.shipment;

import static io.ordertrail.app.FrontDoor.ORDERS;
import static io.ordertrail.app.FrontDoor.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ordertrail.api.order.OrderGoodsCommand.ApproveShipment;
import io.ordertrail.api.order.OrderGoodsCommand.ResolveShipment;
import io.ordertrail.api.order.OrderId;
import io.ordertrail.api.shipment.ShipmentCommand.DispatchShipment;
import io.ordertrail.app.FrontDoor;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.axonframework.commandhandling.CommandMessage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The front door says one thing about a parcel, and looks whether the service has done the rest. */
class ParcelsTest {

    private static FrontDoor door;

    @BeforeAll
    static void open() {
        door = FrontDoor.open();
    }

    @AfterAll
    static void close() {
        door.close();
    }

    @AfterEach
    void goOn() {
        door.rooms().processesStand(false);
    }

    private static HttpResponse<String> approve(String order) {
        return door.send(door.post(ORDERS + "/" + order + "/shipments", "{}"));
    }

    private static String made() {
        return "/api/v1/shipments/" + json(approve(door.place())).get("id").asString();
    }

    private static List<Class<?>> sentSince(int count) {
        List<CommandMessage<?>> sent = door.rooms().sent();
        return sent.subList(count, sent.size()).stream()
                .<Class<?>>map(CommandMessage::getPayloadType)
                .toList();
    }

    @Test
    void an_approval_is_one_command_and_the_answer_shows_the_shipment() {
        String order = door.place();
        int before = door.rooms().sent().size();
        HttpResponse<String> answer = approve(order);
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(json(answer).get("orderId").asString()).isEqualTo(order);
        assertThat(sentSince(before)).isEqualTo(List.of(ApproveShipment.class));
    }

    @Test
    void a_departure_is_one_command_and_the_order_has_heard_of_it_by_the_answer() {
        String shipment = made();
        int before = door.rooms().sent().size();
        HttpResponse<String> answer = door.send(door.post(shipment + "/dispatch", "{}"));
        assertThat(answer.statusCode()).isEqualTo(200);
        String order = ORDERS + "/" + json(answer).get("orderId").asString();
        assertThat(json(door.get(order)).at("/shipments/0/status").asString()).isEqualTo("DISPATCHED");
        assertThat(sentSince(before)).isEqualTo(List.of(DispatchShipment.class));
    }

    @Test
    void the_answer_waits_for_what_the_service_does_by_itself() throws Exception {
        String order = door.place();
        door.rooms().processesStand(true);
        int before = door.rooms().sent().size();
        ExecutorService thread = Executors.newSingleThreadExecutor();
        Future<HttpResponse<String>> answer = thread.submit(() -> approve(order));
        thread.shutdown();
        await().until(() -> door.rooms().sent().size() > before);
        assertThat(answer.isDone()).isFalse();
        door.rooms().processesStand(false);
        assertThat(answer.get().statusCode()).isEqualTo(201);
    }

    @Test
    void where_the_service_takes_its_time_the_answer_says_where_to_look() {
        String order = door.place();
        door.rooms().processesStand(true);
        HttpResponse<String> answer = approve(order);
        assertThat(answer.statusCode()).isEqualTo(202);
        String shipment = "/api/v1/shipments/" + json(answer).get("id").asString();
        assertThat(answer.headers().firstValue("Location")).contains(shipment);
        // It was acknowledged, so it is not "not found"; whoever acts on it is to come again.
        assertThat(door.get(shipment).statusCode()).isEqualTo(202);
        assertThat(door.send(door.post(shipment + "/dispatch", "{}")).statusCode())
                .isEqualTo(503);
        String none = shipment.replaceAll("[0-9a-f]{12}$", "0123456789ab");
        assertThat(door.send(door.post(none + "/dispatch", "{}")).statusCode()).isEqualTo(404);
    }

    @Test
    void where_the_order_does_not_hear_of_it_a_departure_is_accepted() {
        String shipment = made();
        door.rooms().processesStand(true);
        HttpResponse<String> answer = door.send(door.post(shipment + "/dispatch", "{}"));
        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.headers().firstValue("Location")).contains(shipment);
        assertThat(json(answer).get("version").asLong()).isEqualTo(1);
    }

    @Test
    void what_becomes_of_a_lost_parcel_is_decided_by_its_order_on_the_parcels_version() {
        String shipment = made();
        String id = shipment.replaceAll(".*/", "");
        door.send(door.post(shipment + "/dispatch", "{}"));
        door.send(door.post(shipment + "/loss", "{}"));
        String body = "{\"action\":\"GIVE_UP\",\"reason\":\"Lost\"}";
        HttpResponse<String> stale =
                door.send(door.post(shipment + "/resolution", body).header("If-Match", "\"1\""));
        assertThat(stale.statusCode()).isEqualTo(412);
        assertThat(json(stale).get("currentVersion").asLong()).isEqualTo(2);
        HttpResponse<String> answer =
                door.send(door.post(shipment + "/resolution", body).header("If-Match", "\"2\""));
        assertThat(answer.statusCode()).isEqualTo(200);
        String order = OrderId.ofPart(id).orElseThrow();
        assertThat(json(answer).get("id").asString()).isEqualTo(order);
        List<CommandMessage<?>> sent = door.rooms().sent();
        assertThat(sent.get(sent.size() - 1).getPayload()).isEqualTo(new ResolveShipment(order, id, false, "Lost"));
    }
}
