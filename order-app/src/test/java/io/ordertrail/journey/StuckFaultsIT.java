package io.ordertrail.journey;

import static io.ordertrail.journey.FaultShop.*;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.Scheduler;
import io.ordertrail.api.message.Receipt;
import io.ordertrail.api.order.OrderGoodsCommand.RecordDelivered;
import io.ordertrail.axon.message.Dispatch;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What stopped for ever, was told to nobody, or was believed of anybody. */
class StuckFaultsIT extends FaultJourney {

    @Test
    void an_event_with_a_word_of_a_later_release_stops_nobody() {
        String pattern = shop.place("PREPAID", null, line("VASE", 1, "10.00"));
        String key = UUID.randomUUID().toString();
        shop.post(ORDERS + pattern + "/cancellation", "{\"reason\":\"CUSTOMER\"}", "Idempotency-Key", key)
                .expect(200);
        String strange = shop.place("PREPAID", null, line("VASE", 1, "10.00"));
        shop.reaches(strange, "PENDING");
        long last = shop.order(strange).at("/version").asLong();
        int stored = context.getBean(JdbcClient.class)
                .sql("""
                        insert into domain_event (event_id, aggregate_id, sequence_number, aggregate_type, recorded_at,
                                                  payload_type, payload_revision, payload, metadata)
                        select :event, :order, :sequence, aggregate_type, recorded_at, payload_type, payload_revision,
                               replace(replace(payload, :pattern, :order), '"CUSTOMER"', '"BANKRUPT"'),
                               replace(replace(metadata, :pattern, :order), :key, :event)
                        from domain_event where aggregate_id = :pattern and payload_type = 'order.OrderCancelled'""")
                .param("event", UUID.randomUUID().toString())
                .param("order", strange)
                .param("sequence", last + 1)
                .param("pattern", pattern)
                .param("key", key)
                .update();
        assertThat(stored).isEqualTo(1);

        String account = shop.account("c-1", "10.00");
        String other = shop.confirmed("PREPAID", from(account), line("VASE", 1, "10.00"));
        shop.becomes(other, "CONFIRMED PAID worth 10.00 promised 0.00 captured 10.00 back 0.00 due 0.00 []");
        shop.reaches(strange, "CANCELLED");
        assertThat(shop.order(strange).at("/cancellation/reason").asString()).isEqualTo("UNKNOWN");
        String note = "{\"text\":\"Called\",\"visibility\":\"INTERNAL\"}";
        refused(shop.post(ORDERS + strange + "/notes", note), 503, "LATER_RELEASE");
        for (JsonNode process :
                shop.http().get("/api/v1/admin/processes").body().at("/items")) {
            assertThat(process.at("/parked").asInt()).as(process.toString()).isZero();
        }
    }

    @Test
    void a_problem_that_staff_resolved_and_the_provider_resolves_again_is_gone() {
        String order = shop.place("PREPAID", card("authorize-late"), line("VASE", 1, "10.00"));
        JsonNode ask = shop.ask(order, "AUTHORIZE");
        String problem = shop.problem(order, "PAYMENT_OUTCOME_UNKNOWN");
        assertThat(history(order, "/upcoming"))
                .contains("The provider is asked again what became of the payment of EUR 10.00"
                        + "; a person was told that it does not say");
        shop.post(ORDERS + order + "/problems/" + problem + "/resolution", "{\"note\":\"Asked them\"}")
                .expect(200);
        shop.said(ask, "authorize", "SUCCEEDED");
        shop.becomes(order, "CONFIRMED PAID worth 10.00 promised 0.00 captured 10.00 back 0.00 due 0.00 []");
        soon(() -> assertThat(shop.attention(order)).isEmpty());
    }

    @Test
    void a_failure_without_a_word_is_told() {
        assertThat(failedCapture("")).endsWith("The provider gave no reason.");
    }

    @Test
    void a_failure_with_too_many_words_is_told_with_fewer() {
        assertThat(failedCapture("x".repeat(4000))).hasSizeBetween(100, 1200).endsWith("…");
    }

    private static String failedCapture(String reason) {
        String order = shop.confirmed("AUTH_FIRST", card("capture-timeout-nothing"), line("VASE", 1, "10.00"));
        shop.approve(order);
        JsonNode ask = shop.ask(order, "CAPTURE");
        shop.webhook("\"providerKey\":\"%s:capture:%d\",\"outcome\":\"FAILED\",\"reason\":\"%s\""
                .formatted(ask.at("/subject").asString(), ask.at("/number").asInt(), reason));
        shop.problem(order, "CAPTURE_FAILED");
        soon(() -> assertThat(shop.attention(order)).containsExactly("CAPTURE_FAILED"));
        JsonNode now = shop.order(order);
        assertThat(now.at("/displayStatus").asString()).isEqualTo("PROBLEM");
        return now.at("/problems/0/detail").asString();
    }

