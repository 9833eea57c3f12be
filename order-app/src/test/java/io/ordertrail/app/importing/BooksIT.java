package io.ordertrail.app.importing;

import static io.ordertrail.app.importing.OrdersFile.row;
import static org.assertj.core.api.Assertions.assertThat;

import io.ordertrail.app.importing.StubService.Reply;
import io.ordertrail.app.importing.StubService.Request;
import io.ordertrail.app.importing.sale.Column;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What is kept beside the orders: stock, and accounts that they are paid from. */
class BooksIT {

    private static final String PAYMENT = "/orders/order-A-1/payments";

    @TempDir
    Path folder;

    StubService service;

    @BeforeEach
    void start() throws IOException {
        service = new StubService();
    }

    @AfterEach
    void stop() {
        service.close();
    }

    private int settle(OrdersFile file, String... options) {
        List<String> all = new ArrayList<>(List.of("--settle-with", "account", "--since", "2026-01-01"));
        all.addAll(List.of(options));
        return file.importTo(service.url(), all.toArray(String[]::new));
    }

    private static String paid(String ref) {
        return row(ref, Column.PAID_AT, "2026-01-06", Column.SHIPPED_AT, "2026-01-07");
    }

    private String stock(String... rows) throws IOException {
        String header = "sku,name,quantity,reorder_point,safety,backorder_limit\n";
        return Files.writeString(folder.resolve("stock.csv"), header + String.join("\n", rows) + "\n")
                .toString();
    }

    private List<String> paths() {
        return service.requests.stream().map(Request::path).toList();
    }

    @Test
    void what_an_order_cost_is_put_in_at_the_time_of_the_file_and_paid_from_there() throws Exception {
        OrdersFile file = OrdersFile.of(folder, paid("A-1"));

        assertThat(settle(file)).isZero();

        assertThat(paths())
                .containsExactly(
                        "/accounts",
                        "/orders",
                        "/accounts/account-c-1/deposits",
                        PAYMENT,
                        "/orders/order-A-1/shipments",
                        "/shipments/shipment-A-1/dispatch");
        JsonNode account = service.request("/accounts").body();
        assertThat(account.path("ownerId").asString()).isEqualTo("c-1");
        assertThat(account.path("currency").asString()).isEqualTo("EUR");
        assertThat(account.path("at").asString()).isEqualTo("2026-01-01T00:00:00Z");
        JsonNode deposit = service.request("/accounts/account-c-1/deposits").body();
        assertThat(deposit.path("amount").path("amount").asString()).isEqualTo("49.98");
        assertThat(deposit.path("reference").asString()).isEqualTo("A-1");
        assertThat(deposit.path("at").asString()).isEqualTo("2026-01-06T00:00:00Z");
        JsonNode payment = service.request(PAYMENT).body();
        assertThat(payment.path("method").asString()).isEqualTo("ACCOUNT");
        assertThat(payment.path("accountId").asString()).isEqualTo("account-c-1");
        assertThat(payment.path("amount").path("amount").asString()).isEqualTo("49.98");
        assertThat(payment.has("at")).isFalse();
    }

    @Test
    void a_customer_gets_one_account_in_each_currency_paid_or_not() throws Exception {
        OrdersFile file = OrdersFile.of(
                folder,
                paid("A-1"),
                paid("A-2"),
                row("A-3", Column.CURRENCY, "USD"),
                row("A-4", Column.CUSTOMER_ID, "c-2"));

        assertThat(settle(file, "--parallel", "8")).isZero();

        assertThat(service.requests.stream()
                        .filter(request -> request.path().equals("/accounts"))
                        .map(request -> request.body().path("ownerId").asString() + " "
                                + request.body().path("currency").asString()))
                .containsExactlyInAnyOrder("c-1 EUR", "c-1 USD", "c-2 EUR");
        assertThat(service.count("/accounts/account-c-1/deposits")).isEqualTo(2);
        assertThat(service.count("/accounts/account-c-2/deposits")).isZero();
    }

