package io.ordertrail.journey;

import static io.ordertrail.journey.FaultShop.ORDERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.Ed25519Verifier;
import io.ordertrail.api.verification.Verification.Outcome;
import io.ordertrail.api.verification.VerificationQuery.VerifyChain;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A person is forgotten: what they may still ask, what the shop still knows, and what stands in the way. */
class ForgettingIT extends FaultJourney {

    private static final String CUSTOMERS = "/api/v1/customers/";
    private static final String REASON = "{\"reason\":\"asked for\"}";

    @Test
    void what_a_person_told_is_gone_and_the_books_stay() {
        String order = place("c-gone");
        shop.post(ORDERS + order + "/notes", "{\"text\":\"Zebulon rings twice\",\"visibility\":\"CUSTOMER\"}")
                .expect(201);
        shop.post(ORDERS + order + "/address", address("Zebulon Elsewhere")).expect(200);
        shop.http().awaitQuiet();
        assertThat(found("zebulon")).containsExactly(order);

        Reply data = shop.http().get(CUSTOMERS + "c-gone/personal-data").expect(200);
        assertThat(texts(data))
                .contains("Zebulon Pike", "Elm Row 7", "zeb@pike.example", "Zebulon rings twice", "Zebulon Elsewhere");
        assertThat(data.at("/complete")).isEqualTo("true");
        Reply own = shop.http().get(CUSTOMERS + "c-gone/personal-data", "X-Actor", "c-gone", "X-Roles", "CUSTOMER");
        assertThat(texts(own.expect(200)))
                .contains("Zebulon Pike", "Elm Row 7", "zeb@pike.example", "Zebulon rings twice", "Zebulon Elsewhere");
        assertThat(own.at("/complete")).isEqualTo("false");
        shop.http()
                .get(CUSTOMERS + "c-gone/personal-data", "X-Actor", "c-other", "X-Roles", "CUSTOMER")
                .expect(404);

        assertThat(erase("c-gone").expect(409).at("/code")).isEqualTo("CUSTOMER_HAS_OPEN_ORDERS");
        Instant then = Instant.now();
        Reply before = cancel(order);
        shop.http().get(CUSTOMERS + "c-gone/erasure").expect(404);
        assertThat(erase("c-gone").expect(202).at("/state")).isEqualTo("ERASING");
        assertThat(erase("c-gone").expect(410).at("/code")).isEqualTo("CUSTOMER_IS_ERASED");
        assertThat(shop.post("/api/v1/orders", body("c-gone")).expect(410).at("/code"))
                .isEqualTo("CUSTOMER_IS_ERASED");
        isErased("c-gone", order);

        Reply after = shop.http().get(ORDERS + order).expect(200);
        assertThat(after.at("/shippingAddress/name")).isEqualTo("[erased]");
        assertThat(after.at("/shippingAddress/country")).isEqualTo("DE");
        assertThat(after.body().at("/totals")).isEqualTo(before.body().at("/totals"));
        for (String page : List.of(
                ORDERS + order,
                ORDERS + order + "?version=0",
                ORDERS + order + "?version=2",
                ORDERS + order + "?asOf=" + then,
                ORDERS + order + "?effectiveAt=" + then,
                ORDERS + order + "/diff?from=0&to=2",
                ORDERS + order + "/explain",
                "/api/v1/orders?asOf=" + then,
                ORDERS + order + "/history",
                "/api/v1/orders?customerId=c-gone",
                "/api/v1/orders/export?format=ndjson")) {
            assertThat(shop.http().get(page).expect(200).http().body()).as(page).doesNotContainIgnoringCase("zeb");
        }
        assertThat(found("zebulon")).isEmpty();
        assertThat(shop.post(ORDERS + order + "/notes", "{\"text\":\"more\"}")
                        .expect(410)
                        .at("/code"))
                .isEqualTo("CUSTOMER_IS_ERASED");
        shop.http().get(CUSTOMERS + "c-gone/personal-data").expect(410);
        await().untilAsserted(() -> assertThat(checks(new VerifyChain(List.of())))
                .hasSizeGreaterThan(3)
                .allSatisfy(check ->
                        assertThat(check.outcome()).as(check.toString()).isEqualTo(Outcome.OK)));
    }

    /** The answer used to ask a list that was behind. */
    @Test
    void a_customer_is_known_from_the_first_order_on() {
        for (int n = 0; n < 10; n++) {
            String customer = "c-new-" + n;
            String order = place(customer);
            Reply data = shop.http().get(CUSTOMERS + customer + "/personal-data");
            assertThat(data.expect(200).at("/orders/0/orderId")).isEqualTo(order);
            assertThat(shop.http().get(CUSTOMERS + customer).expect(200).at("/state"))
                    .isEqualTo("KEPT");
        }
    }

