package io.ordertrail.axon.audit;

import io.ordertrail.api.audit.AuditEntry;
import io.ordertrail.axon.audit.AuditLog.Seen;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The entries of the audit log, each with a hash over itself and the hash of the one before. */
public final class AuditTable {

    private static final String COLUMNS =
            "sequence, refused_at, code, request, actor, credential, subject, address, times, hash";

    private final JdbcClient jdbc;
    private final ChainHeads heads;

    AuditTable(JdbcClient jdbc, ChainHeads heads) {
        this.jdbc = jdbc;
        this.heads = heads;
    }

    /** An entry, and what chains it to the one before. */
    public record Chained(AuditEntry entry, byte[] hash) {

        /** What its hash must be. */
        public static byte[] hash(AuditEntry entry, byte[] before, ChainMac key) {
            return key.of(
                    "audit",
                    before,
                    entry.sequence(),
                    entry.at(),
                    entry.code(),
                    entry.request(),
                    entry.actor(),
                    entry.credential(),
                    entry.subject(),
                    entry.address(),
                    entry.times());
        }
    }

    /** In the present transaction. */
    void append(Map<AuditRecord, Seen> refused, ChainMac key) {
        ChainHead head = heads.lock(ChainHeads.AUDIT, key);
        byte[] hash = head.hash();
        long sequence = head.size();
        for (Map.Entry<AuditRecord, Seen> each : refused.entrySet()) {
            AuditRecord what = each.getKey();
            AuditEntry entry = new AuditEntry(
                    ++sequence,
                    each.getValue().at(),
                    what.code(),
                    what.request(),
                    what.actor(),
                    what.credential(),
                    what.subject(),
                    what.address(),
                    each.getValue().times());
            hash = Chained.hash(entry, hash, key);
            insert(entry, hash);
        }
        heads.move(head.moved(sequence, sequence, hash, key));
    }

    private void insert(AuditEntry entry, byte[] hash) {
        jdbc.sql("insert into audit_entry (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .param(entry.sequence())
                .param(Timestamp.from(entry.at()))
                .param(entry.code())
                .param(entry.request())
                .param(entry.actor())
                .param(entry.credential())
                .param(entry.subject())
                .param(entry.address())
                .param(entry.times())
                .param(hash)
                .update();
    }

    /** Up to {@code most} entries before {@code sequence}, the newest first. */
    public List<AuditEntry> before(long sequence, int most) {
        return jdbc.sql("select " + COLUMNS + " from audit_entry where sequence < ? order by sequence desc limit "
                        + most)
                .param(sequence)
                .query((row, n) -> chained(row).entry())
                .list();
    }

    /** Up to {@code most} entries after {@code sequence}, in their order. */
    public List<Chained> after(long sequence, int most) {
        return jdbc.sql("select " + COLUMNS + " from audit_entry where sequence > ? order by sequence limit " + most)
                .param(sequence)
                .query((row, n) -> chained(row))
                .list();
    }

    private static Chained chained(ResultSet row) throws SQLException {
        AuditEntry entry = new AuditEntry(
                row.getLong("sequence"),
                row.getTimestamp("refused_at").toInstant(),
                row.getString("code"),
                row.getString("request"),
                row.getString("actor"),
                row.getString("credential"),
                row.getString("subject"),
                row.getString("address"),
                row.getLong("times"));
        return new Chained(entry, row.getBytes("hash"));
    }
}
