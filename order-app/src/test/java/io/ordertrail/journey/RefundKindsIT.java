package io.ordertrail.journey;

import static io.ordertrail.journey.FaultShop.*;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Money that goes back before the goods have left, or comes twice: what it is decides what is due, and somebody is
 * told.
 */
class RefundKindsIT extends FaultJourney {

    private static final String ACTION_PAY = "PAY";

    @Test
    void goodwill_before_the_goods_leave_keeps_nothing_back() {
        String order = shop.confirmed("PREPAID", card("ok"), line("LAMP", 1, "40.00"));
        refund(order, "10.00", "GOODWILL");
        shop.becomes(
                order, "CONFIRMED PARTIALLY_REFUNDED worth 30.00 promised 0.00 captured 40.00 back 10.00 due 0.00 []");
        shop.deliver(order);
        shop.becomes(
                order, "COMPLETED PARTIALLY_REFUNDED worth 30.00 promised 0.00 captured 40.00 back 10.00 due 0.00 []");
    }

    @Test
    void goodwill_between_two_parcels_keeps_the_second_not_back() {
        String order = shop.confirmed("AUTH_FIRST", card("ok"), line("LAMP", 2, "40.00"));
        shop.deliver(order, units("1", 1));
        shop.becomes(
                order, "CONFIRMED PARTIALLY_PAID worth 80.00 promised 40.00 captured 40.00 back 0.00 due 40.00 []");
        refund(order, "10.00", "GOODWILL");
        shop.deliver(order);
        // 80.00 less 10.00: what the second parcel brings, and what was given back.
        shop.becomes(
                order, "COMPLETED PARTIALLY_REFUNDED worth 70.00 promised 0.00 captured 80.00 back 10.00 due 0.00 []");
    }

    @Test
    void a_refund_to_pay_by_other_means_is_due_again_in_any_way() {
        for (String way : new String[] {card("ok"), "ACCOUNT"}) {
            String order = shop.confirmed("PREPAID", card("ok"), line("LAMP", 1, "40.00"));
            refund(order, null, "OTHER_MEANS");
            shop.becomes(order, "CONFIRMED REFUNDED worth 40.00 promised 0.00 captured 40.00 back 40.00 due 40.00 []");
            assertThat(mayPay(order)).isTrue();
            Reply unpaid = shop.post(ORDERS + order + "/shipments", "{}");
            refused(unpaid, 409, "NOT_PAID");
            assertThat(unpaid.at("/detail")).contains("40.00");
            shop.pay(order, way.equals("ACCOUNT") ? from(shop.account("c-1", "40.00")) : way)
                    .begun();
            shop.becomes(
                    order,
                    "CONFIRMED PARTIALLY_REFUNDED worth 40.00 promised 0.00 captured 80.00 back 40.00 due 0.00 []");
            shop.deliver(order);
            shop.reaches(order, "COMPLETED");
        }
    }

    @Test
    void what_was_given_back_by_hand_is_reported_of_the_day_on_which_it_was() {
        String order = shop.placeWith(
                "\"channel\":\"IMPORT\",\"at\":\"2021-03-01T10:00:00Z\",", "PREPAID", null, line("LAMP", 1, "40.00"));
        String paid = shop.post(
                        ORDERS + order + "/payments",
                        "{\"method\":\"MANUAL\",\"amount\":%s,\"at\":\"2021-03-02T10:00:00Z\"}".formatted(eur("40.00")))
                .expect(201)
                .at("/id");
        String back = "{\"kind\":\"GOODWILL\",\"amount\":%s,\"at\":\"%s\"}";
        refused(
                shop.post(PAYMENTS + paid + "/refunds", back.formatted(eur("7.00"), "2021-03-02T09:00:00Z")),
                422,
                "IMPOSSIBLE_TIME");
        shop.post(PAYMENTS + paid + "/refunds", back.formatted(eur("7.00"), "2021-03-09T10:00:00Z"))
                .expect(202);
        soon(() -> {
            JsonNode now = shop.order(order).at("/refunds/0");
            assertThat(now.at("/state").asString() + " " + now.at("/at").asString())
                    .isEqualTo("DONE 2021-03-09T10:00:00Z");
        });
        soon(() -> assertThat(shop.http()
                        .get("/api/v1/reports/refunds?from=2021-03-09&to=2021-03-09")
                        .expect(200)
                        .body()
                        .at("/items/0/amount/amount")
                        .asString())
                .isEqualTo("7.00"));
    }

