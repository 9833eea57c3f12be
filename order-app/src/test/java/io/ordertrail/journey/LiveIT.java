package io.ordertrail.journey;

import static io.ordertrail.journey.FaultShop.ORDERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The feed and the streams, over HTTP and over the real store. */
class LiveIT extends FaultJourney {

    private static final String STREAM = "/api/v1/stream/orders";

    /** Bytes: the caches of the service are not full at half time. */
    private static final long GROWTH = 16 << 20;

    private static final String MARK = "Wilhelmqx";

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void each_of_many_is_told_each_event_of_its_own_once_though_half_of_them_break_off() throws Exception {
        new Followers(client, shop.http(), 20).follow(Duration.ZERO, half -> {}, end -> {});
    }

    /** {@code -Dfollowers=200 -Dfollow=180}: so many clients for so many seconds. */
    @Test
    @EnabledIfSystemProperty(named = "followers", matches = "\\d+")
    void memory_does_not_grow_with_what_many_are_told() throws Exception {
        Duration time = Duration.ofSeconds(Integer.getInteger("follow", 180));
        Path dataDir = InProcess.newDataDir();
        List<Long> heap = new ArrayList<>();
        try (Child service = Child.start(
                Child.freePort(), dataDir.resolve("service.log"), List.of("ordertrail.data-dir=" + dataDir))) {
            Followers followers =
                    new Followers(client, new Shop(service.url(), reply -> {}), Integer.getInteger("followers"));
            int orders = followers.follow(
                    time, half -> heap.add(service.liveHeapBytes()), end -> heap.add(service.liveHeapBytes()));
            System.out.printf(
                    "live heap: %d MiB at half time, %d MiB at the end%n", heap.get(0) >> 20, heap.get(1) >> 20);
            assertThat(orders).isGreaterThan((int) (40 * time.toSeconds()));
            assertThat(heap.get(1)).isLessThan(heap.get(0) + GROWTH);
        }
    }

    @Test
    void API1_nobody_follows_what_they_may_not_see() {
        String order = shop.http()
                .post("/api/v1/orders", Shop.ORDER.replace("c-1042", "c-live"))
                .expect(201)
                .at("/id");
        shop.post(ORDERS + order + "/notes", "{\"text\":\"odd one\"}").expect(201);
        shop.post(ORDERS + order + "/hold", "{\"reason\":\"FRAUD_CHECK\",\"note\":\"odd\"}")
                .expect(200);
        String stream = ORDERS + order + "/stream?after=-1&seconds=0";
        String own = text(stream, "c-live", "CUSTOMER", 200);
        assertThat(own).contains("order.OrderCreated").doesNotContain("FRAUD", "odd", "OrderHeld", "OrderNoteAdded");
        assertThat(text(STREAM + "?after=-1&seconds=0", "c-live", "CUSTOMER", 200))
                .contains(order)
                .doesNotContain("FRAUD", "odd", "OrderHeld");
        assertThat(text(stream, "c-other", "CUSTOMER", 404)).doesNotContain("c-live");
        assertThat(text(STREAM + "?after=-1&seconds=0", "c-other", "CUSTOMER", 200))
                .doesNotContain(order);
        assertThat(text(stream, "anna", "SUPPORT", 200)).contains("Order held").doesNotContain("FRAUD", "odd");
        for (String path : List.of("stock", "attention", "operations", "events")) {
            text("/api/v1/stream/" + path + "?seconds=0", "c-live", "CUSTOMER", 403);
        }
        text("/api/v1/events", "c-live", "CUSTOMER", 403);
        text("/api/v1/events", "anna", "SUPPORT", 403);
        for (String path : List.of(STREAM, stream, "/api/v1/events", "/api/v1/stream/stock")) {
            text(path, "guest", "", 403);
        }
    }

    @Test
    void the_feed_has_nothing_personal_and_nothing_that_somebody_wrote() {
        String order = shop.http()
                .post(
                        "/api/v1/orders",
                        Shop.ORDER.replace("A. Turing", MARK + " Name").replace("Hauptstr. 1", MARK + " Street"))
                .expect(201)
                .at("/id");
        shop.post(ORDERS + order + "/notes", "{\"text\":\"" + MARK + " rang\"}").expect(201);
        shop.post(ORDERS + order + "/hold", "{\"reason\":\"OTHER\",\"note\":\"" + MARK + "\"}");
        shop.post(ORDERS + order + "/cancellation", "{\"reason\":\"CUSTOMER\",\"note\":\"" + MARK + "\"}");
        String all = text("/api/v1/stream/events?seconds=0", "robot", "INTEGRATION", 200);
        assertThat(all).contains(order).doesNotContain(MARK, "[erased]");
        assertThat(text(ORDERS + order + "/stream?after=-1&seconds=0", "anna", "SUPPORT", 200))
                .contains("Order note added")
                .doesNotContain(MARK);
        // And each event is a CloudEvent, whose id is there once.
        List<JsonNode> events = all.lines().map(JsonMapper.shared()::readTree).toList();
        assertThat(events.subList(0, events.size() - 1)).hasSizeGreaterThan(3).allSatisfy(event -> {
            assertThat(event.at("/specversion").asString()).isEqualTo("1.0");
            assertThat(event.at("/type").asString())
                    .startsWith("io.ordertrail.")
                    .doesNotContain(".process.");
        });
        assertThat(events.get(events.size() - 1).at("/type").asString()).isEqualTo("io.ordertrail.stream.Ended");
        events.forEach(EventsSchema::check);
        assertThat(events.stream().map(event -> event.at("/id").asString())).doesNotHaveDuplicates();
        assertThat(pages())
                .containsExactlyElementsOf(events.subList(0, events.size() - 1).stream()
                        .map(event -> event.at("/id").asString())
                        .toList());
    }

