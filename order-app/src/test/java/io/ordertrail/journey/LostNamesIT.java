package io.ordertrail.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Seen with a new database beside an Axon Server with orders: numbers were given twice, and no view could take them in.
 */
class LostNamesIT {

    private static final String ORDER =
            Shop.ORDER.replace("{\"customerId\"", "{\"externalRef\":\"ref-1\",\"customerId\"");

    private static final String MUGS = """
            {"customerId":"c-1","currency":"EUR","payment":{"method":"ACCOUNT","accountId":"%s"},
             "lines":[{"sku":"MUG","name":"Mug","quantity":3,"unitPrice":{"amount":"8.00","currency":"EUR"},
                       "taxRate":"0.19","priceIncludesTax":true}],
             "shippingAddress":{"name":"A. Turing","line1":"Hauptstr. 1","postalCode":"10115","city":"Berlin","country":"DE"}}
            """;

    private final Path dataDir = InProcess.newDataDir();

    @Test
    void numbers_and_references_are_given_once_though_the_rows_that_kept_them_are_lost() {
        try (InProcess service = start("true")) {
            Shop shop = new Shop(service.url(), reply -> {});
            shop.place();
            assertThat(shop.post("/api/v1/orders", ORDER).expect(201).at("/number"))
                    .endsWith("-000002");
        }
        try (InProcess service = start("false")) {
            JdbcClient jdbc = service.context().getBean(JdbcClient.class);
            jdbc.sql("delete from claimed_name").update();
            jdbc.sql("alter sequence order_number_seq restart with 1").update();
        }
        try (InProcess service = start("true")) {
            Shop shop = new Shop(service.url(), reply -> {});
            assertThat(shop.post("/api/v1/orders", Shop.ORDER).expect(201).at("/number"))
                    .endsWith("-000003");
            assertThat(shop.post("/api/v1/orders", ORDER).expect(409).at("/code"))
                    .isEqualTo("EXTERNAL_REF_TAKEN");
        }
    }

    /** Numbers of orders, SKUs, what left the warehouse, movements of accounts, references of providers. */
    @Test
    void every_name_of_every_subject_comes_back_to_whom_it_belongs() {
        List<String> before;
        try (InProcess service = start("true")) {
            Shop shop = new Shop(service.url(), reply -> {});
            sellMugs(shop);
            shop.awaitQuiet();
            before = names(service);
            assertThat(before.stream().map(name -> name.substring(0, name.indexOf(' '))))
                    .contains("order-number", "sku", "dispatch", "journal", "provider-ref");
        }
        try (InProcess service = start("false")) {
            service.context()
                    .getBean(JdbcClient.class)
                    .sql("delete from claimed_name")
                    .update();
        }
        try (InProcess service = start("true")) {
            assertThat(names(service)).isEqualTo(before);
        }
    }

    private static void sellMugs(Shop shop) {
        shop.put("/api/v1/stock/MUG", "{\"name\":\"Mug\",\"safety\":0,\"backorderLimit\":0}")
                .expect(201);
        shop.post("/api/v1/stock/MUG/receipts", "{\"quantity\":9,\"reference\":\"po-7\"}")
                .expect(201);
        String account = shop.post(
                        "/api/v1/accounts", "{\"ownerId\":\"c-1\",\"kind\":\"CUSTOMER\",\"currency\":\"EUR\"}")
                .expect(201)
                .at("/id");
        shop.post(
                        "/api/v1/accounts/" + account + "/deposits",
                        "{\"amount\":{\"amount\":\"50.00\",\"currency\":\"EUR\"},\"reference\":\"till 3\"}")
                .expect(201);
        String order =
                shop.post("/api/v1/orders", MUGS.formatted(account)).expect(201).at("/id");
        await().untilAsserted(() ->
                assertThat(shop.get("/api/v1/orders/" + order).at("/status")).isEqualTo("CONFIRMED"));
        shop.dispatch(shop.approve(order, "{}"));
        String byCard = shop.place();
        shop.pay(byCard, "{\"method\":\"SANDBOX\",\"token\":\"ok\"}");
        await().untilAsserted(() ->
                assertThat(shop.get("/api/v1/orders/" + byCard).at("/status")).isEqualTo("CONFIRMED"));
    }

    private static List<String> names(InProcess service) {
        return service.context()
                .getBean(JdbcClient.class)
                .sql("select kind, name, owner from claimed_name order by kind, name")
                .query((row, n) -> row.getString(1) + " " + row.getString(2) + " " + row.getString(3))
                .list();
    }

    private InProcess start(String processors) {
        return InProcess.start(
                List.of("ordertrail.data-dir=" + dataDir, "ordertrail.processors.auto-start=" + processors));
    }
}