    @Test
    void money_goes_back_to_no_stranger() {
        String order = shop.confirmed("PREPAID", card("ok"), line("LAMP", 1, "40.00"));
        String to = "{\"kind\":\"GOODWILL\",\"amount\":%s,\"to\":\"%s\"}";
        Reply reply = shop.post(
                PAYMENTS + shop.payment(order) + "/refunds", to.formatted(eur("5.00"), shop.account("c-2", "0.00")));
        refused(reply, 422, "INVALID_REQUEST");
        assertThat(reply.at("/errors/0/pointer") + " " + reply.at("/errors/0/code"))
                .isEqualTo("/to NOT_THE_CUSTOMERS");
        String theirs = shop.account("c-1", "0.00");
        shop.post(PAYMENTS + shop.payment(order) + "/refunds", to.formatted(eur("5.00"), theirs))
                .expect(202);
        shop.becomes(
                order, "CONFIRMED PARTIALLY_REFUNDED worth 35.00 promised 0.00 captured 40.00 back 5.00 due 0.00 []");
        shop.balance(theirs, "5.00", "0.00");
    }

    @Test
    void goodwill_that_fails_and_is_tried_again_lowers_the_worth_once() {
        String order = shop.confirmed("PREPAID", card("refund-decline"), line("LAMP", 1, "40.00"));
        refund(order, "10.00", "GOODWILL");
        String failed = "CONFIRMED PAID worth 30.00 promised 0.00 captured 40.00 back 0.00 due 0.00 [REFUND_FAILED]";
        shop.becomes(
                order,
                failed.replace("PAID", shop.order(order).at("/paymentStatus").asString()));
        String payment = shop.payment(order);
        int number = shop.order(order)
                .at("/refunds")
                .valueStream()
                .mapToInt(one -> one.at("/number").asInt())
                .max()
                .orElseThrow();
        shop.post(ORDERS + order + "/asks/" + payment + "/" + number + "/retry", "{}")
                .expect(200);
        soon(() -> assertThat(shop.order(order).at("/refunds").size()).isEqualTo(2));
        shop.problem(order, "REFUND_FAILED");
        refund(order, "10.00", "GOODWILL");
        soon(() -> assertThat(shop.order(order).at("/refunds").size()).isEqualTo(3));
        soon(() -> assertThat(shop.order(order).at("/asks").size()).isZero());
        assertThat(amount(shop.order(order), "/totals/worth")).isEqualTo("30.00");
        shop.settle(
                        order,
                        shop.problem(order, "REFUND_FAILED"),
                        "{\"how\":\"PAID_ANOTHER_WAY\",\"reason\":\"By bank\"}")
                .expect(200);
        shop.becomes(
                order, "CONFIRMED PARTIALLY_REFUNDED worth 30.00 promised 0.00 captured 40.00 back 10.00 due 0.00 []");
    }

    @Test
    void a_success_after_a_failure_is_told_and_so_is_a_failure_after_a_success() {
        String order = shop.place("PREPAID", card("timeout-nothing"), line("LAMP", 1, "60.00"));
        JsonNode ask = shop.ask(order, "AUTHORIZE");
        String payment = ask.at("/subject").asString();
        shop.said(ask, "authorize", "FAILED");
        shop.becomes(order, "PENDING FAILED worth 60.00 promised 0.00 captured 0.00 back 0.00 due 60.00 []");
        shop.webhook("\"providerKey\":\"%s:authorize:1\",\"outcome\":\"SUCCEEDED\",\"providerReference\":\"ch-1\""
                .formatted(payment));
        shop.becomes(
                order, "PENDING FAILED worth 60.00 promised 0.00 captured 0.00 back 0.00 due 60.00 [PAYMENT_OUTCOME]");
        assertThat(shop.order(order).at("/problems/0/detail").asString()).contains("ch-1", "60.00");
        soon(() -> assertThat(shop.attention(order)).containsExactly("PAYMENT_OUTCOME"));

        String paid = shop.confirmed("PREPAID", card("ok"), line("LAMP", 1, "60.00"));
        shop.said(ask, "authorize", "SUCCEEDED");
        shop.webhook("\"providerKey\":\"%s:authorize:1\",\"outcome\":\"FAILED\",\"reason\":\"Sorry\""
                .formatted(shop.payment(paid)));
        shop.becomes(
                paid, "CONFIRMED PAID worth 60.00 promised 0.00 captured 60.00 back 0.00 due 0.00 [PAYMENT_OUTCOME]");
    }