    private static List<String> pages() {
        List<String> ids = new ArrayList<>();
        String after = "";
        JsonNode page;
        do {
            page = shop.http()
                    .get("/api/v1/events?limit=500" + after)
                    .expect(200)
                    .body();
            page.at("/items").forEach(event -> ids.add(event.at("/id").asString()));
            after = "&after=" + page.at("/page/next").asString();
        } while (page.at("/page/more").asBoolean());
        return ids;
    }

    @Test
    void whoever_goes_on_from_any_event_is_told_all_that_follows_it_once() {
        shop.http().placePaid();
        List<String> ids = ids(STREAM + "?after=-1&seconds=0");
        assertThat(ids).hasSizeGreaterThan(2).doesNotHaveDuplicates();
        // After the last one nothing follows, but what is stored meanwhile.
        IntStream.iterate(0, n -> n < ids.size() - 1, n -> n + 1 + ids.size() / 7)
                .forEach(n -> assertThat(ids(STREAM + "?seconds=0&after=" + ids.get(n)))
                        .startsWith(ids.subList(n + 1, ids.size()).toArray(String[]::new)));
    }

    private static List<String> ids(String path) {
        return text(path, "local", "SUPERVISOR", 200)
                .lines()
                .filter(line -> line.startsWith("id: "))
                .map(line -> line.substring(4))
                .distinct()
                .toList();
    }

    @Test
    void what_needs_a_person_is_told_when_it_does_and_when_it_does_no_longer() {
        Follower attention = new Follower(client, shop.http(), "/api/v1/stream/attention");
        Follower operations = new Follower(client, shop.http(), "/api/v1/stream/operations");
        attention.open();
        operations.open();
        await().until(() -> attention.told().size() == 1 && operations.told().size() == 1);
        assertThat(operations.told().get(0).at("/projections").size()).isGreaterThan(5);
        String order = shop.confirmed(
                "PREPAID",
                FaultShop.from(shop.account(FaultShop.CUSTOMER, "50.00")),
                FaultShop.line("VASE", 1, "10.00"));
        await().until(() -> operations.told().size() > 1);
        assertThat(shop.order(order).at("/status").asString()).isEqualTo("CONFIRMED");
        attention.kill();
        operations.kill();
    }

    @Test
    void who_follows_a_list_is_told_what_comes_and_what_leaves_and_goes_on_behind_the_last() {
        String customer = "c-list-" + System.nanoTime();
        String list = STREAM + "?hold=false&status=PENDING&customerId=" + customer;
        Follower staff = new Follower(client, shop.http(), list);
        Follower own = new Follower(client, shop.http(), list, "X-Actor", customer, "X-Roles", "CUSTOMER");
        staff.open();
        own.open();
        await().until(() -> staff.isReady() && own.isReady());
        String order = shop.http()
                .post("/api/v1/orders", Shop.ORDER.replace("c-1042", customer))
                .expect(201)
                .at("/id");
        shop.post(ORDERS + order + "/hold", "{\"reason\":\"FRAUD_CHECK\"}").expect(200);
        await().until(() -> own.all("/listed").contains("false"));
        own.kill();
        // It is in the list neither before nor after.
        shop.post(ORDERS + order + "/notes", "{\"text\":\"odd\"}").expect(201);
        shop.post(ORDERS + order + "/release", "{}").expect(200);
        own.open();
        await().until(() -> own.told().size() == 3 && staff.told().size() == 3);
        assertThat(staff.all("/type")).containsExactly("order.OrderCreated", "order.OrderHeld", "order.OrderReleased");
        assertThat(own.all("/type")).containsExactly("order.OrderCreated", "order.Changed", "order.Changed");
        for (Follower each : List.of(staff, own)) {
            assertThat(each.all("/listed")).containsExactly("true", "false", "true");
            each.kill();
        }
    }

    @Test
    void a_rebuild_is_told_as_it_goes_though_nothing_is_stored() {
        String rebuilds = "/api/v1/admin/projections/order-list/rebuilds";
        shop.http().placePaid();
        shop.http().awaitQuiet();
        Follower operations = new Follower(client, shop.http(), "/api/v1/stream/operations");
        operations.open();
        await().until(() -> !operations.told().isEmpty());
        // It may be done before the pause is asked for.
        await().atMost(Duration.ofSeconds(30))
                .until(() -> shop.post(shop.post(rebuilds, "").expect(202).header("Location") + "/pause", "")
                                .status()
                        == 200);
        await().atMost(Duration.ofSeconds(5)).until(() -> rebuild(operations).equals("PAUSED"));
        String paused = rebuilds + "/"
                + shop.http().get(rebuilds).expect(200).body().at("/items/0/id").asString();
        shop.post(paused + "/resumption", "").expect(200);
        await().atMost(Duration.ofSeconds(5)).until(() -> rebuild(operations).isEmpty());
        operations.kill();
    }

    /** The status of the rebuild that was told last; empty if there was none. */
    private static String rebuild(Follower operations) {
        List<JsonNode> told = operations.told();
        return StreamSupport.stream(told.get(told.size() - 1).at("/projections").spliterator(), false)
                .map(view -> view.at("/rebuild/status").asString(""))
                .collect(Collectors.joining());
    }

    private static String text(String path, String actor, String roles, int status) {
        return shop.http()
                .get(path, "X-Actor", actor, "X-Roles", roles)
                .expect(status)
                .http()
                .body();
    }
}
