package io.ordertrail.axon.message;

import io.ordertrail.axon.read.ReadDeadline;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.queryhandling.QueryMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Gives a query the seconds that its sender allows it ({@link MetaKeys#LIMIT}): each of its statements ends when they
 * are over, and with it the query, so that nobody's search holds a connection for longer. So does the reading of events
 * ({@link ReadDeadline}).
 */
final class ReadLimit implements MessageHandlerInterceptor<QueryMessage<?, ?>> {

    private static final Logger LOG = LoggerFactory.getLogger(ReadLimit.class);

    private final DataSource dataSource;

    ReadLimit(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * The transaction has begun: Axon's own interceptor comes first. That of a command, which asks on its way, is not
     * the query's.
     */
    @Override
    public Object handle(UnitOfWork<? extends QueryMessage<?, ?>> work, InterceptorChain chain) throws Exception {
        if (!work.isRoot() || !(work.getMessage().getMetaData().get(MetaKeys.LIMIT) instanceof Number seconds)) {
            return chain.proceed();
        }
        ReadDeadline.begin(work, Duration.ofSeconds(seconds.intValue()));
        if (!(TransactionSynchronizationManager.getResource(dataSource) instanceof ConnectionHolder held)) {
            return chain.proceed();
        }
        held.setTimeoutInSeconds(seconds.intValue());
        try {
            return chain.proceed();
        } finally {
            forget(held);
        }
    }

    /** H2 keeps the limit of a statement for all that come later on the same connection, which others will have. */
    private static void forget(ConnectionHolder held) {
        try (Statement statement = held.getConnection().createStatement()) {
            statement.setQueryTimeout(0);
        } catch (SQLException e) {
            LOG.debug("A connection that is broken keeps its limit", e);
        }
    }
}
