package io.ordertrail.axon.database;

import io.ordertrail.axon.failure.DatabaseFault;
import io.ordertrail.axon.thread.UninterruptedTimer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.SmartLifecycle;

/**
 * Looks every second whether the database is there, by a connection of its own. One that is away for the moment, as a
 * server that is restarted, comes back by itself. An embedded one that was closed under this process does not: every
 * request would fail until somebody restarted it, so that it ends instead, with {@link #EXIT_CODE}, for whoever minds
 * it to start it again.
 */
public final class DatabaseWatch implements SmartLifecycle {

    /** {@code EX_UNAVAILABLE} of sysexits.h. */
    public static final int EXIT_CODE = 69;

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseWatch.class);
    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final int QUERY_SECONDS = 5;

    /** A look that takes so long is none. */
    private static final long TOO_LONG_NANOS = Duration.ofSeconds(10).toNanos();

    private final JdbcConnectionDetails database;
    private final Runnable end;
    private final UninterruptedTimer timer = new UninterruptedTimer(1, "database-watch");
    private @Nullable Connection connection;
    private volatile long seen = System.nanoTime();
    private volatile boolean there = true;
    private volatile boolean running;

    /** @param end ends this process, without waiting for that */
    DatabaseWatch(JdbcConnectionDetails database, Runnable end) {
        this.database = database;
        this.end = end;
    }

    /** Whether the database was there when it was last looked for, which was in the last 10 s. */
    public boolean isThere() {
        return there && System.nanoTime() - seen < TOO_LONG_NANOS;
    }

    /**
     * Whether the last look found none. A process that has just been frozen has not looked for a while, which says
     * nothing.
     */
    public boolean isAway() {
        return !there;
    }

    @Override
    public void start() {
        running = true;
        seen = System.nanoTime();
        timer.scheduleWithFixedDelay(this::look, 0, EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    void look() {
        try {
            ask();
            seen = System.nanoTime();
            if (!there) {
                LOG.warn("The database is there again");
                there = true;
            }
        } catch (SQLException e) {
            forget();
            miss(e);
        }
    }

    private void ask() throws SQLException {
        Connection own = connection;
        if (own == null) {
            own = DriverManager.getConnection(database.getJdbcUrl(), database.getUsername(), database.getPassword());
            connection = own;
        }
        try (Statement statement = own.createStatement()) {
            statement.setQueryTimeout(QUERY_SECONDS);
            statement.execute("select 1");
        }
    }

    private void miss(SQLException failure) {
        boolean first = there;
        there = false;
        if (database instanceof EmbeddedDatabase && DatabaseFault.isClosed(failure)) {
            timer.shutdown();
            LOG.error(
                    "The embedded database was closed under this process, which cannot open it again and ends with"
                            + " exit code {}: {}",
                    EXIT_CODE,
                    failure.getMessage());
            end.run();
        } else if (first) {
            LOG.warn("The database is away: {}", failure.getMessage());
        }
    }

    private void forget() {
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (SQLException e) {
            LOG.debug("A connection that is broken cannot be closed either", e);
        }
        connection = null;
    }

    @Override
    public void stop() {
        running = false;
        timer.shutdown();
        try {
            if (timer.awaitTermination(QUERY_SECONDS, TimeUnit.SECONDS)) {
                forget();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
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

    /** Begins when all else has begun, and ends first: what is closed on purpose is not told. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE;
    }
}
