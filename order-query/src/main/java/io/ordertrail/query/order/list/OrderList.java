package io.ordertrail.query.order.list;

import io.ordertrail.api.order.view.OrderPage;
import io.ordertrail.api.order.view.OrderQuery.Filter;
import io.ordertrail.api.order.view.OrderQuery.ListOrders;
import io.ordertrail.api.order.view.OrderQuery.Sort;
import io.ordertrail.api.order.view.OrderQueryFilterBuilder;
import io.ordertrail.axon.access.Ownership;
import io.ordertrail.query.projection.generation.ViewSql;
import io.ordertrail.query.projection.position.Completeness;
import io.ordertrail.query.projection.table.Unreadable;
import io.ordertrail.query.reading.Page;
import io.ordertrail.query.reading.PageReader;
import io.ordertrail.query.reading.SortOrder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;

/** Answers pages of orders. */
public final class OrderList {

    private static final Sort EARLIEST_CHANGE = new Sort(Sort.Key.UPDATED_AT, false);

    /**
     * So much later than an event was recorded it may come into the list before one that was recorded earlier: for as
     * long as a transaction, and as clocks of nodes are apart.
     */
    private static final Duration MOST_BEHIND = Duration.ofSeconds(30);
    /** Its columns have names of their own, so that those of the list mean the list's. */
    private static final String BY_SKU = "order_list_sku as sold (sku, sold_order_id, sold_at)"
            + " join order_list on order_list.order_id = sold.sold_order_id";

    private final ViewSql views;
    private final ListFilter filters;
    private final KnownOrders known;
    private final Completeness completeness;
    private final Clock clock;

    OrderList(ViewSql views, ListFilter filters, KnownOrders known, Completeness completeness, Clock clock) {
        this.views = views;
        this.filters = filters;
        this.known = known;
        this.clock = clock;
        this.completeness = completeness;
    }

    @QueryHandler
    OrderPage list(ListOrders query) {
        return visible(query.filter(), filter -> page(filter, query.sort(), query.after(), query.limit()));
    }

    /**
     * The page that {@code read} reads, of what the caller may see.
     *
     * @param read is given the filter, and by whose orders it is narrowed
     */
    OrderPage visible(Filter asked, Function<Filter, Page<ListedOrder>> read) {
        Optional<String> only = Ownership.only();
        // What the shop keeps for itself cannot be asked for either.
        boolean hidden = !asked.metadata().isEmpty();
        boolean others = only.isPresent()
                && !asked.customerId().isEmpty()
                && !asked.customerId().contains(only.get());
        if (only.isPresent() && (hidden || others)) {
            return new OrderPage(List.of(), null, null, null, 0);
        }
        Page<ListedOrder> page = read.apply(only.map(customer -> OrderQueryFilterBuilder.builder(asked)
                        .customerId(List.of(customer))
                        .build())
                .orElse(asked));
        return new OrderPage(
                page.rows().stream().map(ListedOrder::summary).toList(),
                page.next(),
                page.previous(),
                page.end(),
                page.unreadable());
    }

    /** A page of the list, as its rows. */
    public Page<ListedOrder> page(Filter filter, Sort sort, @Nullable String after, int limit) {
        return page(filter, sort, after, limit, List::of);
    }

    /** @param made more rows, which are asked for after the page is read, and take the place of those that it has */
    Page<ListedOrder> page(
            Filter filter, Sort sort, @Nullable String after, int limit, Supplier<List<ListedOrder>> made) {
        return completeness.whole(OrderListTable.NAME, () -> {
            ListFilter.Found found = filters.find(filter, sort, sorting(sort), after);
            return PageReader.page(
                    (clauses, values) -> find(found, clauses, values),
                    made,
                    found.conditions(),
                    found.bySku() ? bySku(sort) : sorting(sort),
                    after,
                    limit,
                    settled(sort));
        });
    }

    /** The orders of {@code channel} that have one of the shop's own numbers. */
    public List<String> ids(String channel, Collection<String> externalRefs) {
        return views
                .sql("select order_id, channel from order_list where external_ref = any(?)")
                .param(externalRefs.toArray(String[]::new))
                .query((row, n) -> Map.entry(row.getString("order_id"), row.getString("channel")))
                .list()
                .stream()
                .filter(found -> found.getValue().equals(channel))
                .map(Map.Entry::getKey)
                .toList();
    }

    private @Nullable Instant settled(Sort sort) {
        return sort.equals(EARLIEST_CHANGE) ? clock.instant().minus(MOST_BEHIND) : null;
    }

    private List<Optional<ListedOrder>> find(ListFilter.Found found, String clauses, List<?> values) {
        List<Object> all = new ArrayList<>(values);
        String tables = found.bySku() ? BY_SKU : "order_list";
        if (found.known() != null) {
            tables = known.tables(found.known());
            all.addAll(0, found.known().open().values());
        }
        return views.sql("select order_id, " + OrderListTable.READER.columns() + " from " + tables + ' ' + clauses)
                .params(all)
                .query((row, n) -> Unreadable.rowOf(
                        OrderListTable.NAME,
                        row.getString("order_id"),
                        () -> OrderListTable.READER.mapper().mapRow(row, n)))
                .list();
    }

    private static SortOrder<ListedOrder> sorting(Sort sort) {
        return switch (sort.key()) {
            case CREATED_AT -> by("created_at", SortOrder.Kind.TIME, ListedOrder::createdAt, sort);
            case UPDATED_AT -> by("updated_at", SortOrder.Kind.TIME, ListedOrder::updatedAt, sort);
            case NUMBER ->
                by("number_key", SortOrder.Kind.TEXT, order -> OrderListTable.numberKey(order.number()), sort);
            case GRAND_TOTAL ->
                by(
                        "grand_total",
                        SortOrder.Kind.AMOUNT,
                        order -> order.grandTotal().getAmount(),
                        sort);
        };
    }

    /** As by {@code created_at}, which the rows of SKUs hold too. */
    private static SortOrder<ListedOrder> bySku(Sort sort) {
        return new SortOrder<>(
                "orders",
                "sold_at",
                SortOrder.Kind.TIME,
                ListedOrder::createdAt,
                "sold_order_id",
                ListedOrder::orderId,
                sort.descending());
    }

    private static SortOrder<ListedOrder> by(
            String column, SortOrder.Kind kind, Function<ListedOrder, Object> value, Sort sort) {
        return new SortOrder<>("orders", column, kind, value, "order_id", ListedOrder::orderId, sort.descending());
    }
}
