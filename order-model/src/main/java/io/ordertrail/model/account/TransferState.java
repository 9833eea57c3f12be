package io.ordertrail.model.account;

import io.ordertrail.api.account.TransferEvent;
import io.ordertrail.api.account.TransferEvent.TransferFailed;
import io.ordertrail.api.account.TransferEvent.TransferInitiated;
import io.ordertrail.api.account.TransferStatus;
import java.time.Instant;

/** All that a transfer must remember. */
public record TransferState(String from, TransferStatus status, Instant initiatedAt) {

    public static TransferState of(TransferInitiated transfer) {
        return new TransferState(transfer.from(), TransferStatus.INITIATED, transfer.at());
    }

    public TransferState evolve(TransferEvent event) {
        TransferStatus next = event instanceof TransferFailed ? TransferStatus.FAILED : TransferStatus.COMPLETED;
        return new TransferState(from, next, initiatedAt);
    }
}
