package io.ordertrail.app.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordertrail.app.FrontDoor;
import io.ordertrail.app.LikelyKey;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mockito.Mockito;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;

/** How often an address may come at all, may show nothing, and may guess. */
@ExtendWith(OutputCaptureExtension.class)
class LimitsTest {

    private static final String ORDERS = FrontDoor.ORDERS;
    private static final String GUEST = "/api/v1/guest/orders/";

    private static Provider provider;

    @BeforeAll
    static void open() {
        provider = new Provider();
    }

    @AfterAll
    static void close() {
        provider.close();
    }

    @Test
    void API4_of_ten_thousand_keys_that_look_right_few_are_looked_up() {
        try (FrontDoor door = FrontDoor.open(provider.settings())) {
            Instant begin = Instant.now();
            long told = 0;
            for (int guess = 0; guess < 10_000; guess++) {
                String key = LikelyKey.of("otk_%08d%032d".formatted(guess, guess));
                int status = shown(door, ORDERS, "Bearer " + key).statusCode();
                assertThat(status).isIn(401, 429);
                told += status == 401 ? 1 : 0;
            }
            long seconds = Duration.between(begin, Instant.now()).toSeconds() + 1;
            assertThat(told).isBetween(20L, 20 + seconds / 3 + 1);
            assertThat(lookedUp(door)).isBetween(20L, 20 + 10 * (seconds + 1));
        }
    }

    private static long lookedUp(FrontDoor door) {
        return Mockito.mockingDetails(door.keys()).getInvocations().stream()
                .filter(call -> call.getMethod().getName().equals("find"))
                .count();
    }

    @Test
    void API4_an_address_may_send_so_many_and_no_key_is_looked_up_beyond() {
        try (FrontDoor door = FrontDoor.open(provider.settings("--ordertrail.limits.address-requests-per-second=5"))) {
            String token = "Bearer " + provider.token(provider.claims("anna"));
            String likely = "Bearer " + LikelyKey.of("otk_%08d%032d".formatted(1, 1));
            List<HttpResponse<String>> answers = IntStream.range(0, 50)
                    .mapToObj(n -> shown(door, ORDERS, n % 2 == 0 ? token : likely))
                    .toList();
            assertThat(answers).anySatisfy(answer -> {
                assertThat(answer.statusCode()).isEqualTo(429);
                assertThat(answer.headers().firstValue("Retry-After")).hasValue("1");
                assertThat(answer.body()).contains("An address may send 5 requests a second");
            });
            long passed = answers.stream()
                    .filter(answer -> answer.statusCode() != 429)
                    .count();
            assertThat(lookedUp(door)).isLessThanOrEqualTo(passed);
        }
    }

    @Test
    void API4_who_shows_nothing_is_told_to_wait_and_written_down_no_more(CapturedOutput log) {
        try (FrontDoor door = FrontDoor.open(provider.settings())) {
            List<Integer> statuses = IntStream.range(0, 1_000)
                    .mapToObj(n -> door.get("/actuator/metrics/silent").statusCode())
                    .toList();
            assertThat(statuses).contains(401, 429).containsOnly(401, 429);
            assertThat(log.getOut().lines().filter(line -> line.contains("/actuator/metrics/silent")))
                    .hasSize((int) statuses.stream().filter(one -> one == 401).count());
        }
    }

    @Test
    void API4_a_caller_who_may_not_look_inside_asks_no_more_often_than_others() {
        try (FrontDoor door = FrontDoor.open(provider.settings("--ordertrail.limits.requests-per-second=5"))) {
            String token = "Bearer " + provider.token(provider.claims("anna"));
            List<Integer> statuses = IntStream.range(0, 1_000)
                    .mapToObj(n -> shown(door, "/actuator/metrics", token).statusCode())
                    .toList();
            assertThat(statuses).contains(403, 429).containsOnly(403, 429);
        }
    }

    @Test
    void API4_words_of_guests_that_are_guessed_are_failed_attempts() {
        try (FrontDoor door = FrontDoor.open()) {
            JsonNode link = FrontDoor.json(door.send(door.post(ORDERS + "/" + door.place() + "/link", "{}")));
            String path = GUEST + link.at("/number").asString();
            String word = "Bearer " + link.at("/word").asString();
            assertThat(shown(door, path, word).statusCode()).isEqualTo(200);
            assertThat(shown(door, GUEST + "2020-000001", word).statusCode())
                    .as("of another order")
                    .isEqualTo(401);
            List<Integer> statuses = IntStream.range(0, 60)
                    .mapToObj(n -> shown(door, path, word + n).statusCode())
                    .toList();
            assertThat(statuses).contains(401, 429).containsOnly(401, 429);
            assertThat(shown(door, path, word + "more").headers().map()).containsEntry("retry-after", List.of("3"));
            assertThat(shown(door, path, word).statusCode())
                    .as("who was let in lately")
                    .isEqualTo(200);
        }
    }

    private static HttpResponse<String> shown(FrontDoor door, String path, String authorization) {
        return door.send(door.request(path).header("Authorization", authorization));
    }
}