    @Test
    void an_ask_of_stock_whose_stuck_step_was_taken_over_does_not_stay_open_for_ever() {
        // A name without its item, so that nobody can keep anything.
        JdbcClient jdbc = context.getBean(JdbcClient.class);
        jdbc.sql("insert into claimed_name (kind, name, owner) values ('sku', 'GONE-1', 'stock-GONE-1')")
                .update();
        String order = shop.place("INVOICE", null, line("GONE-1", 2, "10.00"));
        shop.problem(order, "STEP_STUCK");
        assertThat(history(order, "/upcoming")).anyMatch(summary -> summary.startsWith("Step set-reservation of "));
        takeOver(order, "set-reservation");
        soon(() -> assertThat(history(order, "/entries"))
                .anyMatch(summary -> summary.startsWith("Step set-reservation of ")
                        && summary.contains(" fails again and again, and is still tried: "))
                .anyMatch(summary -> summary.startsWith("Step set-reservation of ")
                        && summary.endsWith(" was settled in another way: It cannot be done")));
        assertThat(history(order, "/upcoming")).noneMatch(summary -> summary.startsWith("Step "));
        soon(() -> {
            JsonNode now = shop.order(order);
            assertThat(now.at("/status").asString()).isEqualTo("PENDING");
            assertThat(codes(now)).containsExactly("STOCK_UNTOLD");
            assertThat(now.at("/asks").size()).isZero();
        });

        jdbc.sql("delete from claimed_name where kind = 'sku' and name = 'GONE-1'")
                .update();
        shop.sku("GONE-1", 5, 0);
        shop.post(ORDERS + order + "/asks/1/1/retry", "{}").expect(200);
        shop.reaches(order, "CONFIRMED");
        soon(() -> assertThat(shop.attention(order)).isEmpty());
        shop.stock("GONE-1", 5, 2, 0);
    }

    @Test
    void money_that_no_payment_has_is_not_counted_for_ever_when_its_stuck_step_was_taken_over() {
        String order = shop.place("PREPAID", null, line("VASE", 1, "10.00"));
        spoilNext(
                order,
                "record-manual-payment",
                () -> shop.pay(order, manual("10.00", "bank-own")).expect(201));
        shop.problem(order, "STEP_STUCK");
        takeOver(order, "record-manual-payment");
        shop.becomes(order, "CONFIRMED FAILED worth 10.00 promised 0.00 captured 0.00 back 0.00 due 10.00 []");
        assertThat(shop.order(order).at("/holdReason").asString()).isEqualTo("PAYMENT_LOST");
        shop.pay(order, manual("10.00", "bank-own")).expect(201);
        shop.becomes(order, "CONFIRMED PAID worth 10.00 promised 0.00 captured 10.00 back 0.00 due 0.00 []");
        soon(() -> assertThat(shop.attention(order)).isEmpty());
    }

    /**
     * The step of this kind that follows from {@code work} can never be sent. It waits behind another one till then.
     */
    private static void spoilNext(String order, String kind, Runnable work) {
        Scheduler scheduler = context.getBean(Scheduler.class);
        JdbcClient jdbc = context.getBean(JdbcClient.class);
        scheduler.pause();
        try {
            jdbc.sql(
                            "insert into process_step (step, version, subject, process, answer, queued, due_at, command, payload,"
                                    + " metadata, failures, stuck, created_at) values (?, 0, ?, 'test', 'ANY', true,"
                                    + " current_timestamp, 'none', '{}', '{}', 0, false, current_timestamp)")
                    .params("test/" + order + "/first//0", order)
                    .update();
            work.run();
            soon(() -> assertThat(jdbc.sql("update process_step set payload = 'spoilt' where step like ?")
                            .param("%/" + kind + "/%")
                            .update())
                    .isEqualTo(1));
            jdbc.sql("delete from process_step where process = 'test'").update();
        } finally {
            scheduler.resume();
        }
    }

    @Test
    void what_only_tells_is_not_taken_over_for_nobody_else_would_tell_it() {
        String order = shop.place("INVOICE", null, line("VASE", 1, "10.00"));
        String parcel =
                shop.post(ORDERS + order + "/shipments", "{}").expect(201).at("/id");
        spoilNext(order, "record-shipped", () -> shop.post(SHIPMENTS + parcel + "/dispatch", "{}"));
        shop.problem(order, "STEP_STUCK");
        String step = stuck(order, "record-shipped");
        refused(
                shop.post("/api/v1/admin/steps/" + step + "/takeover", "{\"reason\":\"It cannot be done\"}"),
                409,
                "STEP_NOT_TAKEN_OVER");
        assertThat(stuck(order, "record-shipped")).isEqualTo(step);
    }

