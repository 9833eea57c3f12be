package io.ordertrail.app.order.listing;

import io.ordertrail.api.order.view.OrderQuery.Filter;
import io.ordertrail.api.order.view.OrderQueryFilterBuilder;
import io.ordertrail.app.http.problem.Rejected;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The filters of a list and of an export, by what an order is and by the words by which it is found. */
public record OrderSearch(
        OrderFilters filters,

        @Schema(
                description =
                        "Beginnings of words in the number, the external reference, the customer or the name on the address",
                example = "turing")
        @Nullable
        String q) {

    /** @throws Rejected a range ends before it begins */
    Filter filter() {
        return OrderQueryFilterBuilder.builder(filters.filter()).q(q).build();
    }
}
