package io.ordertrail.query.projection.deadletter;

import io.ordertrail.api.projection.ProjectionError;
import io.ordertrail.axon.failure.FailureClassifier;
import io.ordertrail.axon.unknown.UnknownEvents;
import io.ordertrail.query.projection.fold.MissingEvents;
import io.ordertrail.query.projection.table.UnreadableRow;
import java.sql.SQLException;
import org.axonframework.common.jdbc.JdbcException;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.axonframework.serialization.SerializationException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import tools.jackson.core.JacksonException;

/** The one word for a failure. */
public final class ErrorWord {

    private ErrorWord() {}

    public static ProjectionError of(Throwable failure) {
        boolean ofEvent = FailureClassifier.isOnTheEvent(failure);
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            ProjectionError word = ofEvent ? ofEvent(cause) : ofWorld(cause);
            if (word != null) {
                return word;
            }
        }
        return ofEvent ? ProjectionError.FOLD_FAILED : ProjectionError.OTHER;
    }

    private static @Nullable ProjectionError ofEvent(Throwable cause) {
        if (cause instanceof UnreadableRow) {
            return ProjectionError.ROW_UNREADABLE;
        }
        if (cause instanceof MissingEvents) {
            return ProjectionError.EVENT_MISSING;
        }
        if (UnknownEvents.isCause(cause)
                || cause instanceof SerializationException
                || cause instanceof JacksonException) {
            return ProjectionError.EVENT_UNREADABLE;
        }
        return cause instanceof DataAccessException ? ProjectionError.ROW_REFUSED : null;
    }

    private static @Nullable ProjectionError ofWorld(Throwable cause) {
        if (cause instanceof UnableToClaimTokenException) {
            return ProjectionError.CLAIM_LOST;
        }
        return cause instanceof DataAccessException
                        || cause instanceof JdbcException
                        || cause instanceof TransactionException
                        || cause instanceof SQLException
                ? ProjectionError.DATABASE
                : null;
    }
}
