package io.ordertrail.axon.thread;

import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerCustomizer;
import com.github.kagkarlsson.scheduler.serializer.Serializer;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import org.springframework.beans.factory.ObjectProvider;

/** Gives db-scheduler threads that it cannot interrupt when it stops: all of them are in the database now and then. */
public final class SchedulerThreads implements DbSchedulerCustomizer {

    /** As db-scheduler has by default: heartbeats, dead executions, and one to spare. */
    private static final int HOUSEKEEPERS = 3;

    private final ObjectProvider<Serializer> rows;
    private final int threads;

    /** @param rows how rows are kept, where it is not db-scheduler's own way */
    public SchedulerThreads(ObjectProvider<Serializer> rows, int threads) {
        this.rows = rows;
        this.threads = threads;
    }

    @Override
    public Optional<Serializer> serializer() {
        return Optional.ofNullable(rows.getIfAvailable());
    }

    @Override
    public Optional<ExecutorService> executorService() {
        return Optional.of(UninterruptedPool.fixed(threads, "db-scheduler"));
    }

    @Override
    public Optional<ExecutorService> dueExecutor() {
        return Optional.of(UninterruptedPool.fixed(1, "db-scheduler-due"));
    }

    @Override
    public Optional<ScheduledExecutorService> housekeeperExecutor() {
        return Optional.of(new UninterruptedTimer(HOUSEKEEPERS, "db-scheduler-housekeeper"));
    }
}
