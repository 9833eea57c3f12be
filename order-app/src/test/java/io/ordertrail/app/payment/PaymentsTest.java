package io.ordertrail.app.payment;

import static io.ordertrail.app.FrontDoor.ORDERS;
import static io.ordertrail.app.FrontDoor.example;
import static io.ordertrail.app.FrontDoor.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.ordertrail.api.order.OrderCommand.ReportProblem;
import io.ordertrail.api.payment.PaymentCommand.InitiatePayment;
import io.ordertrail.api.payment.PaymentCommand.RecordChargeback;
import io.ordertrail.api.payment.PaymentRefusal.NothingToRefund;
import io.ordertrail.app.FrontDoor;
import io.ordertrail.axon.Correlation;
import io.ordertrail.axon.Refused;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.axonframework.commandhandling.CommandMessage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the front door itself decides about payments. */
class PaymentsTest {

    private static final String WEBHOOKS = Webhooks.PATH;
    private static final String SECRET = FrontDoor.WEBHOOK_SECRET;

    private static FrontDoor door;

    @BeforeAll
    static void open() {
        door = FrontDoor.open();
    }

    @AfterAll
    static void close() {
        door.close();
    }

    private static HttpResponse<String> pay(String body) {
        return door.send(door.post(ORDERS + "/" + door.place() + "/payments", body));
    }

    @Test
    void a_provider_is_asked_for_all_that_is_due_and_the_answer_says_where_it_can_be_followed() {
        HttpResponse<String> answer = pay("{\"method\":\"SANDBOX\",\"token\":\"ok\"}");
        assertThat(answer.statusCode()).isEqualTo(202);
        String payment = json(answer).get("id").asString();
        assertThat(answer.headers().firstValue("Location")).contains("/api/v1/payments/" + payment);
        assertThat(json(answer).at("/amount/amount").asString()).isEqualTo("54.88");
        assertThat(door.get("/api/v1/payments/" + payment).statusCode()).isEqualTo(200);
    }

    @Test
    void a_payment_is_begun_on_the_version_of_the_order_that_was_decided_on() {
        String payments = ORDERS + "/" + door.place() + "/payments";
        HttpResponse<String> stale = begin(payments, "\"7\"", "payment-1");
        assertThat(stale.statusCode()).isEqualTo(412);
        assertThat(json(stale).get("currentVersion").asLong()).isZero();
        assertThat(begin(payments, "\"0\"", "payment-2").statusCode()).isEqualTo(202);
        assertThat(begin(payments, "*", "payment-3").statusCode()).isEqualTo(202);
    }

    @Test
    void a_repeat_was_decided_on_a_version_of_then() {
        String order = ORDERS + "/" + door.place();
        assertThat(begin(order + "/payments", "\"0\"", "payment-4").statusCode())
                .isEqualTo(202);
        assertThat(door.send(door.post(order + "/hold", example("Hold"))).statusCode())
                .isEqualTo(200);
        assertThat(begin(order + "/payments", "\"0\"", "payment-4").statusCode())
                .isEqualTo(202);
        assertThat(begin(order + "/payments", "\"0\"", "payment-5").statusCode())
                .isEqualTo(412);
    }

    private static HttpResponse<String> begin(String payments, String ifMatch, String key) {
        return door.send(door.post(payments, "{\"method\":\"SANDBOX\",\"token\":\"ok\"}")
                .setHeader("Idempotency-Key", key)
                .header("If-Match", ifMatch));
    }

    @Test
    void never_for_more() {
        HttpResponse<String> answer =
                pay("{\"method\":\"SANDBOX\",\"token\":\"ok\",\"amount\":{\"amount\":\"54.89\",\"currency\":\"EUR\"}}");
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(json(answer).get("code").asString()).isEqualTo("MORE_THAN_DUE");
    }

    @Test
    void where_goods_are_still_to_leave_the_money_is_taken_with_them_and_of_an_imported_order_at_once() {
        assertThat(isTakenAtOnce(example("PlaceOrder"))).isFalse();
        assertThat(isTakenAtOnce(example("PlaceOrder").replaceFirst("\\{", "{\"channel\":\"IMPORT\",")))
                .isTrue();
    }

    private static boolean isTakenAtOnce(String order) {
        String id = json(door.send(door.post(ORDERS, order))).get("id").asString();
        assertThat(door.send(door.post(ORDERS + "/" + id + "/payments", "{\"method\":\"SANDBOX\",\"token\":\"ok\"}"))
                        .statusCode())
                .isEqualTo(202);
        return door.rooms().sent().stream()
                .map(CommandMessage::getPayload)
                .filter(InitiatePayment.class::isInstance)
                .map(InitiatePayment.class::cast)
                .filter(payment -> payment.orderId().equals(id))
                .allMatch(InitiatePayment::captureAtOnce);
    }

    @Test
    void how_much_has_arrived_must_be_said() {
        assertThat(pay("{\"method\":\"MANUAL\"}").statusCode()).isEqualTo(422);
    }

    @Test
    void money_that_staff_recorded_is_a_payment_too() {
        String order = ORDERS + "/" + door.place();
        HttpResponse<String> answer = door.send(door.post(order + "/payments", example("Paying")));
        assertThat(answer.statusCode()).isEqualTo(201);
        String payment = json(answer).get("id").asString();
        assertThat(door.get("/api/v1/payments/" + payment).statusCode()).isEqualTo(200);
        assertThat(json(door.get(order + "/payments")).at("/items/0/id").asString())
                .isEqualTo(payment);
    }

