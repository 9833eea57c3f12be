package io.ordertrail.app.importing;

import static io.ordertrail.app.importing.OrdersFile.row;
import static org.assertj.core.api.Assertions.assertThat;

import io.ordertrail.app.importing.StubService.Reply;
import io.ordertrail.app.importing.sale.Column;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What was rejected can be mended and imported alone, and what is there costs next to nothing. */
class RejectsIT {

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

    private Path rejects() {
        return folder.resolve("orders.rejects.csv");
    }

    private int again(String... options) {
        String[] args = new String[options.length + 3];
        args[0] = rejects().toString();
        args[1] = "--url";
        args[2] = service.url();
        System.arraycopy(options, 0, args, 3, options.length);
        return new CommandLine(new Import()).execute(args);
    }

    @Test
    void rejected_rows_keep_their_layout_and_come_back_alone_once_they_are_mended() throws Exception {
        OrdersFile file = OrdersFile.of(
                folder, row("A-1"), row("A-2", Column.QUANTITY, "two", Column.NAME, "\"Tee, \"\"M\"\"\""), row("A-2"));
        assertThat(file.importTo(service.url())).isEqualTo(1);
        assertThat(file.out.toString()).contains("2 rows were rejected").contains("import that file");

        String text = Files.readString(rejects());
        assertThat(text).startsWith(Column.header() + ",rejected\r\n").contains("\"Tee, \"\"M\"\"\"");
        Files.writeString(rejects(), text.replace("two", "2"));
        service.requests.clear();

        assertThat(again()).isZero();
        assertThat(service.story("A-2")).containsExactly("/orders");
        assertThat(service.requests).hasSize(1);
        assertThat(service.orders.get("A-2").path("lines")).hasSize(2);
    }

    @Test
    void a_second_rejection_says_its_own_reason_only() throws Exception {
        OrdersFile.of(folder, row("A-2", Column.QUANTITY, "two")).importTo(service.url());

        assertThat(again("--rejects", folder.resolve("more.csv").toString())).isEqualTo(1);

        List<String> lines = Files.readAllLines(folder.resolve("more.csv"));
        assertThat(lines.get(0)).isEqualTo(Column.header() + ",rejected");
        assertThat(lines.get(1)).containsOnlyOnce("NOT_A_NUMBER");
    }

    @Test
    void rejects_are_written_as_the_file_is() throws Exception {
        Charset latin = StandardCharsets.ISO_8859_1;
        String text = (Column.header() + "\n" + row("A-1", Column.NAME, "Gr\u00f6\u00dfe", Column.QUANTITY, "two")
                        + "\n")
                .replace(',', ';')
                .replace("24.99", "24,99");
        OrdersFile file = OrdersFile.ofBytes(folder, text.getBytes(latin));

        assertThat(file.importTo(service.url(), "--encoding", "ISO-8859-1")).isEqualTo(1);

        String rejected = Files.readString(rejects(), latin);
        assertThat(rejected).contains("Gr\u00f6\u00dfe;two;24,99").contains(";rejected");
        assertThat(file.out.toString()).contains("--delimiter semicolon --decimal ,");
        Files.write(rejects(), rejected.replace("two", "2").getBytes(latin));
        assertThat(again("--encoding", "ISO-8859-1")).isZero();
    }

    @Test
    void the_rejects_of_the_last_run_stay_until_there_are_new_ones() throws Exception {
        OrdersFile file = OrdersFile.of(folder, row("A-1", Column.QUANTITY, "two"), row("A-2"));
        file.importTo(service.url());
        String before = Files.readString(rejects());
        service.refusing = request -> Optional.of(Reply.problem(503, "UNAVAILABLE", "going down"));
        OrdersFile other = OrdersFile.of(folder, row("A-3"));

        assertThat(other.importTo(service.url(), "--patience", "0")).isEqualTo(2);

        assertThat(Files.readString(rejects())).isEqualTo(before);
        service.refusing = request -> Optional.empty();
        assertThat(other.importTo(service.url())).isZero();
        assertThat(Files.readAllLines(rejects())).hasSize(1);
        assertThat(folder.resolve("orders.rejects.csv.part")).doesNotExist();
    }

    @Test
    void orders_that_are_there_are_looked_up_by_hundreds_and_asked_for_no_more() throws Exception {
        String[] rows = IntStream.range(0, 600)
                .mapToObj(i -> row("A-" + i, Column.PAID_AT, "2026-01-06", Column.SHIPPED_AT, "2026-01-07"))
                .toArray(String[]::new);
        OrdersFile file = OrdersFile.of(folder, rows);
        assertThat(file.importTo(service.url())).isZero();
        service.requests.clear();
        service.questions.clear();
        file.out.getBuffer().setLength(0);

        assertThat(file.importTo(service.url())).isZero();

        assertThat(service.requests).isEmpty();
        assertThat(service.questions).hasSize(2);
        assertThat(file.out.toString()).containsPattern("already there +600").containsPattern("grand total +29,988.00");
    }

    @Test
    void what_is_wrong_with_the_command_line_is_said_in_its_own_words() throws Exception {
        OrdersFile file = OrdersFile.of(folder, row("A-1"));

        assertThat(file.importTo(service.url(), "--actor", "!!!")).isEqualTo(2);
        assertThat(file.err.toString()).contains("--actor must be 1 to 100 letters, digits");
        assertThat(file.importTo(service.url(), "--rejects", folder + "/nowhere/x.csv"))
                .isEqualTo(2);
        assertThat(file.err.toString()).contains("--rejects: there is no folder " + folder + "/nowhere");
        assertThat(file.importTo(service.url(), "--zone", "Berlin")).isEqualTo(2);
        assertThat(file.err.toString()).contains("--zone must be like Europe/Berlin");
        assertThat(file.importTo(service.url(), "--encoding", "latin9000")).isEqualTo(2);
        assertThat(file.err.toString()).contains("--encoding must be like");
        assertThat(service.requests).isEmpty();
    }

    @Test
    void one_rejected_row_is_one_and_a_reason_is_told_once() throws Exception {
        OrdersFile file = OrdersFile.of(folder, row("A-1", Column.QUANTITY, "two"));
        file.importTo(service.url());

        assertThat(file.out.toString()).contains("1 row was rejected");
        assertThat(file.reason(0)).isEqualTo("quantity is not a whole number: two");
    }

    @Test
    void an_order_that_comes_out_otherwise_is_rejected_and_it_is_said_by_how_much() throws Exception {
        OrdersFile file = OrdersFile.of(
                folder, row("A-1", Column.EXPECTED_TOTAL, "50"), row("A-2", Column.EXPECTED_TOTAL, "49.98"));

        assertThat(file.importTo(service.url())).isEqualTo(1);
        assertThat(service.orders).containsOnlyKeys("A-2");
        assertThat(file.rejects()).containsExactly("2 A-1 TOTAL_MISMATCH");
        assertThat(file.reason(0))
                .startsWith("expected_total is 50.00, but the total of the order is 49.98 EUR, 0.02 less");

        assertThat(file.importTo(service.url(), "--tolerance", "0.02")).isZero();
        assertThat(service.orders).containsOnlyKeys("A-1", "A-2");
    }
}
