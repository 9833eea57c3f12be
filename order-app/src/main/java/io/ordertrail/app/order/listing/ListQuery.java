package io.ordertrail.app.order.listing;

import io.ordertrail.api.order.view.OrderQuery;
import io.ordertrail.api.order.view.OrderQuery.ListOrders;
import io.ordertrail.api.order.view.OrderQuery.ListOrdersAsOf;
import io.ordertrail.app.http.input.PageQuery;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The query of a list of orders. */
public record ListQuery(
        OrderSearch search,

        @Schema(
                description =
                        "Field to sort by, with - for descending; default: -createdAt. By updatedAt or grandTotal, an"
                                + " order that changes while the pages are read may be on none of them, or on two")
        @Nullable
        SortOrder sort,

        @Schema(
                description = "The orders that had been recorded by this moment, as they were then; at most 1,000 of"
                        + " them may have changed since (422)")
        @Nullable
        Instant asOf,

        PageQuery page) {

    /** The query for the read side, which checks the cursor: of the list now, or as it was. */
    OrderQuery toContract() {
        ListOrders now = now();
        return asOf == null ? now : new ListOrdersAsOf(now.filter(), now.sort(), asOf, now.limit(), now.after());
    }

    /** The query of the list now. */
    public ListOrders now() {
        PageQuery checked = page.checked();
        return new ListOrders(
                search.filter(), (sort == null ? SortOrder.NEWEST : sort).sort(), checked.size(), checked.after());
    }
}
