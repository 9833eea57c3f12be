package io.ordertrail.axon.database;

import java.util.function.Consumer;
import javax.sql.DataSource;
import org.axonframework.common.transaction.Transaction;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Transactions that need not be on the disk when they have committed: all that they do follows from stored events, and
 * is done again if it is lost. Nobody is told of them by an answer, and whatever is written later is written after
 * them, so that what a kill can take is the end of what was done, without gaps.
 */
public final class RepeatableWork {

    private static final String NO_WAIT = "set local synchronous_commit to off";
    private static final String NAME = RepeatableWork.class.getName();

    private final TransactionManager transactions;
    private final Consumer<Runnable> apart;

    RepeatableWork(PlatformTransactionManager platform, JdbcConnectionDetails database, DataSource dataSource) {
        DefaultTransactionDefinition definition = new DefaultTransactionDefinition();
        definition.setName(NAME);
        TransactionTemplate ofItsOwn = new TransactionTemplate(platform);
        ofItsOwn.setName(NAME);
        ofItsOwn.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        TransactionManager named = new SpringTransactionManager(platform, definition);
        boolean isPostgreSql = database.getJdbcUrl().startsWith("jdbc:postgresql:");
        JdbcTemplate jdbc = new JdbcTemplate(dataSource);
        transactions = isPostgreSql ? onPostgreSql(named, jdbc) : named;
        apart = work -> ofItsOwn.executeWithoutResult(status -> {
            if (isPostgreSql) {
                jdbc.execute(NO_WAIT);
            }
            work.run();
        });
    }

    /** The embedded database looks for the name ({@link WrittenDataSource}); PostgreSQL must be told. */
    private static TransactionManager onPostgreSql(TransactionManager named, JdbcTemplate jdbc) {
        return () -> {
            Transaction transaction = named.startTransaction();
            try {
                jdbc.execute(NO_WAIT);
            } catch (RuntimeException e) {
                transaction.rollback();
                throw e;
            }
            return transaction;
        };
    }

    /**
     * Does {@code work} in such a transaction of its own, whatever is under way: what commits later is written later.
     */
    public void apart(Runnable work) {
        apart.accept(work);
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
