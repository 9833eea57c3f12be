package io.ordertrail.app.importing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** The fields of one record of a CSV file. */
final class Fields {

    private Fields() {}

    /**
     * A line break within a field becomes a space: no text that the service takes may have one.
     *
     * @throws IOException the record is not CSV (RFC 4180)
     */
    static List<String> of(String record) throws IOException {
        try (CSVParser parser = CSVParser.parse(record, CSVFormat.RFC4180)) {
            List<CSVRecord> found = parser.getRecords();
            return found.stream().flatMap(CSVRecord::stream).map(Fields::clean).toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    static String clean(String value) {
        return value.strip().replaceAll("\\R", " ");
    }
}
