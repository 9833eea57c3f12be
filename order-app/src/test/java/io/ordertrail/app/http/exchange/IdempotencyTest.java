package io.ordertrail.app.http.exchange;

import static io.ordertrail.app.FrontDoor.ORDERS;
import static io.ordertrail.app.FrontDoor.example;
import static io.ordertrail.app.FrontDoor.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.ordertrail.api.message.Refused;
import io.ordertrail.api.message.RequestRefusal.RefusedBefore;
import io.ordertrail.api.message.RequestRefusal.RequestInProgress;
import io.ordertrail.api.order.OrderCommand;
import io.ordertrail.api.order.OrderGoodsRefusal.AlreadyDispatched;
import io.ordertrail.app.FrontDoor;
import io.ordertrail.axon.message.MetaKeys;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdempotencyTest {

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
    void reset() {
        door.rooms().before(message -> {});
    }

    @Test
    void fifty_equal_requests_at_once_are_one_order_and_fifty_equal_answers() throws Exception {
        int before = door.rooms().sent().size();
        CountDownLatch second = new CountDownLatch(2);
        door.rooms().before(message -> lingerFor(second, message));
        ExecutorService threads = Executors.newFixedThreadPool(50);
        List<Future<HttpResponse<String>>> sent = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            sent.add(threads.submit(() -> door.send(keyed(ORDERS, "fifty", example("PlaceOrder")))));
        }
        List<HttpResponse<String>> answers = new ArrayList<>();
        for (Future<HttpResponse<String>> one : sent) {
            answers.add(one.get());
        }
        threads.shutdown();
        assertThat(door.rooms().sent()).hasSize(before + 1);
        assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(201);
        assertThat(answers)
                .extracting(HttpResponse::body)
                .containsOnly(answers.get(0).body());
        assertThat(answers.stream().filter(IdempotencyTest::isReplayed)).hasSize(49);
    }

    @Test
    void a_repeat_is_answered_as_the_first_time_whatever_happened_since() {
        String hold = ORDERS + "/" + door.place() + "/hold";
        HttpResponse<String> first = door.send(keyed(hold, "again", "{\"reason\":\"A\"}"));
        door.send(keyed(hold.replace("hold", "notes"), "between", example("Note")));
        HttpResponse<String> second = door.send(keyed(hold, "again", "{\"reason\":\"A\"}"));
        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.headers().firstValue("ETag")).contains("\"1\"");
        assertThat(isReplayed(first)).isFalse();
        assertThat(isReplayed(second)).isTrue();
    }

    @Test
    void the_same_key_with_another_body_is_unprocessable() {
        String hold = ORDERS + "/" + door.place() + "/hold";
        door.send(keyed(hold, "other", "{\"reason\":\"A\"}"));
        HttpResponse<String> answer = door.send(keyed(hold, "other", "{\"reason\":\"B\"}"));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(json(answer).get("code").asString()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
    }

    @Test
    void finding_3_16_the_same_said_with_other_white_space_is_the_same_request() {
        String hold = ORDERS + "/" + door.place() + "/hold";
        door.send(keyed(hold, "spaces", "{\"reason\":\"A b\",\"note\":\"\\u00e4\"}"));
        HttpResponse<String> again =
                door.send(keyed(hold, "spaces", "{ \"reason\" : \"A b\",\r\n\t\"note\" : \"ä\" }\n"));
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(isReplayed(again)).isTrue();
        assertThat(door.send(keyed(hold, "spaces", "{\"reason\":\"Ab\",\"note\":\"ä\"}"))
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void a_key_means_one_thing_per_caller_and_route_only() {
        String order = ORDERS + "/" + door.place();
        assertThat(door.send(keyed(order + "/hold", "shared", example("Hold"))).statusCode())
                .isEqualTo(200);
        assertThat(door.send(keyed(order + "/notes", "shared", example("Note"))).statusCode())
                .isEqualTo(201);
        HttpResponse<String> other =
                door.send(keyed(order + "/hold", "shared", "{\"reason\":\"B\"}").header("X-Actor", "anna"));
        assertThat(other.statusCode()).isEqualTo(200);
        assertThat(door.rooms().sent().get(door.rooms().sent().size() - 1).getMetaData())
                .containsEntry(MetaKeys.ACTOR, "anna")
                .containsEntry(MetaKeys.IDEMPOTENCY_SCOPE, "anna POST " + order + "/hold");
    }

    @Test
    void finding_2_11_a_refusal_told_again_says_so_and_nothing_of_now() {
        String hold = ORDERS + "/" + door.place() + "/hold";
        door.rooms().before(message -> {
            if (message instanceof OrderCommand) {
                throw new Refused(RefusedBefore.of(new AlreadyDispatched()));
            }
        });
        HttpResponse<String> answer = door.send(keyed(hold, "refused", example("Hold")));
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(json(answer).get("type").asString()).isEqualTo("/problems/already-dispatched");
        assertThat(json(answer).has("allowedActions")).isFalse();
        assertThat(json(answer).has("currentVersion")).isFalse();
        assertThat(isReplayed(answer)).isTrue();
    }

    @Test
    void a_request_still_under_way_elsewhere_asks_to_come_again() {
        door.rooms().before(message -> {
            throw new Refused(new RequestInProgress("k"));
        });
        HttpResponse<String> answer = door.send(door.post(ORDERS, example("PlaceOrder")));
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.headers().firstValue("Retry-After")).contains("1");
    }

    @Test
    void without_a_key_nothing_is_changed() {
        HttpResponse<String> answer = door.send(door.request(ORDERS)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(example("PlaceOrder"))));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).at("/errors/0/code").asString()).isEqualTo("MISSING_IDEMPOTENCY_KEY");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "tab\there"})
    void a_key_is_printable(String key) {
        HttpResponse<String> answer = door.send(keyed(ORDERS, key, example("PlaceOrder")));
        assertThat(answer.statusCode()).isEqualTo(400);
    }

    @Test
    void a_key_may_have_255_characters_and_no_more() {
        assertThat(door.send(keyed(ORDERS, "k".repeat(255), example("PlaceOrder")))
                        .statusCode())
                .isEqualTo(201);
        assertThat(door.send(keyed(ORDERS, "k".repeat(256), example("PlaceOrder")))
                        .statusCode())
                .isEqualTo(400);
    }

    /** Holds the first command back for so long that a second one, if it is let through, does it again. */
    private static void lingerFor(CountDownLatch second, Object message) {
        if (message instanceof OrderCommand) {
            second.countDown();
            try {
                second.await(300, TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static boolean isReplayed(HttpResponse<String> answer) {
        return answer.headers().firstValue("Idempotent-Replayed").isPresent();
    }

    private static HttpRequest.Builder keyed(String path, String key, String body) {
        return door.request(path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }
}
