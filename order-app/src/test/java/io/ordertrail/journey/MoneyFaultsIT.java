package io.ordertrail.journey;

import static io.ordertrail.journey.FaultShop.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Money that was charged twice, kept, lost or given up. */
class MoneyFaultsIT extends FaultJourney {

    @Test
    void goods_that_come_back_before_their_capture_has_an_answer_are_paid_back_all_the_same() {
        String order = shop.confirmed("AUTH_FIRST", card("capture-late"), line("VASE", 1, "50.00"));
        shop.deliver(order);
        String back = shop.goodsBack(order, "", "", units("1", 1));
        shop.returned(back, "INSPECTED", null);
        shop.said(shop.ask(order, "CAPTURE"), "capture", "SUCCEEDED");
        shop.returned(back, "CLOSED", "50.00");
        shop.becomes(order, "COMPLETED REFUNDED worth 0.00 promised 0.00 captured 50.00 back 50.00 due 0.00 []");
    }

    @Test
    void a_second_payment_while_the_first_has_no_answer_is_refused() {
        String order = shop.place("PREPAID", null, line("VASE", 1, "50.00"));
        shop.pay(order, card("authorize-late")).begun();
        refused(shop.pay(order, card("ok")), 409, "NOTHING_DUE");
        shop.said(shop.ask(order, "AUTHORIZE"), "authorize", "SUCCEEDED");
        shop.becomes(order, "CONFIRMED PAID worth 50.00 promised 0.00 captured 50.00 back 0.00 due 0.00 []");
    }

    @Test
    void of_two_payments_at_the_same_moment_one_is_taken() {
        String account = shop.account("c-1", "100.00");
        String order = shop.place("PREPAID", null, line("VASE", 1, "50.00"));
        List<CompletableFuture<Integer>> both = Stream.of(1, 2)
                .map(n -> CompletableFuture.supplyAsync(
                        () -> shop.pay(order, from(account)).status()))
                .toList();
        assertThat(both.stream().map(CompletableFuture::join).map(status -> status == 201 ? 202 : status))
                .containsExactlyInAnyOrder(202, 409);
        shop.becomes(order, "CONFIRMED PAID worth 50.00 promised 0.00 captured 50.00 back 0.00 due 0.00 []");
        shop.balance(account, "50.00", "0.00");
    }

    @Test
    void the_promise_stays_when_its_capture_failed_and_the_order_ends() {
        String order = shop.confirmed("AUTH_FIRST", card("capture-decline"), line("VASE", 1, "10.00"));
        shop.deliver(order);
        shop.becomes(
                order,
                "COMPLETED AUTHORIZED worth 10.00 promised 10.00 captured 0.00 back 0.00 due 10.00 [CAPTURE_FAILED]");
        shop.post(PAYMENTS + shop.payment(order) + "/captures", "{}").expect(202);
        shop.becomes(
                order,
                "COMPLETED AUTHORIZED worth 10.00 promised 10.00 captured 0.00 back 0.00 due 10.00 [CAPTURE_FAILED]");
    }

    @Test
    void who_pays_after_a_waiver_and_the_approval_is_charged() {
        String order = shop.place("AUTH_FIRST", null, line("VASE", 1, "40.00"));
        shop.post(ORDERS + order + "/payment-waiver", "{\"reason\":\"known\"}", "X-Roles", "SUPERVISOR")
                .expect(200);
        String shipment = shop.approve(order);
        shop.http().dispatch(shipment);
        String account = shop.account("c-1", "100.00");
        shop.pay(order, from(account)).begun();
        shop.http().deliver(shipment);
        shop.becomes(order, "COMPLETED PAID worth 40.00 promised 0.00 captured 40.00 back 0.00 due 0.00 []");
        shop.balance(account, "60.00", "0.00");
    }

