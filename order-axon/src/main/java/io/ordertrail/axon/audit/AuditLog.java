package io.ordertrail.axon.audit;

import io.ordertrail.axon.personal.ServiceKeys;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Writes down what was refused and denied, a moment later and on a thread of its own, so that nobody waits for it. Of
 * the same thing several times within that moment there is one entry, and of different things there are
 * {@link #AT_ONCE} at most: who asks for what they may not have can fill neither the memory nor the disk. What there is
 * no room for is counted, and the count is an entry as well.
 */
public final class AuditLog {

    /** Different things between two writings. */
    static final int AT_ONCE = 100;

    /** The code of an entry that counts what there was no room for. */
    static final String DROPPED = "DROPPED";

    private static final Logger LOG = LoggerFactory.getLogger(AuditLog.class);

    private final AuditTable table;
    private final ServiceKeys keys;
    private final TransactionOperations transactions;
    private final Clock clock;

    private Map<AuditRecord, Seen> waiting = new LinkedHashMap<>();
    private long dropped;

    AuditLog(AuditTable table, ServiceKeys keys, TransactionOperations transactions, Clock clock) {
        this.table = table;
        this.keys = keys;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** When it was seen first, and how often. */
    record Seen(Instant at, long times) {

        Seen again() {
            return new Seen(at, times + 1);
        }
    }

    /** Will be written down. Waits for nothing and never fails. */
    public synchronized void add(AuditRecord refused) {
        Seen seen = waiting.get(refused);
        if (seen != null) {
            waiting.put(refused, seen.again());
        } else if (waiting.size() < AT_ONCE) {
            waiting.put(refused, new Seen(now(), 1));
        } else {
            dropped++;
        }
    }

    /** Writes down what waits. */
    public void write() {
        Map<AuditRecord, Seen> entries = take();
        if (entries.isEmpty()) {
            return;
        }
        try {
            ChainMac key = ChainMac.of(keys);
            transactions.executeWithoutResult(transaction -> table.append(entries, key));
        } catch (RuntimeException e) {
            long lost = entries.values().stream().collect(Collectors.summingLong(Seen::times));
            drop(lost);
            LOG.warn("{} refusals could not be written into the audit log: {}", lost, e.toString());
        }
    }

    private synchronized Map<AuditRecord, Seen> take() {
        Map<AuditRecord, Seen> taken = waiting;
        waiting = new LinkedHashMap<>();
        if (dropped > 0) {
            taken.put(new AuditRecord(DROPPED, "", null, null, null, null), new Seen(now(), dropped));
            dropped = 0;
        }
        return taken;
    }

    private synchronized void drop(long more) {
        dropped += more;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
