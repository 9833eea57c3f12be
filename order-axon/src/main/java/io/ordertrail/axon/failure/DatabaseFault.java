package io.ordertrail.axon.failure;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionTimedOutException;

/** What a failure says about the database. */
public final class DatabaseFault {

    /** H2: the database has been closed; it is being closed, for the process ends; its file cannot be used any more. */
    private static final Set<Integer> CLOSED = Set.of(90098, 90121);

    /** Time-outs and locks that were not had, by SQL state: PostgreSQL has no exception classes for them. */
    private static final Set<String> TOO_LONG = Set.of("57014", "HYT00", "HY008", "55P03", "40001", "40P01", "25P03");

    private DatabaseFault() {}

    /** Whether {@code failure} comes from a database that cannot be reached, and not from what was asked of it. */
    public static boolean isAway(Throwable failure) {
        return CauseChain.any(failure, each -> each instanceof SQLException sql && isAway(sql));
    }

    /**
     * Whether {@code failure} comes from a database that has too much to do: no connection was free, a statement took
     * too long, a lock was not had. Nothing is wrong with what was asked; later it may be answered.
     */
    public static boolean isExhausted(Throwable failure) {
        return CauseChain.any(
                failure,
                each -> each instanceof CannotCreateTransactionException
                        || each instanceof CannotGetJdbcConnectionException
                        || each instanceof TransactionTimedOutException
                        || each instanceof TransientDataAccessException
                        || each instanceof SQLException sql && isExhausted(sql));
    }

    private static boolean isExhausted(SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        return failure instanceof SQLTransientConnectionException
                || failure instanceof SQLTimeoutException
                || TOO_LONG.contains(state)
                // Standard: not enough of something, such as connections or disk.
                || state.startsWith("53");
    }

    private static boolean isAway(SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        return failure instanceof SQLTransientConnectionException
                || failure instanceof SQLNonTransientConnectionException
                || failure instanceof SQLRecoverableException
                || CLOSED.contains(failure.getErrorCode())
                // Standard: connection exception. PostgreSQL: it is shut down, has crashed, or starts.
                || state.startsWith("08")
                || state.startsWith("57P0");
    }

    /** Whether an embedded database was closed, which nothing but the end of the process opens again. */
    public static boolean isClosed(SQLException failure) {
        return CLOSED.contains(failure.getErrorCode());
    }
}
