package io.ordertrail.app.importing.sale;

import static io.ordertrail.app.importing.OrdersFile.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.ordertrail.app.importing.file.BadFile;
import io.ordertrail.app.importing.file.Entry;
import io.ordertrail.app.importing.file.Manner;
import io.ordertrail.app.importing.file.Times;
import io.ordertrail.app.importing.file.Unattributable;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** From bytes to orders. */
class GroupsTest {

    @TempDir
    Path folder;

    private List<Group> read(byte[] bytes, Manner manner) throws Exception {
        Path file = Files.write(folder.resolve("orders.csv"), bytes);
        List<Group> all = new ArrayList<>();
        try (Groups groups = Groups.open(file, new OwnLayout(), manner, Times.PLAIN)) {
            for (Group group = groups.next(); group != null; group = groups.next()) {
                all.add(group);
            }
        }
        return all;
    }

    private List<Group> read(String text) throws Exception {
        return read(text.getBytes(StandardCharsets.UTF_8), Manner.UNSTATED);
    }

    private static String file(String... rows) {
        return Column.header() + "\n" + String.join("\n", rows) + "\n";
    }

    private List<Group> rows(String... rows) throws Exception {
        return read(file(rows));
    }

    private String lost(String... rows) {
        return catchThrowableOfType(Unattributable.class, () -> rows(rows)).getMessage();
    }

    /** Reference, lines of the rows, and what is wrong with them. */
    private static List<String> told(List<Group> groups) {
        return groups.stream()
                .map(group -> group.ref() + " "
                        + group.entries().stream().map(Entry::line).toList()
                        + (group.entries().stream().map(Entry::flaw).anyMatch(Objects::nonNull) ? " flawed" : ""))
                .toList();
    }

    @Test
    void rows_of_an_order_may_stand_anywhere() throws Exception {
        assertThat(told(rows(row("A-1"), row("A-2"), row("A-1"), row("A-3"), row("A-2"), row("A-1"))))
                .containsExactly("A-1 [2, 4, 7]", "A-2 [3, 6]", "A-3 [5]");
    }

