package io.ordertrail.app.order.export;

import io.ordertrail.api.order.view.ExportMoment;
import io.ordertrail.api.order.view.OrderQuery.ExportOrders;
import io.ordertrail.api.order.view.OrderQuery.ListOrders;
import io.ordertrail.app.http.input.PageQuery;
import io.ordertrail.app.order.listing.ListQuery;
import io.ordertrail.app.order.listing.OrderSearch;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The query of an export: the filters and the order of a list, and how to write it. */
record ExportQuery(
        OrderSearch search,

        @Schema(description = "Sort key; it never changes, so that each order is there once; default: -createdAt")
        @Nullable
        ExportOrder sort,

        @Schema(description = "Default: csv") @Nullable ExportFormat format,

        @Schema(
                description =
                        "Whether each order has its lines: in a csv one row for each line, after the cells of the order; default: false")
        @Nullable
        Boolean lines,

        @Schema(description = "Whether a csv begins with a byte order mark, for Excel; default: false") @Nullable
        Boolean bom) {

    private static final int PAGE = 500;

    /** Orders with lines are some kilobytes each. */
    private static final int PAGE_WITH_LINES = 100;

    /** The page of orders as of {@code moment} that begins after {@code cursor}. */
    ExportOrders page(ExportMoment moment, @Nullable String cursor) {
        ListOrders list = list(cursor);
        return new ExportOrders(list.filter(), list.sort(), moment, withLines(), list.limit(), list.after());
    }

    /** @throws io.ordertrail.app.http.problem.Rejected the filters are invalid */
    ListOrders list(@Nullable String cursor) {
        PageQuery page = new PageQuery(withLines() ? PAGE_WITH_LINES : PAGE, cursor);
        return new ListQuery(search, sort == null ? null : sort.list(), null, page).now();
    }

    boolean withLines() {
        return Boolean.TRUE.equals(lines);
    }

    boolean begunByAMark() {
        return Boolean.TRUE.equals(bom);
    }

    @Override
    public ExportFormat format() {
        return Objects.requireNonNullElse(format, ExportFormat.CSV);
    }
}
