package io.ordertrail.app.order.listing;

import io.ordertrail.api.message.FaultCode;
import io.ordertrail.api.order.value.Metadata;
import io.ordertrail.api.order.view.OrderQuery.Filter;
import io.ordertrail.api.order.view.OrderQuery.ListOrders;
import io.ordertrail.app.http.input.PageQuery;
import io.ordertrail.app.http.input.QueryStrings;
import io.ordertrail.app.http.problem.Problem.Fault;
import io.ordertrail.app.http.problem.Rejected;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The body of a request that searches orders: what it looks for is in no address, and so in no log of addresses. */
record SearchRequest(
        OrderFilters filters,

        @Schema(description = "As of the list of orders: beginnings of words, such as those of a name") @Nullable
        String q,

        @Schema(description = "As of the list of orders; default: -createdAt") @Nullable
        SortOrder sort,

        @Schema(description = "Items on a page, 1 to 500; default: 50") @Nullable
        Integer limit,

        @Schema(description = "Cursor from an earlier page") @Nullable
        String after) {

    /** The same query as that of the list. */
    ListOrders toContract() {
        ListOrders query = new ListQuery(new OrderSearch(filters, q), sort, null, page()).now();
        Filter filter = query.filter();
        Stream<List<?>> lists = Stream.of(
                filter.status(),
                filter.paymentStatus(),
                filter.fulfilmentStatus(),
                filter.returnStatus(),
                filter.displayStatus(),
                filter.customerId(),
                filter.number(),
                filter.externalRef(),
                filter.channel(),
                filter.sku(),
                filter.currency());
        if (Stream.concat(lists, filter.metadata().values().stream()).anyMatch(SearchRequest::isTooLong)
                || filter.metadata().size() > QueryStrings.MAX_VALUES
                || !filter.metadata().keySet().stream().allMatch(name -> name.matches(Metadata.NAME))) {
            throw Rejected.malformed(Fault.body(
                    "/filters",
                    FaultCode.OUT_OF_RANGE,
                    "Each filter may have " + QueryStrings.MAX_VALUES + " values, and metadata as many names: of"
                            + " letters, digits, dots, dashes or underscores."));
        }
        return query;
    }

    PageQuery page() {
        return new PageQuery(limit, after);
    }

    private static boolean isTooLong(List<?> values) {
        return values.size() > QueryStrings.MAX_VALUES;
    }
}
