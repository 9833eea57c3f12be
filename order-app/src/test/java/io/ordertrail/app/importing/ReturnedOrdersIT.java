package io.ordertrail.app.importing;

import static io.ordertrail.app.importing.OrdersFile.row;
import static org.assertj.core.api.Assertions.assertThat;

import io.ordertrail.app.importing.sale.Column;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What was shipped in part, came back, or was given back. */
class ReturnedOrdersIT {

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

    private static String sold(String sku, Object... others) {
        List<Object> cells =
                new ArrayList<>(List.of(Column.SKU, sku, Column.QUANTITY, "2", Column.UNIT_PRICE, "10.00"));
        cells.addAll(List.of(Column.PAID_AT, "2026-01-06", Column.SHIPPED_AT, "2026-01-07"));
        cells.addAll(List.of(others));
        return row("A-1", cells.toArray());
    }

    private void importAll(String... rows) throws Exception {
        OrdersFile file = OrdersFile.of(folder, rows);
        assertThat(file.importTo(service.url(), "--patience", "3"))
                .as(() -> file.err + "\n" + file.out)
                .isZero();
        service.books.behind.clear();
    }

    private JsonNode order() {
        return service.books.orders.get("A-1");
    }

    private List<String> refunds() {
        return order().path("refunds")
                .valueStream()
                .map(refund -> refund.path("kind").asString() + " "
                        + refund.path("amount").path("amount").asString())
                .toList();
    }

    @Test
    void what_was_shipped_in_part_is_one_shipment_of_so_many_units() throws Exception {
        importAll(sold("TEE", Column.SHIPPED_QUANTITY, "1"), sold("MUG", Column.SHIPPED_QUANTITY, "0"));

        JsonNode lines = service.request("/orders/order-A-1/shipments").body().path("lines");
        assertThat(lines).hasSize(1);
        assertThat(lines.get(0).path("lineId").asString()).isEqualTo("1");
        assertThat(lines.get(0).path("quantity").asInt()).isEqualTo(1);
    }

    @Test
    void what_came_back_is_a_return_at_its_time_and_its_worth_goes_back() throws Exception {
        Object[] order = {
            Column.RETURNED_AT, "2026-01-20", Column.REFUNDED_AT, "2026-01-21", Column.REFUNDED_AMOUNT, "10"
        };
        importAll(
                sold("TEE", order[0], order[1], order[2], order[3], order[4], order[5], Column.RETURNED_QUANTITY, "1"),
                sold("MUG", order));

        assertThat(service.story("A-1"))
                .startsWith(
                        "/orders", "/orders/payments", "/orders/shipments", "/shipments/dispatch", "/orders/returns");
        JsonNode asked = service.request("/orders/order-A-1/returns").body();
        assertThat(asked.path("at").asString()).isEqualTo("2026-01-20T00:00:00Z");
        assertThat(asked.path("lines")).hasSize(1);
        JsonNode inspection = service.request("/returns/return-A-1/inspection").body();
        assertThat(inspection.path("at").asString()).isEqualTo("2026-01-20T00:00:00Z");
        assertThat(inspection.path("verdicts").get(0).path("disposition").asString())
                .isEqualTo("RESTOCK");
        assertThat(inspection.has("deduction")).isFalse();
        assertThat(refunds()).containsExactly("CORRECTION 10.00");
        JsonNode refund = service.request("/payments/payment-A-1/refunds").body();
        assertThat(refund.path("at").asString()).isEqualTo("2026-01-21T00:00:00Z");
    }

    @Test
    void what_an_account_gives_back_moves_now() throws Exception {
        OrdersFile file =
                OrdersFile.of(folder, sold("TEE", Column.REFUNDED_AT, "2026-01-21", Column.REFUNDED_AMOUNT, "5"));
        assertThat(file.importTo(service.url(), "--patience", "3", "--settle-with", "account"))
                .as(() -> file.err + "\n" + file.out)
                .isZero();
        assertThat(service.request("/payments/payment-A-1/refunds").body().has("at"))
                .isFalse();
    }

    @Test
    void what_did_not_go_back_of_its_worth_is_a_deduction() throws Exception {
        importAll(sold("TEE", Column.RETURNED_AT, "2026-01-20", Column.REFUNDED_AMOUNT, "15"));

        JsonNode inspection = service.request("/returns/return-A-1/inspection").body();
        assertThat(inspection.path("deduction").path("amount").path("amount").asString())
                .isEqualTo("5.00");
        assertThat(refunds()).containsExactly("CORRECTION 15.00");
    }

    @Test
    void what_went_back_beyond_its_worth_is_shipping_and_then_goodwill() throws Exception {
        importAll(sold(
                "TEE",
                Column.SHIPPING_METHOD,
                "DHL",
                Column.SHIPPING_PRICE,
                "4.90",
                Column.RETURNED_QUANTITY,
                "1",
                Column.RETURNED_AT,
                "2026-01-20",
                Column.REFUNDED_AMOUNT,
                "16"));

        JsonNode inspection = service.request("/returns/return-A-1/inspection").body();
        assertThat(inspection.path("shipping").path("amount").asString()).isEqualTo("4.90");
        assertThat(refunds()).containsExactly("CORRECTION 14.90", "GOODWILL 1.10");
    }

    @Test
    void a_refund_without_a_return_is_goodwill_and_nothing_goes_back_twice() throws Exception {
        importAll(sold("TEE", Column.REFUNDED_AT, "2026-01-21", Column.REFUNDED_AMOUNT, "5"));
        assertThat(refunds()).containsExactly("GOODWILL 5.00");
        service.requests.clear();

        importAll(sold("TEE", Column.REFUNDED_AT, "2026-01-21", Column.REFUNDED_AMOUNT, "5"));

        assertThat(refunds()).containsExactly("GOODWILL 5.00");
        assertThat(service.requests).isEmpty();
    }

    @Test
    void an_order_that_was_cancelled_after_its_delivery_has_come_back() throws Exception {
        importAll(sold(
                "TEE",
                Column.DELIVERED_AT,
                "2026-01-09",
                Column.CANCELLED_AT,
                "2026-01-20",
                Column.REFUNDED_AT,
                "2026-01-20"));

        assertThat(service.story("A-1")).contains("/shipments/delivery", "/orders/returns");
        assertThat(service.story("A-1")).doesNotContain("/orders/cancellation");
        assertThat(refunds()).containsExactly("CORRECTION 20.00");
    }
}
