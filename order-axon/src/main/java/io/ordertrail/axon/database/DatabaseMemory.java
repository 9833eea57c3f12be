package io.ordertrail.axon.database;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;

/**
 * What was read of the database and is still in memory though nobody asks for it any more: buffers of idle connections
 * and, of the embedded database, pages of its file.
 */
public final class DatabaseMemory {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseMemory.class);

    private final DataSource dataSource;
    private final ObjectProvider<StoreWriter> embedded;

    DatabaseMemory(DataSource dataSource, ObjectProvider<StoreWriter> embedded) {
        this.dataSource = dataSource;
        this.embedded = embedded;
    }

    /** Ends connections, each when it is given back, and lets go of pages. What is asked next is read again. */
    public void clear() {
        try {
            if (dataSource.isWrapperFor(HikariDataSource.class)) {
                HikariPoolMXBean pool =
                        dataSource.unwrap(HikariDataSource.class).getHikariPoolMXBean();
                if (pool != null) {
                    pool.softEvictConnections();
                }
            }
            embedded.ifAvailable(StoreWriter::forgetPages);
        } catch (SQLException e) {
            LOG.warn("Connections to the database keep what they have read until they are renewed", e);
        }
    }
}
