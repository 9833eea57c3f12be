package io.ordertrail.app.payment;

import static io.ordertrail.app.FrontDoor.ORDERS;
import static io.ordertrail.app.FrontDoor.example;
import static io.ordertrail.app.FrontDoor.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.ordertrail.api.message.Refused;
import io.ordertrail.api.order.OrderCourseCommand.ReportProblem;
import io.ordertrail.api.order.OrderId;
import io.ordertrail.api.order.OrderMoneyCommand.PayOrder;
import io.ordertrail.api.order.OrderMoneyCommand.RecordPaymentAnswer;
import io.ordertrail.api.order.OrderMoneyCommand.RequestCapture;
import io.ordertrail.api.order.OrderMoneyCommand.RequestRefund;
import io.ordertrail.api.order.OrderMoneyCommand.RequestVoid;
import io.ordertrail.api.order.value.PaymentKind;
import io.ordertrail.api.order.value.RefundKind;
import io.ordertrail.api.payment.PaymentChoice;
import io.ordertrail.api.payment.PaymentCommand.RecordChargeback;
import io.ordertrail.api.payment.PaymentCommand.RecordChargebackReversal;
import io.ordertrail.api.payment.PaymentRefusal.NothingToRefund;
import io.ordertrail.app.FrontDoor;
import io.ordertrail.axon.message.Correlation;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.axonframework.commandhandling.CommandMessage;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the front door itself decides about payments. */
class PaymentsTest {

    private static final String WEBHOOKS = Webhooks.PATH;
    private static final String SANDBOX = "{\"method\":\"SANDBOX\",\"token\":\"ok\"}";
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

