package io.ordertrail.app.importing.file;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * Rows of a table in a file of their own, written as the table is and with one more column behind them. What stood
 * under that name before stays until this one is finished.
 */
public final class Copy implements Closeable {

    private final Path target;
    private final Path unfinished;
    private final CSVPrinter printer;
    private final int left;

    /** @param column the title of the column that is added; one that the table has already is left out */
    public Copy(Path target, Table table, String column) throws IOException {
        this.target = target;
        unfinished = target.resolveSibling(target.getFileName() + ".part");
        OutputStream out = Files.newOutputStream(unfinished);
        out.write(table.encoding().beginning());
        CSVFormat format =
                CSVFormat.RFC4180.builder().setDelimiter(table.delimiter()).get();
        printer = new CSVPrinter(
                new BufferedWriter(new OutputStreamWriter(out, table.encoding().charset())), format);
        left = titles(table).indexOf(column);
        write(table.header(), column);
    }

    /** On disk once it is written. */
    public void write(Entry row, String added) throws IOException {
        write(row.cells(), added);
    }

    private void write(List<String> cells, String added) throws IOException {
        List<String> all = new ArrayList<>(cells);
        if (left >= 0) {
            all.remove(left);
        }
        all.add(added);
        printer.printRecord(all);
        printer.flush();
    }

    /** Takes the place of the file that had this name. */
    public void finish() throws IOException {
        printer.close();
        Files.move(unfinished, target, StandardCopyOption.REPLACE_EXISTING);
    }

    /** What is not finished is gone. */
    @Override
    public void close() throws IOException {
        printer.close();
        Files.deleteIfExists(unfinished);
    }

    private static List<String> titles(Table table) {
        return table.header().stream()
                .map(title -> title.toLowerCase(Locale.ROOT))
                .toList();
    }
}
