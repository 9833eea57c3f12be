package io.ordertrail.app.account;

import static io.ordertrail.app.FrontDoor.ORDERS;
import static io.ordertrail.app.FrontDoor.example;
import static io.ordertrail.app.FrontDoor.json;
import static io.ordertrail.app.SampleAccounts.ANOTHERS;
import static io.ordertrail.app.SampleAccounts.GIFT_CARD;
import static io.ordertrail.app.SampleAccounts.NONE;
import static io.ordertrail.app.SampleAccounts.OWN;
import static org.assertj.core.api.Assertions.assertThat;

import io.ordertrail.api.account.AccountQuery.GetAccount;
import io.ordertrail.api.account.AccountRefusal.AccountNotFound;
import io.ordertrail.app.FrontDoor;
import io.ordertrail.axon.Refused;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A customer's balance is for his own orders. */
class AccountOwnersTest {

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
    void knowAllAccounts() {
        door.rooms().before(message -> {});
    }

    private static HttpResponse<String> place(String account) {
        return door.send(door.post(ORDERS, order(account)));
    }

    private static String order(String account) {
        return example("PlaceOrder")
                .replaceFirst("\\{", "{\"payment\":{\"method\":\"ACCOUNT\",\"accountId\":\"" + account + "\"},");
    }

    private static HttpResponse<String> pay(String account) {
        return door.send(door.post(
                ORDERS + "/" + door.place() + "/payments",
                "{\"method\":\"ACCOUNT\",\"accountId\":\"" + account + "\"}"));
    }

    private static HttpResponse<String> sendBack(String account) {
        return door.send(door.post(ORDERS + "/" + door.place() + "/returns", back(account)));
    }

    private static String back(String account) {
        return example("ReturnRequest").replaceFirst("\\{", "{\"creditAccountId\":\"" + account + "\",");
    }

    private static HttpResponse<String> retry(String account) {
        HttpResponse<String> back = sendBack(OWN);
        assertThat(back.statusCode()).isEqualTo(201);
        return door.send(door.post(
                "/api/v1/returns/" + json(back).get("id").asString() + "/refund",
                "{\"creditAccountId\":\"" + account + "\"}"));
    }

    private static String fault(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(422);
        return json(answer).at("/errors/0/pointer").asString() + " "
                + json(answer).at("/errors/0/code").asString();
    }

    @Test
    void an_order_takes_the_money_of_its_own_customer() {
        assertThat(place(OWN).statusCode()).isEqualTo(201);
        assertThat(fault(place(ANOTHERS))).isEqualTo("/payment/accountId NOT_THE_CUSTOMERS");
        assertThat(fault(place(NONE))).isEqualTo("/payment/accountId NO_SUCH_ACCOUNT");
    }

    @Test
    void a_gift_card_is_for_whoever_has_it() {
        assertThat(place(GIFT_CARD).statusCode()).isEqualTo(201);
        assertThat(pay(GIFT_CARD).statusCode()).isEqualTo(202);
    }

    @Test
    void an_order_is_paid_by_its_own_customer() {
        assertThat(pay(OWN).statusCode()).isEqualTo(202);
        assertThat(fault(pay(ANOTHERS))).isEqualTo("/accountId NOT_THE_CUSTOMERS");
        assertThat(fault(pay(NONE))).isEqualTo("/accountId NO_SUCH_ACCOUNT");
    }

    @Test
    void what_goes_back_goes_to_the_orders_own_customer() {
        assertThat(sendBack(OWN).statusCode()).isEqualTo(201);
        assertThat(fault(sendBack(ANOTHERS))).isEqualTo("/creditAccountId NOT_THE_CUSTOMERS");
        assertThat(fault(sendBack(NONE))).isEqualTo("/creditAccountId NO_SUCH_ACCOUNT");
        assertThat(retry(OWN).statusCode()).isEqualTo(200);
        assertThat(fault(retry(ANOTHERS))).isEqualTo("/creditAccountId NOT_THE_CUSTOMERS");
    }

    @Test
    void what_was_accepted_is_answered_again_whatever_is_known_of_the_account_since() {
        String paid = ORDERS + "/" + door.place() + "/payments";
        String payment = "{\"method\":\"ACCOUNT\",\"accountId\":\"" + OWN + "\"}";
        String returned = ORDERS + "/" + door.place() + "/returns";
        for (int n = 0; n < 2; n++) {
            assertThat(again(ORDERS, order(OWN), "order-1")).isEqualTo(201);
            assertThat(again(paid, payment, "payment-1")).isEqualTo(202);
            assertThat(again(returned, back(OWN), "return-1")).isEqualTo(201);
            door.rooms().before(message -> {
                if (message instanceof GetAccount query) {
                    throw new Refused(new AccountNotFound(query.accountId()));
                }
            });
        }
    }

    private static int again(String path, String body, String key) {
        return door.send(door.post(path, body).setHeader("Idempotency-Key", key))
                .statusCode();
    }
}