    @Test
    void what_a_closed_account_cannot_take_back_goes_to_another_of_the_customer_and_to_nobody_else() {
        String closed = shop.account("c-1", "50.00");
        String order = shop.confirmed("PREPAID", from(closed), line("VASE", 1, "50.00"));
        shop.balance(closed, "0.00", "0.00");
        shop.post(ACCOUNTS + closed + "/closure", "{}").expect(200);
        shop.post(ORDERS + order + "/cancellation", "{\"reason\":\"CUSTOMER\"}").expect(200);
        String debt = shop.problem(order, "REFUND_FAILED");
        String to = "{\"how\":\"TO_ACCOUNT\",\"accountId\":\"%s\",\"reason\":\"It was closed\"}";
        refusedAt(shop.settle(order, debt, to.formatted(shop.account("c-2", "0.00"))), "NOT_THE_CUSTOMERS");
        refusedAt(
                shop.settle(order, debt, to.formatted("account-00000000-0000-3000-8000-000000000000")),
                "NO_SUCH_ACCOUNT");
        String theirs = shop.account("c-1", "0.00");
        shop.settle(order, debt, to.formatted(theirs)).expect(200);
        shop.becomes(order, "CANCELLED REFUNDED worth 0.00 promised 0.00 captured 50.00 back 50.00 due 0.00 []");
        shop.balance(theirs, "50.00", "0.00");
    }

    @Test
    void a_refund_that_fails_ends_when_the_bank_takes_the_money_back() {
        String order = shop.confirmed("PREPAID", card("refund-decline"), line("VASE", 1, "50.00"));
        shop.post(ORDERS + order + "/cancellation", "{\"reason\":\"CUSTOMER\"}").expect(200);
        shop.problem(order, "REFUND_FAILED");
        shop.webhook("\"kind\":\"CHARGEBACK\",\"paymentId\":\"%s\",\"amount\":%s"
                .formatted(shop.payment(order), eur("50.00")));
        shop.becomes(
                order, "CANCELLED REFUNDED worth 0.00 promised 0.00 captured 50.00 back 50.00 due 0.00 [CHARGEBACK]");
    }

    @Test
    void a_refund_that_fails_ends_when_it_was_paid_another_way() {
        String order = shop.confirmed("PREPAID", card("refund-decline"), line("VASE", 1, "50.00"));
        shop.post(ORDERS + order + "/cancellation", "{\"reason\":\"CUSTOMER\"}").expect(200);
        String debt = shop.problem(order, "REFUND_FAILED");
        shop.settle(order, debt, "{\"how\":\"PAID_ANOTHER_WAY\",\"reference\":\"bank-1\",\"reason\":\"By bank\"}")
                .expect(200);
        shop.becomes(order, "CANCELLED REFUNDED worth 0.00 promised 0.00 captured 50.00 back 50.00 due 0.00 []");
        refused(shop.settle(order, debt, "{\"how\":\"PAID_ANOTHER_WAY\",\"reason\":\"Again\"}"), 404, "DEBT_NOT_FOUND");
    }

    @Test
    void an_account_is_not_closed_while_its_money_is_on_the_way() {
        String sender = shop.account("c-1", "10.00");
        String closed = shop.account("c-1", "0.00");
        shop.post(ACCOUNTS + closed + "/closure", "{}").expect(200);
        String transfer = shop.post(
                        "/api/v1/transfers",
                        "{\"from\":\"%s\",\"to\":\"%s\",\"amount\":%s,\"reference\":\"t\"}"
                                .formatted(sender, closed, eur("10.00")))
                .expect(202)
                .at("/id");
        // Too early or too late, it finds the money on the way or back again.
        shop.post(ACCOUNTS + sender + "/closure", "{}").expect(409);
        soon(() -> assertThat(shop.http().get("/api/v1/transfers/" + transfer).at("/status"))
                .isEqualTo("FAILED"));
        shop.balance(sender, "10.00", "0.00");
    }

    @Test
    void an_edit_down_and_up_again_asks_for_no_money_that_is_promised_already() {
        String account = shop.account("c-1", "100.00");
        String order = shop.confirmed("AUTH_FIRST", from(account), line("VASE", 2, "50.00"));
        shop.edit(order, "{\"lines\":[" + units("1", 1) + "]}");
        shop.edit(order, "{\"lines\":[" + units("1", 2) + "]}");
        shop.becomes(order, "CONFIRMED AUTHORIZED worth 100.00 promised 100.00 captured 0.00 back 0.00 due 100.00 []");
        assertThat(shop.order(order).at("/onHold").asBoolean()).isFalse();
        shop.balance(account, "100.00", "100.00");
        assertThat(shop.order(order).at("/payments").size()).isEqualTo(1);
    }

