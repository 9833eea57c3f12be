package io.ordertrail.journey;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ordertrail.api.stock.StockItemId;
import io.ordertrail.api.verification.Verification;
import io.ordertrail.api.verification.VerificationQuery.VerifyViews;
import io.ordertrail.api.verification.VerificationQuery.VerifyWrites;
import io.ordertrail.app.CommandLineTools;
import io.ordertrail.axon.message.Dispatch;
import io.ordertrail.axon.message.RequestContext;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Orders with stock and accounts: the import is killed on its way, goes on, and runs once more; then all money and all
 * goods are where plain arithmetic over the files says, to the cent and to the unit.
 *
 * <p>It takes the last 60 of the 830 orders, which the whole suite has time for; with {@code -Dfaults=all} it takes
 * all.
 */
class NorthwindSettledIT {

    private static final int ORDERS = "all".equals(System.getProperty("faults")) ? Integer.MAX_VALUE : 60;
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
        Process killed = Child.jar(DATA_DIR.resolve("import.log"), arguments());
        await().atMost(PATIENCE).until(() -> !killed.isAlive() || deposits() >= 20);
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
    void every_customer_has_one_account_and_what_is_left_on_it_is_what_was_given_back() throws Exception {
        Map<String, BigDecimal> expected = books.balances();
        await().atMost(PATIENCE).untilAsserted(() -> {
            List<JsonNode> accounts = items("/api/v1/accounts?limit=500");
            assertThat(accounts).hasSameSizeAs(expected.keySet());
            assertThat(accounts).allMatch(account -> amount(account, "/held").signum() == 0);
            assertThat(accounts.stream()
                            .collect(toMap(
                                    account -> text(account, "/ownerId"), account -> amount(account, "/balance"))))
                    .isEqualTo(expected);
        });
    }

    @Test
    void every_deposit_and_every_payment_is_there_once_to_the_cent() throws Exception {
        Map<String, Map<String, BigDecimal>> payments = books.payments();
        for (JsonNode account : items("/api/v1/accounts?limit=500")) {
            String customer = text(account, "/ownerId");
            List<JsonNode> entries = items("/api/v1/accounts/" + text(account, "/id") + "/entries?limit=500");
            assertThat(entries.stream()
                            .filter(entry -> text(entry, "/kind").equals("CASH"))
                            .collect(toMap(entry -> text(entry, "/reference"), entry -> amount(entry, "/amount"))))
                    .as("put in by " + customer)
                    .isEqualTo(payments.get(customer));
            assertThat(entries.stream()
                            .filter(entry -> text(entry, "/kind").equals("SALE"))
                            .map(entry -> amount(entry, "/amount").negate()))
                    .as("paid by " + customer)
                    .containsExactlyInAnyOrderElementsOf(payments.get(customer).values());
        }
    }

    @Test
    void every_stock_item_is_left_with_what_was_not_shipped() throws Exception {
        Map<String, Long> left = books.left();
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(onHand()).isEqualTo(left));
    }

    @Test
    void the_ledger_balances_and_nothing_is_amiss() throws Exception {
        BigDecimal accounts = books.balances().values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        await().atMost(PATIENCE).untilAsserted(() -> {
            Reply proof = shop.get("/api/v1/ledger/proof").expect(200);
            assertThat(proof.at("/balanced")).isEqualTo("true");
            assertThat(proof.at("/currencies/0/sum")).isEqualTo("0.00");
            assertThat(proof.at("/currencies/0/accounts")).isEqualTo(accounts.toPlainString());
            assertThat(proof.at("/currencies/0/house"))
                    .isEqualTo(accounts.negate().toPlainString());
            assertThat(proof.at("/currencies/0/inTransit")).isEqualTo("0.00");
            assertThat(breaches()).isEmpty();
        });
    }

    @Test
    void every_order_account_and_item_is_at_each_moment_of_both_times_the_fold_of_what_counted_then() throws Exception {
        every_order_ends_as_its_dates_say();
        shop.awaitQuiet();
        EachMoment moments = new EachMoment(shop, service.context().getBean(JdbcClient.class));
        items("/api/v1/accounts?limit=500").forEach(account -> {
            String id = text(account, "/id");
            moments.require("/api/v1/accounts/" + id, id, SimpleAccount::new, SimpleAccount::of);
        });
        items("/api/v1/stock?limit=500").forEach(item -> {
            String sku = text(item, "/sku");
            moments.require("/api/v1/stock/" + sku, StockItemId.of(sku), SimpleItem::new, SimpleItem::of);
        });
        exported().forEach(order -> {
            String id = text(order, "/id");
            moments.require("/api/v1/orders/" + id, id, SimpleOrder::new, SimpleOrder::of);
        });
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
        exported()
                .forEach(order -> ends.put(
                        text(order, "/externalRef"),
                        text(order, "/status") + " " + text(order, "/paymentStatus") + " "
                                + text(order, "/fulfilmentStatus")));
        return ends;
    }

    private static Stream<JsonNode> exported() {
        return shop.get("/api/v1/orders/export?format=ndjson")
                .expect(200)
                .http()
                .body()
                .lines()
                .map(JsonMapper.shared()::readTree);
    }

    private static Map<String, Long> onHand() {
        return items("/api/v1/stock?limit=500").stream()
                .collect(toMap(
                        item -> text(item, "/sku"), item -> item.at("/onHand").asLong()));
    }

    private static List<JsonNode> items(String path) {
        JsonNode page = shop.get(path).expect(200).body();
        assertThat(page.at("/page/next").isString()).as("there is another page").isFalse();
        return page.at("/items").valueStream().toList();
    }

    private static List<String> breaches() {
        Dispatch dispatch = service.context().getBean(Dispatch.class);
        RequestContext caller = new RequestContext("test", List.of("SERVICE"), "c", "0", null, null);
        List<String> breaches = new ArrayList<>();
        for (Object query : List.of(new VerifyWrites(), new VerifyViews())) {
            dispatch.ask(query, caller, Verification.class).checks().stream()
                    .filter(check -> check.breaches() > 0)
                    .forEach(check -> breaches.add(check.toString()));
        }
        return breaches;
    }

    private static String text(JsonNode parent, String pointer) {
        return parent.at(pointer).asString();
    }

    private static BigDecimal amount(JsonNode parent, String pointer) {
        return new BigDecimal(parent.at(pointer + "/amount").asString());
    }
}
