package io.ordertrail.query.order;

import io.ordertrail.query.projection.OptimisticLock;
import io.ordertrail.query.projection.ParameterBinder;
import io.ordertrail.query.projection.ReadModel;
import io.ordertrail.query.projection.RowJson;
import io.ordertrail.query.projection.RowValues;
import io.ordertrail.query.projection.Rows;
import io.ordertrail.query.projection.Truncation;
import io.ordertrail.query.projection.Unreadable;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Projection order-view: one row an order, the state of {@link OrderFold} as JSON. */
final class OrderViewTable implements ReadModel<FoldedOrder>, Rows<FoldedOrder> {

    static final String NAME = "order-view";
    static final String COLUMNS = "order_id, number, version, updated_at, state";

    private static final String WHOLE = Rows.whole(NAME, "order_id");

    private final JdbcTemplate jdbc;
    private final JsonMapper json;

    OrderViewTable(JdbcTemplate jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
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
    public long version(FoldedOrder row) {
        return row.version();
    }

    @Override
    public Map<String, FoldedOrder> load(Collection<String> keys) {
        Map<String, FoldedOrder> found = new HashMap<>();
        jdbc.query(
                ParameterBinder.anyOf("select order_id, state from order_view where order_id = any(?)", keys), row -> {
                    found.put(row.getString(1), state(row.getString(2)));
                });
        return found;
    }

    @Override
    public Optional<FoldedOrder> byId(String orderId) {
        return find("order_id = ?", orderId);
    }

    /** As {@link #byId}, of several, in one query. */
    Map<String, FoldedOrder> byIds(Collection<String> orderIds) {
        Map<String, FoldedOrder> found = new HashMap<>();
        jdbc.query(
                ParameterBinder.anyOf(
                        "select order_id, state from order_view where order_id = any(?)" + WHOLE, orderIds),
                row -> {
                    String orderId = row.getString(1);
                    Unreadable.rowOf(NAME, orderId, () -> state(row.getString(2)))
                            .ifPresent(order -> found.put(orderId, order));
                });
        return found;
    }

    /** As {@link #byId}, by the order's number. */
    Optional<FoldedOrder> byNumber(String number) {
        return find("number = ?", number);
    }

    /** By the shop's own numbers, which the list of orders has in columns. */
    List<FoldedOrder> byReference(String channel, Collection<String> externalRefs) {
        List<FoldedOrder> found = new ArrayList<>();
        jdbc.query(
                ParameterBinder.anyOf(
                        "select v.state, l.channel, v.order_id from order_list l join order_view v on v.order_id = l.order_id"
                                + " where l.external_ref = any(?)",
                        externalRefs),
                row -> {
                    if (row.getString(2).equals(channel)) {
                        Unreadable.rowOf(NAME, row.getString(3), () -> state(row.getString(1)))
                                .ifPresent(found::add);
                    }
                });
        return found;
    }

    private Optional<FoldedOrder> find(String condition, String value) {
        return jdbc
                .query(
                        "select order_id, state from order_view where " + condition + WHOLE,
                        (row, n) -> Unreadable.rowOf(NAME, row.getString(1), () -> state(row.getString(2))),
                        value)
                .stream()
                .flatMap(Optional::stream)
                .findFirst();
    }

    @Override
    public FoldedOrder fold(String key, @Nullable FoldedOrder row, EventMessage<?> event) {
        return OrderFold.fold(row, OrderStream.recorded(event));
    }

    @Override
    public void insert(List<FoldedOrder> rows) {
        jdbc.batchUpdate(
                "insert into order_view (" + COLUMNS + ") values (?, ?, ?, ?, ?)",
                rows,
                rows.size(),
                (statement, row) -> bind(ParameterBinder.to(statement), row));
    }

    void bind(ParameterBinder bound, FoldedOrder row) throws SQLException {
        bound.text(row.orderId())
                .text(row.placed().number())
                .number(row.version())
                .time(RowValues.micros(row.updatedAt()))
                .text(json.writeValueAsString(row));
    }

    @Override
    public void update(List<FoldedOrder> rows) {
        OptimisticLock.requireEach(jdbc.batchUpdate(
                "update order_view set version = ?, updated_at = ?, state = ? where order_id = ? and version < ?",
                rows,
                rows.size(),
                (statement, row) -> ParameterBinder.to(statement)
                        .number(row.version())
                        .time(RowValues.micros(row.updatedAt()))
                        .text(json.writeValueAsString(row))
                        .text(row.orderId())
                        .number(row.version())));
    }

    @Override
    public void clear() {
        Truncation.of(jdbc, "order_view");
    }

    @Override
    public boolean isOfOneStream() {
        return true;
    }

    @Override
    public void remove(String orderId) {
        jdbc.update("delete from order_view where order_id = ?", orderId);
    }

    FoldedOrder state(String text) {
        return RowJson.read(json, text, FoldedOrder.class, NAME);
    }
}