    @Test
    void an_invoice_that_is_paid_after_the_delivery_leaves_nothing_behind() {
        String order = shop.confirmed("INVOICE", null, line("VASE", 1, "10.00"));
        shop.deliver(order);
        shop.reaches(order, "COMPLETED");
        shop.pay(order, manual("10.00", "bank-1")).expect(201);
        shop.becomes(order, "COMPLETED PAID worth 10.00 promised 0.00 captured 10.00 back 0.00 due 0.00 []");
        soon(() -> assertThat(stepsOf(order)).isEmpty());
    }

    @Test
    void an_imported_order_that_was_paid_and_cancelled_is_history() {
        String order = shop.placeWith("\"channel\":\"IMPORT\",", "PREPAID", null, line("VASE", 1, "10.00"));
        shop.pay(order, manual("10.00", "bank-1")).expect(201);
        shop.post(ORDERS + order + "/cancellation", "{\"reason\":\"CUSTOMER\"}").expect(200);
        shop.reaches(order, "CANCELLED");
        assertThat(codes(shop.order(order))).isEmpty();
        assertThat(stepsOf(order)).isEmpty();
    }

    @Test
    void what_is_due_is_what_may_be_paid_after_money_went_back_by_hand() {
        String order = shop.place("PREPAID", null, line("VASE", 2, "50.00"));
        shop.pay(order, manual("100.00", "bank-1")).expect(201);
        shop.edit(order, "{\"lines\":[" + units("1", 1) + "]}");
        String debt = shop.problem(order, "REFUND_DUE");
        shop.settle(order, debt, "{\"how\":\"PAID_ANOTHER_WAY\",\"reason\":\"By bank\"}")
                .expect(200);
        shop.becomes(
                order, "CONFIRMED PARTIALLY_REFUNDED worth 50.00 promised 0.00 captured 100.00 back 50.00 due 0.00 []");
        shop.edit(order, "{\"lines\":[" + units("1", 2) + "]}");
        shop.becomes(
                order,
                "CONFIRMED PARTIALLY_REFUNDED worth 100.00 promised 0.00 captured 100.00 back 50.00 due 50.00 []");
        Reply unpaid = shop.post(ORDERS + order + "/shipments", "{}");
        refused(unpaid, 409, "NOT_PAID");
        assertThat(unpaid.at("/detail")).contains("50.00");
        String account = shop.account("c-1", "50.00");
        shop.pay(order, from(account)).begun();
        shop.becomes(
                order,
                "CONFIRMED PARTIALLY_REFUNDED worth 100.00 promised 0.00 captured 150.00 back 50.00 due 0.00 []");
        shop.balance(account, "0.00", "0.00");
        shop.deliver(order);
        shop.reaches(order, "COMPLETED");
    }

    @Test
    void what_came_back_of_an_unpaid_invoice_is_not_owed() {
        String order = shop.confirmed("INVOICE", null, line("VASE", 2, "50.00"));
        shop.deliver(order);
        String back = shop.goodsBack(order, "", "", units("1", 1));
        shop.becomes(order, "COMPLETED PENDING worth 50.00 promised 0.00 captured 0.00 back 0.00 due 50.00 []");
        shop.returned(back, "CLOSED", null);
        shop.pay(order, manual("50.00", "bank-1")).expect(201);
        shop.becomes(order, "COMPLETED PAID worth 50.00 promised 0.00 captured 50.00 back 0.00 due 0.00 []");
    }

    @Test
    void a_void_that_fails_is_tried_again() {
        String order = shop.confirmed("AUTH_FIRST", card("void-decline"), line("VASE", 1, "50.00"));
        shop.post(ORDERS + order + "/cancellation", "{\"reason\":\"CUSTOMER\"}").expect(200);
        shop.becomes(
                order, "CANCELLED AUTHORIZED worth 0.00 promised 50.00 captured 0.00 back 0.00 due 0.00 [VOID_FAILED]");
        soon(() -> assertThat(stepsOf(order)).contains("order.RetryAsk"));
        shop.post(ORDERS + order + "/asks/" + shop.payment(order) + "/1/retry", "{}")
                .expect(200);
        soon(() -> assertThat(shop.http()
                        .get(ORDERS + order + "/history")
                        .body()
                        .at("/entries")
                        .valueStream()
                        .filter(entry -> entry.at("/type").asString().endsWith("VoidAsked")))
                .hasSize(2));
    }

