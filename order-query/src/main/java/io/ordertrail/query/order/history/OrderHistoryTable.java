package io.ordertrail.query.order.history;

import io.ordertrail.api.Contract;
import io.ordertrail.api.order.OrderCourseEvent.OrderDataErased;
import io.ordertrail.query.projection.table.Column;
import io.ordertrail.query.projection.table.EventTable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;

/** Projection order-history: which column holds what. */
final class OrderHistoryTable {

    private static final String ERASED = Contract.named(OrderDataErased.class).value();

    private OrderHistoryTable() {}

    static EventTable.Shape<HistoryRow> shape(OrderHistoryFold fold) {
        return new EventTable.Shape<>(
                "order-history",
                "order_history",
                "order_id",
                OrderHistoryFold.AGGREGATE,
                fold::row,
                HistoryRow::orderId,
                HistoryRow::version,
                List.of(
                        Column.text("event_id", HistoryRow::eventId),
                        Column.text("event_type", HistoryRow::type),
                        Column.time("happened_at", HistoryRow::at),
                        Column.time("recorded_at", HistoryRow::recordedAt),
                        Column.text("actor", HistoryRow::actor),
                        Column.text("roles", HistoryRow::roles),
                        Column.text("on_behalf_of", HistoryRow::onBehalfOf),
                        Column.text("reason", HistoryRow::reason),
                        Column.text("summary", HistoryRow::summary),
                        Column.text("data", HistoryRow::data),
                        Column.text("correlation_id", HistoryRow::correlationId),
                        Column.text("causation_id", HistoryRow::causationId),
                        Column.text("trace_id", HistoryRow::traceId)),
                (row, n) -> read(row),
                new EventTable.Erasure<>(row -> row.type().equals(ERASED), fold::erased));
    }

    private static HistoryRow read(ResultSet row) throws SQLException {
        return new HistoryRow(
                row.getString("order_id"),
                row.getLong("version"),
                row.getString("event_id"),
                row.getString("event_type"),
                time(row, "happened_at"),
                time(row, "recorded_at"),
                row.getString("actor"),
                row.getString("roles"),
                row.getString("on_behalf_of"),
                row.getString("reason"),
                row.getString("summary"),
                row.getString("data"),
                row.getString("correlation_id"),
                row.getString("causation_id"),
                row.getString("trace_id"));
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
