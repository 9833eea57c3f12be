package io.ordertrail.app.order;

import io.ordertrail.api.order.OrderSummary;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import tools.jackson.databind.json.JsonMapper;

/** How an export is written; {@link #toString} is the word in the query. */
enum ExportFormat {
    /** RFC 4180, with a header line. */
    CSV("text/csv;charset=UTF-8;header=present") {
        @Override
        void begin(Writer out) throws IOException {
            CSVFormat.RFC4180.print(out).printRecord((Object[]) COLUMNS);
        }

        @Override
        void write(List<OrderSummary> orders, Writer out, JsonMapper json) throws IOException {
            CSVPrinter printer = CSVFormat.RFC4180.print(out);
            for (OrderSummary o : orders) {
                printer.printRecord(
                        o.id(),
                        o.number(),
                        o.externalRef(),
                        o.customerId(),
                        o.channel(),
                        o.status(),
                        o.paymentStatus(),
                        o.fulfilmentStatus(),
                        o.returnStatus(),
                        o.displayStatus(),
                        o.onHold(),
                        o.currency(),
                        o.grandTotal().getAmount().toPlainString(),
                        o.lineCount(),
                        o.version(),
                        o.createdAt(),
                        o.updatedAt());
            }
        }
    },

    /** An order a line, each a JSON document as in a list. */
    NDJSON("application/x-ndjson") {
        @Override
        void begin(Writer out) {
            // Nothing comes before the first line.
        }

        @Override
        void write(List<OrderSummary> orders, Writer out, JsonMapper json) throws IOException {
            for (OrderSummary order : orders) {
                out.write(json.writeValueAsString(order));
                out.write('\n');
            }
        }
    };

    private static final String[] COLUMNS = {
        "id", "number", "externalRef", "customerId", "channel", "status", "paymentStatus", "fulfilmentStatus",
        "returnStatus", "displayStatus", "onHold", "currency", "grandTotal", "lineCount", "version", "createdAt",
        "updatedAt"
    };

    private final String mediaType;

    ExportFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    abstract void begin(Writer out) throws IOException;

    abstract void write(List<OrderSummary> orders, Writer out, JsonMapper json) throws IOException;

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
