package io.ordertrail.app.order.export;

import io.ordertrail.api.order.view.ExportPage;
import io.ordertrail.api.order.view.OrderSummary;
import io.ordertrail.api.order.view.OrderView;
import io.ordertrail.api.order.view.OrderView.Quantities;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The cells of a CSV export. */
final class CsvCells {

    private static final List<String> ORDER = List.of(
            "id",
            "number",
            "externalRef",
            "customerId",
            "channel",
            "status",
            "paymentStatus",
            "fulfilmentStatus",
            "returnStatus",
            "displayStatus",
            "onHold",
            "currency",
            "grandTotal",
            "lineCount",
            "version",
            "createdAt",
            "updatedAt");

    private static final List<String> LINE = List.of(
            "lineId",
            "sku",
            "name",
            "ordered",
            "cancelled",
            "approved",
            "shipped",
            "delivered",
            "returned",
            "unitPrice",
            "discount",
            "orderDiscount",
            "taxRate",
            "priceIncludesTax",
            "lineTotal",
            "lineTax");

    /** The characters by which a spreadsheet recognises a formula (OWASP, CSV injection). */
    private static final String BEGINS_A_FORMULA = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private CsvCells() {}

    /** The names of the columns. */
    static List<String> names(boolean lines) {
        return lines ? Stream.concat(ORDER.stream(), LINE.stream()).toList() : ORDER;
    }

    /** A row for the order; with lines, a row for each line, with the order's cells again. */
    static List<List<@Nullable Object>> rows(ExportPage.Item item) {
        List<@Nullable Object> order = order(item.order());
        if (item.lines() == null) {
            return List.of(order);
        }
        // Without this row an order without lines would be missing in sums over orders.
        return item.lines().isEmpty()
                ? List.of(both(order, Collections.nCopies(LINE.size(), null)))
                : item.lines().stream().map(line -> both(order, line(line))).toList();
    }

    private static List<@Nullable Object> both(List<@Nullable Object> order, List<@Nullable Object> line) {
        return Stream.concat(order.stream(), line.stream()).toList();
    }

    private static List<@Nullable Object> order(OrderSummary o) {
        return Arrays.asList(
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

    private static List<@Nullable Object> line(OrderView.Line line) {
        Quantities units = line.quantity();
        return Arrays.asList(
                line.lineId(),
                text(line.sku()),
                text(line.name()),
                units.ordered(),
                units.cancelled(),
                units.approved(),
                units.shipped(),
                units.delivered(),
                units.returned(),
                line.unitPrice().getAmount().toPlainString(),
                line.discount().getAmount().toPlainString(),
                line.orderDiscount().getAmount().toPlainString(),
                line.taxRate().toPlainString(),
                line.priceIncludesTax(),
                line.total().getAmount().toPlainString(),
                line.tax().getAmount().toPlainString());
    }

    /** Text of a caller, as a cell that every spreadsheet reads as text: with an apostrophe before it if necessary. */
    private static @Nullable String text(@Nullable String chosen) {
        boolean formula = chosen != null && !chosen.isEmpty() && BEGINS_A_FORMULA.indexOf(chosen.charAt(0)) >= 0;
        return formula ? "'" + chosen : chosen;
    }
}
