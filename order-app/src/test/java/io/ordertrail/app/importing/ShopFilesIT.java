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
    void orders_of_woocommerce_in_one_row_each_come_out_at_what_was_charged() throws Exception {
        OrdersFile file = file("woocommerce-orders.csv");

        assertThat(file.importTo(
                        service.url(), "--format", "woocommerce", "--zone", "Europe/Berlin", "--patience", "3"))
                .as(() -> file.err.toString())
                .isEqualTo(1);

        assertThat(service.orders).containsOnlyKeys("W-21", "W-22");
        assertThat(lines("W-21"))
                .containsExactly(
                        "TEE 2 9.99 0.00 0.19", "NO-SKU-Mug 1 16.55 0.01 0.19", "NO-SKU-Gift-wrap 1 2.00 0.00 0.19");
        assertThat(asked("W-21").at("/lines/0/name").asString()).isEqualTo("Tee; blue | wide");
        assertThat(grand("W-21")).isEqualTo("43.42");
        assertThat(asked("W-21").path("at").asString()).isEqualTo("2016-09-06T04:29:00Z");
        assertThat(asked("W-21").at("/metadata/note").asString()).isEqualTo("Ring twice, please");
        assertThat(asked("W-21").at("/shippingAddress/company").asString()).isEqualTo("Li & Co");
        assertThat(asked("W-21").at("/shippingAddress/phone").asString()).isEqualTo("+49 221 1234");
        assertThat(asked("W-21").at("/billingAddress/company").asString()).isEqualTo("Li GmbH");
        assertThat(asked("W-21").at("/billingAddress/email").asString()).isEqualTo("b@woo.test");
        assertThat(asked("W-22").has("shippingAddress")).isFalse();
        assertThat(asked("W-22").at("/billingAddress").has("phone")).isFalse();
        assertThat(asked("W-22").at("/metadata/phone").asString()).isEqualTo("see note");
        assertThat(file.rejects()).containsExactly("5 W-23 MISSING");
    }

    @Test
    void items_of_woocommerce_in_columns_of_their_own_share_the_tax_of_their_order() throws Exception {
        String header = "order_id,order_date,status,tax_total,order_total,order_currency,line_item_1,line_item_2\n";
        String time = ",2016-09-06 06:29:00,on-hold,";
        OrdersFile file = OrdersFile.ofText(
                folder,
                header + "31" + time + "3.80,23.80,EUR,name:Tee; blue|sku:TEE|quantity:2|total:15|sub_total:20,"
                        + "name:Mug|sku:MUG|quantity:1|total:5\n"
                        + "32" + time + "2.60,22.60,EUR,name:Tee|sku:TEE|quantity:1|total:10,"
                        + "name:Book|sku:BOOK|quantity:1|total:10\n"
                        + "33" + time + "1.77,21.77,EUR,name:Tee|sku:TEE|quantity:1|total:20,\n"
                        + "34" + time + "1.77,21.77,EUR,name:Tee|sku:TEE|quantity:1|total:13,"
                        + "name:Mug|sku:MUG|quantity:1|total:7\n");

        assertThat(file.importTo(service.url(), "--format", "woocommerce", "--zone", "UTC", "--patience", "3"))
                .as(() -> file.err.toString())
                .isEqualTo(1);

        assertThat(lines("31")).containsExactly("TEE 2 11.90 5.95 0.19", "MUG 1 5.95 0.00 0.19");
        assertThat(lines("32")).containsExactly("TEE 1 11.30 0.00 0.13", "BOOK 1 11.30 0.00 0.13");
        assertThat(lines("33")).containsExactly("TEE 1 21.77 0.00 0.0885");
        assertThat(file.rejected()).hasSize(1);
        assertThat(file.rejected().get(0).get("rejected")).contains("TAX_UNCLEAR");
    }

    @Test
    void how_to_reach_a_customer_of_shopify_and_what_the_shop_noted_is_kept() throws Exception {
        file("shopify.csv").importTo(service.url(), "--format", "shopify", "--patience", "3");

        assertThat(asked("#1002").at("/shippingAddress/email").asString()).isEqualTo("b@shop.test");
        assertThat(asked("#1002").at("/shippingAddress/phone").asString()).isEqualTo("+1 512 555 0100");
        assertThat(asked("#1002").at("/shippingAddress/company").asString()).isEqualTo("Bo Ltd");
        assertThat(asked("#1002").at("/metadata/note").asString()).isEqualTo("Leave it at the door");
        assertThat(asked("#1002").at("/metadata/tags").asString()).isEqualTo("vip, gift");
        assertThat(asked("#1001").has("metadata")).isFalse();
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
