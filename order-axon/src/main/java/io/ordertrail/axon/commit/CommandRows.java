package io.ordertrail.axon.commit;

import java.util.Objects;
import org.axonframework.common.transaction.Transaction;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.DefaultTransactionDefinition;

/**
 * The rows that the handler of a command writes beside its events. Several commands may share a transaction, and one of
 * them may be refused; then its rows are taken back, and those of the others stay. A savepoint is a statement of its
 * own, and most commands write no rows, so a handler says {@link #begin} before its first one. A test of the
 * architecture sees to it.
 */
public final class CommandRows implements Transaction {

    private static final String KEY = CommandRows.class.getName();
    private static final DefaultTransactionDefinition JOINED =
            new DefaultTransactionDefinition(DefaultTransactionDefinition.PROPAGATION_MANDATORY);

    private final PlatformTransactionManager platform;
    private @Nullable TransactionStatus joined;
    private @Nullable Object savepoint;

    private CommandRows(PlatformTransactionManager platform) {
        this.platform = platform;
    }

    static CommandRows of(UnitOfWork<?> work, PlatformTransactionManager platform) {
        CommandRows rows = new CommandRows(platform);
        work.resources().put(KEY, rows);
        return rows;
    }

    /**
     * To be called before a command's handler writes a row. A command that has a transaction of its own needs nothing.
     */
    public static void begin() {
        CurrentUnitOfWork.ifStarted(work -> {
            CommandRows rows = work.getResource(KEY);
            if (rows != null) {
                rows.save();
            }
        });
    }

    private void save() {
        if (savepoint == null) {
            joined = platform.getTransaction(JOINED);
            savepoint = joined.createSavepoint();
        }
    }

    /** The group commits. */
    @Override
    public void commit() {
        // Nothing to do: a savepoint ends with its transaction.
    }

    @Override
    public void rollback() {
        if (savepoint != null) {
            Objects.requireNonNull(joined).rollbackToSavepoint(savepoint);
        }
    }
}
