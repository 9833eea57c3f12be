package io.ordertrail.app.importing.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** The fields of the records of a CSV file. */
final class Fields {

    private final CSVFormat format;

    Fields(char delimiter) {
        format = CSVFormat.RFC4180.builder().setDelimiter(delimiter).get();
    }

    /**
     * As they stand there.
     *
     * @throws IOException the record is not CSV (RFC 4180)
     */
    List<String> of(String record) throws IOException {
        try (CSVParser parser = CSVParser.parse(record, format)) {
            return parser.getRecords().stream().flatMap(CSVRecord::stream).toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