    @Test
    void a_certificate_says_so_and_is_signed() throws Exception {
        String order = place("c-proof");
        cancel(order);
        erase("c-proof").expect(202);
        isErased("c-proof", order);
        Reply certificate = shop.http().get(CUSTOMERS + "c-proof/erasure").expect(200);
        JWSObject signed = JWSObject.parse(certificate.at("/signature"));
        assertThat(signed.verify(new Ed25519Verifier(signed.getHeader().getJWK().toOctetKeyPair())))
                .isTrue();
        assertThat(signed.getPayload().toJSONObject())
                .containsEntry("customerId", "c-proof")
                .containsEntry("reason", "asked for")
                .containsEntry("orders", 1L)
                .containsEntry("erasedAt", certificate.at("/erasedAt"));
    }

    @Test
    void what_a_court_wants_is_kept() {
        String order = place("c-held");
        cancel(order);
        shop.post(CUSTOMERS + "c-held/legal-hold/lift", REASON).expect(409);
        Reply held = shop.post(CUSTOMERS + "c-held/legal-hold", "{\"reason\":\"case 12\"}")
                .expect(200);
        assertThat(held.at("/legalHold")).isEqualTo("case 12");
        Reply no = erase("c-held").expect(409);
        assertThat(no.at("/code")).isEqualTo("UNDER_LEGAL_HOLD");
        assertThat(no.at("/detail")).contains("case 12");
        shop.post(CUSTOMERS + "c-held/legal-hold/lift", REASON).expect(200);
        erase("c-held").expect(202);
        isErased("c-held", order);
        shop.post(CUSTOMERS + "c-held/legal-hold", REASON).expect(410);
    }

