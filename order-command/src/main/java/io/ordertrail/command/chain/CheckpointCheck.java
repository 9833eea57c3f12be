package io.ordertrail.command.chain;

import io.ordertrail.api.audit.Checkpoint;
import io.ordertrail.api.verification.Verification.Check;
import io.ordertrail.command.chain.Checkpoints.Row;
import io.ordertrail.command.verification.Tally;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Holds checkpoints against the chain, while it is read: those that the service keeps, and those that somebody has kept
 * elsewhere. The latter tell of what not even the keys of the service can hide.
 */
final class CheckpointCheck {

    private static final int ROWS = 100;

    private final Tally tally =
            new Tally("I9", "Each checkpoint is signed by this service, and what was stored then is as it was");

    private final Checkpoints checkpoints;
    private final Optional<String> keyId;
    private final LongFunction<Optional<String>> auditHashes;
    private final Deque<Row> own = new ArrayDeque<>();
    private final Deque<SignedCheckpoint> published = new ArrayDeque<>();
    private final long newest;
    private long read;
    private long sequence;
    private @Nullable Checkpoint last;
    private @Nullable Checkpoint lastPublished;

    /**
     * @param keyId of the service
     * @param published signatures that were kept elsewhere
     * @param auditHashes the hash of the audit log behind so many entries
     */
    CheckpointCheck(
            Checkpoints checkpoints,
            Optional<String> keyId,
            List<String> published,
            LongFunction<Optional<String>> auditHashes) {
        this.checkpoints = checkpoints;
        this.keyId = keyId;
        this.auditHashes = auditHashes;
        this.newest = checkpoints.newestSequence();
        published.stream()
                .flatMap(signature -> known(signature).stream())
                .sorted(Comparator.comparingLong(signed -> signed.checkpoint().events()))
                .forEach(this.published::add);
    }

    private Optional<SignedCheckpoint> known(String signature) {
        Optional<SignedCheckpoint> signed = SignedCheckpoint.read(signature);
        if (signed.isEmpty()) {
            tally.look();
            tally.breach("a checkpoint that was kept elsewhere is none: its signature is not of what it says");
        }
        return signed;
    }

    /** The chain has {@code size} events, and there the hash {@code hash}. */
    void at(long size, byte[] hash) {
        String text = SignedCheckpoint.text(hash);
        for (Row row = next(); row != null && row.events() <= size; row = next()) {
            own.remove();
            checkOwn(row, size, text);
        }
        while (!published.isEmpty() && published.element().checkpoint().events() <= size) {
            checkPublished(published.remove(), size, text);
        }
    }

    /** The chain ends with {@code size} events. */
    void end(long size) {
        for (Row row = next(); row != null; row = next()) {
            own.remove();
            tally.look();
            tally.breach("checkpoint %d has %,d events, the chain only %,d: its end was cut off"
                    .formatted(row.sequence(), row.events(), size));
        }
        for (SignedCheckpoint left : published) {
            tally.look();
            tally.breach("%s has %,d events, the chain only %,d: its end was cut off"
                    .formatted(elsewhere(left.checkpoint()), left.checkpoint().events(), size));
        }
    }

    /** Whether the last checkpoint says that the service has stopped, so that nobody has stored anything since. */
    boolean hasStopped() {
        return last != null && last.stopped();
    }

    Check check() {
        return tally.check();
    }

    private @Nullable Row next() {
        if (own.isEmpty()) {
            // Those that are made meanwhile are of what is chained meanwhile.
            checkpoints.after(read, ROWS).stream()
                    .filter(row -> row.sequence() <= newest)
                    .forEach(own::add);
            if (!own.isEmpty()) {
                read = own.getLast().sequence();
            }
        }
        return own.peek();
    }

    private void checkOwn(Row row, long size, String hash) {
        tally.look();
        String name = "checkpoint " + row.sequence();
        if (row.sequence() != sequence + 1) {
            tally.breach("checkpoints before %d were removed".formatted(row.sequence()));
        }
        sequence = row.sequence();
        Optional<SignedCheckpoint> signed = SignedCheckpoint.read(row.signature());
        if (signed.isEmpty()
                || signed.get().checkpoint().sequence() != row.sequence()
                || signed.get().checkpoint().events() != row.events()) {
            tally.breach(name + " was changed");
            return;
        }
        last = signed.get().checkpoint();
        compare(signed.get(), name, size, hash);
    }

    private void checkPublished(SignedCheckpoint signed, long size, String hash) {
        tally.look();
        Checkpoint then = signed.checkpoint();
        if (compare(signed, elsewhere(then), size, hash)) {
            lastPublished = then;
        }
    }

    private boolean compare(SignedCheckpoint signed, String name, long size, String hash) {
        Checkpoint then = signed.checkpoint();
        if (!keyId.equals(Optional.of(signed.keyId()))) {
            tally.breach(name + " is signed with another key: it is of another database, or the keys were replaced");
            return false;
        }
        if (then.events() != size || !then.hash().equals(hash)) {
            tally.breach("%s: events up to position %d are not what they were at %s%s"
                    .formatted(name, then.position(), then.at(), since()));
            return false;
        }
        if (!auditHashes.apply(then.auditEntries()).equals(Optional.of(then.auditHash()))) {
            tally.breach("%s: entries of the audit log up to %d are not what they were at %s"
                    .formatted(name, then.auditEntries(), then.at()));
            return false;
        }
        return true;
    }

    private String since() {
        return lastPublished == null
                ? ""
                : "; those up to position %d are (checkpoint %d)"
                        .formatted(lastPublished.position(), lastPublished.sequence());
    }

    private static String elsewhere(Checkpoint then) {
        return "checkpoint %d that was kept elsewhere".formatted(then.sequence());
    }
}
