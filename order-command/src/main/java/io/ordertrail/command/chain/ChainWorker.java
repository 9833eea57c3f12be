package io.ordertrail.command.chain;

import io.ordertrail.api.audit.Checkpoint;
import io.ordertrail.axon.audit.AuditLog;
import io.ordertrail.axon.audit.AuditRecord;
import io.ordertrail.axon.store.EventGate;
import io.ordertrail.axon.thread.UninterruptedTimer;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the chain up with the event store, beside all that stores events: woken when this process has stored some, and
 * now and then for those of a process that is gone. Without events it only looks.
 */
final class ChainWorker {

    private static final Logger LOG = LoggerFactory.getLogger(ChainWorker.class);
    private static final long LOOK_NANOS = TimeUnit.SECONDS.toNanos(5);
    private static final long PATIENCE_SECONDS = 5;

    /** The code of an entry of the audit log: events were found that no service has stored. */
    private static final String FOREIGN = "EVENTS_STORED_WHILE_STOPPED";

    private final AtomicBoolean stored = new AtomicBoolean();
    private final UninterruptedTimer timer = new UninterruptedTimer(1, "chain");
    private final EventChain chain;
    private final Checkpoints checkpoints;
    private final AuditLog audit;
    private final ChainProperties settings;
    private final EventGate gate;
    private final boolean alone;
    private final long every;
    private long lastLook;
    private volatile boolean failing;

    /** @param alone whether no other process can have the database open */
    ChainWorker(
            EventChain chain,
            Checkpoints checkpoints,
            AuditLog audit,
            ChainProperties settings,
            EventGate gate,
            boolean alone) {
        this.chain = chain;
        this.checkpoints = checkpoints;
        this.audit = audit;
        this.settings = settings;
        this.gate = gate;
        this.alone = alone;
        this.every = Math.min(LOOK_NANOS, settings.sealEvery().toNanos());
        this.lastLook = System.nanoTime() - every;
    }

    /** Before this process stores anything. */
    void begin() {
        tellWhatNobodyStored();
        gate.tell(() -> stored.set(true));
        long delay = settings.delay().toMillis();
        timer.scheduleWithFixedDelay(this::look, delay, delay, TimeUnit.MILLISECONDS);
    }

    /** Whether it cannot go on. */
    boolean isFailing() {
        return failing;
    }

    private void tellWhatNobodyStored() {
        Optional<Checkpoint> last = checkpoints.newest();
        long behind = chain.lag();
        if (last.isPresent()
                && last.get().stopped()
                && last.get().events() == chain.head().size()
                && behind > 0) {
            LOG.error(
                    "Events after position {} were stored while the service was stopped, and not by it",
                    last.get().position());
            audit.add(new AuditRecord(FOREIGN, "position " + last.get().position(), null, null, null, null));
        }
    }

    private void look() {
        boolean now = stored.getAndSet(false);
        boolean again = System.nanoTime() - lastLook >= every;
        if (!now && !again) {
            return;
        }
        quietly(() -> {
            if (now || chain.isBehind()) {
                chain.catchUp();
            }
            if (again) {
                lastLook = System.nanoTime();
                checkpoints.sealAfter(settings.sealEvery());
            }
        });
    }

    /** When this process stores nothing any more. */
    void end() {
        timer.shutdown();
        try {
            boolean last = gate.close(Duration.ZERO) && alone;
            if (timer.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                quietly(() -> finish(last));
            } else {
                LOG.warn("The chain is not at its end; the next start goes on");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            LOG.warn("Interrupted while waiting for the chain; the next start goes on", e);
        }
    }

    /** @param last whether nobody stores anything before the next start */
    private void finish(boolean last) {
        chain.catchUp();
        if (last) {
            chain.closeGaps();
        }
        checkpoints.sealAtTheEnd(last);
    }

    private void quietly(Runnable work) {
        try {
            work.run();
            failing = false;
        } catch (RuntimeException e) {
            if (!failing) {
                LOG.error("The chain of events cannot go on, and is tried again: {}", e.toString());
            }
            lastLook = System.nanoTime();
            failing = true;
        }
    }
}