    @Test
    void an_erasure_that_waits_is_told_and_can_be_called_off() {
        shop.post(CUSTOMERS + "c-nobody/erasure/withdrawal", REASON).expect(404);
        String customer = waiting();
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(attention())
                        .anyMatch(item -> item.contains("The erasure of customer " + customer + " waits")
                                && item.contains("/erasure/withdrawal")));
        Reply told = shop.http().get(CUSTOMERS + customer + "/personal-data").expect(200);
        assertThat(told.at("/processes/0/event")).isEqualTo("process.StepStuck");
        assertThat(told.at("/processes/0/text")).contains("waits for");
        Reply own = shop.http()
                .get(CUSTOMERS + customer + "/personal-data", "X-Actor", customer, "X-Roles", "CUSTOMER")
                .expect(200);
        assertThat(own.body().at("/processes").size()).isZero();
        String withdrawal = CUSTOMERS + customer + "/erasure/withdrawal";
        shop.post(withdrawal, REASON, "X-Actor", "s", "X-Roles", "SUPPORT").expect(403);
        assertThat(shop.post(withdrawal, REASON).expect(200).at("/state")).isEqualTo("KEPT");
        assertThat(shop.post(withdrawal, REASON).expect(409).at("/code")).isEqualTo("NO_ERASURE_UNDER_WAY");
        String again = place(customer);
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(attention()).noneMatch(item -> item.contains(customer)));
        shop.post(CUSTOMERS + customer + "/legal-hold/lift", REASON).expect(200);
        cancel(again);
        erase(customer).expect(202);
        shop.post("/api/v1/orders", body(customer)).expect(410);
        isErased(customer, again);
        shop.post(withdrawal, REASON).expect(410);
    }

    /** A customer whose data must be kept since just after their erasure began. */
    private String waiting() {
        for (int n = 0; n < 20; n++) {
            String customer = "c-waiting-" + n;
            cancel(place(customer));
            erase(customer).expect(202);
            if (shop.post(CUSTOMERS + customer + "/legal-hold", REASON).status() == 200) {
                return customer;
            }
        }
        throw new IllegalStateException("Each erasure was faster than a legal hold");
    }

    private List<String> attention() {
        return shop.http()
                .get("/api/v1/admin/attention?limit=200")
                .expect(200)
                .body()
                .at("/items")
                .valueStream()
                .map(JsonNode::toString)
                .toList();
    }

    @Test
    void nobody_is_forgotten_by_mistake() {
        erase("c-nobody").expect(404);
        shop.http().get(CUSTOMERS + "c-nobody").expect(404);
        shop.http().get(CUSTOMERS + "c-nobody/personal-data").expect(404);
        shop.post(CUSTOMERS + "c-nobody/legal-hold", REASON).expect(404);
        String order = place("c-safe");
        shop.post(CUSTOMERS + "c-safe/erasure", "{\"reason\":\" \"}").expect(422);
        shop.post(CUSTOMERS + "c-safe/erasure", REASON, "X-Actor", "s", "X-Roles", "SUPPORT")
                .expect(403);
        shop.post(CUSTOMERS + "c-safe/erasure", REASON, "X-Actor", "c-safe", "X-Roles", "CUSTOMER")
                .expect(403);
        assertThat(shop.http().get(CUSTOMERS + "c-safe").expect(200).at("/state"))
                .isEqualTo("KEPT");
        assertThat(shop.http().get(ORDERS + order).expect(200).at("/shippingAddress/name"))
                .isEqualTo("Ann Else");
    }

    @Test
    void a_customer_with_an_account_alone_is_known_and_can_be_forgotten() {
        String customer = "c-saver";
        String account = shop.account(customer, "0.00");
        String other = shop.account("c-other-saver", "0.00");
        assertThat(shop.http().get(CUSTOMERS + customer).expect(200).at("/state"))
                .isEqualTo("KEPT");
        movement(account, "/deposits", "9.00", "Aunt Polly");
        shop.post(
                        "/api/v1/transfers",
                        "{\"from\":\"" + account + "\",\"to\":\"" + other + "\",\"amount\":" + FaultShop.eur("4.00")
                                + ",\"reference\":\"for Polly\"}")
                .expect(202);
        shop.balance(account, "5.00", "0.00");
        Reply data = shop.http()
                .get(CUSTOMERS + customer + "/personal-data", "X-Actor", customer, "X-Roles", "CUSTOMER")
                .expect(200);
        assertThat(data.body().at("/orders").size()).isZero();
        assertThat(data.at("/accounts/0/accountId")).isEqualTo(account);
        assertThat(data.body()
                        .at("/accounts/0/data")
                        .valueStream()
                        .map(item -> item.at("/event").asString()))
                .containsExactly("account.Deposited", "account.Withdrawn", "transfer.TransferInitiated");
        assertThat(data.http().body()).contains("Aunt Polly", "for Polly");

        Reply no = erase(customer).expect(409);
        assertThat(no.at("/code")).isEqualTo("CUSTOMER_HAS_OPEN_ACCOUNTS");
        assertThat(no.at("/detail")).contains(account);
        movement(account, "/withdrawals", "5.00", "to Aunt Polly");
        erase(customer).expect(202);
        assertThat(shop.post(
                                "/api/v1/accounts",
                                "{\"ownerId\":\"" + customer + "\",\"kind\":\"CUSTOMER\",\"currency\":\"EUR\"}")
                        .expect(410)
                        .at("/code"))
                .isEqualTo("CUSTOMER_IS_ERASED");
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            assertThat(shop.http().get(CUSTOMERS + customer).expect(200).at("/state"))
                    .isEqualTo("ERASED");
            assertThat(shop.http()
                            .get(FaultShop.ACCOUNTS + account + "/entries")
                            .expect(200)
                            .http()
                            .body())
                    .contains("[erased]")
                    .doesNotContain("Polly");
        });
        shop.http().get(CUSTOMERS + customer + "/personal-data").expect(410);
        assertThat(shop.http()
                        .get(FaultShop.ACCOUNTS + account)
                        .expect(200)
                        .body()
                        .at("/balance/amount")
                        .asString())
                .isEqualTo("0.00");
    }

    /** A gift card is for whoever has it. */
    @Test
    void money_on_a_gift_card_stands_in_nobodys_way() {
        String card = shop.post(
                        "/api/v1/accounts", "{\"ownerId\":\"c-giver\",\"kind\":\"GIFT_CARD\",\"currency\":\"EUR\"}")
                .expect(201)
                .at("/id");
        movement(card, "/deposits", "9.00", "Polly");
        erase("c-giver").expect(202);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(shop.http()
                                .get(CUSTOMERS + "c-giver")
                                .expect(200)
                                .at("/state"))
                        .isEqualTo("ERASED"));
        shop.balance(card, "9.00", "0.00");
    }

    private void movement(String account, String way, String amount, String reference) {
        shop.post(
                        FaultShop.ACCOUNTS + account + way,
                        "{\"amount\":" + FaultShop.eur(amount) + ",\"reference\":\"" + reference + "\"}")
                .expect(201);
    }

    private void isErased(String customer, String order) {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            assertThat(shop.http().get(CUSTOMERS + customer).expect(200).at("/state"))
                    .isEqualTo("ERASED");
            assertThat(shop.http().get(ORDERS + order).expect(200).at("/shippingAddress/name"))
                    .isEqualTo("[erased]");
        });
    }

    private Reply erase(String customer) {
        return shop.post(CUSTOMERS + customer + "/erasure", REASON);
    }

    private Reply cancel(String order) {
        return shop.post(ORDERS + order + "/cancellation", "{\"reason\":\"CUSTOMER\"}")
                .expect(200);
    }

    private String place(String customer) {
        return shop.post("/api/v1/orders", body(customer)).expect(201).at("/id");
    }

    private static String body(String customer) {
        return Shop.ORDER
                .replace("c-1042", customer)
                .replaceFirst(
                        "\"shippingAddress\":\\{.*}}",
                        address("c-gone".equals(customer) ? "Zebulon Pike" : "Ann Else")
                                .substring(1));
    }

    private static String address(String name) {
        return "{\"shippingAddress\":{\"name\":\"" + name + "\",\"line1\":\"Elm Row 7\",\"postalCode\":\"10115\","
                + "\"city\":\"Berlin\",\"country\":\"DE\",\"email\":\"zeb@pike.example\"}}";
    }

    private List<String> found(String word) {
        return shop.http()
                .get("/api/v1/orders?q=" + word)
                .expect(200)
                .body()
                .at("/items")
                .valueStream()
                .map(item -> item.at("/id").asString())
                .toList();
    }

    private static List<String> texts(Reply data) {
        return data.body()
                .at("/orders")
                .valueStream()
                .flatMap(order -> order.at("/data").valueStream())
                .map(item -> item.at("/text"))
                .map(JsonNode::asString)
                .toList();
    }
}
