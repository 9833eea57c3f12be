package io.ordertrail.command.chain;

import io.ordertrail.api.verification.Verification;
import io.ordertrail.api.verification.Verification.Check;
import io.ordertrail.axon.audit.AuditTable;
import io.ordertrail.axon.audit.ChainHead;
import io.ordertrail.axon.audit.ChainHeads;
import io.ordertrail.axon.audit.ChainMac;
import io.ordertrail.axon.personal.ServiceKeys;
import io.ordertrail.axon.personal.ServiceSignature;
import io.ordertrail.axon.store.PassListener;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether what is stored is what the service has stored (I9). */
final class ChainVerification {

    private static final String ELSEWHERE =
            "NOT CHECKED: an Axon Server has the events, and nothing here tells whether somebody changed them";

    private final boolean elsewhere;
    private final StoredEvents events;
    private final BlockTable blocks;
    private final Gaps gaps;
    private final ChainHeads heads;
    private final Checkpoints checkpoints;
    private final AuditTable audit;
    private final ServiceKeys keys;
    private final ServiceSignature signature;
    private final PassListener listener;
    private final Clock clock;

    /** @param elsewhere whether an Axon Server has the events */
    ChainVerification(
            boolean elsewhere,
            StoredEvents events,
            BlockTable blocks,
            Gaps gaps,
            ChainHeads heads,
            Checkpoints checkpoints,
            AuditTable audit,
            ServiceKeys keys,
            ServiceSignature signature,
            PassListener listener,
            Clock clock) {
        this.elsewhere = elsewhere;
        this.events = events;
        this.blocks = blocks;
        this.gaps = gaps;
        this.heads = heads;
        this.checkpoints = checkpoints;
        this.audit = audit;
        this.keys = keys;
        this.signature = signature;
        this.listener = listener;
        this.clock = clock;
    }

    /** @param published signatures of checkpoints that were kept elsewhere */
    Verification verify(List<String> published) {
        List<Check> checks = new ArrayList<>();
        Optional<ChainMac> key = ChainMac.ifMade(keys);
        if (elsewhere) {
            checks.add(new Check("I9", ELSEWHERE, 0, 0, 0, List.of()));
        } else {
            // Before the blocks: a head that is read later may be of blocks that were not there yet.
            ChainHead head = heads.read(ChainHeads.EVENTS);
            CheckpointCheck sealed = new CheckpointCheck(checkpoints, signature.keyId(), published, this::auditHash);
            if (key.isEmpty()) {
                ChainCheck.withoutKey(events, head).forEach(checks::add);
                sealed.end(0);
            } else {
                new ChainCheck(events, blocks, gaps, head, listener)
                        .run(key.get(), sealed, clock.instant())
                        .forEach(checks::add);
            }
            checks.add(sealed.check());
        }
        key.ifPresent(mac -> checks.add(new AuditCheck(audit, heads.read(ChainHeads.AUDIT), listener).run(mac)));
        return new Verification(checks);
    }

    /** Of the audit log behind so many entries. */
    private Optional<String> auditHash(long entries) {
        return entries == 0
                ? Optional.of("")
                : audit.after(entries - 1, 1).stream()
                        .filter(row -> row.entry().sequence() == entries)
                        .map(row -> SignedCheckpoint.text(row.hash()))
                        .findFirst();
    }
}
