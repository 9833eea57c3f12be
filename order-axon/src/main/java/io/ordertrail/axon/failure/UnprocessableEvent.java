package io.ordertrail.axon.failure;

import io.ordertrail.axon.unknown.UnknownEvents;
import java.util.Locale;
import org.axonframework.messaging.deadletter.ThrowableCause;
import org.axonframework.serialization.SerializationException;
import org.springframework.dao.DataAccessException;
import tools.jackson.core.JacksonException;

/**
 * Why an event is parked: one word as its type, and the name of the failure as its message. The failure's own message
 * is in the log only: it may quote what is stored encrypted, and an erasure would not reach it.
 */
public final class UnprocessableEvent extends ThrowableCause {

    private static final long serialVersionUID = 1;

    public UnprocessableEvent(Throwable failure) {
        super(word(failure), failure.getClass().getSimpleName());
    }

    private static String word(Throwable failure) {
        if (isAny(failure, SerializationException.class, JacksonException.class)
                || CauseChain.any(failure, UnknownEvents::isCause)) {
            return "EVENT_UNREADABLE";
        }
        return isAny(failure, DataAccessException.class)
                ? "ROW_REFUSED"
                : failure.getClass()
                        .getSimpleName()
                        .replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_")
                        .toUpperCase(Locale.ROOT);
    }

    @SafeVarargs
    private static boolean isAny(Throwable failure, Class<? extends Throwable>... types) {
        return CauseChain.any(failure, cause -> {
            for (Class<? extends Throwable> type : types) {
                if (type.isInstance(cause)) {
                    return true;
                }
            }
            return false;
        });
    }
}
