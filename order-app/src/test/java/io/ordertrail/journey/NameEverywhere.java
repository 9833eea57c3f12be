package io.ordertrail.journey;

import static io.ordertrail.journey.FaultShop.ACCOUNTS;
import static io.ordertrail.journey.FaultShop.ORDERS;
import static io.ordertrail.journey.FaultShop.RETURNS;
import static io.ordertrail.journey.FaultShop.SHIPMENTS;
import static io.ordertrail.journey.FaultShop.eur;
import static io.ordertrail.journey.FaultShop.line;
import static io.ordertrail.journey.FaultShop.soon;
import static io.ordertrail.journey.FaultShop.units;
import static org.assertj.core.api.Assertions.assertThat;

/** Writes a name wherever people can write about a customer, and brings all that it begins to its end. */
record NameEverywhere(FaultShop shop, String customer, String name) {

    void write() {
        isHeldEditedAndCancelled();
        isPaidLostAndReturned();
        hasAccounts();
    }

    private void isHeldEditedAndCancelled() {
        String order = place();
        on(ORDERS + order, "/hold", text("reason") + "," + text("note"));
        // Its answer is kept for a repeat, and quotes the name.
        assertThat(shop.post(ORDERS + order + "/hold", "{" + text("reason") + "}")
                        .expect(409)
                        .at("/detail"))
                .contains(name);
        on(ORDERS + order, "/release", text("note"));
        shop.edit(order, "{" + text("reason") + ",\"lines\":[{\"lineId\":\"1\",\"quantity\":2," + text("note") + "}]}");
        on(ORDERS + order, "/cancellation", "\"reason\":\"CUSTOMER\"," + text("note"));
    }

    private void isPaidLostAndReturned() {
        String order = place();
        shop.pay(order, "{\"method\":\"MANUAL\",\"amount\":" + eur("20.00") + "," + text("reference") + "}")
                .expect(201);
        shop.reaches(order, "CONFIRMED");
        String arrives = shop.approve(order, units("1", 1));
        shop.http().dispatch(arrives);
        on(SHIPMENTS + arrives, "/tracking", "\"status\":\"MOVING\"," + text("location"));
        on(SHIPMENTS + arrives, "/failed-attempts", text("reason"));
        shop.http().deliver(arrives);
        String lost = shop.approve(order, units("2", 1));
        shop.http().dispatch(lost);
        on(SHIPMENTS + lost, "/loss", text("note"));
        shop.problem(order, "SHIPMENT_LOST");
        on(SHIPMENTS + lost, "/resolution", "\"action\":\"GIVE_UP\"," + text("reason"));
        settle(order);
        on(RETURNS + shop.askBack(order, text("reason") + ",", units("1", 1)), "/rejection", text("reason"));
        String back = shop.askBack(order, text("reason") + ",", units("1", 1));
        on(RETURNS + back, "/approval", text("note"));
        on(RETURNS + back, "/receipt", "");
        on(
                RETURNS + back,
                "/inspection",
                "\"deduction\":{\"amount\":" + eur("1.00") + "," + text("reason") + "}"
                        + ",\"verdicts\":[{\"lineId\":\"1\",\"quantity\":1,\"disposition\":\"RESTOCK\"," + text("note")
                        + "}]");
        settle(order);
        shop.returned(back, "CLOSED", "9.00");
    }

    /** The money went back by hand, and staff says so. */
    private void settle(String order) {
        String debt = shop.problem(order, "REFUND_DUE");
        shop.settle(order, debt, "{\"how\":\"PAID_ANOTHER_WAY\"," + text("reference") + "," + text("reason") + "}")
                .expect(200);
        soon(() -> assertThat(FaultShop.codes(shop.order(order))).isEmpty());
    }

    private void hasAccounts() {
        String one = shop.account(customer, "0.00");
        String other = shop.account(customer, "0.00");
        on(ACCOUNTS + one, "/deposits", "\"amount\":" + eur("9.00") + "," + text("reference"));
        on(ACCOUNTS + one, "/withdrawals", "\"amount\":" + eur("1.00") + "," + text("reference"));
        on(ACCOUNTS + one, "/freeze", text("reason"));
        on(ACCOUNTS + one, "/unfreeze", text("note"));
        on(
                "/api/v1/transfers",
                "",
                "\"from\":\"" + one + "\",\"to\":\"" + other + "\",\"amount\":" + eur("8.00") + ","
                        + text("reference"));
        shop.balance(other, "8.00", "0.00");
        on(ACCOUNTS + other, "/withdrawals", "\"amount\":" + eur("8.00") + "," + text("reference"));
        // The money has arrived; that the transfer has ended, the account is told after that.
        soon(() -> on(ACCOUNTS + one, "/closure", text("reason")));
    }

    private String place() {
        return shop.post("/api/v1/orders", """
                        {"customerId":"%s","currency":"EUR","paymentTerms":"PREPAID","lines":[%s,%s]}""".formatted(customer, line("VASE", 1, "10.00"), line("DISH", 1, "10.00")))
                .expect(201)
                .at("/id");
    }

    private void on(String thing, String action, String members) {
        Reply reply = shop.post(thing + action, "{" + members + "}");
        assertThat(reply.status()).as(action + ": " + reply).isBetween(200, 299);
    }

    private String text(String member) {
        return "\"" + member + "\":\"" + name + "\"";
    }
}
