package io.ordertrail.command.chain;

import io.ordertrail.api.audit.Checkpoint;
import io.ordertrail.axon.audit.ChainHead;
import io.ordertrail.axon.audit.ChainHeads;
import io.ordertrail.axon.audit.ChainMac;
import io.ordertrail.axon.personal.ServiceKeys;
import io.ordertrail.axon.personal.ServiceSignature;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Seals the chains: signs where they are. What a checkpoint tells of is on the disk before it. */
final class Checkpoints {

    private static final String SELECT = "select signature from chain_checkpoint";

    private final JdbcClient jdbc;
    private final ChainHeads heads;
    private final ServiceKeys keys;
    private final ServiceSignature signature;
    private final TransactionOperations durable;
    private final Clock clock;

    /** @param durable transactions that are on the disk when they have committed, with all that came before */
    Checkpoints(
            JdbcClient jdbc,
            ChainHeads heads,
            ServiceKeys keys,
            ServiceSignature signature,
            TransactionOperations durable,
            Clock clock) {
        this.jdbc = jdbc;
        this.heads = heads;
        this.keys = keys;
        this.signature = signature;
        this.durable = durable;
        this.clock = clock;
    }

    /** Seals what was added since the last checkpoint, if that is older than {@code age}. */
    void sealAfter(Duration age) {
        Instant now = now();
        if (newest().map(last -> !last.at().plus(age).isAfter(now)).orElse(true)) {
            seal(now, false);
        }
    }

    /** @param alone whether no other node may be running: then nothing is stored before the next start */
    void sealAtTheEnd(boolean alone) {
        seal(now(), alone);
    }

    /** Looks without a lock first: where nothing was added nothing is written. */
    private void seal(Instant now, boolean stopped) {
        if (isToBeSealed(newest(), heads.read(ChainHeads.EVENTS), heads.read(ChainHeads.AUDIT), stopped)) {
            durable.executeWithoutResult(transaction -> {
                ChainHead events = heads.lock(ChainHeads.EVENTS, ChainMac.of(keys));
                ChainHead audit = heads.read(ChainHeads.AUDIT);
                Optional<Checkpoint> last = newest();
                if (isToBeSealed(last, events, audit, stopped)) {
                    long sequence = newestSequence() + 1;
                    insert(
                            sequence,
                            events.size(),
                            now,
                            signature.sign(SignedCheckpoint.said(sequence, now, events, audit, stopped)));
                }
            });
        }
    }

    private static boolean isToBeSealed(Optional<Checkpoint> last, ChainHead events, ChainHead audit, boolean stopped) {
        return last.map(before -> before.events() != events.size()
                        || before.auditEntries() != audit.size()
                        || stopped && !before.stopped())
                .orElse(events.size() + audit.size() > 0);
    }

    private void insert(long sequence, long events, Instant now, String signed) {
        jdbc.sql("insert into chain_checkpoint (sequence, events, sealed_at, signature) values (?, ?, ?, ?)")
                .params(sequence, events, Timestamp.from(now), signed)
                .update();
    }

    Optional<Checkpoint> newest() {
        return before(Long.MAX_VALUE, 1).stream().findFirst();
    }

    /** Up to {@code most} checkpoints before {@code sequence}, the newest first; not what somebody has spoilt. */
    List<Checkpoint> before(long sequence, int most) {
        return jdbc
                .sql(SELECT + " where sequence < ? order by sequence desc limit " + most)
                .param(sequence)
                .query(String.class)
                .list()
                .stream()
                .flatMap(signed -> SignedCheckpoint.read(signed).stream())
                .map(SignedCheckpoint::checkpoint)
                .toList();
    }

    /** The signatures of up to {@code most} checkpoints after {@code sequence}, in their order. */
    List<Row> after(long sequence, int most) {
        return jdbc.sql("select sequence, events, signature from chain_checkpoint where sequence > ? order by sequence"
                        + " limit " + most)
                .param(sequence)
                .query((row, n) -> new Row(row.getLong(1), row.getLong(2), row.getString(3)))
                .list();
    }

    /** Of the newest one, even if somebody has spoilt it; 0 if there is none. */
    long newestSequence() {
        return jdbc.sql("select coalesce(max(sequence), 0) from chain_checkpoint")
                .query(Long.class)
                .single();
    }

    /** What is stored of a checkpoint. */
    record Row(long sequence, long events, String signature) {}

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
