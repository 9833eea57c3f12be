package io.ordertrail.axon.database;

import io.ordertrail.axon.thread.UninterruptedTimer;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.h2.api.ErrorCode;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.util.StringUtils;
import org.h2.value.Value;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes the file of the embedded database, instead of H2 itself, in moments in which no statement is under way. H2
 * stores its tables and indexes one after the other while others change them, so that after a kill one of them may hold
 * what another one lacks; between two statements all belong together (docs/adr/0004-h2-written-between-statements.md).
 *
 * <p>Those who wait for the file share one write of it.
 */
public final class StoreWriter implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(StoreWriter.class);

    /** Milliseconds after which H2 would write what was committed, if nobody else did. */
    public static final int NEVER = Integer.MAX_VALUE;

    /** What nobody waits for is written so much later. */
    private static final Duration LATER = Duration.ofMillis(200);

    /**
     * So long new statements are held up by one that lasts. It may wait for a row that another transaction has, which
     * then cannot go on either.
     */
    private static final long HOLD_UP_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    /** After so many times it is written in spite of a statement that is under way, as H2 itself would. */
    private static final int TRIES = 100;

    private static final int CLOSED_CODE = ErrorCode.DATABASE_IS_CLOSED;
    private static final String CLOSED = Integer.toString(CLOSED_CODE);

    /** SQLSTATE of an I/O error. */
    private static final String IO_FAILED = "58030";

    private final ReentrantReadWriteLock statements = new ReentrantReadWriteLock();
    private final ReentrantLock writing = new ReentrantLock();
    private final AtomicLong changes = new AtomicLong();
    private final AtomicBoolean due = new AtomicBoolean();
    private final UninterruptedTimer timer = new UninterruptedTimer(1, "store-writer");
    private long written;
    private volatile @Nullable MVStore store;

    StoreWriter() {
        // At the end, what closes the database writes what is left.
        timer.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
    }

    /** Something that changes the tables. */
    @FunctionalInterface
    interface Change {
        @Nullable
        Object make() throws Throwable;
    }

    /** Takes over the writing for all connections to the database of {@code connection}. */
    void takeOver(Connection connection) throws SQLException {
        MVStore known = store;
        if (known == null || known.getAutoCommitDelay() != NEVER) {
            MVStore found = storeOf(connection);
            if (found.isPersistent() && !found.isReadOnly()) {
                found.setAutoCommitDelay(NEVER);
                store = found;
            }
        }
    }

    /** Lets go of what is kept in memory of the file's pages, and of the texts and values that were read of late. */
    void forgetPages() {
        StringUtils.clearCache();
        Value.clearCache();
        MVStore known = store;
        if (known != null) {
            // It is told in MB and set in kB; to set it empties it.
            known.setCacheSize(known.getCacheSize() * 1024);
        }
    }

    static MVStore storeOf(Connection connection) throws SQLException {
        SessionLocal session =
                (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
        return session.getDatabase().getStore().getMvStore();
    }

    /** Makes {@code change} while the file is not being written. */
    @Nullable
    Object make(Change change) throws Throwable {
        if (isNearlyFull()) {
            write();
        }
        statements.readLock().lock();
        try {
            return change.make();
        } finally {
            statements.readLock().unlock();
        }
    }

    /** H2 writes the file itself, in the middle of a statement, when so much is changed that it lacks memory. */
    private boolean isNearlyFull() {
        MVStore known = store;
        return known != null && known.getUnsavedMemory() > known.getAutoCommitMemory() / 2;
    }

    /**
     * Returns when all that was committed before is in the file.
     *
     * @throws SQLException it could not be written
     */
    void write() throws SQLException {
        long mine = changes.incrementAndGet();
        writing.lock();
        try {
            if (written < mine) {
                writeAll();
            }
        } finally {
            writing.unlock();
        }
    }

    /** Has what was committed before written soon. */
    void writeLater() {
        if (due.compareAndSet(false, true)) {
            timer.schedule(this::writeDue, LATER.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void writeDue() {
        due.set(false);
        MVStore known = store;
        if (known == null || known.isClosed()) {
            // What closes it writes it.
            return;
        }
        try {
            write();
        } catch (SQLException | RuntimeException e) {
            // Whether the database is there is DatabaseWatch's to see.
            LOG.warn("The embedded database could not be written: {}", e.toString());
        }
    }

    private void writeAll() throws SQLException {
        MVStore known = store;
        if (known == null) {
            return;
        }
        try {
            long all = begin(known);
            // H2's own threads write it, while statements go on; this waits for them.
            known.executeFilestoreOperation(() -> {});
            written = all;
        } catch (MVStoreException e) {
            throw known.isClosed()
                    ? new SQLException("The embedded database was closed before it was written", CLOSED, CLOSED_CODE, e)
                    : new SQLException("The embedded database could not be written", IO_FAILED, e);
        }
    }

    /**
     * Has H2 take what all maps hold at one moment, which it writes then.
     *
     * @return the last change that is in it
     */
    private long begin(MVStore known) {
        boolean quiet = holdUp();
        try {
            long all = changes.get();
            if (known.tryCommit() < 0 && known.hasUnsavedChanges()) {
                // Somebody else had the store for a moment.
                known.commit();
            }
            return all;
        } finally {
            if (quiet) {
                statements.writeLock().unlock();
            }
        }
    }

    /** Whether no statement is under way, nor will be until the lock is given back. */
    private boolean holdUp() {
        boolean interrupted = false;
        try {
            for (int n = 0; n < TRIES; n++) {
                try {
                    if (statements.writeLock().tryLock(HOLD_UP_NANOS, TimeUnit.NANOSECONDS)) {
                        return true;
                    }
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
            LOG.warn("The embedded database is written while a statement is under way, which lasts");
            return false;
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public void close() {
        timer.shutdown();
    }
}
