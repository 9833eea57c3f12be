package io.ordertrail.app.order.listing;

import static io.ordertrail.app.FrontDoor.ORDERS;
import static io.ordertrail.app.FrontDoor.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ordertrail.api.message.Refused;
import io.ordertrail.api.message.RequestRefusal.InvalidQuery;
import io.ordertrail.api.order.OrderLifecycle;
import io.ordertrail.api.order.status.DisplayStatus;
import io.ordertrail.api.order.status.ReturnStatus;
import io.ordertrail.api.order.view.OrderQuery.BeginExport;
import io.ordertrail.api.order.view.OrderQuery.ExportOrders;
import io.ordertrail.api.order.view.OrderQuery.Filter;
import io.ordertrail.api.order.view.OrderQuery.ListOrders;
import io.ordertrail.api.order.view.OrderQuery.Sort;
import io.ordertrail.api.projection.ProjectionRefusal.ViewIncomplete;
import io.ordertrail.api.projection.ProjectionRefusal.ViewLate;
import io.ordertrail.api.stock.StockQuery.GetAvailability;
import io.ordertrail.app.FrontDoor;
import io.ordertrail.app.Rooms;
import io.ordertrail.axon.failure.Unavailable;
import java.io.ByteArrayInputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

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
    void a_search_in_the_body_is_the_question_of_the_list() {
        List<Object> asked = new ArrayList<>();
        door.rooms().before(asked::add);
        String filters = """
                {"q":"turing","filters":{"status":["PENDING","CONFIRMED"],"customerId":["c-1042"],"totalMin":"1.00",
                 "createdFrom":"2026-01-01T00:00:00Z","metadata":{"season":["summer"]}},"sort":"-grandTotal","limit":3}""";
        HttpResponse<String> found = door.send(door.post(ORDERS + "/search", filters));
        assertThat(found.statusCode()).as(found.body()).isEqualTo(200);
        HttpResponse<String> listed = door.get(
                ORDERS + "?q=turing&status=PENDING,CONFIRMED&customerId=c-1042"
                        + "&totalMin=1.00&createdFrom=2026-01-01T00:00:00Z&metadata%5Bseason%5D=summer&sort=-grandTotal&limit=3");
        assertThat(asked).hasSize(2);
        assertThat(asked.get(0)).isEqualTo(asked.get(1));
        assertThat(json(found)).isEqualTo(json(listed));
        String next = json(found).at("/page/next").asString();
        assertThat(json(door.send(door.post(
                                ORDERS + "/search", "{\"filters\":{},\"limit\":3,\"after\":\"" + next + "\"}")))
                        .at("/items"))
                .hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"filters\":{\"status\":[\"NONE\"]}}",
                "{\"filters\":{\"status\":[null]}}",
                "{\"filters\":{\"Q\":\"x\"}}",
                "{\"filters\":{},\"q\":\"\\u0000\"}",
                "{\"filters\":{\"metadata\":{\"a b\":[\"x\"]}}}",
                "{\"filters\":{\"totalMin\":\"2\",\"totalMax\":\"1\"}}",
                "{\"filters\":{},\"limit\":501}",
                "{\"filters\":{},\"after\":\"'\"}"
            })
    void a_search_that_means_nothing_is_refused(String body) {
        assertThat(door.send(door.post(ORDERS + "/search", body)).statusCode()).isEqualTo(400);
    }

    @Test
    void a_search_has_no_more_values_than_a_list() {
        String values = "\"x\"" + ",\"x\"".repeat(50);
        assertThat(door.send(door.post(ORDERS + "/search", "{\"filters\":{\"sku\":[" + values + "]}}"))
                        .statusCode())
                .isEqualTo(400);
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
        assertThat(json(first).at("/page/end").isNull()).isTrue();
        assertThat(json(door.get(ORDERS + "?limit=500&after=c1000"))
                        .at("/page/end")
                        .asString())
                .isEqualTo("c" + ALL);
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
    void several_values_of_a_filter_come_one_by_one_or_with_commas() {
        List<Object> asked = new ArrayList<>();
        door.rooms().before(asked::add);
        String filters =
                "?status=PENDING,CONFIRMED&status=CONFIRMED&returnStatus=RETURNED&displayStatus=PROBLEM,DELIVERED"
                        + "&currency=EUR&currency=JPY&externalRef=a,b&externalRef=c&channel=WEB&metadata%5Bseason%5D=summer&metadata%5Bseason%5D=a,b&metadata%5Bgift%5D=yes"
                        + "&updatedFrom=2026-01-01T00:00:00Z&updatedTo=2026-02-01T00:00:00Z";
        for (String path : List.of(ORDERS, ORDERS + "/export")) {
            assertThat(door.get(path + filters).statusCode()).isEqualTo(200);
        }
        ListOrders list = (ListOrders) asked.get(0);
        Filter filter = list.filter();
        assertThat(filter.status()).containsExactly(OrderLifecycle.PENDING, OrderLifecycle.CONFIRMED);
        assertThat(filter.returnStatus()).containsExactly(ReturnStatus.RETURNED);
        assertThat(filter.displayStatus()).containsExactly(DisplayStatus.PROBLEM, DisplayStatus.DELIVERED);
        assertThat(filter.currency()).hasToString("[EUR, JPY]");
        // A text of others may have a comma in it.
        assertThat(filter.externalRef()).containsExactly("a,b", "c");
        assertThat(filter.metadata()).isEqualTo(Map.of("season", List.of("summer", "a,b"), "gift", List.of("yes")));
        assertThat(filter.channel()).containsExactly("WEB");
        assertThat(filter.updatedFrom()).hasToString("2026-01-01T00:00:00Z");
        assertThat(filter.updatedTo()).hasToString("2026-02-01T00:00:00Z");
        assertThat(asked.stream().filter(ExportOrders.class::isInstance).map(ExportOrders.class::cast))
                .isNotEmpty()
                .allMatch(query -> query.filter().equals(filter));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "status=PENDING,SHUT | status",
                "status=PENDING, | status",
                "returnStatus=none | returnStatus",
                "currency=EUR,EURO | currency",
                "updatedFrom=yesterday | updatedFrom",
                "updatedFrom=2026-02-01T00:00:00Z&updatedTo=2026-01-01T00:00:00Z | updatedFrom",
                "metadata=x | metadata",
                "metadata%5B%5D=x | metadata",
                "metadata%5Ba%20b%5D=x | metadata",
                "meta%5Ba%5D=x | meta[a]",
                "hold=true&hold=false | hold"
            })
    void a_filter_that_cannot_be_meant_is_refused(String query, String parameter) {
        HttpResponse<String> answer = door.get(ORDERS + "?" + query);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).at("/errors/0/parameter").asString()).isEqualTo(parameter);
        assertThat(json(answer).get("errors")).hasSize(1);
    }

    @Test
    void a_filter_has_fifty_values_at_most() {
        String fifty = "externalRef=" + String.join("&externalRef=", numbers(50));
        assertThat(door.get(ORDERS + "?" + fifty).statusCode()).isEqualTo(200);
        assertThat(door.get(ORDERS + "?externalRef=one-more&" + fifty).statusCode())
                .isEqualTo(400);
    }

    private static List<String> numbers(int count) {
        return IntStream.range(0, count).mapToObj(Integer::toString).toList();
    }

    @Test
    void links_keep_every_value_of_a_filter() {
        HttpResponse<String> page =
                door.get(ORDERS + "?limit=500&status=PENDING&sku=a%2Cb&sku=c%26d&metadata%5Bseason%5D=x%26y");
        assertThat(link(page, "next"))
                .contains("status=PENDING")
                .contains("sku=a%2Cb")
                .contains("sku=c%26d")
                .contains("metadata%5Bseason%5D=x%26y");
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
    void an_export_says_of_which_moment_it_is_and_every_page_is_asked_for_that_one() {
        List<Object> asked = new ArrayList<>();
        door.rooms().before(asked::add);
        assertThat(door.get(ORDERS + "/export").headers().firstValue("Ordertrail-As-Of"))
                .contains(Rooms.EXPORTED_AT.toString());
        assertThat(asked.stream().filter(ExportOrders.class::isInstance).map(ExportOrders.class::cast))
                .hasSizeGreaterThan(1)
                .allMatch(query -> query.moment().asOf().equals(Rooms.EXPORTED_AT) && !query.lines());
    }

    @Test
    void an_export_does_not_begin_before_the_list_has_what_is_stored() {
        AtomicInteger begun = new AtomicInteger();
        door.rooms().before(message -> {
            if (message instanceof BeginExport) {
                begun.incrementAndGet();
            }
            if (message instanceof ExportOrders) {
                throw new Refused(new ViewLate("order-list"));
            }
        });
        HttpResponse<String> answer = door.get(ORDERS + "/export");
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(json(answer).get("code").asString()).isEqualTo("VIEW_LATE");
        assertThat(begun)
                .as("a moment that moves on with each look is never reached")
                .hasValue(1);
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
    void finding_1_2_an_export_that_meets_a_rebuild_breaks_off_loudly() {
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
            if (message instanceof ListOrders || message instanceof ExportOrders) {
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
    void finding_3_13_who_asks_for_the_head_of_an_export_has_nothing_read() {
        List<Object> asked = new ArrayList<>();
        door.rooms().before(asked::add);
        HttpResponse<String> head = door.send(
                door.request(ORDERS + "/export?format=ndjson").method("HEAD", HttpRequest.BodyPublishers.noBody()));
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.headers().firstValue("Content-Type").orElse("")).startsWith("application/x-ndjson");
        assertThat(asked).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"updatedAt", "-updatedAt", "grandTotal", "-grandTotal"})
    void finding_2_10_an_export_is_not_sorted_by_what_may_change_meanwhile(String sort) {
        HttpResponse<String> answer = door.get(ORDERS + "/export?sort=" + sort);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).at("/errors/0/parameter").asString()).isEqualTo("sort");
        assertThat(door.get(ORDERS + "?sort=" + sort).statusCode()).isEqualTo(200);
    }

    @Test
    void finding_2_10_an_export_is_sorted_by_what_never_changes() {
        List<Object> asked = new ArrayList<>();
        door.rooms().before(asked::add);
        door.get(ORDERS + "/export?sort=number&q=nothing");
        assertThat(asked.get(0)).isInstanceOf(BeginExport.class);
        ExportOrders query = (ExportOrders) asked.get(1);
        assertThat(query.sort().key()).isEqualTo(Sort.Key.NUMBER);
        assertThat(query.sort().descending()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "createdFrom=2026-02-01T00:00:00Z&createdTo=2026-01-01T00:00:00Z, createdFrom",
        "totalMin=10.00&totalMax=9.99, totalMin"
    })
    void finding_3_2_a_range_the_wrong_way_round_is_refused(String query, String parameter) {
        for (String path : List.of(ORDERS + "?", ORDERS + "/export?")) {
            HttpResponse<String> answer = door.get(path + query);
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(json(answer).at("/errors/0/parameter").asString()).isEqualTo(parameter);
        }
        assertThat(door.get(ORDERS + "?totalMin=10.00&totalMax=10.0").statusCode())
                .isEqualTo(200);
    }

    @Test
    void finding_3_1_a_parameter_that_only_the_read_side_can_refuse_is_told_as_one() {
        door.rooms().before(message -> {
            throw new Refused(InvalidQuery.of("after", "This is not a cursor of this list."));
        });
        HttpResponse<String> answer = door.get(ORDERS + "?after=abc");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).at("/errors/0/parameter").asString()).isEqualTo("after");
        assertThat(json(answer).at("/errors/0").has("pointer")).isFalse();
    }

    @Test
    void finding_3_12_a_list_is_compressed_for_who_can_read_that() throws Exception {
        HttpRequest request = door.request(ORDERS + "?limit=500")
                .header("Accept-Encoding", "gzip")
                .build();
        HttpResponse<byte[]> answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray());
        assertThat(answer.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(String.join(",", answer.headers().allValues("Vary")).toLowerCase(Locale.ROOT))
                .contains("accept-encoding");
        byte[] plain = new GZIPInputStream(new ByteArrayInputStream(answer.body())).readAllBytes();
        assertThat(JsonMapper.shared().readTree(plain).get("items")).hasSize(500);
        assertThat(answer.body().length).isLessThan(plain.length / 5);
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
