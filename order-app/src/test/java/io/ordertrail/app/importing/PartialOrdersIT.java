package io.ordertrail.app.importing;

import static io.ordertrail.app.importing.OrdersFile.row;
import static org.assertj.core.api.Assertions.assertThat;

import io.ordertrail.app.importing.StubService.Reply;
import io.ordertrail.app.importing.sale.Column;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * An order is imported with all of its lines or not at all; one that was cut before is never paid or shipped as it is.
 */
class PartialOrdersIT {

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

    private static String line(String ref, String sku, String price) {
        return row(
                ref,
                Column.SKU,
                sku,
                Column.QUANTITY,
                "1",
                Column.UNIT_PRICE,
                price,
                Column.PAID_AT,
                "2026-01-06",
                Column.SHIPPED_AT,
                "2026-01-07");
    }

    private String paid(String ref) {
        return service.books
                .orders
                .get(ref)
                .path("payments")
                .valueStream()
                .map(payment -> payment.path("amount").path("amount").asString())
                .toList()
                .toString();
    }

    @Test
    void a_file_that_is_not_sorted_by_order_gives_whole_orders() throws Exception {
        OrdersFile file = OrdersFile.of(
                folder,
                line("PS-1", "A", "10.00"),
                line("PS-2", "A", "10.00"),
                line("PS-1", "B", "90.00"),
                line("PS-2", "B", "90.00"));

        assertThat(file.importTo(service.url())).isZero();

        assertThat(service.orders.get("PS-1").path("lines")).hasSize(2);
        assertThat(paid("PS-1")).isEqualTo("[100.00]");
        assertThat(paid("PS-2")).isEqualTo("[100.00]");
        assertThat(file.out.toString()).containsPattern("placed +2").containsPattern("grand total +200.00");
    }

    @Test
    void a_row_in_another_encoding_takes_its_whole_order_with_it() throws Exception {
        String header = "name,external_ref,customer_id,currency,ordered_at,sku,quantity,unit_price,paid_at,ship_name,"
                + "ship_line1,ship_city,ship_country\n";
        String rest = ",c-1,EUR,2026-01-05,%s,1,%s,2026-01-06,A. Turing,Hauptstr. 1,Berlin,DE\n";
        String text = header
                + "Mug,PART-1" + String.format(rest, "MUG", "10.00")
                + "\"Gr\u00f6\u00dfe, blau\",PART-1" + String.format(rest, "TEE", "90.00")
                + "Mug,WHOLE-1" + String.format(rest, "MUG", "10.00");
        OrdersFile file = OrdersFile.ofBytes(folder, text.getBytes(StandardCharsets.ISO_8859_1));

        assertThat(file.importTo(service.url())).isEqualTo(1);

        assertThat(service.orders).containsOnlyKeys("WHOLE-1");
        assertThat(file.rejects()).containsExactly("2 PART-1 SAME_ORDER", "3 PART-1 MALFORMED_ROW");
        assertThat(file.reason(1)).contains("--encoding");
        assertThat(file.importTo(service.url(), "--encoding", "ISO-8859-1")).isZero();
        assertThat(service.orders.get("PART-1").path("lines")).hasSize(2);
        assertThat(service.orders
                        .get("PART-1")
                        .path("lines")
                        .get(1)
                        .path("name")
                        .asString())
                .isEqualTo("Gr\u00f6\u00dfe, blau");
    }

    @Test
    void a_row_that_is_cut_short_stops_the_import_before_the_first_request() throws Exception {
        String header = "customer_id,currency,ordered_at,sku,name,quantity,unit_price,ship_name,ship_line1,ship_city,"
                + "ship_country,external_ref\n";
        String row = "c-1,EUR,2026-01-05,TEE,Tee,1,10.00,A. Turing,Hauptstr. 1,Berlin,DE,PART-2\n";
        OrdersFile file = OrdersFile.ofText(folder, header + row + "c-1,EUR,2026-01-05,TEE,Tee,1,90\n" + row);

        assertThat(file.importTo(service.url())).isEqualTo(3);

        assertThat(service.requests).isEmpty();
        assertThat(service.questions).isEmpty();
        assertThat(file.err.toString())
                .contains("Nothing was sent")
                .contains("line 3: The row has 7 columns, the header has 12");
        assertThat(folder.resolve("orders.rejects.csv")).doesNotExist();
    }

