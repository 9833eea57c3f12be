package io.ordertrail.query.order;

import io.ordertrail.api.RequestRefusal.InvalidQuery;
import io.ordertrail.api.order.OrderPage;
import io.ordertrail.api.order.OrderQuery.ListOrders;
import io.ordertrail.api.order.OrderQuery.Sort;
import io.ordertrail.axon.Refused;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Answers pages of orders. A page begins after the place where another ended (keyset), not after so many rows: it costs the
 * same however deep it lies, and an order placed meanwhile neither repeats nor hides another.
 */
final class OrderList {

    static final int MAX_LIMIT = 500;

    private final JdbcClient jdbc;

    OrderList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @QueryHandler
    OrderPage list(ListOrders query) {
        if (query.limit() < 1 || query.limit() > MAX_LIMIT) {
            throw new Refused(InvalidQuery.of("limit", "limit must lie between 1 and " + MAX_LIMIT + "."));
        }
        Sort sort = query.sort();
        Cursor after = query.after() == null ? null : Cursor.of(query.after(), sort);
        boolean backwards = after != null && after.backwards();
        List<ListedOrder> found = read(query, after, backwards);
        boolean more = found.size() > query.limit();
        List<ListedOrder> page = new ArrayList<>(more ? found.subList(0, query.limit()) : found);
        if (backwards) {
            Collections.reverse(page);
        }
        boolean hasNext = backwards ? !page.isEmpty() : more;
        boolean hasPrevious = backwards ? more : after != null && !page.isEmpty();
        return new OrderPage(
                page.stream().map(ListedOrder::summary).toList(),
                hasNext ? Cursor.at(page.get(page.size() - 1), sort, false).text() : null,
                hasPrevious ? Cursor.at(page.get(0), sort, true).text() : null);
    }

    /** One row more than asked for, which tells whether there is another page. */
    private List<ListedOrder> read(ListOrders query, @Nullable Cursor after, boolean backwards) {
        String column = column(query.sort().key());
        boolean down = query.sort().descending() != backwards;
        ListFilter filter = ListFilter.of(query.filter());
        if (after != null) {
            Object value = after.value() instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : after.value();
            String beyond = down ? "<" : ">";
            // Said this way, and not as (a, b) < (?, ?), both databases begin at the right place of the index.
            filter.and(
                    "%1$s %2$s= ? and (%1$s %2$s ? or order_id %2$s ?)".formatted(column, beyond),
                    value,
                    value,
                    after.orderId());
        }
        String direction = down ? " desc" : " asc";
        return jdbc.sql("select " + ListedOrderColumns.READ + " from order_list" + filter.where() + " order by "
                        + column + direction + ", order_id" + direction + " limit " + (query.limit() + 1))
                .params(filter.values())
                .query((row, n) -> ListedOrderColumns.read(row))
                .list();
    }

    private static String column(Sort.Key key) {
        return switch (key) {
            case CREATED_AT -> "created_at";
            case UPDATED_AT -> "updated_at";
            case NUMBER -> "number_key";
            case GRAND_TOTAL -> "grand_total";
        };
    }
}
