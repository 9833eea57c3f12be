package io.ordertrail.app.importing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rows of the file below its header. Rows without any content are left out, as spreadsheets leave them behind. */
final class Rows {

    private final Records records;
    private final List<Column> columns;

    /** @throws BadFile the header is missing or another */
    Rows(Records records) throws IOException, BadFile {
        this.records = records;
        Line header = records.next();
        if (header == null || header.flaw() != null) {
            throw new BadFile(
                    header == null || header.flaw() == null
                            ? "The file is empty"
                            : header.flaw().reason());
        }
        columns = columns(header.text());
    }

    /** The next row, or null at the end of the file. */
    @Nullable
    Row next() throws IOException {
        Line line;
        while ((line = records.next()) != null) {
            Row row = row(line);
            if (row.flaw() != null || row.cells().values().stream().anyMatch(cell -> !cell.isEmpty())) {
                return row;
            }
        }
        return null;
    }

    private Row row(Line line) {
        if (line.flaw() != null) {
            return flawed(line, line.flaw());
        }
        if (line.text().isBlank()) {
            return new Row(line.number(), line.text(), line.end(), "", Map.of(), null);
        }
        List<String> values;
        try {
            values = Fields.of(line.text());
        } catch (IOException e) {
            return flawed(
                    line, new Flaw(line.number(), Flaw.MALFORMED, "The row is not CSV (RFC 4180): check its quotes"));
        }
        if (values.size() != columns.size()) {
            String reason = "The row has " + values.size() + " columns, the header has " + columns.size();
            return flawed(line, new Flaw(line.number(), Flaw.MALFORMED, reason));
        }
        Map<Column, String> cells = new EnumMap<>(Column.class);
        for (int i = 0; i < columns.size(); i++) {
            cells.put(columns.get(i), values.get(i));
        }
        return new Row(
                line.number(), line.text(), line.end(), cells.getOrDefault(Column.EXTERNAL_REF, ""), cells, null);
    }

    /** The reference is guessed, so that the order which lacks this row is not placed without it. */
    private Row flawed(Line line, Flaw flaw) {
        String[] parts = line.text().split(",", -1);
        int at = columns.indexOf(Column.EXTERNAL_REF);
        String ref = at < parts.length ? Fields.clean(parts[at].replace("\"", "")) : "";
        return new Row(line.number(), line.text(), line.end(), ref, Map.of(), flaw);
    }

    private static List<Column> columns(String header) throws BadFile {
        List<String> titles;
        try {
            titles = Fields.of(header);
        } catch (IOException e) {
            throw new BadFile("The header is not CSV (RFC 4180): check its quotes");
        }
        List<String> known = Arrays.stream(Column.values()).map(Column::title).toList();
        List<String> unknown =
                titles.stream().filter(title -> !known.contains(title)).toList();
        List<String> missing =
                known.stream().filter(title -> !titles.contains(title)).toList();
        if (!unknown.isEmpty() || !missing.isEmpty() || titles.size() != known.size()) {
            throw new BadFile("The header is not the one expected"
                    + (missing.isEmpty() ? "" : "; missing columns: " + String.join(", ", missing))
                    + (unknown.isEmpty() ? "" : "; unknown columns: " + shortened(String.join(", ", unknown)))
                    + (titles.size() > known.size() && unknown.isEmpty() ? "; a column is there twice" : "")
                    + ". It must be:\n" + Column.header());
        }
        List<Column> columns = new ArrayList<>();
        titles.forEach(title -> columns.add(Column.values()[known.indexOf(title)]));
        return columns;
    }

    private static String shortened(String text) {
        return text.length() <= 200 ? text : text.substring(0, 200) + " …";
    }
}
