package io.ordertrail.query.order;

import io.ordertrail.query.projection.fold.ReadModel;
import io.ordertrail.query.projection.table.ParameterBinder;
import io.ordertrail.query.projection.table.Rows;
import io.ordertrail.query.projection.table.Truncation;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Projection order-history: one row an event, written once. */
final class OrderHistoryTable implements ReadModel<HistoryRow> {

    static final String NAME = "order-history";

    static final String COLUMNS = "order_id, version, event_id, event_type, happened_at, recorded_at, actor,"
            + " roles, reason, summary, data, correlation_id, causation_id, trace_id";

    private static final String WHOLE = Rows.whole(NAME, "order_id");

    private final JdbcTemplate jdbc;
    private final OrderHistoryFold fold;

    OrderHistoryTable(JdbcTemplate jdbc, OrderHistoryFold fold) {
        this.jdbc = jdbc;
        this.fold = fold;
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
        DomainEventMessage<?> stored = (DomainEventMessage<?>) event;
        return List.of(key(stored.getAggregateIdentifier(), stored.getSequenceNumber()));
    }

    @Override
    public long version(HistoryRow row) {
        return row.version();
    }

    @Override
    public Map<String, HistoryRow> load(Collection<String> keys) {
        Set<String> orders =
                keys.stream().map(key -> key.substring(0, key.lastIndexOf('/'))).collect(Collectors.toSet());
        Long[] versions = keys.stream()
                .map(key -> Long.valueOf(key.substring(key.lastIndexOf('/') + 1)))
                .distinct()
                .toArray(Long[]::new);
        Map<String, HistoryRow> found = new HashMap<>();
        jdbc.query(
                        connection -> {
                            var statement = connection.prepareStatement("select " + COLUMNS
                                    + " from order_history where order_id = any(?) and version = any(?)");
                            statement.setArray(1, connection.createArrayOf("varchar", orders.toArray()));
                            statement.setArray(2, connection.createArrayOf("bigint", versions));
                            return statement;
                        },
                        (row, n) -> read(row))
                .forEach(row -> found.put(key(row.orderId(), row.version()), row));
        return found;
    }

    /** The version of the order's last row; -1 where rows are missing or not to be believed, as {@link Rows#byId} has it. */
    long last(String orderId) {
        Long last = jdbc.queryForObject(
                "select case when count(*) = max(version) + 1 then max(version) else -1 end from order_history where order_id = ?"
                        + WHOLE,
                Long.class,
                orderId);
        return last == null ? -1 : last;
    }

    /** The order's rows from version {@code from} on and before {@code to}, oldest first; none if they are not to be believed. */
    List<HistoryRow> of(String orderId, long from, long to) {
        return jdbc.query(
                "select " + COLUMNS + " from order_history where order_id = ? and version >= ? and version < ?" + WHOLE
                        + " order by version",
                (row, n) -> read(row),
                orderId,
                from,
                to);
    }

    @Override
    public HistoryRow fold(String key, @Nullable HistoryRow row, EventMessage<?> event) {
        return row == null ? fold.row((DomainEventMessage<?>) event) : row;
    }

    @Override
    public void insert(List<HistoryRow> rows) {
        jdbc.batchUpdate(
                "insert into order_history (" + COLUMNS + ") values (" + COLUMNS.replaceAll("[a-z_]+", "?") + ")",
                rows,
                rows.size(),
                (statement, row) -> bind(ParameterBinder.to(statement), row));
    }

    static void bind(ParameterBinder bound, HistoryRow row) throws SQLException {
        bound.text(row.orderId())
                .number(row.version())
                .text(row.eventId())
                .text(row.type())
                .time(row.at())
                .time(row.recordedAt())
                .text(row.actor())
                .text(row.roles())
                .text(row.reason())
                .text(row.summary())
                .text(row.data())
                .text(row.correlationId())
                .text(row.causationId())
                .text(row.traceId());
    }

    @Override
    public void update(List<HistoryRow> rows) {
        throw new IllegalStateException("What happened does not change: " + rows);
    }

    @Override
    public void clear() {
        Truncation.of(jdbc, "order_history");
    }

    private static String key(String orderId, long version) {
        return orderId + '/' + version;
    }

    private static HistoryRow read(ResultSet row) throws SQLException {
        return new HistoryRow(
                row.getString("order_id"),
                row.getLong("version"),
                row.getString("event_id"),
                row.getString("event_type"),
                row.getObject("happened_at", OffsetDateTime.class).toInstant(),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getString("actor"),
                row.getString("roles"),
                row.getString("reason"),
                row.getString("summary"),
                row.getString("data"),
                row.getString("correlation_id"),
                row.getString("causation_id"),
                row.getString("trace_id"));
    }
}
