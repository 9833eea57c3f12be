package io.ordertrail.axon;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
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
 * Keeps the file of the embedded database small. With WRITE_DELAY=0 H2 has no thread that does so: each commit writes its pages
 * anew, and what holds one live page among hundreds of dead ones is kept for ever (docs/adr/0004-h2-with-write-delay-0.md). So, a
 * little at a time, live pages are written together here, after which the rest is free; and at the end, when nobody has a
 * connection any more, H2 copies what is live into a new file and puts that in the place of the old one.
 */
final class FileKeeper implements SmartLifecycle, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(FileKeeper.class);
    private static final long EVERY_MILLIS = 500;

    /** Of the time: commits wait while pages are written together, some milliseconds at once. */
    private static final long AT_MOST_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    /** Bytes of live pages that are written together at once. */
    private static final int AT_ONCE = 1 << 20;

    /** Percent of live data in what may be written together, below which it is. */
    private static final int ENOUGH = 60;

    /** What is on the disk for so long at least may be overwritten; H2 is told twice that by {@link EmbeddedDatabase}. */
    private static final long SYNC_NANOS = TimeUnit.SECONDS.toNanos(5);

    /** Smaller files are not worth a copy. */
    private static final DataSize WORTH = DataSize.ofMegabytes(8);

    private final JdbcConnectionDetails database;
    private final DataSize copied;
    private final CalmTimer timer = new CalmTimer(1, "file-keeper");
    private @Nullable Connection connection;
    private long synced = System.nanoTime();
    private volatile boolean running;

    /** @param copied live data of up to so much is copied into a new file at the end */
    FileKeeper(JdbcConnectionDetails database, DataSize copied) {
        this.database = database;
        this.copied = copied;
    }

    @Override
    public void start() {
        if (!(database instanceof EmbeddedDatabase)) {
            return;
        }
        running = true;
        try {
            connection =
                    DriverManager.getConnection(database.getJdbcUrl(), database.getUsername(), database.getPassword());
        } catch (SQLException e) {
            throw new IllegalStateException("The embedded database cannot be opened", e);
        }
        timer.scheduleWithFixedDelay(this::keep, EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Writes live pages together until there is enough of them, or it has taken long enough for now. */
    void keep() {
        Connection own = connection;
        if (own == null) {
            return;
        }
        try {
            MVStore store = store(own);
            long end = System.nanoTime() + AT_MOST_NANOS;
            while (System.nanoTime() < end && rewritable(own) < ENOUGH && store.compact(ENOUGH, AT_ONCE)) {
                store.commit();
            }
            if (System.nanoTime() - synced > SYNC_NANOS) {
                store.sync();
                synced = System.nanoTime();
            }
        } catch (SQLException | RuntimeException e) {
            // It is tried again. Whether the database is there is DatabaseWatch's to see.
            LOG.warn("The file of the embedded database could not be written together: {}", e.toString());
        }
    }

    private static MVStore store(Connection connection) throws SQLException {
        SessionLocal session =
                (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
        return session.getDatabase().getStore().getMvStore();
    }

    /** Percent of live data in what is old enough to be written together. */
    private static long rewritable(Connection connection) throws SQLException {
        return info(connection).getOrDefault("info.CHUNKS_FILL_RATE_RW", 100L);
    }

    /** What H2 tells of its file: {@code info.FILE_SIZE} in bytes and others. */
    static Map<String, Long> info(Connection connection) throws SQLException {
        Map<String, Long> info = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select setting_name, setting_value"
                        + " from information_schema.settings where setting_name in ('info.FILE_SIZE',"
                        + " 'info.FILL_RATE', 'info.CHUNKS_FILL_RATE', 'info.CHUNKS_FILL_RATE_RW')")) {
            while (row.next()) {
                info.put(row.getString(1), row.getLong(2));
            }
        }
        return info;
    }

    @Override
    public void stop() {
        running = false;
        timer.shutdown();
        try {
            if (!timer.awaitTermination(SYNC_NANOS, TimeUnit.NANOSECONDS)) {
                LOG.warn("The file of the embedded database is still being written together");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Closes the database, which nobody else uses any more. A kill meanwhile loses nothing: the old file is whole until the new one
     * takes its place in one step, and what is left of a new one that was not finished is deleted at the next start.
     */
    @Override
    public void close() {
        try (Connection own = connection) {
            connection = null;
            if (own == null) {
                return;
            }
            Map<String, Long> info = info(own);
            DataSize size = DataSize.ofBytes(info.getOrDefault("info.FILE_SIZE", 0L));
            long live = size.toBytes()
                    * info.getOrDefault("info.FILL_RATE", 0L)
                    / 100
                    * info.getOrDefault("info.CHUNKS_FILL_RATE", 0L)
                    / 100;
            if (size.compareTo(WORTH) < 0) {
                return;
            }
            if (live > copied.toBytes()) {
                LOG.info(
                        "The file of {} MB is not copied into a smaller one (ordertrail.embedded.copy-up-to)",
                        size.toMegabytes());
                return;
            }
            long start = System.nanoTime();
            try (Statement statement = own.createStatement()) {
                statement.execute("shutdown compact");
            }
            LOG.info(
                    "The file of {} MB was copied into a smaller one in {} ms",
                    size.toMegabytes(),
                    TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
        } catch (SQLException e) {
            LOG.warn("The file of the embedded database was not copied into a smaller one", e);
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

    /** Begins first, and ends when all that writes has ended. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE;
    }
}