    @Test
    void what_is_voided_is_all() {
        String payment =
                json(pay("{\"method\":\"SANDBOX\",\"token\":\"ok\"}")).get("id").asString();
        String voids = "/api/v1/payments/" + payment + "/voids";
        assertThat(door.send(door.post(voids, example("MoneyChange"))).statusCode())
                .isEqualTo(422);
        assertThat(door.send(door.post(voids, "{\"reason\":\"MISTAKE\"}")).statusCode())
                .isEqualTo(202);
    }

    @Test
    void P6_a_signed_webhook_is_taken_as_often_as_it_comes() {
        String body = webhook();
        for (int n = 0; n < 2; n++) {
            assertThat(signed(WEBHOOKS, body, SECRET, Instant.now()).statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void P6_without_a_signature_nothing_is_taken() {
        assertThat(door.send(door.request(WEBHOOKS)
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(webhook())))
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void P6_with_another_secret_or_another_body_nothing_is_taken() {
        String body = webhook();
        assertThat(signed(WEBHOOKS, body, "guess", Instant.now()).statusCode()).isEqualTo(401);
        String signature = Signature.of(body.getBytes(StandardCharsets.UTF_8), SECRET, Instant.now());
        assertThat(send(WEBHOOKS, body.replace("SUCCEEDED", "FAILED"), signature)
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void P6_what_was_recorded_and_is_sent_again_much_later_is_not_taken() {
        Duration tooLong = Signature.TOLERANCE.plusSeconds(5);
        String body = webhook();
        assertThat(signed(WEBHOOKS, body, SECRET, Instant.now().minus(tooLong)).statusCode())
                .isEqualTo(401);
        assertThat(signed(WEBHOOKS, body, SECRET, Instant.now().plus(tooLong)).statusCode())
                .isEqualTo(401);
    }

    @Test
    void P6_a_provider_without_a_secret_has_no_webhooks() {
        String others = WEBHOOKS.replace("SANDBOX", "BANK");
        assertThat(signed(others, webhook(), SECRET, Instant.now()).statusCode())
                .isEqualTo(404);
    }

    @Test
    void a_webhook_that_says_nothing_is_refused() {
        assertThat(signed(WEBHOOKS, "{\"eventId\":\"event-1\"}", SECRET, Instant.now())
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void a_chargeback_names_its_payment() {
        String body = "{\"eventId\":\"event-2\",\"kind\":\"CHARGEBACK\",\"paymentId\":\"" + payment()
                + "\",\"amount\":{\"amount\":\"1.00\",\"currency\":\"EUR\"}}";
        assertThat(signed(WEBHOOKS, body, SECRET, Instant.now()).statusCode()).isEqualTo(200);
    }

    @Test
    void P2_a_chargeback_of_what_is_not_there_is_a_problem_of_the_order_however_often_it_comes() {
        String order = door.place();
        String payment = json(door.send(
                        door.post(ORDERS + "/" + order + "/payments", "{\"method\":\"SANDBOX\",\"token\":\"ok\"}")))
                .get("id")
                .asString();
        door.rooms().before(message -> {
            if (message instanceof RecordChargeback) {
                throw new Refused(new NothingToRefund());
            }
        });
        String body = "{\"eventId\":\"event-3\",\"kind\":\"CHARGEBACK\",\"paymentId\":\"" + payment
                + "\",\"amount\":{\"amount\":\"54.88\",\"currency\":\"EUR\"}}";
        for (int n = 0; n < 2; n++) {
            HttpResponse<String> answer = signed(WEBHOOKS, body, SECRET, Instant.now());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(json(answer).get("paymentId").asString()).isEqualTo(payment);
        }
        door.rooms().before(message -> {});
        List<CommandMessage<?>> reports = door.rooms().sent().stream()
                .filter(message -> message.getPayload() instanceof ReportProblem)
                .toList();
        assertThat(reports).hasSize(2).allSatisfy(message -> {
            ReportProblem problem = (ReportProblem) message.getPayload();
            assertThat(problem.orderId()).isEqualTo(order);
            assertThat(problem.problemId()).startsWith("chargeback:");
            assertThat(problem.code()).isEqualTo("CHARGEBACK_NOT_COVERED");
        });
        assertThat(reports.stream().map(Correlation::idOf)).containsOnly(Correlation.idOf(reports.get(0)));
    }

    private static String payment() {
        return json(pay("{\"method\":\"SANDBOX\",\"token\":\"ok\"}")).get("id").asString();
    }

    private static String webhook() {
        return "{\"eventId\":\"event-1\",\"providerKey\":\"" + payment() + ":authorize:1\",\"outcome\":\"SUCCEEDED\"}";
    }

    private static HttpResponse<String> signed(String path, String body, String secret, Instant at) {
        return send(path, body, Signature.of(body.getBytes(StandardCharsets.UTF_8), secret, at));
    }

    private static HttpResponse<String> send(String path, String body, String signature) {
        return door.send(door.request(path)
                .header("Content-Type", "application/json")
                .header(WebhookGate.SIGNATURE, signature)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }
}
