package io.ordertrail.app.importing;

import static io.ordertrail.app.importing.OrdersFile.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From bytes to orders. */
class GroupsTest {

    private static List<Group> read(String text) throws IOException, BadFile {
        return read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<Group> read(InputStream in) throws IOException, BadFile {
        Groups groups = new Groups(new Rows(new Records(new Lines(in))));
        List<Group> all = new ArrayList<>();
        for (Group group = groups.next(); group != null; group = groups.next()) {
            all.add(group);
        }
        return all;
    }

    private static List<Group> rows(String... rows) throws IOException, BadFile {
        return read(Column.header() + "\n" + String.join("\n", rows) + "\n");
    }

    /** Reference, lines of the rows, and whether any is flawed. */
    private static List<String> told(List<Group> groups) {
        return groups.stream()
                .map(group -> group.ref() + " "
                        + group.rows().stream().map(Row::line).toList()
                        + (group.rows().stream().map(Row::flaw).anyMatch(Objects::nonNull) ? " flawed" : "")
                        + (group.flaw() == null ? "" : " " + group.flaw().code()))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n"})
    void line_ends_of_both_sorts_a_byte_order_mark_and_a_missing_last_line_end_make_no_difference(String end)
            throws Exception {
        String text = "\uFEFF" + Column.header() + end + row("A-1") + end + row("A-1") + end + end + row("A-2");

        List<Group> groups = read(text);

        assertThat(told(groups)).containsExactly("A-1 [2, 3]", "A-2 [5]");
        assertThat(groups.get(0).rows().get(1).get(Column.SHIP_COUNTRY)).isEqualTo("DE");
        assertThat(groups.get(0).rows().get(1).raw()).isEqualTo(row("A-1"));
        assertThat(groups.get(1).end()).isEqualTo(text.getBytes(StandardCharsets.UTF_8).length);
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
    void a_quote_that_is_never_closed_costs_its_own_row_only() throws Exception {
        List<Group> groups = rows(row("A-1"), row("A-2", Column.NAME, "\"Tee"), row("A-3"), row("A-4"));

        assertThat(told(groups)).containsExactly("A-1 [2]", "A-2 [3] flawed", "A-3 [4]", "A-4 [5]");
    }

    @Test
    void a_flawed_row_spoils_its_own_order_so_that_none_is_placed_without_it() throws Exception {
        List<Group> groups = rows(row("A-1"), row("A-1", Column.NAME, "\"Tee\"M"), row("A-1") + ",more", row("A-2"));

        assertThat(told(groups)).containsExactly("A-1 [2, 3, 4] flawed", "A-2 [5]");
    }

    @Test
    void a_row_without_a_reference_belongs_to_the_order_around_it_or_to_none() throws Exception {
        List<Group> groups = rows(row("A-1"), row(""), row("A-1"), row(""), row("A-2"));

        assertThat(told(groups)).containsExactly("A-1 [2, 3, 4]", " [5]", "A-2 [6]");
    }

    @Test
    void rows_of_an_order_that_went_by_already_are_refused() throws Exception {
        List<Group> groups = rows(row("A-1"), row("A-2"), row("A-1"), row("A-1"), row("A-3"));

        assertThat(told(groups)).containsExactly("A-1 [2]", "A-2 [3]", "A-1 [4, 5] NOT_ADJACENT", "A-3 [6]");
    }

    @Test
    void an_order_without_end_is_given_in_parts_that_fit_the_memory() throws Exception {
        List<String> rows = new ArrayList<>(Collections.nCopies(1100, row("A-1")));
        rows.add(row("A-2"));
        rows.addAll(Collections.nCopies(500, row("A-3")));

        List<Group> groups = rows(rows.toArray(String[]::new));

        assertThat(groups).extracting(group -> group.rows().size()).containsExactly(501, 501, 98, 1, 500);
        assertThat(groups).extracting(Group::continued).containsExactly(false, true, true, false, false);
        assertThat(groups.subList(0, 3)).allMatch(group -> group.flaw() != null);
        assertThat(groups.subList(3, 5)).allMatch(group -> group.flaw() == null);
    }

    @Test
    void a_line_in_another_encoding_or_without_end_costs_itself_only() throws Exception {
        String latin = row("A-2", Column.NAME, "T\u00e9");
        String endless = "A-3," + "x".repeat(Lines.MAX_BYTES);
        String text = Column.header() + "\n" + row("A-1", Column.NAME, "Te") + "\n" + latin + "\n" + endless + "\n"
                + row("A-4");

        assertThat(told(read(new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1)))))
                .containsExactly("A-1 [2]", "A-2 [3] flawed", "A-3 [4] flawed", "A-4 [5]");
    }

    @Test
    void rows_without_content_are_left_out() throws Exception {
        assertThat(told(rows(row("A-1"), ",".repeat(21), "  ", row("A-1")))).containsExactly("A-1 [2, 5]");
    }

    @Test
    void a_header_with_unknown_or_missing_columns_is_named() {
        assertThatThrownBy(() -> read(Column.header().replace("sku", "SKU") + "\n" + row("A-1")))
                .isInstanceOf(BadFile.class)
                .hasMessageContaining("missing columns: sku")
                .hasMessageContaining("unknown columns: SKU")
                .hasMessageContaining(Column.header());
        assertThatThrownBy(() -> read("")).isInstanceOf(BadFile.class).hasMessage("The file is empty");
        assertThatThrownBy(() -> read(Column.header() + ",sku\n")).hasMessageContaining("twice");
    }

    @Test
    void the_header_is_the_one_that_is_documented() {
        assertThat(Column.header())
                .isEqualTo(
                        "external_ref,customer_id,currency,ordered_at,sku,name,quantity,unit_price,discount,tax_rate,"
                                + "price_includes_tax,shipping_method,shipping_price,ship_name,ship_line1,ship_postal_code,"
                                + "ship_city,ship_country,paid_at,shipped_at,delivered_at,cancelled_at");
    }
}
