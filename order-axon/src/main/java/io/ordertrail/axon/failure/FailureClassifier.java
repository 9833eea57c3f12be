package io.ordertrail.axon.failure;

import org.axonframework.common.AxonTransientException;
import org.axonframework.common.jdbc.JdbcException;
import org.springframework.dao.InvalidDataAccessResourceUsageException;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.PermissionDeniedDataAccessException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Tells whether a failure is the event's own fault, so that it would fail again for ever and is parked, or one of the
 * world around it, so that it is tried again. In doubt it is the event's: a row that the database refuses, a fold that
 * throws, a payload that cannot be read.
 */
public final class FailureClassifier {

    private FailureClassifier() {}

    public static boolean isOnTheEvent(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (isOnTheWorld(cause)) {
                return false;
            }
        }
        return true;
    }

    /** Connection lost, lock not granted, table missing, not allowed to write: other events would fare no better. */
    private static boolean isOnTheWorld(Throwable failure) {
        return failure instanceof TransientDataAccessException
                || failure instanceof RecoverableDataAccessException
                || failure instanceof NonTransientDataAccessResourceException
                || failure instanceof InvalidDataAccessResourceUsageException
                || failure instanceof PermissionDeniedDataAccessException
                || failure instanceof TransactionException
                || failure instanceof JdbcException
                || failure instanceof AxonTransientException;
    }
}
