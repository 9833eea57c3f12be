package io.ordertrail.journey;

import static io.ordertrail.journey.FaultShop.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What an earlier release stored is read as today's events, by everybody; all books agree with it. */
class EarlierReleaseIT extends FaultJourney {

    @Test
    void an_event_that_said_two_facts_is_two_events_for_everybody() {
        String order = shop.placeWith("", "PREPAID", null, line("VASE", 2, "10.00"));
        shop.pay(order, manual("20.00", "bank-earlier")).expect(201);
        shop.reaches(order, "CONFIRMED");
        shop.deliver(order);
        shop.reaches(order, "COMPLETED");
        String back = shop.askBack(order, "", units("1", 1));
        shop.post(RETURNS + back + "/approval", "{}").expect(200);
        shop.post(RETURNS + back + "/receipt", "{}").expect(200);
        String event = UUID.randomUUID().toString();
        storeEarlier(event, back, order);

        soon(() -> {
            JsonNode now = shop.http().get(RETURNS + back).expect(200).body();
            assertThat(now.at("/status").asString()).isEqualTo("INSPECTED");
            assertThat(amount(now, "/refund")).isEqualTo("10.00");
            assertThat(now.at("/version").asLong()).isEqualTo(3);
            // The order was told of it once.
            assertThat(shop.order(order).at("/returns/0/accepted/amount").asString())
                    .isEqualTo("10.00");
        });
        // Both events are among the rows that are made anew.
        for (String view : List.of("return-view", "order-list")) {
            rebuild(view);
        }
        assertThat(amount(
                        shop.http()
                                .get(RETURNS + back + "?version=3")
                                .expect(200)
                                .body(),
                        "/refund"))
                .isEqualTo("10.00");
        List<String> history = shop.http()
                .get(ORDERS + order + "/history?limit=500")
                .expect(200)
                .body()
                .at("/entries")
                .valueStream()
                .filter(entry -> entry.at("/subject").asString().equals(back))
                .map(entry ->
                        entry.at("/version").asLong() + " " + entry.at("/type").asString())
                .toList();
        assertThat(history).containsSubsequence("3 return.ReturnInspected", "3 return.ReturnRefundDecided");
        assertThat(told(back))
                .containsSubsequence("io.ordertrail.return.ReturnInspected", "io.ordertrail.return.ReturnRefundDecided")
                .doesNotHaveDuplicates();
        shop.http().get(ORDERS + order + "/capsule").expect(200);
        shop.post(RETURNS + back + "/closure", "{}", "X-Roles", "SUPERVISOR").expect(200);
        assertThat(shop.http()
                        .get(RETURNS + back)
                        .expect(200)
                        .body()
                        .at("/version")
                        .asLong())
                .isEqualTo(4);
    }

    private static void storeEarlier(String event, String back, String order) {
        int stored = context.getBean(JdbcClient.class)
                .sql("""
                        insert into domain_event (event_id, aggregate_id, sequence_number, aggregate_type, recorded_at,
                                                  payload_type, payload_revision, payload, metadata)
                        select :event, :back, 3, 'return', recorded_at, 'return.ReturnInspected', '1', :payload,
                               '{"actor":"earlier","roles":"WAREHOUSE","causationId":"' || :event || '"}'
                        from domain_event where aggregate_id = :back and sequence_number = 2""")
                .param("event", event)
                .param("back", back)
                .param("payload", """
                        {"returnId":"%s","orderId":"%s",
                         "verdicts":[{"lineId":"1","quantity":1,"disposition":"WRITE_OFF","note":null}],
                         "skus":["VASE"],"refund":{"amount":"10.00","currency":"EUR"},"shipping":null,
                         "deduction":null,"deductionReason":null,"at":"%s"}""".formatted(back, order, Instant.now()))
                .update();
        assertThat(stored).isEqualTo(1);
    }

    private static void rebuild(String view) {
        String rebuild = shop.post("/api/v1/admin/projections/" + view + "/rebuilds", "")
                .expect(202)
                .header("Location");
        soon(() -> {
            JsonNode now = shop.http().get(rebuild).expect(200).body();
            assertThat(now.at("/status").asString()).isEqualTo("DONE");
            assertThat(now.at("/comparison/differentRows").asLong())
                    .as(now.toString())
                    .isZero();
        });
    }

    /** What the feed tells of the return, an event a page. */
    private static List<String> told(String back) {
        List<String> types = new ArrayList<>();
        String after = "-1";
        JsonNode page;
        do {
            page = shop.http()
                    .get("/api/v1/events?limit=1&after=" + after)
                    .expect(200)
                    .body();
            for (JsonNode each : page.at("/items")) {
                if (each.at("/subject").asString().equals(back)) {
                    types.add(each.at("/type").asString());
                }
            }
            after = page.at("/page/next").asString();
        } while (page.at("/page/more").asBoolean());
        return types;
    }
}
