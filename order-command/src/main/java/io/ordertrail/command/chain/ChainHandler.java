package io.ordertrail.command.chain;

import io.ordertrail.api.audit.AuditEntry;
import io.ordertrail.api.audit.AuditPage;
import io.ordertrail.api.audit.AuditQuery.GetChainState;
import io.ordertrail.api.audit.AuditQuery.GetNewestCheckpoint;
import io.ordertrail.api.audit.AuditQuery.ListAuditEntries;
import io.ordertrail.api.audit.AuditQuery.ListCheckpoints;
import io.ordertrail.api.audit.AuditRefusal.NoCheckpoint;
import io.ordertrail.api.audit.ChainState;
import io.ordertrail.api.audit.Checkpoint;
import io.ordertrail.api.audit.CheckpointPage;
import io.ordertrail.api.message.Refused;
import io.ordertrail.api.message.RequestRefusal.InvalidQuery;
import io.ordertrail.api.verification.Verification;
import io.ordertrail.api.verification.VerificationQuery.VerifyChain;
import io.ordertrail.axon.audit.AuditTable;
import java.util.List;
import java.util.function.ToLongFunction;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;

/** Answers what an auditor asks. */
final class ChainHandler {

    private static final int MAX_LIMIT = 500;

    private final ChainVerification verification;
    private final Checkpoints checkpoints;
    private final AuditTable audit;
    private final ChainStatus status;

    ChainHandler(ChainVerification verification, Checkpoints checkpoints, AuditTable audit, ChainStatus status) {
        this.verification = verification;
        this.checkpoints = checkpoints;
        this.audit = audit;
        this.status = status;
    }

    @QueryHandler
    Verification handle(VerifyChain query) {
        return verification.verify(query.checkpoints());
    }

    @QueryHandler
    ChainState handle(GetChainState query) {
        return status.now();
    }

    @QueryHandler
    Checkpoint handle(GetNewestCheckpoint query) {
        return checkpoints.newest().orElseThrow(() -> new Refused(new NoCheckpoint()));
    }

    @QueryHandler
    CheckpointPage list(ListCheckpoints query) {
        List<Checkpoint> page = checkpoints.before(cursor(query.after()), limit(query.limit()));
        return new CheckpointPage(page, next(page, query.limit(), Checkpoint::sequence));
    }

    @QueryHandler
    AuditPage list(ListAuditEntries query) {
        List<AuditEntry> page = audit.before(cursor(query.after()), limit(query.limit()));
        return new AuditPage(page, next(page, query.limit(), AuditEntry::sequence));
    }

    private static int limit(int limit) {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new Refused(InvalidQuery.of("limit", "The limit must be 1 to " + MAX_LIMIT + "."));
        }
        return limit;
    }

    private static long cursor(@Nullable String after) {
        if (after == null) {
            return Long.MAX_VALUE;
        }
        if (!after.matches("\\d{1,18}")) {
            throw new Refused(InvalidQuery.of("after", "This is no cursor of this list."));
        }
        return Long.parseLong(after);
    }

    private static <T> @Nullable String next(List<T> page, int limit, ToLongFunction<T> sequence) {
        return page.size() < limit ? null : Long.toString(sequence.applyAsLong(page.get(limit - 1)));
    }
}
