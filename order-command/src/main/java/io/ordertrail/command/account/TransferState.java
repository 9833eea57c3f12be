package io.ordertrail.command.account;

import io.ordertrail.api.account.TransferEvent;
import io.ordertrail.api.account.TransferEvent.TransferFailed;
import io.ordertrail.api.account.TransferEvent.TransferInitiated;
import io.ordertrail.api.account.TransferStatus;
import io.ordertrail.command.Handled;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** All that a transfer must remember. It comes to an end soon, so it remembers every command. */
record TransferState(TransferStatus status, Instant initiatedAt, Handled handled) {

    static TransferState of(TransferInitiated transfer) {
        return new TransferState(TransferStatus.INITIATED, transfer.at(), Handled.all());
    }

    TransferState evolve(TransferEvent event) {
        TransferStatus next = event instanceof TransferFailed ? TransferStatus.FAILED : TransferStatus.COMPLETED;
        return new TransferState(next, initiatedAt, handled);
    }

    TransferState handled(@Nullable String commandId, long version) {
        return new TransferState(status, initiatedAt, handled.with(commandId, version));
    }
}
