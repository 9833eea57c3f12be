package io.ordertrail.axon.database;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import io.ordertrail.axon.thread.UninterruptedTimer;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.SmartLifecycle;
import org.springframework.util.unit.DataSize;

/**
 * Keeps the file of the embedded database from growing while the service runs. Each commit writes its pages anew, and a
 * part of the file that holds one live page among hundreds of dead ones is kept; so live pages are written together,
 * after which the rest is used again. That is done in moments in which nobody has a connection: nothing is half done
 * then, and a kill finds nothing half (docs/adr/0004-h2-with-write-delay-0.md). Such a moment is made: for some
 * milliseconds no connection is given out.
 */
final class PageCompaction implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(PageCompaction.class);
    private static final Duration EVERY = Duration.ofSeconds(1);

    /** Smaller files are let be. */
    private static final DataSize SMALL = DataSize.ofMegabytes(48);

    /** So many times its live data a file may be. */
    private static final int ENOUGH_TIMES = 2;

    /** So long it is waited for those who have a connection. They have it for some milliseconds mostly. */
    private static final long DRAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    /** So long pages are written in one such moment. */
    private static final long WORK_NANOS = TimeUnit.MILLISECONDS.toNanos(120);

    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

    /** Percent of live data up to which a part of the file is written anew. */
    private static final int FILL_RATE = 60;

    /** Bytes of live pages that are written at once. */
    private static final int AT_ONCE = 1 << 20;

    private final JdbcConnectionDetails database;
    private final @Nullable HikariDataSource pool;
    private final DataSize small;
    private final UninterruptedTimer timer = new UninterruptedTimer(1, "page-compaction");
    private @Nullable Connection connection;
    private volatile boolean running;

    /** @param pool from which everybody else has their connections; without one nothing is done */
    PageCompaction(JdbcConnectionDetails database, @Nullable HikariDataSource pool) {
        this(database, pool, SMALL);
    }

    PageCompaction(JdbcConnectionDetails database, @Nullable HikariDataSource pool, DataSize small) {
        this.database = database;
        this.pool = pool;
        this.small = small;
    }

    @Override
    public void start() {
        if (pool == null || !(database instanceof EmbeddedDatabase embedded)) {
            return;
        }
        running = true;
        try {
            connection = embedded.open();
        } catch (SQLException e) {
            throw new IllegalStateException("The embedded database cannot be opened", e);
        }
        timer.scheduleWithFixedDelay(this::compact, EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Once, where the file is too large and a quiet moment can be had. */
    void compact() {
        Connection own = connection;
        HikariPoolMXBean connections = pool == null ? null : pool.getHikariPoolMXBean();
        if (own == null || connections == null) {
            return;
        }
        try {
            MVStore store = store(own);
            // What H2 overwrites after its retention time must be on the disk by then.
            store.sync();
            FileUse use = FileUse.of(own);
            // Who waits for a connection would hold up the pause, and all others behind it.
            if (isTooLarge(use) && connections.getThreadsAwaitingConnection() == 0) {
                boolean quiet = pause(connections, store);
                LOG.debug("{}: {}", use, quiet ? FileUse.of(own) : "no quiet moment");
            }
        } catch (SQLException | RuntimeException e) {
            // It is tried again. Whether the database is there is DatabaseWatch's to see.
            LOG.warn("Pages of the embedded database could not be compacted: {}", e.toString());
        }
    }

    private static boolean pause(HikariPoolMXBean connections, MVStore store) {
        connections.suspendPool();
        try {
            boolean quiet = isQuiet(connections);
            if (quiet) {
                write(store);
            }
            return quiet;
        } finally {
            connections.resumePool();
        }
    }

    private boolean isTooLarge(FileUse use) {
        return use.size().compareTo(small) > 0
                && use.size().toBytes() > use.live().toBytes() * ENOUGH_TIMES;
    }

    private static boolean isQuiet(HikariPoolMXBean connections) {
        long end = System.nanoTime() + DRAIN_NANOS;
        while (connections.getActiveConnections() > 0) {
            if (System.nanoTime() > end) {
                return false;
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
        return true;
    }

    private static void write(MVStore store) {
        long end = System.nanoTime() + WORK_NANOS;
        while (System.nanoTime() < end && store.compact(FILL_RATE, AT_ONCE)) {
            store.commit();
        }
    }

    private static MVStore store(Connection connection) throws SQLException {
        SessionLocal session =
                (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
        return session.getDatabase().getStore().getMvStore();
    }

    @Override
    public void stop() {
        running = false;
        timer.shutdown();
        Connection own = connection;
        try {
            if (!timer.awaitTermination(EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("Pages of the embedded database are still being compacted");
            }
            if (own != null) {
                own.close();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (SQLException e) {
            LOG.warn("A connection to the embedded database could not be closed: {}", e.toString());
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public boolean isPauseable() {
        return false;
    }
}
