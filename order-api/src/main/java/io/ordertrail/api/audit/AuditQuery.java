package io.ordertrail.api.audit;

import io.ordertrail.api.message.Named;
import io.ordertrail.api.message.OfMany;
import io.ordertrail.api.message.RequestRefusal;
import org.jspecify.annotations.Nullable;

/** What an auditor asks. */
public sealed interface AuditQuery {

    /**
     * What was refused and denied, the newest first: {@link AuditPage}. A cursor of another list or a limit out of
     * bounds is refused with {@link RequestRefusal.InvalidQuery}.
     *
     * @param limit entries a page, 1 to 500
     * @param after cursor from a page before, or null for the first page
     */
    @Named("audit.ListAuditEntries")
    record ListAuditEntries(int limit, @Nullable String after) implements AuditQuery, OfMany {}

    /** The checkpoints of the chain, the newest first: {@link CheckpointPage}. Refused as above. */
    @Named("audit.ListCheckpoints")
    record ListCheckpoints(int limit, @Nullable String after) implements AuditQuery, OfMany {}

    /**
     * The newest checkpoint: {@link Checkpoint}. Refused with {@link AuditRefusal.NoCheckpoint} while there is none.
     */
    @Named("audit.GetNewestCheckpoint")
    record GetNewestCheckpoint() implements AuditQuery {}

    /** How far the chain is: {@link ChainState}. */
    @Named("audit.GetChainState")
    record GetChainState() implements AuditQuery {}
}
