package io.ordertrail.app.importing;

import io.ordertrail.app.importing.sale.Column;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import picocli.CommandLine;

/** A file for the import, and what the import said about it. */
public final class OrdersFile {

    private static final Map<Column, String> USUAL = Map.ofEntries(
            Map.entry(Column.CUSTOMER_ID, "c-1"),
            Map.entry(Column.CURRENCY, "EUR"),
            Map.entry(Column.ORDERED_AT, "2026-01-05"),
            Map.entry(Column.SKU, "TEE-M"),
            Map.entry(Column.NAME, "Tee M"),
            Map.entry(Column.QUANTITY, "2"),
            Map.entry(Column.UNIT_PRICE, "24.99"),
            Map.entry(Column.SHIP_NAME, "A. Turing"),
            Map.entry(Column.SHIP_LINE1, "Hauptstr. 1"),
            Map.entry(Column.SHIP_POSTAL_CODE, "10115"),
            Map.entry(Column.SHIP_CITY, "Berlin"),
            Map.entry(Column.SHIP_COUNTRY, "DE"));

    final Path path;
    final StringWriter out = new StringWriter();
    final StringWriter err = new StringWriter();

    private OrdersFile(Path path) {
        this.path = path;
    }

    static OrdersFile of(Path folder, String... rows) throws IOException {
        return ofText(folder, Column.header() + "\n" + String.join("\n", rows) + "\n");
    }

    static OrdersFile ofText(Path folder, String text) throws IOException {
        return new OrdersFile(Files.writeString(folder.resolve("orders.csv"), text, StandardCharsets.UTF_8));
    }

    static OrdersFile ofBytes(Path folder, byte[] bytes) throws IOException {
        return new OrdersFile(Files.write(folder.resolve("orders.csv"), bytes));
    }

    /** A row of an order with the usual values, save those given as column, value, column, value … */
    public static String row(String ref, Object... others) {
        List<String> cells = new ArrayList<>();
        for (Column column : Column.values()) {
            String usual = column == Column.EXTERNAL_REF ? ref : USUAL.getOrDefault(column, "");
            int at = Arrays.asList(others).indexOf(column);
            cells.add(at < 0 ? usual : String.valueOf(others[at + 1]));
        }
        return String.join(",", cells);
    }

    int importTo(String url, String... options) {
        List<String> args = new ArrayList<>(List.of(path.toString(), "--url", url));
        args.addAll(List.of(options));
        return new CommandLine(new Import())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(args.toArray(String[]::new));
    }

    /** Line, reference and code of each rejected row. */
    List<String> rejects() throws IOException {
        return rejected().stream()
                .map(row -> {
                    String[] words = row.get("rejected").split(": ", 3);
                    return words[0].replace("line ", "") + " " + row.get(reference(row)) + " " + words[1];
                })
                .toList();
    }

    private static String reference(CSVRecord row) {
        return Stream.of("external_ref", "Name", "order_number")
                .filter(row::isMapped)
                .findFirst()
                .orElseThrow();
    }

    /** What is wrong with the n-th rejected row, from 0. */
    String reason(int n) throws IOException {
        return rejected().get(n).get("rejected").split(": ", 3)[2];
    }

    List<CSVRecord> rejected() throws IOException {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (CSVParser parser =
                CSVParser.parse(path.resolveSibling("orders.rejects.csv"), StandardCharsets.UTF_8, format)) {
            return parser.getRecords();
        }
    }
}
