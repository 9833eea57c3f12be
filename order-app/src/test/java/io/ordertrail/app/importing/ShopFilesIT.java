package io.ordertrail.app.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The order exports of two shops, with invented orders: the totals are what the shops charged. */
class ShopFilesIT {

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

    private OrdersFile file(String name) throws IOException {
        try (var in = Objects.requireNonNull(getClass().getResourceAsStream("/importing/" + name))) {
            return OrdersFile.ofBytes(folder, in.readAllBytes());
        }
    }

    private JsonNode asked(String ref) {
        return service.orders.get(ref);
    }

    private String grand(String ref) {
        return service.books
                .orders
                .get(ref)
                .path("totals")
                .path("grand")
                .path("amount")
                .asString();
    }

    /** SKU, quantity, price, discount and rate of each line. */
    private List<String> lines(String ref) {
        return asked(ref)
                .path("lines")
                .valueStream()
                .map(line -> line.path("sku").asString() + " "
                        + line.path("quantity").asInt() + " "
                        + line.path("unitPrice").path("amount").asString() + " "
                        + line.path("discount").path("amount").asString() + " "
                        + line.path("taxRate").asString())
                .toList();
    }

    @Test
    void orders_of_shopify_come_out_at_what_was_charged() throws Exception {
        OrdersFile file = file("shopify.csv");

        assertThat(file.importTo(service.url(), "--format", "shopify", "--patience", "3"))
                .as(() -> file.err.toString())
                .isEqualTo(1);

        assertThat(service.orders).containsOnlyKeys("#1001", "#1002", "#1003", "#1005");
        assertThat(lines("#1001")).containsExactly("TEE 2 10.00 3.33 0.19", "NO-SKU-Mug-blue 1 10.00 1.67 0.19");
        assertThat(grand("#1001")).isEqualTo("29.90");
        assertThat(asked("#1001").path("at").asString()).isEqualTo("2026-01-05T08:50:24Z");
        assertThat(asked("#1001").path("shippingAddress").path("postalCode").asString())
                .isEqualTo("01067");
        assertThat(asked("#1001").path("customerId").asString()).isEqualTo("a@shop.test");
        assertThat(lines("#1002")).containsExactly("CAP 1 10.80 0.00 0.08", "SOCK 2 10.80 0.00 0.08");
        assertThat(grand("#1002")).isEqualTo("37.80");
        assertThat(lines("#1003")).containsExactly("BOOK 1 10.70 0.00 0.07", "TEE 1 16.00 0.00 0.19");
        assertThat(grand("#1005")).isEqualTo("3600");
        assertThat(asked("#1005").has("shippingAddress")).isFalse();
        assertThat(asked("#1005").path("billingAddress").path("country").asString())
                .isEqualTo("JP");
        assertThat(file.rejects()).containsExactly("8 #1004 PARTLY_PAID");
    }

    @Test
    void what_shopify_shipped_and_gave_back_in_part_is_told() throws Exception {
        file("shopify.csv").importTo(service.url(), "--format", "shopify", "--patience", "3");

        JsonNode shipped =
                service.request("/orders/order-_1002/shipments").body().path("lines");
        assertThat(shipped).hasSize(1);
        assertThat(shipped.get(0).path("lineId").asString()).isEqualTo("1");
        assertThat(service.books
                        .orders
                        .get("#1002")
                        .path("refunds")
                        .get(0)
                        .path("amount")
                        .path("amount")
                        .asString())
                .isEqualTo("20.00");
        assertThat(service.books.orders.get("#1003").path("payments")).isEmpty();
    }

    @Test
    void orders_of_woocommerce_come_out_at_what_was_charged() throws Exception {
        OrdersFile file = file("woocommerce.csv");

        assertThat(file.importTo(
                        service.url(), "--format", "woocommerce", "--zone", "Europe/Berlin", "--patience", "3"))
                .as(() -> file.err.toString())
                .isEqualTo(1);

        assertThat(service.orders).containsOnlyKeys("W-11", "W-12", "W-13", "W-14");
        assertThat(lines("W-11")).containsExactly("TEE 3 9.99 0.00 0.19");
        assertThat(grand("W-11")).isEqualTo("29.97");
        assertThat(asked("W-11").path("at").asString()).isEqualTo("2016-09-06T04:29:00Z");
        assertThat(lines("W-12"))
                .containsExactly("TEE 2 9.99 1.03 0.19", "PIN 1 4.05 0.00 0.19", "NO-SKU-Gift-wrap 1 2.00 0.00 0.19");
        assertThat(grand("W-12")).isEqualTo("29.90");
        assertThat(asked("W-12").path("customerId").asString()).isEqualTo("b@woo.test");
        assertThat(lines("W-13")).containsExactly("EBOOK 1 20.00 1.33 0", "NO-SKU-Voucher 1 10.00 0.67 0");
        assertThat(grand("W-13")).isEqualTo("28.00");
        assertThat(asked("W-13").has("shippingAddress")).isFalse();
        assertThat(file.rejects()).containsExactly("8 W-15 UNKNOWN_STATUS");
    }

    @Test
    void what_woocommerce_gave_back_is_told() throws Exception {
        file("woocommerce.csv")
                .importTo(service.url(), "--format", "woocommerce", "--zone", "Europe/Berlin", "--patience", "3");

        JsonNode back = service.request("/orders/order-W-12/returns").body().path("lines");
        assertThat(back.get(0).path("quantity").asInt()).isEqualTo(1);
        assertThat(service.books.orders.get("W-14").path("status").asString()).isEqualTo("CANCELLED");
        assertThat(service.books
                        .orders
                        .get("W-14")
                        .path("refunds")
                        .get(0)
                        .path("amount")
                        .path("amount")
                        .asString())
                .isEqualTo("10.00");
    }

    @Test
    void rejects_of_a_shop_come_back_in_its_own_layout() throws Exception {
        OrdersFile file = file("woocommerce.csv");
        file.importTo(service.url(), "--format", "woocommerce", "--zone", "Europe/Berlin", "--patience", "3");

        Path rejects = folder.resolve("orders.rejects.csv");
        Path mended = Files.writeString(
                folder.resolve("orders.csv"), Files.readString(rejects).replace("draft", "on-hold"));
        OrdersFile again = OrdersFile.ofBytes(folder, Files.readAllBytes(mended));

        assertThat(again.importTo(service.url(), "--format", "woocommerce", "--zone", "Europe/Berlin"))
                .isZero();
        assertThat(service.orders).containsKey("W-15");
    }

    @Test
    void an_export_of_another_shop_is_named() throws Exception {
        OrdersFile file = file("woocommerce.csv");

        assertThat(file.importTo(service.url(), "--format", "shopify")).isEqualTo(2);
        assertThat(file.err.toString()).contains("missing columns: ").contains("order export of Shopify");
        assertThat(service.requests).isEmpty();
    }
}
