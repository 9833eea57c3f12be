package io.ordertrail.app.order.editing;

import static io.ordertrail.app.FrontDoor.ORDERS;
import static io.ordertrail.app.FrontDoor.example;
import static io.ordertrail.app.FrontDoor.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.ordertrail.api.order.OrderCourseCommand.ApplyEdit;
import io.ordertrail.api.order.OrderCourseCommand.CancelLines;
import io.ordertrail.api.order.OrderCourseCommand.ChangeAddress;
import io.ordertrail.api.order.OrderCourseCommand.CreateOrder;
import io.ordertrail.api.order.OrderCourseCommand.ProposeEdit;
import io.ordertrail.api.order.OrderCourseCommand.ResolveProblem;
import io.ordertrail.api.order.OrderMoneyCommand.RetryAsk;
import io.ordertrail.api.order.OrderMoneyCommand.SettleDebt;
import io.ordertrail.api.order.value.CancellationReason;
import io.ordertrail.api.order.value.DebtSettlement;
import io.ordertrail.api.order.value.EditedLine;
import io.ordertrail.api.order.value.LineQuantity;
import io.ordertrail.api.order.value.LineRequest;
import io.ordertrail.api.order.value.ShippingRequest;
import io.ordertrail.api.payment.PaymentChoice;
import io.ordertrail.app.FrontDoor;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.util.List;
import org.axonframework.commandhandling.CommandMessage;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the front door makes of edits, of payments named at the placing, and of problems that are resolved. */
class EditingTest {

