package io.ordertrail.journey;

import static io.ordertrail.journey.FaultShop.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/**
 * A node works on a store in which a later release writes too: rows of a revision and of a type that this one does not
 * know. Nobody is stopped and nothing is made up; and when the later release is there, played by giving the rows a
 * revision that is known, all comes right.
 */
class LaterReleaseIT {

    private static final String NOTE = "{\"text\":\"Called\",\"visibility\":\"INTERNAL\"}";

    private static InProcess service;
    private static FaultShop shop;
    private static JdbcClient jdbc;

    private static final String DATA = "ordertrail.data-dir=" + InProcess.newDataDir();

    @BeforeAll
    static void start() {
        service = InProcess.start(
                List.of(DATA, "ordertrail.dead-letters.look=200ms", "ordertrail.dead-letters.first-delay=500ms"));
        shop = new FaultShop(new Shop(service.url(), Contracted.by(service.url())));
        jdbc = service.context().getBean(JdbcClient.class);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    /** An order, and the event of it that is unknown. */
    private record Strange(String order, long version, String event) {}

    @Test
    void what_a_later_release_stored_stops_nobody_is_not_guessed_and_comes_right_when_that_release_is_there() {
        Strange revised = held("order.OrderHeld", "9");
        Strange added = held("order.OrderPainted", "1");
        String pattern = shop.approve(shop.confirmed("INVOICE", null, line("VASE", 1, "10.00")));
        shop.http().dispatch(pattern);
        String sent = shop.confirmed("INVOICE", null, line("VASE", 1, "10.00"));
        String parcel = shop.approve(sent);
        soon(() -> shop.http().get(SHIPMENTS + parcel).expect(200));
        String left = "shipment.ShipmentDispatched";
        String leaving = storeLater(pattern, left, parcel, sent, 1, left, "9");

        isNotDecidedOnAndNotShownWrong(revised);
        isNotDecidedOnAndNotShownWrong(added);
        soon(() -> assertThat(jdbc.sql("select sequence_id from dead_letter where event_id = ?")
                        .param(leaving)
                        .query(String.class)
                        .list())
                .containsExactly(sent));
        refused(shop.post(SHIPMENTS + parcel + "/delivery", "{}"), 503, "LATER_RELEASE");
        assertThat(shop.order(sent).at("/fulfilmentStatus").asString()).isNotEqualTo("SHIPPED");
        String other = shop.confirmed("INVOICE", null, line("VASE", 1, "10.00"));
        shop.deliver(other);
        shop.reaches(other, "COMPLETED");
        rebuild("order-view");
        refused(shop.http().get(ORDERS + revised.order), 503, "LATER_RELEASE");

        becomesKnown(revised.event, "order.OrderHeld");
        becomesKnown(added.event, "order.OrderHeld");
        becomesKnown(leaving, left);
        stop();
        start();
        isRight(revised);
        isRight(added);
        soon(() ->
                assertThat(shop.order(sent).at("/fulfilmentStatus").asString()).isEqualTo("SHIPPED"));
        shop.http().deliver(parcel);
        shop.reaches(sent, "COMPLETED");
    }

    private static Strange held(String type, String revision) {
        String pattern = shop.confirmed("INVOICE", null, line("VASE", 1, "10.00"));
        shop.post(ORDERS + pattern + "/hold", "{\"reason\":\"FRAUD_CHECK\"}").expect(200);
        String order = shop.confirmed("INVOICE", null, line("VASE", 1, "10.00"));
        long version = shop.order(order).at("/version").asLong();
        return new Strange(
                order, version, storeLater(pattern, "order.OrderHeld", order, order, version + 1, type, revision));
    }

    private static void isNotDecidedOnAndNotShownWrong(Strange strange) {
        String order = strange.order;
        soon(() -> assertThat(parkedViews(order)).contains("order-view"));
        Reply note = shop.post(ORDERS + order + "/notes", NOTE);
        refused(note, 503, "LATER_RELEASE");
        assertThat(note.header("Retry-After")).isNotEmpty();
        refused(shop.post(ORDERS + order + "/shipments", "{}"), 503, "LATER_RELEASE");
        refused(shop.http().get(ORDERS + order), 503, "LATER_RELEASE");
        assertThat(shop.http()
                        .get(ORDERS + order + "?version=" + strange.version)
                        .expect(200)
                        .at("/status"))
                .isEqualTo("CONFIRMED");
        String next = Long.toString(strange.version + 1);
        refused(shop.http().get(ORDERS + order + "?version=" + next), 503, "LATER_RELEASE");
        refused(shop.http().get(ORDERS + order, "X-Min-Version", next), 503, "LATER_RELEASE");
        refused(shop.http().get(ORDERS + order + "/explain"), 503, "LATER_RELEASE");
        refused(shop.http().get(ORDERS + order + "/capsule"), 503, "LATER_RELEASE");
        shop.http().get("/api/v1/orders?limit=500").expect(200);
        JsonNode history = shop.http()
                .get(ORDERS + order + "/history?limit=500")
                .expect(200)
                .body();
        assertThat(history.at("/entries").valueStream()).anySatisfy(entry -> {
            assertThat(entry.at("/eventId").asString()).isEqualTo(strange.event);
            assertThat(entry.at("/type").asString()).isEqualTo("unknown");
        });
        assertThat(history.at("/upcoming")).isEmpty();
        assertThat(told(strange.event)).isEqualTo("io.ordertrail.unknown");
    }

    private static void isRight(Strange strange) {
        soon(() -> {
            assertThat(parkedViews(strange.order)).isEmpty();
            assertThat(shop.order(strange.order).at("/holdReason").asString()).isEqualTo("FRAUD_CHECK");
        });
        shop.post(ORDERS + strange.order + "/notes", NOTE).expect(201);
    }

    @Test
    void what_begins_with_something_unknown_is_there_all_the_same() {
        String pattern = shop.confirmed("INVOICE", null, line("VASE", 1, "10.00"));
        String order = "order-" + UUID.randomUUID();
        storeLater(pattern, "order.OrderCreated", order, order, 0, "order.OrderCreated", "9");
        refused(shop.http().get(ORDERS + order), 503, "LATER_RELEASE");
        refused(shop.http().get(ORDERS + order + "/history"), 503, "LATER_RELEASE");
        refused(shop.post(ORDERS + order + "/cancellation", "{\"reason\":\"CUSTOMER\"}"), 503, "LATER_RELEASE");
        soon(() -> assertThat(parkedViews(order)).contains("order-view", "order-list"));
        shop.http().get("/api/v1/orders?limit=500").expect(200);
    }

    /** Copies an event of {@code pattern} as one of another stream, as a later release would have stored it. */
    private static String storeLater(
            String pattern, String like, String stream, String order, long sequence, String type, String revision) {
        String event = UUID.randomUUID().toString();
        int stored = jdbc.sql("""
                        insert into domain_event (event_id, aggregate_id, sequence_number, aggregate_type, recorded_at,
                                                  payload_type, payload_revision, payload, metadata)
                        select :event, :stream, :sequence, aggregate_type, recorded_at, :type, :revision,
                               regexp_replace(replace(payload, :pattern, :stream), '"orderId":"[^"]*"',
                                              '"orderId":"' || :order || '"'),
                               '{"actor":"later","roles":"SUPPORT","causationId":"' || :event || '"}'
                        from domain_event where aggregate_id = :pattern and payload_type = :like""")
                .param("event", event)
                .param("stream", stream)
                .param("order", order)
                .param("sequence", sequence)
                .param("type", type)
                .param("revision", revision)
                .param("pattern", pattern)
                .param("like", like)
                .update();
        assertThat(stored).isEqualTo(1);
        return event;
    }

    /** As if a release that knows it had taken over. */
    private static void becomesKnown(String event, String type) {
        for (String table : List.of("domain_event", "dead_letter")) {
            jdbc.sql("update " + table + " set payload_type = ?, payload_revision = '1' where event_id = ?")
                    .params(type, event)
                    .update();
        }
    }

    private static List<String> parkedViews(String order) {
        return shop.http()
                .get("/api/v1/admin/dead-letters?subject=" + order)
                .expect(200)
                .body()
                .at("/items")
                .valueStream()
                .filter(letter -> letter.at("/subject").asString().equals(order))
                .map(letter -> letter.at("/place").asString())
                .toList();
    }

    private static String told(String event) {
        String after = "-1";
        while (true) {
            JsonNode page = shop.http()
                    .get("/api/v1/events?limit=500&after=" + after)
                    .expect(200)
                    .body();
            for (JsonNode each : page.at("/items")) {
                if (each.at("/id").asString().equals(event)) {
                    return each.at("/type").asString();
                }
            }
            assertThat(page.at("/page/more").asBoolean()).isTrue();
            after = page.at("/page/next").asString();
        }
    }

    private static void rebuild(String view) {
        String rebuild = shop.http()
                .send(shop.http()
                        .request("/api/v1/admin/projections/" + view + "/rebuilds")
                        .POST(BodyPublishers.noBody()))
                .expect(202)
                .header("Location");
        soon(() ->
                assertThat(shop.http().get(rebuild).expect(200).at("/status")).isEqualTo("DONE"));
    }
}
