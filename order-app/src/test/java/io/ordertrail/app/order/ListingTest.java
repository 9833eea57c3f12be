package io.ordertrail.app.order;

import static io.ordertrail.app.FrontDoor.ORDERS;
import static io.ordertrail.app.FrontDoor.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ordertrail.api.order.OrderQuery.ListOrders;
import io.ordertrail.api.projection.ProjectionRefusal.ViewIncomplete;
import io.ordertrail.api.stock.StockQuery.GetAvailability;
import io.ordertrail.app.FrontDoor;
import io.ordertrail.axon.Refused;
import io.ordertrail.axon.Unavailable;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ListingTest {

    private static final int ALL = 1200;

    private static FrontDoor door;

    @BeforeAll
    static void open() {
        door = FrontDoor.open();
        for (int i = 0; i < ALL; i++) {
            door.place();
        }
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
    void links_lead_through_all_pages_and_keep_the_question() {
        List<String> ids = new ArrayList<>();
        String path = ORDERS + "?limit=500&q=a%26b%3Cc%3E&sort=-createdAt";
        while (path != null) {
            HttpResponse<String> page = door.get(path);
            json(page).get("items").forEach(item -> ids.add(item.get("id").asString()));
            path = link(page, "next");
            assertThat(path == null || path.contains("q=a%26b%3Cc%3E")).isTrue();
        }
        assertThat(ids).hasSize(ALL).doesNotHaveDuplicates();
    }

    @Test
    void both_ends_of_a_list_are_told() {
        HttpResponse<String> first = door.get(ORDERS + "?limit=500");
        assertThat(json(first).at("/page/prev").isNull()).isTrue();
        assertThat(json(first).at("/page/limit").asInt()).isEqualTo(500);
        assertThat(link(first, "prev")).isNull();
        HttpResponse<String> second = door.get(link(first, "next"));
        assertThat(link(door.get(link(second, "prev")), "prev")).isNull();
    }

    @Test
    void the_filters_reach_the_read_side() {
        List<Object> asked = new ArrayList<>();
        door.rooms().before(asked::add);
        door.get(
                ORDERS + "?status=PENDING&hold=true&totalMin=1.50&createdFrom=2026-01-01T00:00:00%2B01:00&sort=number");
        ListOrders query = (ListOrders) asked.get(0);
        assertThat(query.filter().hold()).isTrue();
        assertThat(query.filter().totalMin()).isEqualByComparingTo("1.5");
        assertThat(query.filter().createdFrom()).hasToString("2025-12-31T23:00:00Z");
        assertThat(query.sort().descending()).isFalse();
        assertThat(query.limit()).isEqualTo(50);
    }

    @Test
    void an_export_has_every_order_once_in_either_form() {
        String[] csv = door.get(ORDERS + "/export?format=csv").body().split("\r\n");
        assertThat(csv[0]).startsWith("id,number,externalRef,customerId,").endsWith(",createdAt,updatedAt");
        assertThat(csv).hasSize(ALL + 1);
        assertThat(csv[1]).contains(",EUR,54.88,1,0,2026-11-22T08:14:03Z,");
        HttpResponse<String> lines = door.get(ORDERS + "/export?format=ndjson");
        assertThat(lines.body().lines())
                .hasSize(ALL)
                .doesNotHaveDuplicates()
                .allMatch(line -> line.startsWith("{\"id\":"));
        assertThat(lines.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"orders.ndjson\"");
    }

    @Test
    void an_export_that_breaks_off_does_not_look_whole() {
        AtomicInteger pages = new AtomicInteger();
        door.rooms().before(message -> {
            if (pages.incrementAndGet() == 3) {
                throw new IllegalStateException("the third page cannot be had");
            }
        });
        assertThatThrownBy(() -> door.get(ORDERS + "/export")).hasMessageContaining("broke the connection");
    }

    @Test
    void finding_1_2_an_export_that_meets_a_replay_breaks_off_loudly() {
        AtomicInteger pages = new AtomicInteger();
        door.rooms().before(message -> {
            if (pages.incrementAndGet() == 3) {
                throw new Refused(new ViewIncomplete("order-list"));
            }
        });
        assertThatThrownBy(() -> door.get(ORDERS + "/export")).hasMessageContaining("broke the connection");
    }

    @Test
    void an_export_that_meets_a_database_which_is_away_breaks_off_loudly() {
        AtomicInteger pages = new AtomicInteger();
        door.rooms().before(message -> {
            if (pages.incrementAndGet() == 3) {
                throw new Unavailable("away");
            }
        });
        assertThatThrownBy(() -> door.get(ORDERS + "/export")).hasMessageContaining("broke the connection");
    }

    @Test
    void finding_1_2_what_reads_a_view_as_a_whole_while_it_is_filled_again_is_told_to_come_again() {
        door.rooms().before(message -> {
            if (message instanceof ListOrders) {
                throw new Refused(new ViewIncomplete("order-list"));
            }
            if (message instanceof GetAvailability) {
                throw new Refused(new ViewIncomplete("stock-view"));
            }
        });
        for (HttpResponse<String> answer : List.of(
                door.get(ORDERS),
                door.get(ORDERS + "/export"),
                door.send(door.post(ORDERS + "/quote", FrontDoor.example("PriceOrder"))))) {
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).contains("5");
            assertThat(json(answer).get("code").asString()).isEqualTo("VIEW_INCOMPLETE");
        }
    }

    @Test
    void finding_1_3_rows_that_cannot_be_read_are_counted_in_a_list_and_refused_by_an_export() {
        door.rooms().unreadable(2);
        try {
            assertThat(json(door.get(ORDERS + "?limit=1"))
                            .at("/page/unreadable")
                            .asLong())
                    .isEqualTo(2);
            HttpResponse<String> export = door.get(ORDERS + "/export");
            assertThat(export.statusCode()).isEqualTo(503);
            assertThat(json(export).get("code").asString()).isEqualTo("VIEW_UNREADABLE");
        } finally {
            door.rooms().unreadable(0);
        }
    }

    @Test
    void an_export_that_cannot_begin_is_a_problem() {
        door.rooms().before(message -> {
            throw new IllegalStateException("no page can be had");
        });
        HttpResponse<String> answer = door.get(ORDERS + "/export");
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    }

    @Test
    void an_export_is_only_in_the_form_that_is_accepted() {
        String csv = ORDERS + "/export?format=csv";
        assertThat(door.send(door.request(csv).header("Accept", "application/json"))
                        .statusCode())
                .isEqualTo(406);
        assertThat(door.send(door.request(csv).header("Accept", "foo")).statusCode())
                .isEqualTo(406);
        assertThat(door.send(door.request(csv).header("Accept", "text/*;q=0.5")).statusCode())
                .isEqualTo(200);
    }

    private static String link(HttpResponse<String> page, String relation) {
        Matcher link = Pattern.compile("<([^>]*)>; rel=\"" + relation + "\"")
                .matcher(page.headers().firstValue("Link").orElse(""));
        return link.find() ? link.group(1) : null;
    }
}
