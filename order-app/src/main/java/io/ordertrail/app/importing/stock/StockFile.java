package io.ordertrail.app.importing.stock;

import io.ordertrail.app.importing.file.BadFile;
import io.ordertrail.app.importing.file.Entry;
import io.ordertrail.app.importing.file.Manner;
import io.ordertrail.app.importing.file.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The file of the opening stock, one row per SKU. It is read as a whole: orders wait until all of it is right. */
public final class StockFile {

    private static final List<String> COLUMNS =
            List.of("sku", "name", "quantity", "reorder_point", "safety", "backorder_limit");
    private static final Pattern UNITS = Pattern.compile("[0-9]{1,10}");

    private final List<String> header;
    private final Set<String> skus = new HashSet<>();

    private StockFile(List<String> header) {
        this.header = header;
    }

    /** @throws BadFile with the first thing that is wrong in it */
    public static List<StockRow> read(Path file, Manner manner) throws IOException, BadFile {
        try (Table table = Table.open(file, manner, header -> (int)
                header.stream().filter(title -> COLUMNS.contains(folded(title))).count())) {
            List<String> header = table.header().stream().map(StockFile::folded).toList();
            if (header.size() != COLUMNS.size() || !header.containsAll(COLUMNS)) {
                throw new BadFile("The header is not the one expected. It must be:\n" + String.join(",", COLUMNS));
            }
            StockFile stock = new StockFile(header);
            List<StockRow> rows = new ArrayList<>();
            for (Entry row = table.next(); row != null; row = table.next()) {
                rows.add(stock.row(row));
            }
            return rows;
        }
    }

    private StockRow row(Entry row) throws BadFile {
        if (row.flaw() != null) {
            throw bad(row, row.flaw().reason());
        }
        String sku = required(row, "sku");
        if (!skus.add(sku)) {
            throw bad(row, "The SKU " + sku + " is in an earlier row already");
        }
        return new StockRow(
                row.line(),
                sku,
                required(row, "name"),
                units(row, "quantity", required(row, "quantity")),
                units(row, "reorder_point", field(row, "reorder_point")),
                units(row, "safety", field(row, "safety")),
                units(row, "backorder_limit", field(row, "backorder_limit")));
    }

    private String required(Entry row, String column) throws BadFile {
        String value = field(row, column);
        if (value.isEmpty()) {
            throw bad(row, column + " is empty");
        }
        return value;
    }

    private String field(Entry row, String column) {
        int at = header.indexOf(column);
        return column.equals("name") ? row.cell(at) : row.code(at);
    }

    private static long units(Entry row, String column, String value) throws BadFile {
        if (value.isEmpty()) {
            return 0;
        }
        String whole = value.replaceFirst("[.,]0+$", "");
        if (!UNITS.matcher(whole).matches()) {
            throw bad(row, column + " is not a whole number: " + value);
        }
        return Long.parseLong(whole);
    }

    private static String folded(String title) {
        return title.toLowerCase(Locale.ROOT);
    }

    private static BadFile bad(Entry row, String reason) {
        return new BadFile("line " + row.line() + ": " + reason);
    }
}
