package io.ordertrail.command.account;

import io.ordertrail.api.account.TransferEvent;
import io.ordertrail.api.account.TransferEvent.TransferFailed;
import io.ordertrail.api.account.TransferEvent.TransferInitiated;
import io.ordertrail.api.account.TransferStatus;
import io.ordertrail.command.kernel.ProcessedCommands;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** All that a transfer must remember. It comes to an end soon, so it remembers every command. */
record TransferState(String from, TransferStatus status, Instant initiatedAt, ProcessedCommands handled) {

    static TransferState of(TransferInitiated transfer) {
        return new TransferState(transfer.from(), TransferStatus.INITIATED, transfer.at(), ProcessedCommands.all());
    }

    TransferState evolve(TransferEvent event) {
        TransferStatus next = event instanceof TransferFailed ? TransferStatus.FAILED : TransferStatus.COMPLETED;
        return new TransferState(from, next, initiatedAt, handled);
    }

    TransferState handled(@Nullable String commandId, long version) {
        return new TransferState(from, status, initiatedAt, handled.with(commandId, version));
    }
}
