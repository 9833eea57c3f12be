package io.ordertrail.app.order;

import io.ordertrail.api.order.OrderSummary;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** How an export is written; {@link #toString} is the word in the query. */
enum ExportFormat {
    /** RFC 4180, with a header line. What could be a formula has an apostrophe before it: {@link #NDJSON} loses nothing. */
    CSV("text/csv;charset=UTF-8;header=present") {
        @Override
        void begin(Writer out, boolean bom) throws IOException {
            if (bom) {
                out.write('\uFEFF');
            }
            CSVFormat.RFC4180.print(out).printRecord((Object[]) COLUMNS);
        }

        @Override
        void write(List<OrderSummary> orders, Writer out, JsonMapper json) throws IOException {
            CSVPrinter printer = CSVFormat.RFC4180.print(out);
            for (OrderSummary o : orders) {
                printer.printRecord(
                        o.id(),
                        o.number(),
                        text(o.externalRef()),
                        text(o.customerId()),
                        text(o.channel()),
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
        void begin(Writer out, boolean bom) {
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

    /** With what a spreadsheet takes a cell for a formula (OWASP, CSV injection). */
    private static final String BEGINS_A_FORMULA = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private final String mediaType;

    ExportFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    /** @param bom whether a file of cells begins with the byte order mark by which Excel knows UTF-8 */
    abstract void begin(Writer out, boolean bom) throws IOException;

    abstract void write(List<OrderSummary> orders, Writer out, JsonMapper json) throws IOException;

    /** Text that somebody chose, as a cell that is text for every spreadsheet: after an apostrophe where it must be. */
    private static @Nullable String text(@Nullable String chosen) {
        boolean formula = chosen != null && !chosen.isEmpty() && BEGINS_A_FORMULA.indexOf(chosen.charAt(0)) >= 0;
        return formula ? "'" + chosen : chosen;
    }

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
