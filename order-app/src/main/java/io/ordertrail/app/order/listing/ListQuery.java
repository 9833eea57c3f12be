package io.ordertrail.app.order.listing;

import io.ordertrail.api.order.view.OrderQuery.ListOrders;
import io.ordertrail.app.http.input.PageQuery;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The query of a list of orders. */
public record ListQuery(
        OrderFilters filters,

        @Schema(
                description =
                        "Field to sort by, with - for descending; default: -createdAt. By updatedAt or grandTotal, an"
                                + " order that changes while the pages are read may be on none of them, or on two")
        @Nullable
        SortOrder sort,

        PageQuery page) {

    /** The query for the read side, which checks the cursor. */
    public ListOrders toContract() {
        PageQuery checked = page.checked();
        return new ListOrders(
                filters.filter(),
                Objects.requireNonNullElse(sort, SortOrder.NEWEST).sort(),
                checked.size(),
                checked.after());
    }
}