    @Test
    void a_chargeback_holds_what_has_not_left_until_the_bank_gives_it_back() {
        String order = shop.confirmed("INVOICE", null, line("LAMP", 2, "40.00"));
        shop.pay(order, card("ok")).begun();
        shop.becomes(order, "CONFIRMED PAID worth 80.00 promised 0.00 captured 80.00 back 0.00 due 0.00 []");
        shop.deliver(order, units("1", 1));
        String money = "\"paymentId\":\"%s\",\"amount\":%s".formatted(shop.payment(order), eur("40.00"));
        shop.webhook("\"kind\":\"CHARGEBACK\",\"reason\":\"FRAUD\"," + money);
        shop.becomes(
                order,
                "CONFIRMED CHARGED_BACK worth 80.00 promised 0.00 captured 80.00 back 40.00 due 40.00 [CHARGEBACK]");
        assertThat(shop.order(order).at("/holdReason").asString()).isEqualTo("CHARGEBACK");
        assertThat(shop.order(order).at("/problems/0/detail").asString()).contains("40.00", "FRAUD");
        soon(() -> assertThat(shop.attention(order)).contains("CHARGEBACK"));
        refused(shop.post(ORDERS + order + "/shipments", "{}"), 409, "ON_HOLD");

        shop.webhook("\"kind\":\"CHARGEBACK_REVERSED\"," + money);
        shop.becomes(order, "CONFIRMED PAID worth 80.00 promised 0.00 captured 80.00 back 0.00 due 0.00 []");
        shop.deliver(order);
        shop.becomes(order, "COMPLETED PAID worth 80.00 promised 0.00 captured 80.00 back 0.00 due 0.00 []");
    }

    @Test
    void the_same_bank_entry_counts_once_and_what_is_too_much_is_told() {
        String order = shop.place("PREPAID", null, line("LAMP", 1, "40.00"));
        shop.pay(order, manual("40.00", "b1")).expect(201);
        Reply again = shop.pay(order, manual("40.00", "b1"));
        refused(again, 409, "REFERENCE_ALREADY_RECORDED");
        shop.becomes(order, "CONFIRMED PAID worth 40.00 promised 0.00 captured 40.00 back 0.00 due 0.00 []");
        shop.pay(order, manual("40.00", "b2")).expect(201);
        shop.becomes(
                order, "CONFIRMED OVERPAID worth 40.00 promised 0.00 captured 80.00 back 0.00 due 0.00 [REFUND_DUE]");
        soon(() -> assertThat(shop.attention(order)).containsExactly("REFUND_DUE"));
        shop.settle(order, shop.problem(order, "REFUND_DUE"), "{\"how\":\"PAID_ANOTHER_WAY\",\"reason\":\"Sent back\"}")
                .expect(200);
        shop.becomes(
                order, "CONFIRMED PARTIALLY_REFUNDED worth 40.00 promised 0.00 captured 80.00 back 40.00 due 0.00 []");
        soon(() -> assertThat(shop.attention(order)).isEmpty());
    }

    @Test
    void a_transfer_for_an_order_that_was_paid_by_card_goes_back_the_way_the_card_came() {
        String order = shop.confirmed("PREPAID", card("ok"), line("LAMP", 1, "40.00"));
        shop.pay(order, manual("40.00", "b3")).expect(201);
        shop.becomes(
                order, "CONFIRMED PARTIALLY_REFUNDED worth 40.00 promised 0.00 captured 80.00 back 40.00 due 0.00 []");
    }

    private static void refund(String order, String amount, String kind) {
        String money = amount == null ? "" : "\"amount\":" + eur(amount) + ",";
        shop.post(PAYMENTS + shop.payment(order) + "/refunds", "{" + money + "\"kind\":\"" + kind + "\"}")
                .expect(202);
    }

    private static boolean mayPay(String order) {
        return shop.order(order)
                .at("/allowedActions")
                .valueStream()
                .anyMatch(action -> action.at("/action").asString().equals(ACTION_PAY)
                        && action.at("/allowed").asBoolean());
    }
}
