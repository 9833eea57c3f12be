package io.ordertrail.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What callers of the whole service were told, or let do, and must not be. */
class FrontDoorJourneyIT {

    private static final String ORDERS = "/api/v1/orders";
    private static final String STOCK = "/api/v1/stock/";
    private static final String ACCOUNTS = "/api/v1/accounts";
    private static final String KEY = "Idempotency-Key";

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

    private static void forgetKeys() {
        service.context()
                .getBean(JdbcClient.class)
                .sql("delete from idempotency_key")
                .update();
    }

    private static String euro(String amount) {
        return "{\"amount\":{\"amount\":\"" + amount + "\",\"currency\":\"EUR\"}}";
    }

    @Test
    void API6_no_customer_enters_history_nor_names_a_price() {
        for (String more : List.of("\"channel\":\"IMPORT\",", "\"at\":\"1980-01-01T00:00:00Z\",", "")) {
            String order = Shop.ORDER.replaceFirst("\\{", "{" + more);
            assertThat(shop.post(ORDERS, order, "X-Roles", "CUSTOMER", "X-Actor", "c-1042")
                            .expect(403)
                            .at("/code"))
                    .isEqualTo("MISSING_ROLE");
            shop.post(ORDERS, order).expect(201);
        }
    }

    @Test
    void finding_2_6_a_forgotten_key_is_not_taken_for_another_request() {
        Reply first = shop.post(ORDERS, Shop.ORDER, KEY, "seven-days").expect(201);
        String account = shop.post(ACCOUNTS, "{\"ownerId\":\"c-6\",\"currency\":\"EUR\"}")
                .expect(201)
                .at("/id");
        String deposits = ACCOUNTS + "/" + account + "/deposits";
        shop.post(deposits, euro("5.00"), KEY, "d-1").expect(201);
        forgetKeys();
        String other = Shop.ORDER.replace("c-1042", "c-2");
        assertThat(shop.post(ORDERS, other, KEY, "seven-days").expect(422).at("/code"))
                .isEqualTo("IDEMPOTENCY_KEY_REUSED");
        assertThat(shop.post(deposits, euro("99.00"), KEY, "d-1").expect(422).at("/code"))
                .isEqualTo("IDEMPOTENCY_KEY_REUSED");
        Reply again = shop.post(ORDERS, Shop.ORDER, KEY, "seven-days").expect(201);
        assertThat(again.at("/id")).isEqualTo(first.at("/id"));
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
    }

    @Test
    void finding_2_11_a_refusal_told_again_says_nothing_of_now_and_a_role_can_be_gained() {
        String order = shop.place();
        String shipments = ORDERS + "/" + order + "/shipments";
        shop.post(shipments, "{}", KEY, "r-1", "X-Roles", "CUSTOMER").expect(403);
        Reply unpaid = shop.post(shipments, "{}", KEY, "r-1").expect(409);
        assertThat(unpaid.body().has("allowedActions")).isTrue();
        shop.post(ORDERS + "/" + order + "/payments", Shop.PAYMENT).expect(201);
        Reply again = shop.post(shipments, "{}", KEY, "r-1").expect(409);
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(again.at("/detail")).isEqualTo(unpaid.at("/detail"));
        assertThat(again.body().has("allowedActions")).isFalse();
        assertThat(again.body().has("currentVersion")).isFalse();
    }

    @Test
    void finding_2_12_what_is_put_is_what_the_caller_meant() {
        String item = STOCK + "COND";
        String one = "{\"name\":\"One\"}";
        String two = "{\"name\":\"Two\"}";
        shop.put(item, one, "If-Match", "*").expect(412);
        shop.put(item, one, "If-Match", "\"0\"").expect(412);
        shop.put(item, one, "If-None-Match", "\"0\"").expect(400);
        shop.put(item, one, "If-None-Match", "*", KEY, "put-1").expect(201);
        Reply there = shop.put(item, one, "If-None-Match", "*").expect(412);
        assertThat(there.at("/currentVersion")).isEqualTo("0");
        assertThat(shop.put(item, two).expect(428).at("/code")).isEqualTo("VERSION_REQUIRED");
        assertThat(shop.put(item, one).expect(200).version()).isZero();
        assertThat(shop.put(item, two, "If-Match", "*").expect(200).version()).isEqualTo(1);
        shop.put(item, one, "If-Match", "\"0\"").expect(412);
        assertThat(shop.put(item, one, "If-Match", "\"1\"").expect(200).version())
                .isEqualTo(2);
        // A repeat is answered as the first time, whatever is there by now.
        Reply repeated = shop.put(item, one, "If-None-Match", "*", KEY, "put-1");
        assertThat(repeated.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(repeated.version()).isZero();
    }

    @Test
    void finding_2_13_the_address_of_an_item_is_its_own() {
        shop.put(STOCK + "a", "{\"name\":\"Another\"}").expect(201);
        Reply made = shop.put(STOCK + "a%3Bb", "{\"name\":\"Semicolon\"}").expect(201);
        assertThat(made.header("Location")).isEqualTo(STOCK + "a%3Bb");
        assertThat(shop.get(String.valueOf(made.header("Location"))).expect(200).at("/sku"))
                .isEqualTo("a;b");
        shop.put(STOCK + "a;c", "{\"name\":\"Parameter\"}").expect(400);
        assertThat(shop.put(STOCK + "%2e%2e", "{\"name\":\"Dots\"}").status()).isIn(400, 404, 422);
        shop.put(STOCK + "%2e%2e%2e", "{\"name\":\"Dots\"}").expect(422);
    }

    @Test
    void finding_3_6_a_sku_that_can_be_none_is_a_fault_of_the_request() {
        assertThat(shop.put(STOCK + "x".repeat(65), "{\"name\":\"Long\"}")
                        .expect(422)
                        .at("/errors/0/pointer"))
                .isEqualTo("/sku");
        shop.put(STOCK + "a%09b", "{\"name\":\"Tab\"}").expect(422);
    }

    @Test
    void finding_3_15_what_the_shop_notes_for_itself_is_for_nobody_else() {
        String notes = ORDERS + "/" + shop.place();
        shop.post(notes + "/notes", "{\"text\":\"pays late\"}").expect(201);
        shop.post(notes + "/notes", "{\"text\":\"is on its way\",\"visibility\":\"CUSTOMER\"}")
                .expect(201);
        assertThat(shop.get(notes + "/history").expect(200).body().toString()).contains("pays late", "is on its way");
        assertThat(shop.get(notes + "/history", "X-Roles", "CUSTOMER", "X-Actor", "c-1042")
                        .expect(200)
                        .body()
                        .toString())
                .contains("is on its way")
                .doesNotContain("pays late");
    }
}
