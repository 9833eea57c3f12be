package io.ordertrail.app.importing;

import static io.ordertrail.app.importing.OrdersFile.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ordertrail.app.importing.StubService.Reply;
import io.ordertrail.app.importing.sale.Column;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportIT {

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

    @Test
    void an_order_is_placed_paid_shipped_and_delivered_in_this_order_at_the_times_of_the_file() throws Exception {
        OrdersFile file = OrdersFile.of(
                folder,
                row(
                        "A-1",
                        Column.PAID_AT,
                        "2026-01-06",
                        Column.SHIPPED_AT,
                        "2026-01-07T08:30:00+01:00",
                        Column.DELIVERED_AT,
                        "2026-01-09"));

        assertThat(file.importTo(service.url())).isZero();

        assertThat(service.story("A-1"))
                .containsExactly(
                        "/orders",
                        "/orders/payments",
                        "/orders/shipments",
                        "/shipments/dispatch",
                        "/shipments/delivery");
        assertThat(service.request("/orders").body().path("at").asString()).isEqualTo("2026-01-05T00:00:00Z");
        assertThat(service.request("/orders").body().path("channel").asString()).isEqualTo("IMPORT");
        assertThat(service.request("/orders").body().path("paymentTerms").asString())
                .isEqualTo("AUTH_FIRST");
        assertThat(service.request("/orders").actor()).isEqualTo("import");
        var payment = service.request("/orders/order-A-1/payments").body();
        assertThat(payment.path("method").asString()).isEqualTo("MANUAL");
        assertThat(payment.path("amount").path("amount").asString()).isEqualTo("49.98");
        assertThat(payment.path("at").asString()).isEqualTo("2026-01-06T00:00:00Z");
        assertThat(service.request("/shipments/shipment-A-1/dispatch")
                        .body()
                        .path("at")
                        .asString())
                .isEqualTo("2026-01-07T07:30:00Z");
        assertThat(service.request("/shipments/shipment-A-1/delivery")
                        .body()
                        .path("at")
                        .asString())
                .isEqualTo("2026-01-09T00:00:00Z");
    }

    @Test
    void a_second_run_finds_every_order_there_and_tells_the_same_totals() throws Exception {
        OrdersFile file = OrdersFile.of(
                folder,
                row("A-1", Column.SHIPPING_METHOD, "DHL", Column.SHIPPING_PRICE, "4.9"),
                row("A-2", Column.PAID_AT, "2026-01-06"));
        file.importTo(service.url());
        String first = file.out.toString();
        file.out.getBuffer().setLength(0);

        assertThat(file.importTo(service.url())).isZero();

        assertThat(service.orders).hasSize(2);
        assertThat(first).containsPattern("placed +2").containsPattern("grand total +104.86");
        assertThat(file.out.toString())
                .containsPattern("placed +0")
                .containsPattern("already there +2")
                .containsPattern("goods +99.96")
                .containsPattern("shipping +4.90")
                .containsPattern("grand total +104.86");
    }

    @Test
    void an_order_that_is_there_with_its_discount_its_metadata_and_its_contact_costs_no_request() throws Exception {
        String header = Column.header() + ",metadata.season\n";
        String order = row("A-1", Column.ORDER_DISCOUNT, "5", Column.SHIP_EMAIL, "a@b.test");
        assertThat(OrdersFile.ofText(folder, header + order + ",summer\n").importTo(service.url()))
                .isZero();
        assertThat(service.orders.get("A-1").at("/metadata/season").asString()).isEqualTo("summer");
        service.requests.clear();

        assertThat(OrdersFile.ofText(folder, header + order + ",summer\n").importTo(service.url()))
                .isZero();
        assertThat(service.requests).isEmpty();

        for (String other : List.of(order + ",winter", order.replace("a@b", "c@d") + ",summer")) {
            OrdersFile.ofText(folder, header + other + "\n").importTo(service.url(), "--patience", "3");
            assertThat(service.requests).isNotEmpty();
            service.requests.clear();
        }
    }

    @Test
    void an_answer_that_says_later_is_asked_for_again() throws Exception {
        AtomicInteger tries = new AtomicInteger();
        service.refusing = request -> switch (tries.incrementAndGet()) {
            case 1 -> Optional.of(Reply.problem(503, "UNAVAILABLE", "later"));
            case 2 -> Optional.of(new Reply(429, "", java.util.Map.of("Retry-After", "0")));
            case 3 -> Optional.of(Reply.problem(409, "REQUEST_IN_PROGRESS", "later"));
            default -> Optional.empty();
        };
        OrdersFile file = OrdersFile.of(folder, row("A-1"));

        assertThat(file.importTo(service.url())).isZero();

        assertThat(service.requests).hasSize(4);
        assertThat(service.requests)
                .extracting(StubService.Request::key)
                .containsOnly(service.requests.get(0).key());
        assertThat(service.orders).containsOnlyKeys("A-1");
    }

    @Test
    void a_request_whose_answer_was_lost_is_sent_again_and_done_once() throws Exception {
        AtomicInteger lost = new AtomicInteger();
        service.losing = request -> lost.incrementAndGet() % 2 == 1 ? Optional.of(Reply.LOST) : Optional.empty();
        OrdersFile file = OrdersFile.of(folder, row("A-1", Column.PAID_AT, "2026-01-06"), row("A-2"));

        assertThat(file.importTo(service.url(), "--parallel", "1")).isZero();

        assertThat(service.requests).hasSize(6);
        assertThat(service.requests.stream().map(StubService.Request::key).distinct())
                .hasSize(3);
    }

    @Test
    void a_service_that_is_not_up_yet_is_waited_for() throws Exception {
        int port = service.port();
        service.close();
        OrdersFile file = OrdersFile.of(folder, row("A-1"));

        CompletableFuture<Integer> exit =
                CompletableFuture.supplyAsync(() -> file.importTo("http://localhost:" + port));
        await().until(() -> file.err.toString().contains("refuses the connection"));
        service = new StubService(port);

        assertThat(exit.get()).isZero();
        assertThat(service.orders).containsOnlyKeys("A-1");
    }

    @Test
    void an_import_that_was_stopped_in_the_middle_goes_on_without_a_second_order() throws Exception {
        String[] rows = IntStream.range(0, 100)
                .mapToObj(i -> row("A-" + i, Column.PAID_AT, "2026-01-06", Column.CANCELLED_AT, "2026-01-07"))
                .toArray(String[]::new);
        OrdersFile file = OrdersFile.of(folder, rows);
        AtomicInteger done = new AtomicInteger();
        service.refusing = request -> done.incrementAndGet() > 130
                ? Optional.of(Reply.problem(503, "UNAVAILABLE", "going down"))
                : Optional.empty();

        assertThat(file.importTo(service.url(), "--patience", "1")).isEqualTo(2);
        assertThat(file.err.toString()).contains("can be started again");
        assertThat(service.orders).hasSizeBetween(40, 99);

        service.refusing = request -> Optional.empty();
        service.requests.clear();
        file.out.getBuffer().setLength(0);
        assertThat(file.importTo(service.url())).isZero();
        assertThat(service.orders).hasSize(100);
        assertThat(file.out.toString()).contains("orders 100").containsPattern("grand total +4,998.00");
        assertThat(service.story("A-99")).containsExactly("/orders", "/orders/payments", "/orders/cancellation");
    }

    @Test
    void a_bad_row_and_a_refused_order_are_reported_and_stop_nothing_else() throws Exception {
        service.refusing =
                request -> request.body().path("customerId").asString("").equals("c-bad")
                        ? Optional.of(new Reply(
                                422,
                                "{\"code\":\"INVALID_REQUEST\",\"detail\":\"no\",\"errors\":["
                                        + "{\"pointer\":\"/lines/1/unitPrice/amount\",\"code\":\"SCALE\",\"message\":\"two decimals\"}]}",
                                java.util.Map.of()))
                        : Optional.empty();
        String bad = row("A-4", Column.CUSTOMER_ID, "c-bad");
        OrdersFile file = OrdersFile.of(
                folder,
                row("A-1"),
                row("A-2", Column.QUANTITY, "two"),
                row("A-2"),
                row("A-3"),
                bad,
                bad,
                row("A-1", Column.SKU, "LATE"),
                row("A-5"));

        assertThat(file.importTo(service.url())).isEqualTo(1);

        assertThat(service.orders).containsOnlyKeys("A-1", "A-3", "A-5");
        assertThat(file.rejects())
                .containsExactly("3 A-2 NOT_A_NUMBER", "4 A-2 SAME_ORDER", "6 A-4 SAME_ORDER", "7 A-4 INVALID_REQUEST");
        assertThat(file.reason(3)).isEqualTo("unit_price: two decimals");
        assertThat(service.orders.get("A-1").path("lines")).hasSize(2);
        assertThat(file.out.toString())
                .containsPattern("placed +3")
                .containsPattern("rejected +2")
                .contains("4 rows were rejected");
    }

    @Test
    void a_refused_step_leaves_the_order_in_and_is_reported() throws Exception {
        service.refusing = request -> request.path().endsWith("/dispatch")
                ? Optional.of(Reply.problem(409, "ON_HOLD", "The order is on hold."))
                : Optional.empty();
        OrdersFile file = OrdersFile.of(
                folder,
                row(
                        "A-1",
                        Column.PAID_AT,
                        "2026-01-06",
                        Column.SHIPPED_AT,
                        "2026-01-06",
                        Column.DELIVERED_AT,
                        "2026-01-06"));

        assertThat(file.importTo(service.url())).isEqualTo(1);

        assertThat(service.story("A-1")).doesNotContain("/shipments/delivery");
        assertThat(file.rejects()).containsExactly("2 A-1 ON_HOLD");
        assertThat(file.reason(0))
                .isEqualTo("The order was placed as order-A-1, but its shipment was refused: The order is on hold.");
        assertThat(file.out.toString()).containsPattern("incomplete +1").containsPattern("grand total +49.98");
    }

    @Test
    void what_was_refused_before_is_asked_again_once_its_reason_may_be_gone() throws Exception {
        OrdersFile file = OrdersFile.of(folder, row("A-1", Column.PAID_AT, "2026-01-06"));
        file.importTo(service.url());
        service.keep(
                service.request("/orders/order-A-1/payments").key(),
                Reply.problem(409, "ON_HOLD", "The order is on hold."));
        service.requests.clear();
        service.books.behind.add("A-1");

        assertThat(file.importTo(service.url())).isZero();

        assertThat(service.story("A-1")).containsExactly("/orders", "/orders/payments", "/orders/payments");
    }

    @Test
    void an_order_whose_rows_changed_since_is_refused_and_not_placed_again() throws Exception {
        OrdersFile.of(folder, row("A-1")).importTo(service.url());
        OrdersFile changed = OrdersFile.of(folder, row("A-1", Column.QUANTITY, "3"));

        assertThat(changed.importTo(service.url())).isEqualTo(1);

        assertThat(changed.rejects()).containsExactly("2 A-1 EXTERNAL_REF_TAKEN");
        assertThat(service.orders
                        .get("A-1")
                        .path("lines")
                        .get(0)
                        .path("quantity")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void goods_that_left_before_they_were_paid_are_billed() throws Exception {
        OrdersFile file = OrdersFile.of(
                folder,
                row("A-1", Column.SHIPPED_AT, "2026-01-06"),
                row("A-2", Column.SHIPPED_AT, "2026-01-06", Column.PAID_AT, "2026-02-01"));

        assertThat(file.importTo(service.url())).isZero();

        assertThat(service.orders.values())
                .allMatch(order -> order.path("paymentTerms").asString().equals("INVOICE"));
        assertThat(service.story("A-2"))
                .containsExactly("/orders", "/orders/shipments", "/shipments/dispatch", "/orders/payments");
    }

    @Test
    void what_is_no_Ordertrail_service_is_told_apart_from_one_that_is_down() throws Exception {
        OrdersFile file = OrdersFile.of(folder, row("A-1"));

        assertThat(file.importTo(service.url() + "/elsewhere")).isEqualTo(2);
        assertThat(file.err.toString()).contains("answers 404").contains("is the address right?");
        assertThat(file.importTo("http://localhost:1", "--patience", "0")).isEqualTo(2);
        assertThat(file.err.toString()).contains("http://localhost:1 refuses the connection");
        assertThat(file.importTo("localhost:8080")).isEqualTo(2);
        assertThat(file.err.toString()).contains("--url must be an address like");
        assertThat(List.of(service.requests.size())).containsOnly(0);
    }
}
