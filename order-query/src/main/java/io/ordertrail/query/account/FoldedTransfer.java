package io.ordertrail.query.account;

import io.ordertrail.api.account.TransferEvent;
import io.ordertrail.api.account.TransferEvent.TransferFailed;
import io.ordertrail.api.account.TransferEvent.TransferInitiated;
import io.ordertrail.api.account.TransferEvent.Transferred;
import io.ordertrail.api.account.TransferStatus;
import io.ordertrail.api.account.TransferView;
import io.ordertrail.api.account.TransferView.Failure;
import io.ordertrail.model.kernel.Fold;
import io.ordertrail.query.projection.fold.Recorded;
import io.ordertrail.query.projection.fold.StreamFold;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A transfer, from its events. */
record FoldedTransfer(
        TransferInitiated begun,
        TransferStatus status,
        @Nullable Failure failure,
        long version,
        Instant updatedAt) {

    static final StreamFold<TransferEvent, FoldedTransfer> FEED =
            new StreamFold<>("transfer", TransferEvent.class, FoldedTransfer::version, FoldedTransfer::next);

    private static final Fold<FoldedTransfer, TransferEvent> FOLD = Fold.<FoldedTransfer, TransferEvent>over(
                    TransferEvent.class)
            .first(TransferInitiated.class)
            .on(Transferred.class, (transfer, e) -> transfer.ended(TransferStatus.COMPLETED, null))
            .on(
                    TransferFailed.class,
                    (transfer, e) -> transfer.ended(TransferStatus.FAILED, new Failure(e.code(), e.detail())))
            .complete();

    private static FoldedTransfer next(@Nullable FoldedTransfer before, Recorded<TransferEvent> recorded) {
        TransferEvent event = recorded.event();
        if (before == null) {
            if (!(event instanceof TransferInitiated begun)) {
                throw new IllegalStateException("A stream cannot begin with " + event);
            }
            return new FoldedTransfer(begun, TransferStatus.INITIATED, null, recorded.version(), recorded.recordedAt());
        }
        FoldedTransfer after = FOLD.next(before, event);
        return new FoldedTransfer(before.begun, after.status, after.failure, recorded.version(), recorded.recordedAt());
    }

    private FoldedTransfer ended(TransferStatus end, @Nullable Failure why) {
        return new FoldedTransfer(begun, end, why, version, updatedAt);
    }

    TransferView view() {
        return new TransferView(
                begun.transferId(),
                begun.from(),
                begun.to(),
                begun.amount(),
                begun.reference(),
                status,
                failure,
                version,
                begun.at(),
                updatedAt);
    }
}
