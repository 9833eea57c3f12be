package io.ordertrail.query.projection.table;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.StatementCallback;

/** Empties tables in seconds, however many rows they have. In H2 it ends the present transaction. */
public final class Truncation {

    /**
     * It needs a table for itself. It does not wait for a long reader, because all other readers would wait as well.
     */
    private static final int PATIENCE_SECONDS = 20;

    private Truncation() {}

    /** @throws org.springframework.dao.DataAccessException a table is in use; others may be empty already */
    public static void of(JdbcTemplate jdbc, String... tables) {
        jdbc.execute((StatementCallback<Integer>) statement -> {
            statement.setQueryTimeout(PATIENCE_SECONDS);
            try {
                for (String table : tables) {
                    statement.execute("truncate table " + table);
                }
            } finally {
                // In H2 it belongs to the connection, which others will use.
                statement.setQueryTimeout(0);
            }
            return tables.length;
        });
    }
}
