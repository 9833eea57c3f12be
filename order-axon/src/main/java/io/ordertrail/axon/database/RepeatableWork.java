package io.ordertrail.axon.database;

import javax.sql.DataSource;
import org.axonframework.common.transaction.Transaction;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Transactions that need not be on the disk when they have committed: all that they do follows from stored events, and
 * is done again if it is lost. Nobody is told of them by an answer, and whatever is written later is written after
 * them, so that what a kill can take is the end of what was done, without gaps.
 */
public final class RepeatableWork {

    private static final String NAME = RepeatableWork.class.getName();

    private final TransactionManager transactions;

    RepeatableWork(PlatformTransactionManager platform, JdbcConnectionDetails database, DataSource dataSource) {
        DefaultTransactionDefinition definition = new DefaultTransactionDefinition();
        definition.setName(NAME);
        TransactionManager named = new SpringTransactionManager(platform, definition);
        transactions = database.getJdbcUrl().startsWith("jdbc:postgresql:")
                ? onPostgreSql(named, new JdbcTemplate(dataSource))
                : named;
    }

    /** The embedded database looks for the name ({@link WrittenDataSource}); PostgreSQL must be told. */
    private static TransactionManager onPostgreSql(TransactionManager named, JdbcTemplate jdbc) {
        return () -> {
            Transaction transaction = named.startTransaction();
            try {
                jdbc.execute("set local synchronous_commit to off");
            } catch (RuntimeException e) {
                transaction.rollback();
                throw e;
            }
            return transaction;
        };
    }

    /** Begins such transactions. */
    public TransactionManager transactions() {
        return transactions;
    }

    /** Whether the present transaction is one. */
    static boolean isPresent() {
        return NAME.equals(TransactionSynchronizationManager.getCurrentTransactionName());
    }
}
