package io.ordertrail.app.importing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The file of the opening stock, one row per SKU. It is read as a whole: orders wait until all of it is right. */
final class StockFile {

    private static final List<String> COLUMNS =
            List.of("sku", "name", "quantity", "reorder_point", "safety", "backorder_limit");
    private static final Pattern UNITS = Pattern.compile("[0-9]{1,10}");

    private final List<String> header;
    private final Set<String> skus = new HashSet<>();

    private StockFile(List<String> header) {
        this.header = header;
    }

    /** @throws BadFile with the first thing that is wrong in it */
    static List<StockRow> read(Path file) throws IOException, BadFile {
        try (InputStream in = Files.newInputStream(file)) {
            Records records = new Records(new Lines(in));
            Line first = records.next();
            List<String> header = first == null ? List.of() : fields(first);
            if (header.size() != COLUMNS.size() || !header.containsAll(COLUMNS)) {
                throw new BadFile("The header is not the one expected. It must be:\n" + String.join(",", COLUMNS));
            }
            StockFile stock = new StockFile(header);
            List<StockRow> rows = new ArrayList<>();
            for (Line line = records.next(); line != null; line = records.next()) {
                if (line.flaw() != null || !line.text().isBlank()) {
                    rows.add(stock.row(line));
                }
            }
            return rows;
        }
    }

    private StockRow row(Line line) throws BadFile {
        List<String> fields = fields(line);
        if (fields.size() != header.size()) {
            throw bad(line, "The row has " + fields.size() + " columns, the header has " + header.size());
        }
        String sku = required(line, fields, "sku");
        if (!skus.add(sku)) {
            throw bad(line, "The SKU " + sku + " stands further up already");
        }
        return new StockRow(
                line.number(),
                sku,
                required(line, fields, "name"),
                units(line, "quantity", required(line, fields, "quantity")),
                units(line, "reorder_point", field(fields, "reorder_point")),
                units(line, "safety", field(fields, "safety")),
                units(line, "backorder_limit", field(fields, "backorder_limit")));
    }

    private String required(Line line, List<String> fields, String column) throws BadFile {
        String value = field(fields, column);
        if (value.isEmpty()) {
            throw bad(line, column + " is empty");
        }
        return value;
    }

    private String field(List<String> fields, String column) {
        return fields.get(header.indexOf(column));
    }

    private static long units(Line line, String column, String value) throws BadFile {
        if (value.isEmpty()) {
            return 0;
        }
        if (!UNITS.matcher(value).matches()) {
            throw bad(line, column + " is not a whole number: " + value);
        }
        return Long.parseLong(value);
    }

    private static List<String> fields(Line line) throws BadFile {
        if (line.flaw() != null) {
            throw bad(line, line.flaw().reason());
        }
        try {
            return Fields.of(line.text());
        } catch (IOException e) {
            throw bad(line, "The row is not CSV (RFC 4180): check its quotes");
        }
    }

    private static BadFile bad(Line line, String reason) {
        return new BadFile("line " + line.number() + ": " + reason);
    }
}
