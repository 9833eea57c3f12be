package io.ordertrail.app.order.placing;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordertrail.app.FrontDoor;
import io.ordertrail.axon.failure.Unavailable;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class BatchTest {

    private static final String BATCH = FrontDoor.ORDERS + "/batch";

    private static FrontDoor door;

    @BeforeAll
    static void open() {
        door = FrontDoor.open();
    }

    @AfterAll
    static void close() {
        door.close();
    }

    @Test
    void each_line_is_answered_as_if_it_had_come_alone() {
        List<JsonNode> answers = answers(send(line("b-1", 2) + "\n"
                + "{\"idempotencyKey\":\"b-2\",\"customerId\":\"c-1\"}\n\n"
                + "not JSON\n"
                + line("b-3", 1).replace("\"quantity\"", "\"amount\"") + "\r\n"
                + line("", 1) + "\n"
                + line("b-1", 2)));

        assertThat(answers).extracting(answer -> answer.at("/line").asInt()).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(answers)
                .extracting(answer -> answer.at("/status").asInt())
                .containsExactly(201, 400, 400, 400, 400, 201);
        assertThat(answers.get(0).at("/result/customerId").asString()).isEqualTo("c-1");
        assertThat(answers.get(0).at("/version").asLong()).isZero();
        assertThat(answers.get(0).at("/replayed").asBoolean()).isFalse();
        assertThat(pointers(answers.get(1))).contains("/lines", "/currency");
        assertThat(answers.get(2).at("/problem/errors/0/code").asString()).isEqualTo("MALFORMED_JSON");
        assertThat(pointers(answers.get(3))).containsExactly("/lines/0/amount");
        assertThat(pointers(answers.get(4))).containsExactly("/idempotencyKey");
        assertThat(answers.get(5).at("/replayed").asBoolean()).isTrue();
        assertThat(answers.get(5).at("/result/id")).isEqualTo(answers.get(0).at("/result/id"));
    }

    @Test
    void a_key_that_was_used_for_another_order_is_refused() {
        List<JsonNode> answers = answers(send(line("b-4", 1) + "\n" + line("b-4", 2)));
        assertThat(answers.get(1).at("/status").asInt()).isEqualTo(422);
        assertThat(answers.get(1).at("/problem/code").asString()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
    }

    @Test
    void where_one_has_no_answer_the_others_are_not_tried() {
        door.rooms().before(message -> {
            throw new Unavailable("away");
        });
        // More than are under way at a time.
        String batch = lines("b-5-", 40);
        List<JsonNode> answers;
        try {
            answers = answers(send(batch));
        } finally {
            door.rooms().before(message -> {});
        }
        assertThat(answers).hasSize(40).allMatch(answer -> answer.at("/status").asInt() == 503);
        assertThat(answers.get(39).at("/problem/detail").asString()).startsWith("This line was not tried");
        assertThat(answers(send(batch)))
                .allMatch(answer -> answer.at("/status").asInt() == 201)
                .extracting(answer -> answer.at("/line").asInt())
                .isSorted();
    }

    @Test
    void lines_are_under_way_together() {
        CountDownLatch both = new CountDownLatch(2);
        door.rooms().before(message -> {
            both.countDown();
            assertThat(reached(both)).isTrue();
        });
        try {
            assertThat(answers(send(lines("b-7-", 2))))
                    .allMatch(answer -> answer.at("/status").asInt() == 201);
        } finally {
            door.rooms().before(message -> {});
        }
    }

    @Test
    void of_lines_with_one_key_the_first_is_carried_out_and_the_others_are_its_repeats() {
        String batch = Stream.generate(() -> line("b-8", 1)).limit(30).collect(Collectors.joining("\n"));
        assertThat(answers(send(batch)))
                .extracting(answer -> answer.at("/replayed").asBoolean())
                .startsWith(false)
                .filteredOn(replayed -> !replayed)
                .hasSize(1);
    }

    @Test
    void nothing_and_too_much_is_refused_whole() {
        assertThat(send("\n \n").statusCode()).isEqualTo(400);
        String many = IntStream.rangeClosed(0, 1000).mapToObj(n -> "{}").collect(Collectors.joining("\n"));
        HttpResponse<String> refused = send(many);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("TOO_MANY_LINES");
        assertThat(send("x".repeat(5 << 20)).statusCode()).isEqualTo(413);
        assertThat(answers(send("{\"note\":\"" + "x".repeat(1 << 20) + "\"}"))).hasSize(1);
    }

    private static boolean reached(CountDownLatch latch) {
        try {
            return latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String lines(String keys, int many) {
        return IntStream.range(0, many).mapToObj(n -> line(keys + n, 1)).collect(Collectors.joining("\n"));
    }

    private static HttpResponse<String> send(String body) {
        return door.send(door.request(BATCH)
                .header("Content-Type", "application/x-ndjson")
                .POST(BodyPublishers.ofString(body)));
    }

    private static List<JsonNode> answers(HttpResponse<String> response) {
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("application/x-ndjson");
        return response.body().lines().map(JsonMapper.shared()::readTree).toList();
    }

    private static List<String> pointers(JsonNode answer) {
        return answer.at("/problem/errors")
                .valueStream()
                .map(error -> error.at("/pointer").asString())
                .toList();
    }

    private static String line(String key, int quantity) {
        return """
                {"idempotencyKey":"%s","customerId":"c-1","currency":"EUR","lines":[{"sku":"TEE","name":"Tee",
                 "quantity":%d,"unitPrice":{"amount":"10.00","currency":"EUR"},"discount":{"amount":"0.00","currency":"EUR"},
                 "taxRate":"0.19","priceIncludesTax":true}],"shipping":{"method":"DHL","price":{"amount":"0.00","currency":"EUR"},
                 "taxRate":"0.19"},"shippingAddress":{"name":"A","line1":"B","postalCode":"1","city":"C","country":"DE"}}
                """.formatted(key, quantity).replace("\n", "");
    }
}
