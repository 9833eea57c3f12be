package io.ordertrail.query.order.list;

import static io.ordertrail.query.projection.table.RowValues.micros;

import io.ordertrail.api.message.Moment;
import io.ordertrail.api.message.Refused;
import io.ordertrail.api.message.RequestRefusal.InvalidQuery;
import io.ordertrail.api.order.view.OrderPage;
import io.ordertrail.api.order.view.OrderQuery.Filter;
import io.ordertrail.api.order.view.OrderQuery.ListOrdersAsOf;
import io.ordertrail.api.order.view.OrderQuery.Sort;
import io.ordertrail.api.order.view.OrderQueryFilterBuilder;
import io.ordertrail.query.reading.AggregateStream;
import io.ordertrail.query.reading.Page;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;

/**
 * Answers pages of the list as it was recorded at a moment. Rows that have not changed since are as they were then; the
 * others are made again from their events. How many those may be is bounded.
 */
final class PastOrderList {

    /** So many orders may have changed since, in the service. */
    static final int MOST_CHANGED = 1_000;

    private static final int ROWS_AT_ONCE = 500;
    private static final Sort EARLIEST_CHANGE = new Sort(Sort.Key.UPDATED_AT, false);

    private final OrderList list;
    private final AggregateStream<ListedOrder> streams;
    private final int mostChanged;

    /** @param mostChanged so many orders may have changed since, of those that the filter does not rule out for ever */
    PastOrderList(OrderList list, AggregateStream<ListedOrder> streams, int mostChanged) {
        this.list = list;
        this.streams = streams;
        this.mostChanged = mostChanged;
    }

    @QueryHandler
    OrderPage list(ListOrdersAsOf query) {
        return list.visible(query.filter(), filter -> page(filter, query));
    }

    private Page<ListedOrder> page(Filter filter, ListOrdersAsOf query) {
        Instant asOf = micros(query.asOf());
        Instant next = asOf.plus(1, ChronoUnit.MICROS);
        Filter unchanged = OrderQueryFilterBuilder.builder(filter)
                .updatedTo(earlier(filter.updatedTo(), next))
                .build();
        // First those that have not changed: what changes between the two is in both, and counts as it was made.
        return list.page(unchanged, query.sort(), query.after(), query.limit(), () -> changed(filter, asOf, next));
    }

    private List<ListedOrder> changed(Filter filter, Instant asOf, Instant next) {
        FilterMatch match = new FilterMatch(filter);
        return since(FilterMatch.lasting(filter, next)).stream()
                .flatMap(row -> streams.at(row.orderId(), Moment.asOf(asOf)).stream())
                .filter(match::matches)
                .toList();
    }

    private List<ListedOrder> since(Filter changed) {
        List<ListedOrder> all = new ArrayList<>();
        String after = null;
        do {
            Page<ListedOrder> page = list.page(changed, EARLIEST_CHANGE, after, ROWS_AT_ONCE);
            all.addAll(page.rows());
            after = page.next();
            if (all.size() > mostChanged) {
                throw new Refused(InvalidQuery.of(
                        "asOf",
                        "More than " + mostChanged + " of these orders have changed since then, and each would be made"
                                + " again from its events. Ask for fewer: by createdFrom and createdTo, customerId,"
                                + " channel, currency, number, externalRef or metadata, which never change."));
            }
        } while (after != null);
        return all;
    }

    private static Instant earlier(@Nullable Instant one, Instant other) {
        return one != null && one.isBefore(other) ? one : other;
    }
}