    @Test
    void what_needs_the_money_waits_until_it_is_there_and_the_others_are_begun_meanwhile() throws Exception {
        Map<String, Integer> asked = new ConcurrentHashMap<>();
        service.stage = ref -> asked.merge(ref, 1, Integer::sum) > 6 ? "CAPTURED" : "INITIATED";
        OrdersFile file = OrdersFile.of(folder, paid("A-1"), paid("A-2"), paid("A-3"));

        assertThat(settle(file, "--parallel", "1")).isZero();

        List<String> paths = paths();
        assertThat(paths.indexOf("/orders/order-A-1/shipments"))
                .isGreaterThan(paths.indexOf("/orders/order-A-3/payments"));
        assertThat(asked.values()).allMatch(times -> times > 6);
    }

    @Test
    void a_payment_that_never_comes_stops_the_import_and_says_so() throws Exception {
        service.stage = ref -> "INITIATED";
        OrdersFile file = OrdersFile.of(folder, paid("A-1"));

        assertThat(settle(file, "--patience", "1")).isEqualTo(2);

        assertThat(file.err.toString())
                .contains("payment-A-1 of order-A-1 is INITIATED and not in the order after")
                .contains("Do the service's processes run?")
                .contains("can be started again");
        assertThat(paths()).doesNotContain("/orders/order-A-1/shipments");
    }

    @Test
    void a_declined_payment_is_reported_and_the_next_run_begins_another() throws Exception {
        service.stage = ref -> "DECLINED";
        OrdersFile file = OrdersFile.of(folder, paid("A-1"));

        assertThat(settle(file)).isEqualTo(1);
        assertThat(file.rejects()).containsExactly("2 A-1 PAYMENT_DECLINED");
        assertThat(file.reason(0))
                .isEqualTo("The order was placed as order-A-1, but its payment was refused:"
                        + " payment-A-1 is DECLINED: no money");

        service.stage = ref -> service.requests.stream()
                                .filter(request -> request.path().equals(PAYMENT))
                                .map(Request::key)
                                .distinct()
                                .count()
                        > 1
                ? "CAPTURED"
                : "DECLINED";
        assertThat(settle(file)).isZero();
        assertThat(service.requests.stream()
                        .filter(request -> request.path().endsWith("/deposits"))
                        .map(Request::key)
                        .distinct())
                .hasSize(1);
    }

    @Test
    void stopped_anywhere_and_started_again_nothing_is_put_in_or_paid_twice() throws Exception {
        String[] rows = IntStream.range(0, 60).mapToObj(i -> paid("A-" + i)).toArray(String[]::new);
        OrdersFile file = OrdersFile.of(folder, rows);
        String stock = stock("TEE-M,Tee M,200,0,0,0", "CAP,Cap,0,0,0,0");
        AtomicInteger done = new AtomicInteger();
        service.refusing = request -> done.incrementAndGet() > 150
                ? Optional.of(Reply.problem(503, "UNAVAILABLE", "going down"))
                : Optional.empty();
        assertThat(settle(file, "--stock", stock, "--patience", "1")).isEqualTo(2);

        service.refusing = request -> Optional.empty();
        assertThat(settle(file, "--stock", stock)).isZero();
        assertThat(settle(file, "--stock", stock)).isZero();

        for (String path : List.of("/deposits", "/payments", "/receipts")) {
            assertThat(service.requests.stream()
                            .filter(request -> request.path().endsWith(path))
                            .map(Request::key)
                            .distinct())
                    .as(path)
                    .hasSize(path.equals("/receipts") ? 1 : 60);
        }
        assertThat(service.orders).hasSize(60);
    }

    @Test
    void an_order_that_is_there_has_its_account_though_a_run_was_killed_right_after_it() throws Exception {
        OrdersFile file = OrdersFile.of(folder, row("A-1"));
        List<String> carriedOut = new ArrayList<>();
        service.refusing = request -> {
            if (!service.orders.isEmpty()) {
                return Optional.of(Reply.problem(503, "UNAVAILABLE", "the import is killed here"));
            }
            carriedOut.add(request.path());
            return Optional.empty();
        };
        settle(file, "--patience", "1");

        service.refusing = request -> {
            carriedOut.add(request.path());
            return Optional.empty();
        };
        assertThat(settle(file)).isZero();

        assertThat(carriedOut).containsExactly("/accounts", "/orders");
    }

