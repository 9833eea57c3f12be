package io.ordertrail.axon.read;

import java.time.Duration;
import java.util.Optional;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.springframework.dao.QueryTimeoutException;

/** Until when the query at hand may read events: they are many statements, of which none takes long. */
public final class ReadDeadline {

    private static final String KEY = ReadDeadline.class.getName();

    private ReadDeadline() {}

    public static void begin(UnitOfWork<?> work, Duration limit) {
        work.resources().put(KEY, System.nanoTime() + limit.toNanos());
    }

    /**
     * To be asked for each event that is read.
     *
     * @throws QueryTimeoutException the time of the query is over, as a statement says that ends by it
     */
    public static void check() {
        if (deadline().filter(end -> System.nanoTime() - end > 0).isPresent()) {
            throw new QueryTimeoutException("The time of the query is over");
        }
    }

    private static Optional<Long> deadline() {
        return CurrentUnitOfWork.isStarted()
                ? Optional.ofNullable(CurrentUnitOfWork.get().root().<Long>getResource(KEY))
                : Optional.empty();
    }
}
