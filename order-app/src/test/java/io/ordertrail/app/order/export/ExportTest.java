package io.ordertrail.app.order.export;

import static io.ordertrail.app.FrontDoor.ORDERS;
import static io.ordertrail.app.FrontDoor.example;
import static org.assertj.core.api.Assertions.assertThat;

import io.ordertrail.api.order.view.OrderQuery.ExportOrders;
import io.ordertrail.app.FrontDoor;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ExportTest {

    private static final List<String> FORMULAS =
            List.of("=cmd|' /C calc'!A0", "@SUM(1)", "+1+1", "-1+1", "\uFF1DSUM(1)", "=HYPERLINK(\"x\",\"y\")");

    private static FrontDoor door;

    @BeforeAll
    static void open() {
        door = FrontDoor.open();
        FORMULAS.forEach(ExportTest::place);
        place("c-1=2");
    }

    @AfterAll
    static void close() {
        door.close();
    }

    private static void place(String customer) {
        String order = example("PlaceOrder").replace("c-1042", customer.replace("\"", "\\\""));
        assertThat(door.send(door.post(ORDERS, order)).statusCode()).isEqualTo(201);
    }

    @Test
    @Timeout(60)
    void API4_a_caller_may_have_so_many_exports_at_a_time() throws Exception {
        CountDownLatch begun = new CountDownLatch(3);
        CompletableFuture<Void> go = new CompletableFuture<>();
        try (FrontDoor other = FrontDoor.open("--ordertrail.exports.per-caller=2", "--ordertrail.exports.at-most=3")) {
            other.rooms().before(message -> {
                if (message instanceof ExportOrders) {
                    begun.countDown();
                    go.join();
                }
            });
            List<CompletableFuture<HttpResponse<String>>> slow = Stream.of("anna", "anna", "bob")
                    .map(actor -> CompletableFuture.supplyAsync(
                            () -> exported(other, actor), task -> new Thread(task).start()))
                    .toList();
            assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();
            HttpResponse<String> third = exported(other, "anna");
            assertThat(third.statusCode()).isEqualTo(429);
            assertThat(third.headers().firstValue("Retry-After")).hasValue("5");
            assertThat(third.body()).contains("A caller may have 2 exports open at a time.");
            assertThat(exported(other, "carla").body()).contains("There are 3 exports open");
            go.complete(null);
            assertThat(slow)
                    .allSatisfy(one -> assertThat(one.join().statusCode()).isEqualTo(200));
            assertThat(exported(other, "anna").statusCode())
                    .as("a place is left again")
                    .isEqualTo(200);
        }
    }

    private static HttpResponse<String> exported(FrontDoor door, String actor) {
        return door.send(door.request(ORDERS + "/export").header("X-Actor", actor));
    }

    @Test
    void finding_2_9_no_cell_is_a_formula() throws Exception {
        String csv = door.get(ORDERS + "/export").body();
        try (var rows = CSVFormat.RFC4180.builder().setHeader().get().parse(new StringReader(csv))) {
            List<CSVRecord> found = rows.getRecords();
            assertThat(found)
                    .extracting(row -> row.get("customerId"))
                    .containsAll(FORMULAS.stream().map(formula -> "'" + formula).toList())
                    .contains("c-1=2");
            assertThat(found).flatExtracting(CSVRecord::toList).noneMatch(cell -> cell.matches("(?s)[=+\\-@\t\r].*"));
        }
        assertThat(door.get(ORDERS + "/export?format=ndjson").body()).contains("\"@SUM(1)\"");
    }

    @Test
    void an_export_with_lines_has_a_row_for_each_line_after_the_cells_of_its_order() throws Exception {
        String two = """
                {"customerId":"c-lines","currency":"EUR",
                 "lines":[{"sku":"=CAP","name":"@Cap","quantity":3,"unitPrice":{"amount":"5.00","currency":"EUR"},
                           "taxRate":"0.19","priceIncludesTax":true},
                          {"sku":"TEE-M","name":"Tee M","quantity":1,"unitPrice":{"amount":"24.99","currency":"EUR"},
                           "taxRate":"0.07","priceIncludesTax":true}],
                 "shippingAddress":{"name":"A. Turing","line1":"Hauptstr. 1","postalCode":"10115","city":"Berlin","country":"DE"}}
                """;
        assertThat(door.send(door.post(ORDERS, two)).statusCode()).isEqualTo(201);
        String csv = door.get(ORDERS + "/export?lines=true").body();
        assertThat(csv.lines().findFirst().orElse(""))
                .startsWith("id,number,")
                .endsWith(
                        ",updatedAt,lineId,sku,name,ordered,cancelled,approved,shipped,delivered,returned,unitPrice,discount,"
                                + "orderDiscount,taxRate,priceIncludesTax,lineTotal,lineTax");
        try (var rows = CSVFormat.RFC4180.builder().setHeader().get().parse(new StringReader(csv))) {
            List<CSVRecord> found = rows.getRecords().stream()
                    .filter(row -> row.get("customerId").equals("c-lines"))
                    .toList();
            assertThat(found).extracting(row -> row.get("lineId")).containsExactly("1", "2");
            assertThat(found)
                    .extracting(row -> row.get("sku") + " " + row.get("name") + " " + row.get("ordered") + " "
                            + row.get("unitPrice") + " " + row.get("taxRate"))
                    .contains("'=CAP '@Cap 3 5.00 0.19");
            assertThat(found)
                    .extracting(row -> row.get("id"))
                    .containsOnly(found.get(0).get("id"));
        }
        JsonNode line = door.get(ORDERS + "/export?lines=true&format=ndjson")
                .body()
                .lines()
                .map(JsonMapper.shared()::readTree)
                .filter(order -> order.get("customerId").asString().equals("c-lines"))
                .findFirst()
                .orElseThrow();
        assertThat(line.at("/grandTotal/currency").asString()).isEqualTo("EUR");
        assertThat(line.at("/lines")).hasSize(2);
        assertThat(line.at("/lines/0/unitPrice/amount").asString()).isEqualTo("5.00");
        assertThat(line.at("/lines/0/quantity/ordered").asInt()).isEqualTo(3);
        assertThat(door.get(ORDERS + "/export?format=ndjson").body()).doesNotContain("\"lines\"");
    }

    @Test
    void finding_2_9_excel_is_told_that_it_is_utf_8_where_that_is_wished() {
        byte[] mark = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
        HttpResponse<String> marked = door.get(ORDERS + "/export?bom=true");
        assertThat(marked.body().getBytes(StandardCharsets.UTF_8)).startsWith(mark);
        assertThat(door.get(ORDERS + "/export").body()).startsWith("id,");
        assertThat(door.get(ORDERS + "/export?bom=true&format=ndjson").body()).startsWith("{");
    }
}
