package io.ordertrail.axon.database;

import io.ordertrail.axon.thread.UninterruptedTimer;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
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
 * after which the rest is used again. {@link StoreWriter} writes them like all else.
 */
final class PageCompaction implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(PageCompaction.class);
    private static final Duration EVERY = Duration.ofSeconds(1);

    /** Smaller files are let be. */
    private static final DataSize SMALL = DataSize.ofMegabytes(48);

    /** So many times its live data a file may be. */
    private static final int ENOUGH_TIMES = 2;

    /** So long pages are moved each time, for each time that the file is larger than its live data. */
    private static final long WORK_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    /** No longer than this, however large the file is. */
    private static final long LONGEST_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    /** Percent of live data up to which a part of the file is written anew. */
    private static final int FILL_RATE = 40;

    /** Bytes of live pages that are written at once. */
    private static final int AT_ONCE = 1 << 20;

    private final JdbcConnectionDetails database;
    private final StoreWriter writer;
    private final DataSize small;
    private final UninterruptedTimer timer = new UninterruptedTimer(1, "page-compaction");
    private @Nullable Connection connection;
    private volatile boolean running;

    PageCompaction(JdbcConnectionDetails database, StoreWriter writer) {
        this(database, writer, SMALL);
    }

    PageCompaction(JdbcConnectionDetails database, StoreWriter writer, DataSize small) {
        this.database = database;
        this.writer = writer;
        this.small = small;
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
        timer.scheduleWithFixedDelay(this::compact, EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Once, where the file is too large. */
    void compact() {
        Connection own = connection;
        if (own == null) {
            return;
        }
        try {
            // What H2 overwrites after its retention time must be on the disk by then.
            StoreWriter.storeOf(own).sync();
            FileUse use = FileUse.of(own);
            if (isTooLarge(use)) {
                compact(StoreWriter.storeOf(own), work(use));
                LOG.debug("{}: {}", use, FileUse.of(own));
            }
        } catch (SQLException | RuntimeException e) {
            // It is tried again. Whether the database is there is DatabaseWatch's to see.
            LOG.warn("Pages of the embedded database could not be compacted: {}", e.toString());
        }
    }

    private boolean isTooLarge(FileUse use) {
        return use.size().compareTo(small) > 0
                && use.size().toBytes() > use.live().toBytes() * ENOUGH_TIMES;
    }

    private static long work(FileUse use) {
        long more = use.size().toBytes() / Math.max(1, use.live().toBytes());
        return Math.min(LONGEST_NANOS, WORK_NANOS * more);
    }

    private void compact(MVStore store, long nanos) throws SQLException {
        long end = System.nanoTime() + nanos;
        while (System.nanoTime() < end && ChunkRewriter.rewrite(store, AT_ONCE, FILL_RATE)) {
            writer.write();
        }
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
