package io.ordertrail.app.order;

import io.ordertrail.api.message.FaultCode;
import io.ordertrail.api.order.OrderQuery.ListOrders;
import io.ordertrail.app.http.Problem.Fault;
import io.ordertrail.app.http.Rejected;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The query of a list of orders. */
record ListQuery(
        OrderFilters filters,

        @Schema(
                description =
                        "Field to sort by, with - for descending; default: -createdAt. By updatedAt or grandTotal, an"
                                + " order that changes while the pages are read may be on none of them, or on two")
        @Nullable
        SortOrder sort,

        @Schema(description = "Items on a page; default: 50", minimum = "1", maximum = "500") @Nullable
        Integer limit,

        @Schema(description = "Cursor from an earlier page", maxLength = 1000) @Nullable
        String after) {

    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_LIMIT = 500;

    /** The query for the read side, which checks the cursor. Here it must only have the form of one. */
    ListOrders toContract() {
        if (limit() < 1 || limit() > MAX_LIMIT) {
            throw malformed("limit", "limit must be 1 to " + MAX_LIMIT + ".");
        }
        if (after != null && !after.matches("[A-Za-z0-9_=.~-]{1,1000}")) {
            throw malformed("after", "after must be a cursor that a page of this list gave.");
        }
        return new ListOrders(
                filters.filter(),
                Objects.requireNonNullElse(sort, SortOrder.NEWEST).sort(),
                limit(),
                after);
    }

    @Override
    public Integer limit() {
        return limit == null ? DEFAULT_LIMIT : limit;
    }

    private static Rejected malformed(String parameter, String message) {
        return Rejected.malformed(List.of(Fault.parameter(parameter, FaultCode.MALFORMED_PARAMETER, message)));
    }
}
