package io.ordertrail.model.account;

import io.ordertrail.api.account.TransferEvent;
import io.ordertrail.api.account.TransferEvent.TransferFailed;
import io.ordertrail.api.account.TransferEvent.TransferInitiated;
import io.ordertrail.api.account.TransferEvent.Transferred;
import io.ordertrail.api.account.TransferStatus;
import io.ordertrail.model.kernel.Fold;
import java.time.Instant;

/** All that a transfer must remember. */
public record TransferState(String from, TransferStatus status, Instant initiatedAt) {

    private static final Fold<TransferState, TransferEvent> FOLD = Fold.<TransferState, TransferEvent>over(
                    TransferEvent.class)
            .first(TransferInitiated.class)
            .on(Transferred.class, (state, e) -> state.become(TransferStatus.COMPLETED))
            .on(TransferFailed.class, (state, e) -> state.become(TransferStatus.FAILED))
            .complete();

    public static TransferState of(TransferInitiated transfer) {
        return new TransferState(transfer.from(), TransferStatus.INITIATED, transfer.at());
    }

    public TransferState evolve(TransferEvent event) {
        return FOLD.next(this, event);
    }

    private TransferState become(TransferStatus next) {
        return new TransferState(from, next, initiatedAt);
    }
}
