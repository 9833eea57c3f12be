package io.ordertrail.query.stock;

import io.ordertrail.query.projection.generation.TableNames;
import io.ordertrail.query.projection.generation.ViewSql;
import io.ordertrail.query.projection.table.StateTable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the view knows for certain of the reservations of an order. */
final class KnownReservations {

    /** The view takes the events of an item in as they come: it has all up to the newest ask that it has. */
    private static final String TAKEN_IN = "select max(since) from ("
            + "(select since from stock_reservation where item_id = ? and is_open = true"
            + " order by since desc fetch first 1 row only) union all"
            + " (select since from stock_reservation where item_id = ? and is_open = false"
            + " order by since desc fetch first 1 row only)) newest";

    private final ViewSql views;
    private final StateTable<ReservationRow> table;
    private final JdbcClient jdbc;

    KnownReservations(ViewSql views, StateTable<ReservationRow> table) {
        this.views = views;
        this.table = table;
        this.jdbc = JdbcClient.create(views.template());
    }

    /**
     * @param upTo by item, the version of the event up to which the view has taken its stream in at least; -1 where
     *     nothing of it is certain
     * @param rows of the order
     */
    record Known(Map<String, Long> upTo, List<ReservationRow> rows) {

        /** Of {@code item}, as far as they are certain. */
        List<ReservationRow> of(String item) {
            return rows.stream()
                    .filter(row -> row.itemId().equals(item) && upTo.getOrDefault(item, -1L) >= 0)
                    .toList();
        }
    }

    /** @param items that the order has asked; there may be rows of more */
    Known of(String orderId, List<String> items) {
        TableNames now = views.live();
        Map<String, Long> upTo = new TreeMap<>();
        items.forEach(item -> upTo.put(item, -1L));
        if (!now.has(table.name())) {
            return new Known(upTo, List.of());
        }
        // Before the rows, which may be as of a later event, but not of an earlier one.
        items.stream().filter(item -> !isDiscarded(item)).forEach(item -> upTo.put(item, takenIn(now, item)));
        List<Optional<ReservationRow>> found = table.in(now).findEach("where order_id = ?", List.of(orderId));
        if (found.stream().anyMatch(Optional::isEmpty)) {
            upTo.replaceAll((item, version) -> -1L);
        }
        List<ReservationRow> rows = found.stream().flatMap(Optional::stream).toList();
        rows.forEach(row -> upTo.putIfAbsent(row.itemId(), -1L));
        return new Known(upTo, rows);
    }

    private long takenIn(TableNames now, String item) {
        return jdbc.sql(now.in(TAKEN_IN))
                .params(item, item)
                .query((row, n) -> row.getObject(1) == null ? -1L : row.getLong(1))
                .single();
    }

    /** Whether staff said that some of its events need not be taken in. */
    private boolean isDiscarded(String item) {
        return jdbc.sql("select count(*) from discarded_sequence where projection = ? and sequence_id = ?")
                        .params(table.name(), item)
                        .query(Long.class)
                        .single()
                > 0;
    }
}
