package io.ordertrail.axon.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.SmartLifecycle;
import org.springframework.util.unit.DataSize;

/**
 * Copies what is live in the file of the embedded database into a new file, when the service ends and nobody has a
 * connection any more, and has H2 put that in the place of the old one. Until then {@link PageCompaction} keeps it from
 * growing. So what was erased is in no file any more, unless more is live than is copied.
 */
final class FileCompaction implements SmartLifecycle, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(FileCompaction.class);

    /** What is done to a smaller file takes no time worth a line in the log. */
    private static final DataSize WORTH_A_LINE = DataSize.ofMegabytes(8);

    private final JdbcConnectionDetails database;
    private final DataSize copied;
    private @Nullable Connection connection;
    private volatile boolean running;

    /** @param copied live data of up to so much is copied into a new file at the end */
    FileCompaction(JdbcConnectionDetails database, DataSize copied) {
        this.database = database;
        this.copied = copied;
    }

    @Override
    public void start() {
        if (!(database instanceof EmbeddedDatabase embedded)) {
            return;
        }
        running = true;
        try {
            connection = embedded.open();
        } catch (SQLException e) {
            throw new IllegalStateException("The embedded database cannot be opened", e);
        }
    }

    @Override
    public void stop() {
        running = false;
    }

    /**
     * Closes the database, which nobody else uses any more. A kill meanwhile loses nothing: the old file is whole until
     * the new one takes its place in one step, and what is left of a new one that was not finished is deleted at the
     * next start.
     */
    @Override
    public void close() {
        try (Connection own = connection) {
            connection = null;
            if (own == null) {
                return;
            }
            FileUse use = FileUse.of(own);
            DataSize size = use.size();
            if (use.live().compareTo(copied) > 0) {
                LOG.info("The H2 file of {} MB is not compacted (ordertrail.embedded.copy-up-to)", size.toMegabytes());
                return;
            }
            long start = System.nanoTime();
            try (Statement statement = own.createStatement()) {
                statement.execute("shutdown compact");
            }
            if (size.compareTo(WORTH_A_LINE) >= 0) {
                LOG.info(
                        "The H2 file of {} MB was compacted in {} ms",
                        size.toMegabytes(),
                        TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
            }
        } catch (SQLException e) {
            LOG.warn("The H2 file could not be compacted", e);
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
