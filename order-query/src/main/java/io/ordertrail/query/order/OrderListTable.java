package io.ordertrail.query.order;

import io.ordertrail.query.projection.fold.ReadModel;
import io.ordertrail.query.projection.table.OptimisticLock;
import io.ordertrail.query.projection.table.ParameterBinder;
import io.ordertrail.query.projection.table.Truncation;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Projection order-list: one row an order, in columns, and its SKUs, its words and its metadata in tables of their own. */
final class OrderListTable implements ReadModel<ListedOrder> {

    static final String NAME = "order-list";

    private final JdbcTemplate jdbc;

    OrderListTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean concerns(EventMessage<?> event) {
        return OrderStream.isOrder(event);
    }

    @Override
    public List<String> keys(EventMessage<?> event) {
        return List.of(((DomainEventMessage<?>) event).getAggregateIdentifier());
    }

    @Override
    public long version(ListedOrder row) {
        return row.version();
    }

    @Override
    public Map<String, ListedOrder> load(Collection<String> keys) {
        Map<String, ListedOrder> found = new HashMap<>();
        jdbc.query(
                        ParameterBinder.anyOf(
                                "select " + ListedOrderColumns.READ + " from order_list where order_id = any(?)", keys),
                        (row, n) -> ListedOrderColumns.read(row))
                .forEach(order -> found.put(order.orderId(), order));
        return found;
    }

    @Override
    public ListedOrder fold(String key, @Nullable ListedOrder row, EventMessage<?> event) {
        return OrderListFold.fold(row, OrderStream.recorded(event));
    }

    @Override
    public void insert(List<ListedOrder> rows) {
        jdbc.batchUpdate(
                "insert into order_list (" + ListedOrderColumns.ALL + ") values (" + ListedOrderColumns.MARKS + ")",
                rows,
                rows.size(),
                (statement, row) -> ListedOrderColumns.bind(ParameterBinder.to(statement), row));
        insertSkus(rows);
        insertWords(rows);
        insertMetadata(rows);
    }

    private void insertMetadata(List<ListedOrder> rows) {
        List<String[]> entries = rows.stream()
                .flatMap(row -> row.metadata().entrySet().stream()
                        .map(entry -> new String[] {entry.getKey(), entry.getValue(), row.orderId()}))
                .toList();
        if (!entries.isEmpty()) {
            jdbc.batchUpdate(
                    "insert into order_list_metadata (name, text, order_id) values (?, ?, ?)",
                    entries,
                    entries.size(),
                    (statement, entry) -> ParameterBinder.to(statement)
                            .text(entry[0])
                            .text(entry[1])
                            .text(entry[2]));
        }
    }

    private record Sold(String sku, ListedOrder order) {}

    private void insertSkus(List<ListedOrder> rows) {
        List<Sold> skus = rows.stream()
                .flatMap(row -> row.skus().stream().map(sku -> new Sold(sku, row)))
                .toList();
        jdbc.batchUpdate(
                "insert into order_list_sku (sku, order_id, created_at) values (?, ?, ?)",
                skus,
                Math.max(skus.size(), 1),
                (statement, sold) -> ParameterBinder.to(statement)
                        .text(sold.sku)
                        .text(sold.order.orderId())
                        .time(sold.order.createdAt()));
    }

    private record Found(String word, ListedOrder order) {}

    private void insertWords(List<ListedOrder> rows) {
        List<Found> words = rows.stream()
                .flatMap(row -> row.words().stream().map(word -> new Found(word, row)))
                .toList();
        jdbc.batchUpdate(
                "insert into order_list_word (word, order_id) values (?, ?)",
                words,
                Math.max(words.size(), 1),
                (statement, found) -> {
                    statement.setBytes(1, SearchWords.bytes(found.word));
                    statement.setString(2, found.order.orderId());
                });
    }

    /** Another address may have another name. */
    private void replaceWords(List<ListedOrder> rows) {
        List<ListedOrder> renamed =
                rows.stream().filter(row -> !row.words().isEmpty()).toList();
        if (!renamed.isEmpty()) {
            jdbc.update(ParameterBinder.anyOf(
                    "delete from order_list_word where order_id = any(?)",
                    renamed.stream().map(ListedOrder::orderId).toList()));
            insertWords(renamed);
            jdbc.batchUpdate(
                    "update order_list set words = ? where order_id = ?",
                    renamed,
                    renamed.size(),
                    (statement, row) -> ParameterBinder.to(statement)
                            .text(SearchWords.text(row.words()))
                            .text(row.orderId()));
        }
    }

    /** An edit may have changed what is ordered. */
    private void replaceSkus(List<ListedOrder> rows) {
        List<ListedOrder> edited =
                rows.stream().filter(row -> !row.skus().isEmpty()).toList();
        if (!edited.isEmpty()) {
            jdbc.update(ParameterBinder.anyOf(
                    "delete from order_list_sku where order_id = any(?)",
                    edited.stream().map(ListedOrder::orderId).toList()));
            insertSkus(edited);
        }
    }

    @Override
    public void update(List<ListedOrder> rows) {
        OptimisticLock.requireEach(jdbc.batchUpdate(
                "update order_list set " + ListedOrderColumns.ASSIGNED + " where order_id = ? and version < ?",
                rows,
                rows.size(),
                (statement, row) -> {
                    ParameterBinder bound = ParameterBinder.to(statement);
                    ListedOrderColumns.bindChanging(bound, row);
                    bound.text(row.orderId()).number(row.version());
                }));
        replaceSkus(rows);
        replaceWords(rows);
    }

    @Override
    public void clear() {
        Truncation.of(jdbc, "order_list_metadata", "order_list_word", "order_list_sku", "order_list");
    }

    @Override
    public boolean isOfOneStream() {
        return true;
    }

    @Override
    public void remove(String orderId) {
        jdbc.update("delete from order_list_word where order_id = ?", orderId);
        jdbc.update("delete from order_list_metadata where order_id = ?", orderId);
        jdbc.update("delete from order_list_sku where order_id = ?", orderId);
        jdbc.update("delete from order_list where order_id = ?", orderId);
    }
}
