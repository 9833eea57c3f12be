package io.ordertrail.app.order.export;

import io.ordertrail.api.order.view.ExportPage;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** How an export is written; {@link #toString} is the word in the query. */
enum ExportFormat {
    /**
     * RFC 4180, with a header line. What could be a formula has an apostrophe before it: {@link #NDJSON} loses nothing.
     */
    CSV("text/csv;charset=UTF-8;header=present") {
        @Override
        void begin(Writer out, boolean bom, boolean lines) throws IOException {
            if (bom) {
                out.write('\uFEFF');
            }
            CSVFormat.RFC4180.print(out).printRecord(CsvCells.names(lines));
        }

        @Override
        void write(List<ExportPage.Item> orders, Writer out, JsonMapper json) throws IOException {
            CSVPrinter printer = CSVFormat.RFC4180.print(out);
            for (ExportPage.Item item : orders) {
                printer.printRecords(CsvCells.rows(item));
            }
        }
    },

    /** An order a line, each a JSON document as in a list, with its lines if the request wants them. */
    NDJSON("application/x-ndjson") {
        @Override
        void begin(Writer out, boolean bom, boolean lines) {
            // Nothing comes before the first line.
        }

        @Override
        void write(List<ExportPage.Item> orders, Writer out, JsonMapper json) throws IOException {
            for (ExportPage.Item item : orders) {
                ObjectNode order = json.valueToTree(item.order());
                if (item.lines() != null) {
                    order.set("lines", json.valueToTree(item.lines()));
                }
                out.write(json.writeValueAsString(order));
                out.write('\n');
            }
        }
    };

    private final String mediaType;

    ExportFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    /**
     * @param bom whether a file of cells begins with the byte order mark by which Excel knows UTF-8
     * @param lines whether orders come with their lines
     */
    abstract void begin(Writer out, boolean bom, boolean lines) throws IOException;

    abstract void write(List<ExportPage.Item> orders, Writer out, JsonMapper json) throws IOException;

    String mediaType() {
        return mediaType;
    }

    String fileName() {
        return "orders." + this;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
