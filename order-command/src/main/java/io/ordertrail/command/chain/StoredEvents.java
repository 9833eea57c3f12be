package io.ordertrail.command.chain;

import io.ordertrail.axon.audit.ChainMac;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads events as they are stored, to the byte: personal data stays encrypted, so that an erasure changes nothing. */
final class StoredEvents {

    private static final String COLUMNS = "e.global_index, e.event_id, e.aggregate_id, e.sequence_number,"
            + " e.aggregate_type, e.recorded_at, e.payload_type, e.payload_revision, e.payload, e.metadata";

    private final JdbcClient jdbc;

    StoredEvents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Up to {@code most} events after {@code position}, in their order. */
    List<StoredEvent> after(long position, int most, ChainMac key) {
        return between(position, Long.MAX_VALUE, most, key);
    }

    /** The same, up to the position {@code last}. */
    List<StoredEvent> between(long position, long last, int most, ChainMac key) {
        return jdbc.sql("select " + COLUMNS + " from domain_event e where e.global_index > ? and e.global_index <= ?"
                        + " order by e.global_index limit " + most)
                .params(position, last)
                .query((row, n) -> event(row, key))
                .list();
    }

    /** Up to {@code most} events at positions where none was seen, since {@code instant}; in their order. */
    List<StoredEvent> inGaps(Instant instant, int most, ChainMac key) {
        // Outer, so that no database thinks of reading all events first.
        return jdbc
                .sql("select " + COLUMNS + " from chain_gap g left join domain_event e"
                        + " on e.global_index between g.first_position and g.last_position"
                        + " where g.seen_at > ? order by g.first_position, e.global_index limit " + most)
                .param(Timestamp.from(instant))
                .query((row, n) ->
                        row.getString(2) == null ? Optional.<StoredEvent>empty() : Optional.of(event(row, key)))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /** How many there are after {@code position}. */
    long countAfter(long position) {
        return jdbc.sql("select count(*) from domain_event where global_index > ?")
                .param(position)
                .query(Long.class)
                .single();
    }

    /** The position of the last one; 0 if there is none. */
    long last() {
        return jdbc.sql("select coalesce(max(global_index), 0) from domain_event")
                .query(Long.class)
                .single();
    }

    private static StoredEvent event(ResultSet row, ChainMac key) throws SQLException {
        String id = row.getString(2);
        String aggregate = row.getString(3);
        long sequence = row.getLong(4);
        byte[] mac = key.of(
                "event",
                id,
                aggregate,
                sequence,
                text(row, 5),
                text(row, 6),
                text(row, 7),
                text(row, 8),
                text(row, 9),
                text(row, 10));
        return new StoredEvent(
                row.getLong(1),
                "event %d of %s (%s, %s)".formatted(sequence, aggregate, text(row, 7), id),
                Arrays.copyOf(mac, Block.MAC));
    }

    private static @Nullable String text(ResultSet row, int column) throws SQLException {
        return row.getString(column);
    }
}
