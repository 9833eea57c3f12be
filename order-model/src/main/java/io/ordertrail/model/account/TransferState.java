package io.ordertrail.model.account;

import io.ordertrail.api.account.TransferEvent;
import io.ordertrail.api.account.TransferEvent.TransferFailed;
import io.ordertrail.api.account.TransferEvent.TransferInitiated;
import io.ordertrail.api.account.TransferEvent.Transferred;
import io.ordertrail.api.account.TransferStatus;
import io.ordertrail.api.account.TransferView.Failure;
import io.ordertrail.model.kernel.Fold;
import org.jspecify.annotations.Nullable;

/**
 * A transfer after some of its events.
 *
 * @param failure why it failed; null unless it did
 */
public record TransferState(
        TransferInitiated begun,
        TransferStatus status,
        @Nullable Failure failure) {

    private static final Fold<TransferState, TransferEvent> FOLD = Fold.<TransferState, TransferEvent>over(
                    TransferEvent.class)
            .first(TransferInitiated.class)
            .on(Transferred.class, (state, e) -> new TransferState(state.begun, TransferStatus.COMPLETED, null))
            .on(
                    TransferFailed.class,
                    (state, e) ->
                            new TransferState(state.begun, TransferStatus.FAILED, new Failure(e.code(), e.detail())))
            .complete();

    public static TransferState of(TransferInitiated transfer) {
        return new TransferState(transfer, TransferStatus.INITIATED, null);
    }

    public TransferState evolve(TransferEvent event) {
        return FOLD.next(this, event);
    }
}
