package io.ordertrail.axon.commit;

import java.sql.SQLException;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.JdbcException;
import org.axonframework.common.transaction.Transaction;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.PlatformTransactionManager;

/** The transaction of a command: its own, or that of the group in which it is handled ({@link CommandGroups}). */
public final class CommandTransactions implements TransactionManager {

    private final TransactionManager own;
    private final PlatformTransactionManager platform;
    private final @Nullable ConnectionProvider connections;

    /** @param connections Axon's; null where it stores nothing in the database */
    public CommandTransactions(
            TransactionManager own, PlatformTransactionManager platform, @Nullable ConnectionProvider connections) {
        this.own = own;
        this.platform = platform;
        this.connections = connections;
    }

    @Override
    public Transaction startTransaction() {
        UnitOfWork<?> work = CurrentUnitOfWork.get();
        if (work.parent().isPresent()) {
            return CommandRows.of(work, platform);
        }
        Transaction transaction = own.startTransaction();
        takeConnection();
        return transaction;
    }

    /**
     * Axon rolls a connection back with the unit of work that has asked for it first. That must be the outermost: a
     * nested one would take the rows of all others along (docs/reference/axon-pitfalls.md, 56).
     */
    private void takeConnection() {
        try {
            if (connections != null) {
                connections.getConnection();
            }
        } catch (SQLException e) {
            throw new JdbcException("No connection", e);
        }
    }
}
