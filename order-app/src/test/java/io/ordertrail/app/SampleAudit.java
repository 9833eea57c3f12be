package io.ordertrail.app;

import io.ordertrail.api.audit.AuditEntry;
import io.ordertrail.api.audit.AuditPage;
import io.ordertrail.api.audit.Checkpoint;
import io.ordertrail.api.audit.CheckpointPage;
import java.time.Instant;
import java.util.List;

/** What a stub says to an auditor. */
final class SampleAudit {

    private static final Instant THEN = Instant.parse("2026-11-22T08:14:03Z");

    static final AuditPage ENTRIES = new AuditPage(
            List.of(
                    new AuditEntry(
                            2,
                            THEN,
                            "MISSING_ROLE",
                            "order.CancelOrder",
                            "key:0123abCD",
                            "key:0123abCD",
                            "order-f24f9ae8-950f-37c2-bec7-af9de42b82bc",
                            "10.0.0.7",
                            3),
                    new AuditEntry(1, THEN, "UNAUTHORIZED", "GET", null, null, null, "10.0.0.7", 1)),
            "1");

    static final Checkpoint CHECKPOINT = new Checkpoint(
            7, THEN, 1234, 1240, "n1fT0ul4ZOf7ZyKcC3DGt7r6PL4lcMZmkqGcN2SGLtA", 2, "Ks", false, "eyJ.eyJ.c2ln");

    static final CheckpointPage CHECKPOINTS = new CheckpointPage(List.of(CHECKPOINT), null);

    private SampleAudit() {}
}