    private static FrontDoor door;
    private String id = "";
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
        id = door.place();
        order = ORDERS + "/" + id;
    }

    private HttpResponse<String> edit(String body) {
        return door.send(door.post(order + "/edits", body).header("If-Match", "\"0\""));
    }

    private static Object last() {
        CommandMessage<?> message = door.rooms().sent().get(door.rooms().sent().size() - 1);
        return message.getPayload();
    }

    @Test
    void an_edit_is_worked_out_and_shown() {
        HttpResponse<String> answer = edit(example("EditRequest"));
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.headers().firstValue("ETag")).contains("\"1\"");
        ProposeEdit command = (ProposeEdit) last();
        assertThat(command.lines())
                .containsExactly(
                        new EditedLine("1", 3, null),
                        new EditedLine(
                                null,
                                1,
                                new LineRequest(
                                        "CAP",
                                        "Cap",
                                        1,
                                        Money.parse("EUR 9.99"),
                                        Money.parse("EUR 0.00"),
                                        new BigDecimal("0.19"),
                                        true)));
        assertThat(json(answer).get("id").asString()).isEqualTo(command.editId());
        assertThat(json(answer).get("orderId").asString()).isEqualTo(id);
        assertThat(json(answer).at("/stock/0/quantity").asInt()).isEqualTo(1);
    }

    @Test
    void price_discount_and_note_of_a_line_change_without_a_new_line_and_so_does_shipping() {
        HttpResponse<String> answer = edit("""
                {"lines":[{"lineId":"1","quantity":2,"unitPrice":{"amount":"19.99","currency":"EUR"},
                           "discount":{"amount":"1.00","currency":"EUR"},"note":"Price match"}],
                 "shipping":{"method":"EXPRESS","price":{"amount":"9.90","currency":"EUR"},"taxRate":"0.19",
                             "priceIncludesTax":true}}""");
        assertThat(answer.statusCode()).isEqualTo(201);
        ProposeEdit command = (ProposeEdit) last();
        assertThat(command.lines())
                .containsExactly(
                        new EditedLine("1", 2, null, Money.parse("EUR 19.99"), Money.parse("EUR 1.00"), "Price match"));
        assertThat(command.shipping())
                .isEqualTo(new ShippingRequest("EXPRESS", Money.parse("EUR 9.90"), new BigDecimal("0.19"), true));
    }

    @Test
    void what_a_line_is_does_not_change() {
        HttpResponse<String> answer = edit("{\"lines\":[{\"lineId\":\"1\",\"quantity\":1,\"sku\":\"CAP\"}]}");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(json(answer).at("/errors/0/code").asString()).isEqualTo("NOT_ALLOWED");
    }

    @Test
    void whether_a_new_price_of_shipping_contains_the_tax_must_be_said() {
        HttpResponse<String> answer = edit("""
                {"lines":[],"shipping":{"method":"EXPRESS","price":{"amount":"9.90","currency":"EUR"},"taxRate":"0.19"}}""");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(json(answer).at("/errors/0/pointer").asString()).isEqualTo("/shipping/priceIncludesTax");
    }

    @Test
    void report_R6_an_address_is_corrected_on_a_version_or_on_any() {
        String address = example("AddressChange");
        HttpResponse<String> stale =
                door.send(door.post(order + "/address", address).header("If-Match", "\"7\""));
        assertThat(stale.statusCode()).isEqualTo(412);
        HttpResponse<String> answer = door.send(door.post(order + "/address", address));
        assertThat(answer.statusCode()).isEqualTo(200);
        ChangeAddress command = (ChangeAddress) last();
        assertThat(command.shippingAddress().line1()).isEqualTo("Hauptstr. 2");
        assertThat(command.billingAddress()).isNull();
        assertThat(door.send(door.post(order + "/address", "{}")).statusCode()).isEqualTo(422);
    }

    @Test
    void report_R2_some_units_are_cancelled_whatever_was_approved() {
        HttpResponse<String> answer = door.send(door.post(
                order + "/cancellation", "{\"reason\":\"CUSTOMER\",\"lines\":[{\"lineId\":\"1\",\"quantity\":1}]}"));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(last())
                .isEqualTo(new CancelLines(
                        id, List.of(new LineQuantity("1", 1)), CancellationReason.CUSTOMER, null, null));
    }

    @Test
    void only_the_service_itself_says_that_an_order_was_lost() {
        assertThat(door.send(door.post(order + "/cancellation", "{\"reason\":\"LOST\"}"))
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void staff_says_how_a_debt_ended() {
        HttpResponse<String> answer = door.send(door.post(order + "/debts/refund-failed:p-1/settlement", """
                {"how":"TO_ACCOUNT","amount":{"amount":"5.00","currency":"EUR"},"accountId":"account-c1d2e3f4-0000-4000-8000-000000000001","reason":"Asked for"}"""));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(last())
                .isEqualTo(new SettleDebt(
                        id,
                        "refund-failed:p-1",
                        DebtSettlement.TO_ACCOUNT,
                        Money.parse("EUR 5.00"),
                        "account-c1d2e3f4-0000-4000-8000-000000000001",
                        null,
                        "Asked for"));
    }

    @Test
    void what_was_refused_is_asked_once_more() {
        assertThat(door.send(door.post(order + "/asks/payment-1/3/retry", "")).statusCode())
                .isEqualTo(200);
        assertThat(last()).isEqualTo(new RetryAsk(id, "payment-1", 3));
        assertThat(door.send(door.post(order + "/asks/payment-1/x/retry", "")).statusCode())
                .isEqualTo(400);
    }

    @Test
    void an_edit_is_confirmed() {
        String editId = json(edit(example("EditRequest"))).get("id").asString();
        HttpResponse<String> answer = door.send(
                door.post(order + "/edits/" + editId + "/confirmation", "{}").header("If-Match", "\"1\""));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(last()).isEqualTo(new ApplyEdit(id, editId, null));
    }

    @Test
    void without_a_version_there_is_no_edit() {
        HttpResponse<String> answer = door.send(door.post(order + "/edits", example("EditRequest")));
        assertThat(answer.statusCode()).isEqualTo(428);
        assertThat(json(answer).get("code").asString()).isEqualTo("VERSION_REQUIRED");
        assertThat(door.send(door.post(order + "/edits/e/confirmation", "{}")).statusCode())
                .isEqualTo(428);
    }

    @Test
    void a_new_line_says_what_it_is() {
        HttpResponse<String> answer = edit("{\"lines\":[{\"quantity\":1,\"sku\":\"CAP\"}]}");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(json(answer).at("/errors/0/pointer").asString()).isEqualTo("/lines/0");
        assertThat(json(answer).at("/errors/0/code").asString()).isEqualTo("INCOMPLETE_LINE");
    }

    @Test
    void a_payment_named_at_the_placing_reaches_the_write_side() {
        String body = example("PlaceOrder")
                .replaceFirst("\\{", "{\"payment\":{\"method\":\"ACCOUNT\",\"accountId\":\"account-1\"},");
        assertThat(door.send(door.post(ORDERS, body)).statusCode()).isEqualTo(201);
        assertThat(((CreateOrder) last()).payment()).isEqualTo(PaymentChoice.account("account-1"));
    }

    @Test
    void a_problem_is_resolved_by_its_id() {
        HttpResponse<String> answer =
                door.send(door.post(order + "/problems/overdrawn:p-1/resolution", example("Resolution")));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(last()).isEqualTo(new ResolveProblem(id, "overdrawn:p-1", "Refunded by hand"));
    }
}