    @AfterEach
    void goOn() {
        door.rooms().processesStand(false);
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
    void the_front_door_sends_one_command_and_the_order_decides_how_much() {
        String order = door.place();
        int before = door.rooms().sent().size();
        assertThat(door.send(door.post(ORDERS + "/" + order + "/payments", SANDBOX))
                        .statusCode())
                .isEqualTo(202);
        assertThat(sentSince(before)).singleElement().isInstanceOfSatisfying(PayOrder.class, pay -> {
            assertThat(pay.orderId()).isEqualTo(order);
            assertThat(pay.choice()).isEqualTo(new PaymentChoice("SANDBOX", null, "ok"));
            assertThat(pay.amount()).isNull();
        });
    }

    @Test
    void a_payment_that_takes_its_time_is_told_where_it_will_be() {
        String order = door.place();
        door.rooms().processesStand(true);
        HttpResponse<String> answer = door.send(door.post(ORDERS + "/" + order + "/payments", SANDBOX));
        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(json(answer).get("status").asString()).isEqualTo("INITIATED");
        assertThat(answer.headers().firstValue("ETag")).contains("\"0\"");
        String path = answer.headers().firstValue("Location").orElseThrow();
        assertThat(path).isEqualTo("/api/v1/payments/" + json(answer).get("id").asString());
        assertThat(json(door.get(path))).isEqualTo(json(answer));
    }

    @Test
    void finding_3_7_what_staff_recorded_is_answered_as_it_is_read_with_its_own_version() {
        String order = ORDERS + "/" + door.place();
        door.rooms().processesStand(true);
        HttpResponse<String> answer = door.send(door.post(order + "/payments", example("PaymentRequest")));
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(json(answer).get("status").asString()).isEqualTo("CAPTURED");
        HttpResponse<String> read =
                door.get(answer.headers().firstValue("Location").orElseThrow());
        assertThat(read.statusCode()).isEqualTo(200);
        assertThat(json(read)).isEqualTo(json(answer));
        assertThat(read.headers().firstValue("ETag"))
                .isEqualTo(answer.headers().firstValue("ETag"))
                .contains("\"" + json(answer).get("version").asLong() + "\"");
        assertThat(json(door.get(order + "/payments")).at("/items/0")).isEqualTo(json(answer));
    }

    @Test
    void what_no_provider_could_be_asked_for_is_answered_by_the_order() {
        String order = door.place();
        door.rooms().processesStand(true);
        String key = "declined";
        String paymentId = OrderId.payment(order, "local POST " + ORDERS + "/" + order + "/payments\n" + key);
        door.rooms()
                .tell(new RecordPaymentAnswer(
                        order,
                        paymentId,
                        null,
                        PaymentKind.DECLINED,
                        "SANDBOX",
                        Money.parse("EUR 54.88"),
                        null,
                        "There is no such provider",
                        null,
                        Instant.now()));
        HttpResponse<String> answer =
                door.send(door.post(ORDERS + "/" + order + "/payments", SANDBOX).setHeader("Idempotency-Key", key));
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(json(answer).get("status").asString()).isEqualTo("DECLINED");
        HttpResponse<String> read =
                door.get(answer.headers().firstValue("Location").orElseThrow());
        assertThat(read.statusCode()).isEqualTo(200);
        assertThat(json(read)).isEqualTo(json(answer));
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
    void how_much_has_arrived_must_be_said() {
        assertThat(pay("{\"method\":\"MANUAL\"}").statusCode()).isEqualTo(422);
    }

    @Test
    void money_that_staff_recorded_is_a_payment_too() {
        String order = ORDERS + "/" + door.place();
        HttpResponse<String> answer = door.send(door.post(order + "/payments", example("PaymentRequest")));
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
    void what_is_asked_of_a_payment_is_asked_of_its_order() {
        String payment = payment();
        String order = OrderId.ofPart(payment).orElseThrow();
        int before = door.rooms().sent().size();
        String path = "/api/v1/payments/" + payment;
        door.send(door.post(path + "/captures", "{}"));
        door.send(door.post(path + "/voids", "{\"reason\":\"MISTAKE\"}"));
        HttpResponse<String> answer = door.send(door.post(path + "/refunds", example("MoneyBack")));
        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(sentSince(before))
                .containsExactly(
                        new RequestCapture(order, payment, null),
                        new RequestVoid(order, payment, "MISTAKE"),
                        new RequestRefund(
                                order,
                                payment,
                                Money.parse("EUR 10.00"),
                                RefundKind.GOODWILL,
                                null,
                                "It came late",
                                null));
        // The payment has heard of it by the answer.
        assertThat(json(answer).get("version").asLong()).isEqualTo(3);
    }

    @Test
    void report_R1_a_refund_by_staff_says_what_it_is() {
        String refunds = "/api/v1/payments/" + payment() + "/refunds";
        HttpResponse<String> answer = door.send(door.post(refunds, "{\"reason\":\"late\"}"));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(json(answer).at("/errors/0/pointer").asString()).isEqualTo("/kind");
        assertThat(json(answer).get("detail").asString()).contains("GOODWILL", "OTHER_MEANS", "CORRECTION");
        for (String kind : List.of("RETURN", "EXCHANGE", "CHARGEBACK")) {
            assertThat(door.send(door.post(refunds, "{\"kind\":\"" + kind + "\"}"))
                            .statusCode())
                    .isEqualTo(400);
        }
    }

    @Test
    void a_refund_to_an_account_passes_the_payment_by() {
        String payment = payment();
        String body = "{\"kind\":\"CORRECTION\",\"to\":\"account-c1d2e3f4-0000-4000-8000-000000000001\"}";
        HttpResponse<String> answer = door.send(door.post("/api/v1/payments/" + payment + "/refunds", body));
        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(json(answer).get("version").asLong()).isZero();
        List<Object> sent = sentSince(0);
        assertThat(sent.get(sent.size() - 1))
                .isEqualTo(new RequestRefund(
                        OrderId.ofPart(payment).orElseThrow(),
                        payment,
                        null,
                        RefundKind.CORRECTION,
                        "account-c1d2e3f4-0000-4000-8000-000000000001",
                        null,
                        null));
    }

    @Test
    void the_version_that_was_decided_on_is_the_payments() {
        String payment = payment();
        String captures = "/api/v1/payments/" + payment + "/captures";
        HttpResponse<String> stale = capture(captures, "\"7\"", "capture-1");
        assertThat(stale.statusCode()).isEqualTo(412);
        assertThat(json(stale).get("currentVersion").asLong()).isZero();
        assertThat(capture(captures, "\"0\"", "capture-2").statusCode()).isEqualTo(202);
        // A repeat was decided on a version of then.
        HttpResponse<String> again = capture(captures, "\"0\"", "capture-2");
        assertThat(again.statusCode()).isEqualTo(202);
        assertThat(again.headers().firstValue("Idempotent-Replayed")).contains("true");
        assertThat(capture(captures, "\"0\"", "capture-3").statusCode()).isEqualTo(412);
    }

    private static HttpResponse<String> capture(String captures, String ifMatch, String key) {
        return door.send(
                door.post(captures, "{}").setHeader("Idempotency-Key", key).header("If-Match", ifMatch));
    }

    private static List<Object> sentSince(int count) {
        List<CommandMessage<?>> sent = door.rooms().sent();
        return sent.subList(count, sent.size()).stream()
                .<Object>map(CommandMessage::getPayload)
                .toList();
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
    void a_dispute_that_was_won_is_told_too() {
        String payment = payment();
        String body = "{\"eventId\":\"event-4\",\"kind\":\"CHARGEBACK_REVERSED\",\"paymentId\":\"" + payment
                + "\",\"amount\":{\"amount\":\"1.00\",\"currency\":\"EUR\"}}";
        assertThat(signed(WEBHOOKS, body, SECRET, Instant.now()).statusCode()).isEqualTo(200);
        List<Object> sent = sentSince(0);
        assertThat(sent.get(sent.size() - 1))
                .isEqualTo(new RecordChargebackReversal(payment, "SANDBOX", "event-4", Money.parse("EUR 1.00")));
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
            assertThat(problem.problemId()).startsWith("chargeback-not-covered:");
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
