package io.ordertrail.app.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The same two orders as spreadsheets and databases write them: D-1 with 2 × 24.99, 1 × 1234.50 and 4.90 for shipping,
 * D-2 with 1 × 24.99 less 5.00. Together 1304.47 of goods and 1309.37.
 */
class DirtyFilesIT {

    private static final String HEADER = "external_ref,customer_id,currency,ordered_at,sku,name,quantity,unit_price,"
            + "discount,shipping_method,shipping_price,ship_name,ship_line1,ship_city,ship_country,paid_at";

    private static final List<String> ROWS = List.of(
            "D-1,c-1,EUR,2026-01-05,TEE,Tee,2,24.99,,DHL,4.90,Zoë Größe,Weg 1,Köln,DE,2026-01-06",
            "D-1,c-1,EUR,2026-01-05,SOFA,Sofa,1,1234.50,,DHL,4.90,Zoë Größe,Weg 1,Köln,DE,2026-01-06",
            "D-2,c-2,EUR,2026-01-05,TEE,Tee,1,24.99,5,,,Zoë Größe,Weg 1,Köln,DE,");

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

    private static String lines(String end, List<String> rows) {
        return HEADER + end + String.join(end, rows) + end;
    }

    /** With decimal commas; what is quoted keeps its own. */
    private static String german(String text, String delimiter) {
        return text.replace(",", delimiter)
                .replace("1234.50", "1.234,50")
                .replaceAll("([0-9])\\.([0-9]{2})\\b(?!-)", "$1,$2");
    }

    private void comesIn(String text, Charset charset, String... options) throws Exception {
        OrdersFile file = OrdersFile.ofBytes(folder, text.getBytes(charset));

        assertThat(file.importTo(service.url(), options))
                .as(() -> file.err + "\n" + file.out)
                .isZero();

        assertThat(service.orders).containsOnlyKeys("D-1", "D-2");
        assertThat(service.orders.get("D-1").path("lines")).hasSize(2);
        assertThat(total("D-1")).isEqualByComparingTo("1289.38");
        assertThat(total("D-2")).isEqualByComparingTo("19.99");
        assertThat(service.orders
                        .get("D-1")
                        .path("shippingAddress")
                        .path("name")
                        .asString())
                .isEqualTo("Zoë Größe");
        assertThat(service.books
                        .orders
                        .get("D-1")
                        .path("payments")
                        .get(0)
                        .path("amount")
                        .path("amount")
                        .asString())
                .isEqualTo("1289.38");
        assertThat(service.books.orders.get("D-2").path("payments")).isEmpty();
        assertThat(file.out.toString()).containsPattern("goods +1,304.47").containsPattern("grand total +1,309.37");
    }

    private BigDecimal total(String ref) {
        return new BigDecimal(service.books
                .orders
                .get(ref)
                .path("totals")
                .path("grand")
                .path("amount")
                .asString());
    }

    @Test
    void semicolons_and_decimal_commas_of_a_german_spreadsheet() throws Exception {
        comesIn(german(lines("\r\n", ROWS), ";"), StandardCharsets.UTF_8);
    }

    @Test
    void tabs_in_utf_16_as_a_spreadsheet_saves_unicode_text() throws Exception {
        comesIn("\uFEFF" + german(lines("\r\n", ROWS), "\t"), StandardCharsets.UTF_16LE);
    }

    @Test
    void latin_1_with_its_encoding_said() throws Exception {
        comesIn(lines("\r\n", ROWS), StandardCharsets.ISO_8859_1, "--encoding", "windows-1252");
    }

    @Test
    void headers_in_capitals_units_with_a_decimal_and_columns_in_another_order() throws Exception {
        String text = lines("\n", ROWS)
                .lines()
                .map(line -> {
                    List<String> cells = new ArrayList<>(List.of(line.split(",", -1)));
                    if (!cells.get(6).equals("quantity")) {
                        cells.set(6, cells.get(6) + ".0");
                    }
                    Collections.reverse(cells);
                    return String.join(",", cells);
                })
                .collect(Collectors.joining("\n"));
        int end = text.indexOf('\n');
        comesIn(text.substring(0, end).toUpperCase(Locale.ROOT) + text.substring(end), StandardCharsets.UTF_8);
    }

    @Test
    void carriage_returns_alone_as_old_machines_write_them() throws Exception {
        comesIn(lines("\r", ROWS), StandardCharsets.UTF_8);
    }

    @Test
    void line_ends_of_three_sorts_empty_rows_and_empty_cells_behind_them() throws Exception {
        comesIn(
                "\uFEFF" + HEADER + ",,\r\n\r\n" + ROWS.get(0) + ",,,\n;\n".replace(";", ",".repeat(20)) + ROWS.get(1)
                        + "\r   \n" + ROWS.get(2) + ",",
                StandardCharsets.UTF_8);
    }

    @Test
    void line_breaks_commas_and_quotes_within_quotes() throws Exception {
        comesIn(
                lines("\n", ROWS)
                        .replace(",Tee,", ",\"Tee, 5\"\" wide,\r\nblue\",")
                        .replace(",Weg 1,", ",\"Weg 1\n\n2nd floor\","),
                StandardCharsets.UTF_8);
    }

    @Test
    void rows_shuffled() throws Exception {
        comesIn(lines("\n", List.of(ROWS.get(1), ROWS.get(2), ROWS.get(0))), StandardCharsets.UTF_8);
    }

    @Test
    void cells_of_the_order_in_one_of_its_rows_only() throws Exception {
        comesIn(
                lines("\n", List.of("D-1,,,,SOFA,Sofa,1,1234.50,,,,,,,,", ROWS.get(2), ROWS.get(0))),
                StandardCharsets.UTF_8);
    }

    @Test
    void apostrophes_that_keep_a_spreadsheet_from_counting() throws Exception {
        comesIn(
                lines("\n", ROWS)
                        .replace(",c-", ",'c-")
                        .replace("\nD-", "\n'D-")
                        .replace(",24.99", ",'24.99"),
                StandardCharsets.UTF_8);
    }

    @Test
    void local_times_with_the_month_first_and_a_hint_for_the_delimiter() throws Exception {
        comesIn(
                "sep=;\r\n"
                        + lines("\r\n", ROWS)
                                .replace(',', ';')
                                .replace("2026-01-05", "1/5/2026 6:29:00")
                                .replace("2026-01-06", "1/6/2026  11:29 PM"),
                StandardCharsets.UTF_8,
                "--dates",
                "mdy",
                "--zone",
                "Europe/Berlin");
        assertThat(service.orders.get("D-1").path("at").asString()).isEqualTo("2026-01-05T05:29:00Z");
    }

    @Test
    void a_thousand_orders_shuffled_are_as_many_and_as_much() throws Exception {
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            for (String row : ROWS) {
                rows.add(row.replace("D-", "D-" + i + "-"));
            }
        }
        Collections.shuffle(rows, new Random(11));
        OrdersFile file = OrdersFile.ofBytes(folder, lines("\n", rows).getBytes(StandardCharsets.UTF_8));

        assertThat(file.importTo(service.url(), "--parallel", "8")).isZero();

        assertThat(service.orders).hasSize(2000);
        assertThat(file.out.toString())
                .containsPattern("orders 2,000, lines 3,000")
                .containsPattern("grand total +1,309,370.00");
        assertThat(Stream.of("D-7-1", "D-999-1"))
                .allMatch(ref -> service.orders.get(ref).path("lines").size() == 2);
    }
}
