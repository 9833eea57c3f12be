package io.ordertrail.journey;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ordertrail.api.verification.Verification;
import io.ordertrail.api.verification.VerificationQuery.VerifyViews;
import io.ordertrail.api.verification.VerificationQuery.VerifyWrites;
import io.ordertrail.app.CommandLineTools;
import io.ordertrail.axon.Dispatch;
import io.ordertrail.axon.RequestContext;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Orders with stock and accounts: the import is killed on its way, goes on, and runs once more; then all money and all goods
 * are where plain arithmetic over the files says, to the cent and to the unit.
 *
 * <p>It takes the last 300 of the 830 orders, which the whole suite has time for; with {@code -Dfaults=all} it takes all.
 */
class NorthwindSettledIT {

    private static final int ORDERS = "all".equals(System.getProperty("faults")) ? Integer.MAX_VALUE : 300;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final Path DATA_DIR = InProcess.newDataDir();

    private static BooksCsv books;
    private static InProcess service;
    private static Shop shop;

    @BeforeAll
    static void importKilledOnItsWayAndTwiceMore() throws Exception {
        books = BooksCsv.last(ORDERS, OrdersCsv.northwindOrGenerated(DATA_DIR.resolve("orders.csv")));
        service = InProcess.start(List.of("ordertrail.data-dir=" + DATA_DIR));
        shop = new Shop(service.url(), reply -> {});
        Process killed = Child.java(DATA_DIR.resolve("import.log"), arguments());
        await().atMost(PATIENCE).until(() -> !killed.isAlive() || deposits() >= 40);
        assertThat(killed.isAlive()).as("it is in its middle").isTrue();
        killed.destroyForcibly().waitFor();
        assertThat(CommandLineTools.run(arguments().toArray(String[]::new))).isZero();
        assertThat(CommandLineTools.run(arguments().toArray(String[]::new)))
                .as("a third run finds all there")
                .isZero();
    }

    @AfterAll
    static void stop() {
        if (service != null) {
            service.close();
        }
    }

    private static List<String> arguments() {
        return List.of(
                "import",
                books.orders().toString(),
                "--url",
                service.url(),
                "--stock",
                books.stock().toString(),
                "--settle-with",
                "account");
    }

    @Test
    void every_order_ends_as_its_dates_say() throws Exception {
        Map<String, String> expected = books.ends();
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(ends()).isEqualTo(expected));
    }

    @Test
    void every_deposit_and_every_payment_is_there_once_to_the_cent() throws Exception {
        Map<String, Map<String, BigDecimal>> payments = books.payments();
        for (Map.Entry<String, Map<String, BigDecimal>> customer : payments.entrySet()) {
            JsonNode accounts = shop.get("/api/v1/accounts?ownerId=" + customer.getKey())
                    .expect(200)
                    .body()
                    .at("/items");
            assertThat(accounts.size()).as(customer.getKey()).isEqualTo(1);
            assertThat(amount(accounts.get(0), "/balance"))
                    .as(customer.getKey())
                    .isZero();
            assertThat(amount(accounts.get(0), "/held")).as(customer.getKey()).isZero();
            List<JsonNode> entries = shop.get(
                            "/api/v1/accounts/" + accounts.get(0).at("/id").asString() + "/entries?limit=500")
                    .expect(200)
                    .body()
                    .at("/items")
                    .valueStream()
                    .toList();
            Map<String, BigDecimal> deposits = entries.stream()
                    .filter(entry -> entry.at("/kind").asString().equals("CASH"))
                    .collect(toMap(entry -> entry.at("/reference").asString(), entry -> amount(entry, "/amount")));
            assertThat(deposits).as(customer.getKey()).isEqualTo(customer.getValue());
            assertThat(entries.stream()
                            .filter(entry -> entry.at("/kind").asString().equals("SALE"))
                            .map(entry -> amount(entry, "/amount").negate()))
                    .as(customer.getKey())
                    .containsExactlyInAnyOrderElementsOf(customer.getValue().values());
        }
    }

    @Test
    void every_stock_item_is_left_with_what_was_not_shipped() throws Exception {
        Map<String, Long> left = books.left();
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(onHand()).isEqualTo(left));
    }

    @Test
    void the_ledger_balances_and_nothing_is_amiss() {
        Reply proof = shop.get("/api/v1/ledger/proof").expect(200);
        assertThat(proof.at("/balanced")).isEqualTo("true");
        assertThat(proof.body().at("/currencies")).isEqualTo(JsonMapper.shared().readTree("""
                        [{"currency":"USD","sum":"0.00","accounts":"0.00","house":"0.00","inTransit":"0.00"}]"""));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(breaches()).isEmpty());
    }

    private static long deposits() {
        return service.context()
                .getBean(JdbcClient.class)
                .sql("select count(*) from domain_event where payload_type = 'account.Deposited'")
                .query(Long.class)
                .single();
    }

    private static Map<String, String> ends() {
        Map<String, String> ends = new TreeMap<>();
        shop.get("/api/v1/orders/export?format=ndjson")
                .expect(200)
                .http()
                .body()
                .lines()
                .map(JsonMapper.shared()::readTree)
                .forEach(order -> ends.put(
                        order.at("/externalRef").asString(),
                        order.at("/status").asString() + " "
                                + order.at("/paymentStatus").asString() + " "
                                + order.at("/fulfilmentStatus").asString()));
        return ends;
    }

    private static Map<String, Long> onHand() {
        return shop.get("/api/v1/stock?limit=500")
                .expect(200)
                .body()
                .at("/items")
                .valueStream()
                .collect(toMap(
                        item -> item.at("/sku").asString(),
                        item -> item.at("/onHand").asLong()));
    }

    private static List<String> breaches() {
        Dispatch dispatch = service.context().getBean(Dispatch.class);
        RequestContext caller = new RequestContext("test", List.of("STAFF"), "c", "0", null, null);
        List<String> breaches = new ArrayList<>();
        for (Object query : List.of(new VerifyWrites(), new VerifyViews())) {
            dispatch.ask(query, caller, Verification.class).checks().stream()
                    .filter(check -> check.breaches() > 0)
                    .forEach(check -> breaches.add(check.toString()));
        }
        return breaches;
    }

    private static BigDecimal amount(JsonNode parent, String pointer) {
        return new BigDecimal(parent.at(pointer + "/amount").asString());
    }
}
