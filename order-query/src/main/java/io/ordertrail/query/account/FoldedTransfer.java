package io.ordertrail.query.account;

import io.ordertrail.api.account.TransferEvent;
import io.ordertrail.api.account.TransferEvent.TransferInitiated;
import io.ordertrail.api.account.TransferView;
import io.ordertrail.model.account.TransferState;
import io.ordertrail.query.projection.fold.Recorded;
import io.ordertrail.query.projection.fold.StreamFold;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of transfer-view: a transfer after some of its events. */
record FoldedTransfer(TransferState state, long version, Instant updatedAt) {

    static final StreamFold<TransferEvent, FoldedTransfer> STREAM =
            new StreamFold<>("transfer", TransferEvent.class, FoldedTransfer::version, FoldedTransfer::next);

    private static FoldedTransfer next(@Nullable FoldedTransfer before, Recorded<TransferEvent> recorded) {
        return new FoldedTransfer(
                before == null ? first(recorded.event()) : before.state.evolve(recorded.event()),
                recorded.version(),
                recorded.recordedAt());
    }

    private static TransferState first(TransferEvent event) {
        if (event instanceof TransferInitiated begun) {
            return TransferState.of(begun);
        }
        throw new IllegalStateException("A stream cannot begin with " + event);
    }

    TransferInitiated begun() {
        return state.begun();
    }

    TransferView view() {
        TransferInitiated begun = begun();
        return new TransferView(
                begun.transferId(),
                begun.from(),
                begun.to(),
                begun.amount(),
                begun.reference(),
                state.status(),
                state.failure(),
                version,
                begun.at(),
                updatedAt);
    }
}