    private static List<String> history(String order, String what) {
        return shop.http()
                .get(ORDERS + order + "/history")
                .expect(200)
                .body()
                .at(what)
                .valueStream()
                .map(one -> one.at("/summary").asString())
                .toList();
    }

    private static void takeOver(String order, String kind) {
        shop.post("/api/v1/admin/steps/" + stuck(order, kind) + "/takeover", "{\"reason\":\"It cannot be done\"}")
                .expect(200);
    }

    private static String stuck(String order, String kind) {
        return shop.http()
                .get("/api/v1/admin/steps?stuck=true&limit=500")
                .expect(200)
                .body()
                .at("/items")
                .valueStream()
                .filter(item -> item.at("/step").asString().contains("/" + order + "/" + kind + "/"))
                .map(item -> item.at("/id").asString())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void when_goods_were_asked_back_a_customer_does_not_say() {
        String order = shop.placeWith("\"at\":\"2026-01-01T00:00:00Z\",", "INVOICE", null, line("VASE", 1, "50.00"));
        String parcel = shop.post(ORDERS + order + "/shipments", at("2026-01-02T00:00:00Z"))
                .expect(201)
                .at("/id");
        shop.post(SHIPMENTS + parcel + "/dispatch", at("2026-01-02T01:00:00Z")).expect(200);
        shop.post(SHIPMENTS + parcel + "/delivery", at("2026-01-03T00:00:00Z")).expect(200);
        shop.reaches(order, "COMPLETED");
        String lines = "{\"lines\":[" + units("1", 1) + "]}";
        String early = lines.replace("{\"lines\"", "{\"at\":\"2026-01-04T00:00:00Z\",\"lines\"");
        String path = ORDERS + order + "/returns";
        refused(
                shop.post(path, lines, "X-Roles", "CUSTOMER", "X-Actor", FaultShop.CUSTOMER),
                409,
                "RETURN_WINDOW_CLOSED");
        refused(
                shop.post(path, early, "X-Roles", "CUSTOMER", "X-Actor", FaultShop.CUSTOMER),
                409,
                "RETURN_WINDOW_CLOSED");
        shop.post(path, early, "X-Roles", "SUPPORT").expect(201);
    }

    @Test
    void a_time_that_was_too_early_to_tell_is_taken_later_under_the_same_key() {
        String order = shop.place("INVOICE", null, line("VASE", 1, "10.00"));
        String note = "{\"text\":\"Called\",\"visibility\":\"INTERNAL\",\"at\":\"%s\"}"
                .formatted(Instant.now().plusSeconds(4));
        String key = UUID.randomUUID().toString();
        refused(shop.post(ORDERS + order + "/notes", note, "Idempotency-Key", key), 422, "IMPOSSIBLE_TIME");
        soon(() -> shop.post(ORDERS + order + "/notes", note, "Idempotency-Key", key)
                .expect(201));
    }

    @Test
    void nobody_may_claim_to_be_the_service_nor_a_customer_the_shop() {
        String order = shop.place("INVOICE", null, line("VASE", 1, "10.00"));
        String received = manual("10.00", "bank-1");
        refused(shop.post(ORDERS + order + "/payments", received, "X-Roles", "SERVICE"), 403, "RESERVED_ROLE");
        for (String path : new String[] {"/shipments", "/hold"}) {
            String body = path.equals("/hold") ? "{\"reason\":\"FRAUD_CHECK\"}" : "{}";
            refused(shop.post(ORDERS + order + path, body, "X-Roles", "CUSTOMER"), 403, "MISSING_ROLE");
        }
        String edit = "{\"lines\":[" + units("1", 2) + "]}";
        shop.reaches(order, "CONFIRMED");
        String version = "\"" + shop.order(order).at("/version").asLong() + "\"";
        refused(
                shop.post(ORDERS + order + "/edits", edit, "X-Roles", "CUSTOMER", "If-Match", version),
                403,
                "MISSING_ROLE");
        shop.post(ORDERS + order + "/cancellation", "{\"reason\":\"CUSTOMER\"}").expect(200);
    }

    @Test
    void news_of_a_clock_that_is_ahead_is_taken_in() {
        String order = shop.confirmed("INVOICE", null, line("VASE", 1, "10.00"));
        String parcel = shop.approve(order);
        shop.http().dispatch(parcel);
        soon(() ->
                assertThat(shop.order(order).at("/fulfilmentStatus").asString()).isEqualTo("SHIPPED"));
        context.getBean(Dispatch.class)
                .send(
                        new RecordDelivered(order, parcel, Instant.now().plusSeconds(3)),
                        caller("SERVICE"),
                        Receipt.class);
        shop.becomes(order, "COMPLETED PENDING worth 10.00 promised 0.00 captured 0.00 back 0.00 due 10.00 []");
        shop.http().deliver(parcel);
    }

    private static String at(String time) {
        return "{\"at\":\"" + time + "\"}";
    }
}
