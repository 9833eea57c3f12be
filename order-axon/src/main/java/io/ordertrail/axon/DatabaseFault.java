package io.ordertrail.axon;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;

/** What a failure says about the database. */
public final class DatabaseFault {

    /** H2: the database has been closed; it is being closed, for the process ends; its file cannot be used any more. */
    private static final Set<Integer> CLOSED = Set.of(90098, 90121);

    /** A chain of causes that is longer than this goes round in a circle. */
    private static final int LONGEST_CHAIN = 50;

    private DatabaseFault() {}

    /** Whether {@code failure} comes from a database that cannot be reached, and not from what was asked of it. */
    public static boolean isAway(Throwable failure) {
        Throwable each = failure;
        for (int n = 0; each != null && n < LONGEST_CHAIN; n++, each = each.getCause()) {
            if (each instanceof SQLException sql && isAway(sql)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAway(SQLException failure) {
        String state = failure.getSQLState() == null ? "" : failure.getSQLState();
        return failure instanceof SQLTransientConnectionException
                || failure instanceof SQLNonTransientConnectionException
                || failure instanceof SQLRecoverableException
                || CLOSED.contains(failure.getErrorCode())
                // Standard: connection exception. PostgreSQL: it is shut down, has crashed, or starts.
                || state.startsWith("08")
                || state.startsWith("57P0");
    }

    /** Whether an embedded database was closed, which nothing but the end of the process opens again. */
    static boolean isClosed(SQLException failure) {
        return CLOSED.contains(failure.getErrorCode());
    }
}