    @Test
    void a_shuffled_file_gives_the_orders_of_a_sorted_one() throws Exception {
        List<String> rows = new ArrayList<>();
        IntStream.range(0, 3000).forEach(i -> rows.add(row("A-" + i / 3, Column.SKU, "S-" + i)));
        Collections.shuffle(rows, new Random(7));

        List<Group> groups = rows(rows.toArray(String[]::new));

        assertThat(groups).hasSize(1000);
        for (Group group : groups) {
            int first = Integer.parseInt(group.ref().substring(2)) * 3;
            assertThat(group.rows())
                    .extracting(row -> row.get(Column.SKU))
                    .containsExactlyInAnyOrder("S-" + first, "S-" + (first + 1), "S-" + (first + 2));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void line_ends_of_all_sorts_a_byte_order_mark_and_a_missing_last_line_end_make_no_difference(String end)
            throws Exception {
        List<Group> groups =
                read("\uFEFF" + Column.header() + end + row("A-1") + end + row("A-1") + end + end + row("A-2"));

        assertThat(told(groups)).containsExactly("A-1 [2, 3]", "A-2 [5]");
        assertThat(groups.get(0).rows().get(1).get(Column.SHIP_COUNTRY)).isEqualTo("DE");
    }

    @Test
    void commas_quotes_and_line_breaks_within_quotes_belong_to_the_field_and_lines_are_still_counted()
            throws Exception {
        List<Group> groups = rows(
                row("A-1", Column.NAME, "\"Tee, 5\"\" wide,\r\nblue\""),
                row("A-2", Column.NAME, "5\" wide"),
                row("A-3"));

        assertThat(told(groups)).containsExactly("A-1 [2]", "A-2 [4]", "A-3 [5]");
        assertThat(groups.get(0).rows().get(0).get(Column.NAME)).isEqualTo("Tee, 5\" wide, blue");
        assertThat(groups.get(1).rows().get(0).get(Column.NAME)).isEqualTo("5\" wide");
    }

    @Test
    void a_row_whose_order_cannot_be_told_stops_the_import_before_it_begins() {
        assertThat(lost(row("A-1"), row("A-1") + ",more", row("A-2"), "A-2,c-1"))
                .contains("line 3: The row has 46 columns, the header has 45")
                .contains("line 5: The row has 2 columns, the header has 45");
        assertThat(lost(row("A-1"), row(""))).isEqualTo("line 3: external_ref is empty");
        assertThat(lost(row("A-1"), row("A-2", Column.NAME, "\"Tee"), row("A-3")))
                .isEqualTo("line 3: A quote is opened and never closed");
        assertThat(lost(row("A-1", Column.NAME, "\"Tee\"M"))).contains("line 2: The row is not CSV");
        assertThat(lost("A-3," + "x".repeat(1 << 16))).contains("line 2: The line is longer than 65536 bytes");
    }

    @Test
    void twenty_rows_that_belong_nowhere_are_named_and_the_others_counted() {
        assertThat(lost(Collections.nCopies(33, "A-1,c-1").toArray(String[]::new)))
                .contains("line 21: ")
                .doesNotContain("line 22: ")
                .endsWith("and 13 more");
    }

    @Test
    void empty_cells_behind_a_row_are_nothing() throws Exception {
        assertThat(told(rows(row("A-1") + ",,, ", row("A-1")))).containsExactly("A-1 [2, 3]");
    }

    @Test
    void an_order_without_end_is_given_in_parts_that_fit_the_memory() throws Exception {
        List<String> rows = new ArrayList<>(Collections.nCopies(1100, row("A-1")));
        rows.add(row("A-2"));
        rows.addAll(Collections.nCopies(500, row("A-3")));

        List<Group> groups = rows(rows.toArray(String[]::new));

        assertThat(groups).extracting(group -> group.entries().size()).containsExactly(500, 500, 100, 1, 500);
        assertThat(groups).extracting(Group::continued).containsExactly(false, true, true, false, false);
        assertThat(groups.subList(0, 3)).allMatch(group -> !group.flaws().isEmpty());
        assertThat(groups.subList(3, 5)).allMatch(group -> group.flaws().isEmpty());
    }

    @Test
    void a_line_in_another_encoding_spoils_its_own_order() throws Exception {
        byte[] latin = file(row("A-1", Column.NAME, "Te"), row("A-2", Column.NAME, "T\u00e9"), row("A-2"), row("A-4"))
                .getBytes(StandardCharsets.ISO_8859_1);

        assertThat(told(read(latin, Manner.UNSTATED))).containsExactly("A-1 [2]", "A-2 [3, 4] flawed", "A-4 [5]");
        assertThat(told(read(latin, new Manner(StandardCharsets.ISO_8859_1, null, null))))
                .containsExactly("A-1 [2]", "A-2 [3, 4]", "A-4 [5]");
    }

    @ParameterizedTest
    @CsvSource({"UTF-16LE,true", "UTF-16BE,true", "UTF-16LE,false", "windows-1252,false"})
    void encodings_of_spreadsheets_are_read(String encoding, boolean marked) throws Exception {
        Charset charset = Charset.forName(encoding);
        String text = (marked ? "\uFEFF" : "")
                + file(row("A-1", Column.NAME, "\"Gr\u00f6\u00dfe,\nblau\""), row("A-2"))
                        .replace("\n", "\r\n");

        List<Group> groups = read(text.getBytes(charset), new Manner(marked ? null : charset, null, null));

        assertThat(told(groups)).containsExactly("A-1 [2]", "A-2 [4]");
        assertThat(groups.get(0).rows().get(0).get(Column.NAME)).isEqualTo("Gr\u00f6\u00dfe, blau");
    }

    @ParameterizedTest
    @ValueSource(strings = {";", "\t", "|"})
    void the_delimiter_is_seen_in_the_header(String delimiter) throws Exception {
        List<Group> groups =
                read(file(row("A-1", Column.NAME, "Tee M"), row("A-2")).replace(",", delimiter));

        assertThat(told(groups)).containsExactly("A-1 [2]", "A-2 [3]");
        assertThat(groups.get(0).rows().get(0).get(Column.SHIP_CITY)).isEqualTo("Berlin");
    }

    @Test
    void the_hint_of_spreadsheets_for_the_delimiter_is_no_header() throws Exception {
        assertThat(told(read("sep=;\r\n" + file(row("A-1")).replace(",", ";")))).containsExactly("A-1 [3]");
    }

    @Test
    void rows_without_content_are_left_out() throws Exception {
        assertThat(told(rows(row("A-1"), ",".repeat(21), "  ", row("A-1")))).containsExactly("A-1 [2, 5]");
    }

    @Test
    void a_header_may_be_in_any_case_and_order_and_lack_what_is_not_needed() throws Exception {
        List<Group> groups = read("Unit_Price,NAME,sku,quantity,CURRENCY,ordered_at,Customer_Id,External_Ref\n"
                + "24.99,Tee M,TEE-M,2,EUR,2026-01-05,c-1,A-1\n");

        assertThat(groups.get(0).ref()).isEqualTo("A-1");
        assertThat(groups.get(0).rows().get(0).get(Column.UNIT_PRICE)).isEqualTo("24.99");
    }

    @Test
    void the_apostrophe_of_a_spreadsheet_is_taken_off_and_that_of_a_name_is_not() throws Exception {
        Row row = rows(row(
                        "'1004",
                        Column.SHIP_POSTAL_CODE,
                        "'01067",
                        Column.SHIP_NAME,
                        "'t Hart",
                        Column.NAME,
                        "'70s shirt"))
                .get(0)
                .rows()
                .get(0);

        assertThat(row.get(Column.EXTERNAL_REF)).isEqualTo("1004");
        assertThat(row.get(Column.SHIP_POSTAL_CODE)).isEqualTo("01067");
        assertThat(row.get(Column.SHIP_NAME)).isEqualTo("'t Hart");
        assertThat(row.get(Column.NAME)).isEqualTo("'70s shirt");
    }

    @Test
    void a_header_with_unknown_or_missing_columns_is_named() {
        assertThatThrownBy(() -> read(Column.header().replace("sku", "article") + "\n" + row("A-1")))
                .isInstanceOf(BadFile.class)
                .hasMessageContaining("missing columns: sku")
                .hasMessageContaining("unknown columns: article")
                .hasMessageContaining(Column.header());
        assertThatThrownBy(() -> read("")).isInstanceOf(BadFile.class).hasMessage("The file is empty");
        assertThatThrownBy(() -> read(Column.header() + ",sku\n")).hasMessageContaining("there twice: sku");
    }

    @Test
    void columns_of_metadata_have_names_that_the_service_takes() throws Exception {
        Row row = read(Column.header() + ",metadata.Season,Metadata.erp.id\n" + row("A-1") + ",summer,\n")
                .get(0)
                .rows()
                .get(0);
        assertThat(row.metadata()).containsExactly(Map.entry("Season", "summer"));
        assertThatThrownBy(() -> read(Column.header() + ",metadata.a b\n"))
                .isInstanceOf(BadFile.class)
                .hasMessageContaining("metadata.a b is no column");
        assertThatThrownBy(() -> read(Column.header() + ",metadata.a,METADATA.A\n"))
                .hasMessageContaining("there twice: metadata.a");
    }

    @Test
    void the_header_is_the_one_that_is_documented() {
        assertThat(Column.header())
                .isEqualTo(
                        "external_ref,customer_id,currency,ordered_at,sku,name,quantity,unit_price,discount,tax_rate,"
                                + "price_includes_tax,order_discount,shipping_method,shipping_price,shipping_tax_rate,"
                                + "ship_name,ship_line1,ship_line2,ship_postal_code,ship_city,ship_region,ship_country,"
                                + "ship_company,ship_email,ship_phone,bill_name,bill_line1,bill_line2,bill_postal_code,"
                                + "bill_city,bill_region,bill_country,bill_company,bill_email,bill_phone,expected_total,"
                                + "paid_at,shipped_at,shipped_quantity,delivered_at,cancelled_at,returned_at,"
                                + "returned_quantity,refunded_at,"
                                + "refunded_amount");
    }
}
