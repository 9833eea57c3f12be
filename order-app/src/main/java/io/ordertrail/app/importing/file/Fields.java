package io.ordertrail.app.importing.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** The fields of the records of a CSV file. */
final class Fields {

    private final char delimiter;
    private final CSVFormat format;

    Fields(char delimiter) {
        this.delimiter = delimiter;
        format = CSVFormat.RFC4180.builder().setDelimiter(delimiter).get();
    }

    /**
     * As they stand there.
     *
     * @throws IOException the record is not CSV (RFC 4180)
     */
    List<String> of(String record) throws IOException {
        return record.indexOf('"') < 0 ? unquoted(record) : quoted(record);
    }

    /** The library allots a buffer of its own to each record, which is most of the time that a record takes. */
    private List<String> unquoted(String record) {
        List<String> fields = new ArrayList<>();
        int start = 0;
        for (int end = record.indexOf(delimiter); end >= 0; end = record.indexOf(delimiter, start)) {
            fields.add(record.substring(start, end));
            start = end + 1;
        }
        fields.add(record.substring(start));
        return fields;
    }

    private List<String> quoted(String record) throws IOException {
        try (CSVParser parser = CSVParser.parse(record, format)) {
            return parser.getRecords().stream().flatMap(CSVRecord::stream).toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
