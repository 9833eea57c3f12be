package io.ordertrail.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ordertrail.app.FrontDoor;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An account's life over REST, each answer held against the published description. */
class AccountJourneyIT {

    private static final String ACCOUNTS = "/api/v1/accounts";
    private static final String ORDERS = "/api/v1/orders";
    private static final String NOBODYS = "account-2f9d1c0e-6f0b-3a51-9d0c-0f4f2f6d7a10";

    private static InProcess service;
    private static Shop shop;

    @BeforeAll
    static void start() {
        service = InProcess.start(List.of("ordertrail.data-dir=" + InProcess.newDataDir()));
        shop = new Shop(service.url(), Contracted.by(service.url()));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void an_account_is_opened_paid_into_drawn_on_and_its_books_balance() {
        Reply opened = shop.post(ACCOUNTS, FrontDoor.example("AccountRequest")).expect(201);
        String account = opened.header("Location");
        assertThat(account).endsWith(ACCOUNTS + "/" + opened.at("/id"));
        assertThat(opened.version()).isZero();
        assertThat(opened.at("/available/amount")).isEqualTo("50.00");
        assertThat(shop.get(account).expect(200).at("/status")).isEqualTo("OPEN");

        Reply deposited = shop.post(
                        account + "/deposits", FrontDoor.example("AccountMovement"), "Idempotency-Key", "deposit-1")
                .expect(201);
        assertThat(deposited.at("/balance/amount")).isEqualTo("20.00");
        Reply again = shop.post(
                        account + "/deposits", FrontDoor.example("AccountMovement"), "Idempotency-Key", "deposit-1")
                .expect(201);
        assertThat(again.body()).isEqualTo(deposited.body());
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");

        Reply withdrawn = shop.post(account + "/withdrawals", euro("60.00"), "If-Match", "\"1\"")
                .expect(201);
        assertThat(withdrawn.at("/balance/amount")).isEqualTo("-40.00");
        assertThat(withdrawn.at("/available/amount")).isEqualTo("10.00");
        Reply refused = shop.post(account + "/withdrawals", euro("10.01")).expect(422);
        assertThat(refused.at("/code")).isEqualTo("INSUFFICIENT_FUNDS");
        assertThat(refused.at("/detail")).contains("EUR 10.00 is available");
        shop.post(account + "/withdrawals", euro("1.00"), "If-Match", "\"1\"").expect(412);
        shop.post(account + "/withdrawals", euro("1.00"), "X-Roles", "CUSTOMER").expect(403);
        shop.post(account + "/withdrawals", "{\"amount\":{\"amount\":\"1.00\",\"currency\":\"USD\"}}")
                .expect(422);

        Reply now = shop.get(account, "X-Min-Version", "2").expect(200);
        assertThat(now.at("/balance/amount")).isEqualTo("-40.00");
        shop.get(account, "If-None-Match", now.header("ETag")).expect(304);
        Reply entries =
                shop.get(account + "/entries?limit=1", "X-Min-Version", "2").expect(200);
        assertThat(entries.at("/items/0/amount/amount")).isEqualTo("-60.00");
        assertThat(entries.at("/items/0/balanceAfter/amount")).isEqualTo("-40.00");
        assertThat(entries.at("/items/0/counterAccount")).isEqualTo("@cash-in");
        assertThat(entries.header("Link")).contains("rel=\"next\"");
        assertThat(shop.get(account + "/entries?after=" + entries.at("/page/next"))
                        .expect(200)
                        .at("/items/0/amount/amount"))
                .isEqualTo("20.00");
        String last = entries.at("/items/0/at");
        assertThat(shop.get(account + "/entries?from=" + last)
                        .expect(200)
                        .body()
                        .at("/items"))
                .hasSize(1);
        assertThat(shop.get(account + "/entries?to=" + last).expect(200).body().at("/items"))
                .hasSize(1);
        shop.get(account + "/entries?from=2026-02-01T00:00:00Z&to=2026-01-01T00:00:00Z")
                .expect(400);
        assertThat(shop.get(ACCOUNTS + "?ownerId=c-1042").expect(200).at("/items/0/id"))
                .isEqualTo(opened.at("/id"));
        assertThat(shop.get(account + "?version=1").expect(200).at("/balance/amount"))
                .isEqualTo("20.00");
        assertThat(shop.get(account + "?effectiveAt=2000-01-01T00:00:00Z")
                        .expect(404)
                        .at("/code"))
                .isEqualTo("ACCOUNT_NOT_FOUND");
        Reply diff = shop.get(account + "/diff?from=1").expect(200);
        assertThat(diff.body()
                        .at("/changes")
                        .valueStream()
                        .map(each -> each.at("/words").asString()))
                .contains("balance: was 20.00 EUR and is -40.00 EUR");
        Reply why = shop.get(account + "/explain?of=/balance").expect(200);
        assertThat(why.at("/figures/0/value")).isEqualTo("-40.00");
        assertThat(why.body()
                        .at("/figures/0/because")
                        .valueStream()
                        .map(each -> each.at("/change").asString()))
                .containsExactly("20.00", "-60.00");
        the_books_balance();
    }

    @Test
    void an_account_is_frozen_unfrozen_and_closed() {
        String account = open();
        shop.post(account + "/freeze", FrontDoor.example("AccountFreeze")).expect(200);
        Reply frozen = shop.post(account + "/withdrawals", euro("1.00")).expect(409);
        assertThat(frozen.at("/code")).isEqualTo("ACCOUNT_IS_FROZEN");
        assertThat(allowed(frozen)).containsExactly("DEPOSIT", "CAPTURE", "RELEASE", "UNFREEZE");
        assertThat(frozen.at("/currentVersion"))
                .isEqualTo(shop.get(account).expect(200).at("/version"));
        shop.post(account + "/unfreeze", FrontDoor.example("AccountUnfreeze")).expect(200);
        shop.post(account + "/withdrawals", euro("1.00")).expect(201);
        assertThat(shop.post(account + "/closure", FrontDoor.example("AccountClosure"))
                        .expect(409)
                        .at("/code"))
                .isEqualTo("ACCOUNT_NOT_EMPTY");
        shop.post(account + "/deposits", euro("1.00")).expect(201);
        Reply closed = shop.post(account + "/closure", FrontDoor.example("AccountClosure"))
                .expect(200);
        assertThat(closed.at("/status")).isEqualTo("CLOSED");
        assertThat(allowed(closed)).isEmpty();
        shop.post(account + "/deposits", euro("1.00")).expect(409);
    }

    private static List<String> allowed(Reply reply) {
        return reply.body()
                .at("/allowedActions")
                .valueStream()
                .filter(action -> action.at("/allowed").asBoolean())
                .map(action -> action.at("/action").asString())
                .toList();
    }

    @Test
    void a_transfer_arrives_or_comes_back() {
        String from = id(open());
        String to = id(open());
        Reply begun =
                shop.post("/api/v1/transfers", transfer(from, to, "12.50")).expect(202);
        assertThat(begun.at("/status")).isEqualTo("INITIATED");
        assertThat(ended(begun).at("/status")).isEqualTo("COMPLETED");
        assertThat(shop.get(ACCOUNTS + "/" + to, "X-Min-Version", "1")
                        .expect(200)
                        .at("/balance/amount"))
                .isEqualTo("12.50");

        Reply tooMuch = ended(
                shop.post("/api/v1/transfers", transfer(from, to, "99.00")).expect(202));
        assertThat(tooMuch.at("/status")).isEqualTo("FAILED");
        assertThat(tooMuch.at("/failure/code")).isEqualTo("INSUFFICIENT_FUNDS");

        shop.post(ACCOUNTS + "/" + to + "/withdrawals", euro("12.50")).expect(201);
        shop.post(ACCOUNTS + "/" + to + "/closure", "{}").expect(200);
        Reply back =
                ended(shop.post("/api/v1/transfers", transfer(from, to, "1.00")).expect(202));
        assertThat(back.at("/failure/code")).isEqualTo("ACCOUNT_IS_CLOSED");
        assertThat(shop.get(ACCOUNTS + "/" + from).expect(200).at("/balance/amount"))
                .isEqualTo("-12.50");

        await().untilAsserted(
                        () -> assertThat(shop.get("/api/v1/transfers?status=FAILED,COMPLETED&limit=2&from=" + from)
                                        .expect(200)
                                        .at("/items/1/id"))
                                .isEqualTo(tooMuch.at("/id")));
        assertThat(shop.get("/api/v1/transfers?status=COMPLETED&from=" + from + "&to=" + to)
                        .expect(200)
                        .body()
                        .at("/items"))
                .hasSize(1);
        assertThat(shop.post("/api/v1/transfers", transfer(from, from, "1.00"))
                        .expect(422)
                        .at("/code"))
                .isEqualTo("TRANSFER_TO_ITSELF");
        assertThat(shop.post("/api/v1/transfers", FrontDoor.example("TransferRequest"))
                        .expect(422)
                        .at("/errors/0/code"))
                .isEqualTo("NO_SUCH_ACCOUNT");
    }

    @Test
    void an_account_pays_the_orders_of_its_customer_only() {
        String account = funded();
        for (String body : List.of(ordering("c-2", account), ordering("c-2", NOBODYS), ordering("c-2", "me"))) {
            Reply refused = shop.post(ORDERS, body).expect(422);
            assertThat(refused.at("/errors/0/pointer")).startsWith("/payment/");
        }
        Reply his = shop.post(ORDERS, ordering("c-2", null)).expect(201);
        Reply refused = shop.post(
                        ORDERS + "/" + his.at("/id") + "/payments",
                        "{\"method\":\"ACCOUNT\",\"accountId\":\"" + account + "\"}")
                .expect(422);
        assertThat(refused.at("/errors/0/code")).isEqualTo("NOT_THE_CUSTOMERS");
        assertThat(refused.at("/errors/0/pointer")).isEqualTo("/accountId");
        assertThat(shop.get(ACCOUNTS + "/" + account).expect(200).at("/held/amount"))
                .isEqualTo("0.00");

        Reply placed = shop.post(ORDERS, ordering("c-1", account), "Idempotency-Key", "own-1")
                .expect(201);
        await().atMost(20, TimeUnit.SECONDS)
                .untilAsserted(() -> assertThat(
                                shop.get(ACCOUNTS + "/" + account).expect(200).at("/held/amount"))
                        .isEqualTo("20.00"));
        Reply again = shop.post(ORDERS, ordering("c-1", account), "Idempotency-Key", "own-1")
                .expect(201);
        assertThat(again.at("/id")).isEqualTo(placed.at("/id"));
    }

    @Test
    void what_is_not_there_is_not_found_and_what_means_nothing_is_refused() {
        shop.get(ACCOUNTS + "/account-1").expect(404);
        shop.get(ACCOUNTS + "/account-2f9d1c0e-6f0b-3a51-9d0c-0f4f2f6d7a10/entries")
                .expect(404);
        shop.post(ACCOUNTS + "/account-2f9d1c0e-6f0b-3a51-9d0c-0f4f2f6d7a10/deposits", euro("1.00"))
                .expect(404);
        shop.get("/api/v1/transfers/transfer-2f9d1c0e-6f0b-3a51-9d0c-0f4f2f6d7a10")
                .expect(404);
        shop.post(ACCOUNTS, "{\"ownerId\":\"c-1\",\"currency\":\"XXX\"}").expect(422);
        shop.post(ACCOUNTS, "{\"ownerId\":\"c-1\",\"currency\":\"EUR\",\"mood\":\"sunny\"}")
                .expect(400);
        shop.get("/api/v1/ledger/proof?position=-1").expect(400);
        shop.get("/api/v1/ledger/proof?position=999999999").expect(400);
    }

    /** An account of c-1, with 50.00 in it. */
    private static String funded() {
        String account = shop.post(ACCOUNTS, "{\"ownerId\":\"c-1\",\"currency\":\"EUR\"}")
                .expect(201)
                .at("/id");
        shop.post(ACCOUNTS + "/" + account + "/deposits", euro("50.00")).expect(201);
        return account;
    }

    /** An order of 20.00, which {@code account} is to pay if there is one. */
    private static String ordering(String customer, @Nullable String account) {
        String payment =
                account == null ? "" : "\"payment\":{\"method\":\"ACCOUNT\",\"accountId\":\"" + account + "\"},";
        return """
                {"customerId":"%s","currency":"EUR",%s
                 "lines":[{"sku":"CARD","name":"Card","quantity":1,"unitPrice":{"amount":"20.00","currency":"EUR"},
                           "taxRate":"0.19","priceIncludesTax":true}],
                 "shippingAddress":{"name":"A. Turing","line1":"Hauptstr. 1","postalCode":"10115","city":"Berlin",
                                    "country":"DE"}}""".formatted(customer, payment);
    }

    private static void the_books_balance() {
        await().atMost(10, TimeUnit.SECONDS).untilAsserted(() -> {
            Reply proof = shop.get("/api/v1/ledger/proof").expect(200);
            assertThat(proof.at("/balanced")).isEqualTo("true");
            assertThat(proof.at("/currencies/0/currency")).isEqualTo("EUR");
            assertThat(proof.at("/currencies/0/sum")).isEqualTo("0.00");
        });
    }

    private static Reply ended(Reply begun) {
        return await().atMost(20, TimeUnit.SECONDS)
                .until(
                        () -> shop.get(begun.header("Location")).expect(200),
                        transfer -> !transfer.at("/status").equals("INITIATED"));
    }

    private static String open() {
        return shop.post(ACCOUNTS, FrontDoor.example("AccountRequest"))
                .expect(201)
                .header("Location");
    }

    private static String id(String location) {
        return location.substring(location.lastIndexOf('/') + 1);
    }

    private static String euro(String amount) {
        return "{\"amount\":{\"amount\":\"" + amount + "\",\"currency\":\"EUR\"}}";
    }

    private static String transfer(String from, String to, String amount) {
        return "{\"from\":\"%s\",\"to\":\"%s\",\"amount\":{\"amount\":\"%s\",\"currency\":\"EUR\"}}"
                .formatted(from, to, amount);
    }
}
