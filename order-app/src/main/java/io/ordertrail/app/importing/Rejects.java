package io.ordertrail.app.importing;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** The file of rejected rows: where, which order, why, and the row as it stands in the file. Each is on disk once written. */
final class Rejects implements Closeable {

    private final CSVPrinter printer;

    /** Starts an empty file; what an earlier import wrote there is told again by this one where it still holds. */
    Rejects(Path file) throws IOException {
        BufferedWriter writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
        printer = new CSVPrinter(writer, CSVFormat.RFC4180);
        printer.printRecord("line", "external_ref", "code", "reason", "row");
        printer.flush();
    }

    void write(List<Rejection> rejections) throws IOException {
        for (Rejection rejection : rejections) {
            printer.printRecord(
                    rejection.line(), rejection.externalRef(), rejection.code(), rejection.reason(), rejection.row());
        }
        printer.flush();
    }

    @Override
    public void close() throws IOException {
        printer.close();
    }
}
