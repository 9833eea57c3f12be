package io.ordertrail.query.order;

import io.ordertrail.query.projection.table.ParameterBinder;
import io.ordertrail.query.projection.table.RowValues;
import io.ordertrail.query.reading.AggregateStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.springframework.jdbc.core.JdbcTemplate;

/** Holds the rows of orders against the fold of their events, column by column. */
public final class OrderAudit {

    /** Tables that hold rows of orders, with the projection that fills each. */
    private static final Map<String, String> TABLES = Map.of(
            "order_view", OrderViewTable.NAME,
            "order_list", OrderListTable.NAME,
            "order_list_sku", OrderListTable.NAME,
            "order_list_word", OrderListTable.NAME,
            "order_list_metadata", OrderListTable.NAME,
            "order_history", OrderHistoryTable.NAME);

    private static final int PAGE = 500;

    private final AggregateStream<FoldedOrder> streams;
    private final OrderViewTable views;
    private final OrderHistoryFold histories;
    private final JdbcTemplate jdbc;

    OrderAudit(
            AggregateStream<FoldedOrder> streams, OrderViewTable views, OrderHistoryFold histories, JdbcTemplate jdbc) {
        this.streams = streams;
        this.views = views;
        this.histories = histories;
        this.jdbc = jdbc;
    }

    /** The projections that are audited. */
    public static List<String> projections() {
        return List.of(OrderViewTable.NAME, OrderListTable.NAME, OrderHistoryTable.NAME);
    }

    /** Whether {@code event} begins an order. */
    public static boolean begins(DomainEventMessage<?> event) {
        return OrderStream.isOrder(event) && event.getSequenceNumber() == 0;
    }

    /** Audits {@code orders}, and reads one stream at a time. */
    public List<Audited> audit(List<String> orders) {
        // Rows first: events that come in between only make the stream longer, which is no contradiction.
        Map<String, List<RowValues>> view = rows(OrderViewTable.COLUMNS, "order_view", orders);
        Map<String, List<RowValues>> list = rows(ListedOrderColumns.ALL, "order_list", orders);
        Map<String, List<RowValues>> skus = rows("order_id, sku", "order_list_sku", orders);
        Map<String, List<RowValues>> words = rows("order_id, word", "order_list_word", orders);
        Map<String, List<RowValues>> metadata = rows("order_id, name, text", "order_list_metadata", orders);
        Map<String, List<RowValues>> history = rows(OrderHistoryTable.COLUMNS, "order_history", orders);
        return orders.stream()
                .map(id -> new OrderComparison(
                                id,
                                views,
                                histories,
                                of(view, id),
                                of(list, id),
                                of(skus, id),
                                of(words, id),
                                of(metadata, id),
                                of(history, id))
                        .with(streams.read(id)))
                .toList();
    }

    /** Tells {@code found} each row of an order that has no event, as projection and order. */
    public void rowsWithoutEvents(Consumer<Audited.Breach> found) {
        TABLES.forEach((table, projection) -> ids(table)
                .filter(id -> !streams.read(id).hasNext())
                .forEach(id -> found.accept(new Audited.Breach(projection, id + " has a row but no event"))));
    }

    /** How many orders {@code projection} has rows of. */
    public long orders(String projection) {
        return TABLES.entrySet().stream()
                .filter(table -> table.getValue().equals(projection))
                .mapToLong(table -> count("select count(distinct order_id) from " + table.getKey()))
                .max()
                .orElse(0);
    }

    private long count(String sql) {
        Long count = jdbc.queryForObject(sql, Long.class);
        return count == null ? 0 : count;
    }

    private Stream<String> ids(String table) {
        String sql = "select distinct order_id from " + table + " where order_id > ? order by order_id limit " + PAGE;
        return Stream.iterate(
                        jdbc.queryForList(sql, String.class, ""),
                        page -> !page.isEmpty(),
                        page -> jdbc.queryForList(sql, String.class, page.get(page.size() - 1)))
                .flatMap(Collection::stream);
    }

    private Map<String, List<RowValues>> rows(String columns, String table, List<String> orders) {
        Map<String, List<RowValues>> found = new HashMap<>();
        jdbc.query(
                ParameterBinder.anyOf("select " + columns + " from " + table + " where order_id = any(?)", orders),
                row -> {
                    found.computeIfAbsent(row.getString("order_id"), id -> new ArrayList<>())
                            .add(RowValues.read(row));
                });
        return found;
    }

    private static List<RowValues> of(Map<String, List<RowValues>> rows, String orderId) {
        return rows.getOrDefault(orderId, List.of());
    }
}