    private void cut(String paid) throws Exception {
        OrdersFile.of(
                        folder,
                        row(
                                "PS-1",
                                Column.SKU,
                                "A",
                                Column.QUANTITY,
                                "1",
                                Column.UNIT_PRICE,
                                "10.00",
                                Column.PAID_AT,
                                paid))
                .importTo(service.url());
        service.requests.clear();
    }

    private OrdersFile whole() throws IOException {
        return OrdersFile.of(folder, line("PS-1", "A", "10.00"), line("PS-1", "B", "90.00"));
    }

    @Test
    void an_order_that_an_earlier_import_cut_is_completed_before_it_is_paid_and_shipped() throws Exception {
        cut("2026-01-06");
        OrdersFile file = whole();

        assertThat(file.importTo(service.url())).isZero();

        assertThat(service.story("PS-1"))
                .containsExactly(
                        "/orders",
                        "/orders/edits",
                        "/orders/edits/edit-PS-1/confirmation",
                        "/orders/payments",
                        "/orders/shipments",
                        "/shipments/dispatch");
        JsonNode edit = service.request("/orders/order-PS-1/edits").body();
        assertThat(edit.path("lines")).hasSize(1);
        assertThat(edit.path("lines").get(0).path("sku").asString()).isEqualTo("B");
        assertThat(paid("PS-1")).isEqualTo("[10.00, 90.00]");
        assertThat(file.out.toString())
                .containsPattern("completed +1  \\(were in the service with fewer lines than the file has\\)")
                .containsPattern("grand total +100.00");

        service.requests.clear();
        assertThat(file.importTo(service.url())).isZero();
        assertThat(service.requests).isEmpty();
    }

    @Test
    void a_cut_order_that_has_left_is_named_and_neither_paid_nor_shipped() throws Exception {
        cut("2026-01-06");
        service.refusing = request -> request.path().endsWith("/edits")
                ? Optional.of(Reply.problem(409, "ALREADY_DISPATCHED", "Goods have left."))
                : Optional.empty();
        OrdersFile file = whole();

        assertThat(file.importTo(service.url())).isEqualTo(1);

        assertThat(service.story("PS-1")).containsExactly("/orders", "/orders/edits");
        assertThat(file.rejects()).containsExactly("2 PS-1 ALREADY_DISPATCHED", "3 PS-1 SAME_ORDER");
        assertThat(file.reason(0))
                .isEqualTo("order-PS-1 has only 1 of the order's 2 lines, left so by an earlier import, and cannot be"
                        + " completed: Goods have left.");
        assertThat(file.out.toString()).containsPattern("cut +1");
    }

    @Test
    void a_cut_order_that_nobody_paid_and_that_cannot_be_completed_is_cancelled() throws Exception {
        cut("");
        service.refusing = request -> request.path().endsWith("/edits")
                ? Optional.of(Reply.problem(409, "ON_HOLD", "The order is on hold."))
                : Optional.empty();
        OrdersFile file = whole();

        assertThat(file.importTo(service.url())).isEqualTo(1);

        assertThat(service.books.orders.get("PS-1").path("status").asString()).isEqualTo("CANCELLED");
        assertThat(file.reason(0)).contains("It is cancelled now");
    }

    @Test
    void what_staff_took_out_is_not_put_in_again() throws Exception {
        cut("2026-01-06");
        service.books.edited.add("PS-1");
        OrdersFile file = whole();

        assertThat(file.importTo(service.url())).isEqualTo(1);

        assertThat(file.rejects()).containsExactly("2 PS-1 EXTERNAL_REF_TAKEN", "3 PS-1 SAME_ORDER");
        assertThat(service.story("PS-1")).containsExactly("/orders");
    }
}