    @Test
    void the_second_instalment_of_an_invoice_is_no_alarm() {
        String account = shop.account("c-1", "200.00");
        String order = shop.confirmed("INVOICE", null, line("VASE", 1, "100.00"));
        shop.pay(order, from(account).replace("}", ",\"amount\":" + eur("40.00") + "}"))
                .begun();
        shop.becomes(
                order, "CONFIRMED PARTIALLY_PAID worth 100.00 promised 0.00 captured 40.00 back 0.00 due 60.00 []");
        shop.deliver(order);
        shop.pay(order, from(account)).begun();
        shop.becomes(order, "COMPLETED PAID worth 100.00 promised 0.00 captured 100.00 back 0.00 due 0.00 []");
        shop.balance(account, "100.00", "0.00");
    }

    @Test
    void units_that_come_back_one_by_one_bring_no_cent_more_than_they_cost() {
        String three = line("CARD", 3, "4.00").replace("\"taxRate\"", "\"discount\":" + eur("2.00") + ",\"taxRate\"");
        String order = shop.placeWith(
                "\"shipping\":{\"method\":\"DHL\",\"price\":%s,\"taxRate\":\"0.19\"},".formatted(eur("5.00")),
                "PREPAID",
                card("ok"),
                three);
        shop.reaches(order, "CONFIRMED");
        shop.deliver(order);
        String rejected = shop.askBack(order, "", units("1", 1));
        String second = shop.askBack(order, "", units("1", 1));
        String third = shop.askBack(order, "", units("1", 1));
        shop.post(RETURNS + rejected + "/rejection", "{\"reason\":\"Worn\"}").expect(200);
        String fourth = shop.askBack(order, "", units("1", 1));
        for (String back : List.of(second, third, fourth)) {
            shop.inspect(back, "", units("1", 1));
        }
        shop.becomes(
                order, "COMPLETED PARTIALLY_REFUNDED worth 5.00 promised 0.00 captured 15.00 back 10.00 due 0.00 []");
    }

    @Test
    void what_is_captured_of_an_order_that_was_cancelled_meanwhile_goes_back() {
        String order = shop.place("PREPAID", card("capture-late"), line("VASE", 1, "50.00"));
        var ask = shop.ask(order, "CAPTURE");
        shop.post(ORDERS + order + "/cancellation", "{\"reason\":\"CUSTOMER\"}").expect(200);
        shop.said(ask, "capture", "SUCCEEDED");
        shop.becomes(order, "CANCELLED REFUNDED worth 0.00 promised 0.00 captured 50.00 back 50.00 due 0.00 []");
    }

    @Test
    void a_hold_that_an_account_refused_is_not_made_when_money_comes() {
        String account = shop.account("c-1", "10.00");
        String order = shop.place("PREPAID", from(account), line("VASE", 1, "50.00"));
        shop.becomes(order, "PENDING FAILED worth 50.00 promised 0.00 captured 0.00 back 0.00 due 50.00 []");
        shop.post(ACCOUNTS + account + "/deposits", "{\"amount\":" + eur("90.00") + ",\"reference\":\"till\"}")
                .expect(201);
        shop.balance(account, "100.00", "0.00");
        shop.pay(order, from(account)).begun();
        shop.becomes(order, "CONFIRMED PAID worth 50.00 promised 0.00 captured 50.00 back 0.00 due 0.00 []");
        shop.balance(account, "50.00", "0.00");
    }

    private static void refusedAt(Reply reply, String code) {
        assertThat(reply.expect(422).body().at("/errors/0/code").asString())
                .as(reply.toString())
                .isEqualTo(code);
    }

    /** The commands that wait for their time and are about the order. */
    private static List<String> stepsOf(String order) {
        return shop.http()
                .get("/api/v1/admin/steps?limit=200")
                .expect(200)
                .body()
                .at("/items")
                .valueStream()
                .filter(step -> step.at("/subject").asString().equals(order))
                .map(step -> step.at("/command").asString())
                .toList();
    }
}
