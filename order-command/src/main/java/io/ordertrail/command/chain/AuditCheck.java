package io.ordertrail.command.chain;

import io.ordertrail.api.verification.Verification.Check;
import io.ordertrail.axon.audit.AuditTable;
import io.ordertrail.axon.audit.AuditTable.Chained;
import io.ordertrail.axon.audit.ChainHead;
import io.ordertrail.axon.audit.ChainMac;
import io.ordertrail.axon.store.PassListener;
import io.ordertrail.command.verification.Tally;
import java.security.MessageDigest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One pass over the audit log (I9). */
final class AuditCheck {

    private static final String PASS = "audit log";
    private static final int ROWS = 500;

    private final Tally tally =
            new Tally("I9", "No entry of the audit log was changed, removed, inserted or reordered");
    private final AuditTable table;
    private final ChainHead head;
    private final PassListener listener;

    private long sequence;

    /** Of the entry before; null where that is not there. */
    private byte @Nullable [] hash = {};

    AuditCheck(AuditTable table, ChainHead head, PassListener listener) {
        this.table = table;
        this.head = head;
        this.listener = listener;
    }

    Check run(ChainMac key) {
        for (List<Chained> page = table.after(sequence, ROWS); !page.isEmpty(); page = table.after(sequence, ROWS)) {
            page.forEach(row -> check(row, key));
            listener.at(PASS, sequence, head.size());
        }
        if (!head.isWhole(key)) {
            tally.breach("the head of the audit log was changed");
        } else if (sequence < head.size()) {
            tally.breach("entries %d to %d were removed from the end".formatted(sequence + 1, head.size()));
        }
        return tally.check();
    }

    private void check(Chained row, ChainMac key) {
        tally.look();
        long now = row.entry().sequence();
        if (now != sequence + 1) {
            tally.breach("entries %d to %d were removed".formatted(sequence + 1, now - 1));
            hash = null;
        }
        if (hash != null && !MessageDigest.isEqual(row.hash(), Chained.hash(row.entry(), hash, key))) {
            tally.breach("entry %d (%s, %s) was changed, or is not the service's"
                    .formatted(now, row.entry().code(), row.entry().at()));
        }
        hash = row.hash();
        sequence = now;
    }
}
