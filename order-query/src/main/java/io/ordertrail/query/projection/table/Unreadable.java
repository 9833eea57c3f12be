package io.ordertrail.query.projection.table;

import java.sql.SQLException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Handles a row that cannot be read: it is logged, and no answer fails because of it. */
public final class Unreadable {

    private static final Logger LOG = LoggerFactory.getLogger(Unreadable.class);

    private Unreadable() {}

    /** The row of {@code key}; empty if it cannot be read. */
    public static <R> Optional<R> rowOf(String view, String key, Row<R> row) throws SQLException {
        try {
            return Optional.of(row.read());
        } catch (UnreadableRow e) {
            LOG.warn("The row {} of {} cannot be read", key, view, e);
            return Optional.empty();
        }
    }

    /** Reads a row. */
    @FunctionalInterface
    public interface Row<R> {
        R read() throws SQLException;
    }
}
