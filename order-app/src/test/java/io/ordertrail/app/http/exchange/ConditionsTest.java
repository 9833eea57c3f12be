package io.ordertrail.app.http.exchange;

import static io.ordertrail.app.FrontDoor.ORDERS;
import static io.ordertrail.app.FrontDoor.example;
import static io.ordertrail.app.FrontDoor.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.ordertrail.app.FrontDoor;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionsTest {

    private static FrontDoor door;
    private String order = "";

    @BeforeAll
    static void open() {
        door = FrontDoor.open();
    }

    @AfterAll
    static void close() {
        door.close();
    }

    @BeforeEach
    void place() {
        order = ORDERS + "/" + door.place();
    }

    @AfterEach
    void reset() {
        door.rooms().viewIsBehind(false);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"0\"|200",
                "*|200",
                "\"5\", \"0\"|200",
                "\"7\"|412",
                "W/\"0\"|412",
                "\"00\"|412",
                "\"abc\"|412",
                "\"*\"|412",
                "\"\"|412",
                "\"5\",\"6\"|412",
                "0|400",
                "\"0|400",
                "\"0\",|400",
                "\"0\" \"1\"|400",
                "w/\"0\"|400"
            })
    void if_match_is_honoured_by_changes_and_reads(String tag, int status) {
        assertThat(door.send(door.request(order).header("If-Match", tag)).statusCode())
                .isEqualTo(status);
        HttpResponse<String> answer =
                door.send(door.post(order + "/hold", example("Hold")).header("If-Match", tag));
        assertThat(answer.statusCode()).isEqualTo(status);
        if (status == 412) {
            assertThat(json(answer).get("currentVersion").asLong()).isZero();
            assertThat(json(answer).get("code").asString()).isEqualTo("STALE_VERSION");
        }
    }

    @Test
    void a_new_order_has_no_version_that_if_match_could_mean() {
        assertThat(door.send(door.post(ORDERS, example("PlaceOrder")).header("If-Match", "\"0\""))
                        .statusCode())
                .isEqualTo(412);
        assertThat(door.send(door.post(ORDERS, example("PlaceOrder")).header("If-Match", "*"))
                        .statusCode())
                .isEqualTo(201);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"\"0\"|304", "W/\"0\"|304", "*|304", "\"9\", \"0\"|304", "\"9\"|200", "x|400"})
    void if_none_match_spares_the_body(String tag, int status) {
        HttpResponse<String> answer = door.send(door.request(order).header("If-None-Match", tag));
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body().isEmpty()).isEqualTo(status == 304);
    }

    @Test
    void a_version_that_is_not_there_yet_is_accepted_and_to_be_asked_for_again() {
        HttpResponse<String> answer = door.send(door.request(order).header("X-Min-Version", "3"));
        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.headers().firstValue("Retry-After")).contains("1");
        assertThat(json(answer).get("code").asString()).isEqualTo("VIEW_BEHIND");
    }

    @Test
    void a_201_is_never_followed_by_a_404() {
        door.rooms().viewIsBehind(true);
        assertThat(door.get(order).statusCode()).isEqualTo(200);
        assertThat(door.send(door.request(order).header("X-Min-Version", "3")).statusCode())
                .isEqualTo(202);
        assertThat(door.get(order.replaceAll("[0-9a-f]{12}$", "0123456789ab")).statusCode())
                .isEqualTo(404);
    }

    @Test
    void an_order_can_be_read_as_it_was() {
        door.send(door.post(order + "/hold", example("Hold")));
        HttpResponse<String> before = door.get(order + "?version=0");
        assertThat(before.headers().firstValue("ETag")).contains("\"0\"");
        assertThat(door.get(order).headers().firstValue("ETag")).contains("\"1\"");
        assertThat(door.get(order + "?version=2").statusCode()).isEqualTo(404);
        assertThat(door.get(order + "?version=-1").statusCode()).isEqualTo(400);
        assertThat(door.get(order + "?version=0&asOf=2026-11-22T00:00:00Z").statusCode())
                .isEqualTo(400);
    }
}