    @Test
    void an_order_that_is_paid_already_gets_no_more_money() throws Exception {
        OrdersFile file = OrdersFile.of(folder, paid("A-1"));
        file.importTo(service.url());
        service.requests.removeIf(request -> !request.path().equals(PAYMENT));

        assertThat(settle(file)).isZero();

        assertThat(paths()).doesNotContain("/accounts/account-c-1/deposits");
    }

    @Test
    void stock_is_entered_before_the_orders() throws Exception {
        OrdersFile file = OrdersFile.of(folder, row("A-1"));
        String stock = stock("TEE-M,Tee M,12,3,2,1", "a b/c,Cap,0,0,0,0");

        assertThat(file.importTo(service.url(), "--stock", stock, "--since", "2026-01-01"))
                .isZero();

        assertThat(paths()).containsExactly("/stock/TEE-M", "/stock/TEE-M/receipts", "/stock/a b/c", "/orders");
        JsonNode settings = service.request("/stock/TEE-M").body();
        assertThat(settings.path("name").asString()).isEqualTo("Tee M");
        assertThat(List.of(
                        settings.path("reorderPoint").asInt(),
                        settings.path("safety").asInt(),
                        settings.path("backorderLimit").asInt()))
                .containsExactly(3, 2, 1);
        JsonNode receipt = service.request("/stock/TEE-M/receipts").body();
        assertThat(receipt.path("quantity").asInt()).isEqualTo(12);
        assertThat(receipt.path("reference").asString()).isEqualTo("stock.csv");
        assertThat(receipt.path("at").asString()).isEqualTo("2026-01-01T00:00:00Z");
        assertThat(file.out.toString()).contains("stock items 2, opening stock 12 units");
    }

    @Test
    void finding_2_12_how_stock_is_kept_is_changed_on_the_version_that_is_there() throws Exception {
        OrdersFile file = OrdersFile.of(folder, row("A-1"));
        String stock = stock("TEE-M,Tee M,0,3,2,1");
        service.refusing =
                request -> service.count("/stock/TEE-M") == 1 && request.path().equals("/stock/TEE-M")
                        ? Optional.of(Reply.problem(428, "VERSION_REQUIRED", "If-Match is required"))
                        : Optional.empty();

        assertThat(file.importTo(service.url(), "--stock", stock)).isZero();

        assertThat(paths()).containsExactly("/stock/TEE-M", "/stock/TEE-M", "/orders");
    }

    @Test
    void where_stock_is_wrong_or_refused_no_order_is_placed() throws Exception {
        OrdersFile file = OrdersFile.of(folder, row("A-1"));
        assertThat(file.importTo(service.url(), "--stock", stock("TEE-M,Tee M,many,0,0,0")))
                .isEqualTo(2);
        assertThat(file.err.toString()).contains("stock.csv: line 2: quantity is not a whole number: many");

        service.refusing = request -> request.path().endsWith("/receipts")
                ? Optional.of(Reply.problem(422, "INVALID_REQUEST", "too many"))
                : Optional.empty();
        assertThat(file.importTo(service.url(), "--stock", stock("TEE-M,Tee M,1,0,0,0")))
                .isEqualTo(2);
        assertThat(file.err.toString()).contains("stock.csv: line 2: TEE-M was refused: too many (INVALID_REQUEST)");
        assertThat(service.orders).isEmpty();
    }

    @Test
    void options_that_cannot_be_meant_are_refused() throws Exception {
        OrdersFile file = OrdersFile.of(folder, row("A-1"));
        assertThat(file.importTo(service.url(), "--settle-with", "gold")).isEqualTo(2);
        assertThat(file.err.toString()).contains("--settle-with must be manual or account");
        assertThat(settle(file, "--channel", "SHOP")).isEqualTo(2);
        assertThat(file.err.toString()).contains("are for orders of the channel IMPORT");
        assertThat(file.importTo(service.url(), "--since", "yesterday")).isEqualTo(2);
        assertThat(file.err.toString()).contains("--since must be like 2026-01-31");
        assertThat(file.importTo(
                        service.url(), "--stock", folder.resolve("none.csv").toString()))
                .isEqualTo(2);
        assertThat(file.err.toString()).contains("none.csv: this file cannot be read");
        assertThat(service.requests).isEmpty();
    }
}
