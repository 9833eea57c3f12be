package io.ordertrail.axon.database;

import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
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

    private RepeatableWork() {}

    /** Begins such transactions. */
    public static TransactionManager transactions(PlatformTransactionManager platform) {
        DefaultTransactionDefinition definition = new DefaultTransactionDefinition();
        definition.setName(NAME);
        return new SpringTransactionManager(platform, definition);
    }

    /** Whether the present transaction is one. */
    static boolean isPresent() {
        return NAME.equals(TransactionSynchronizationManager.getCurrentTransactionName());
    }
}
